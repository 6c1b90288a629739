#include "customers/customers.h"
#include "panel/columns.h"
#include "panel/routes.h"
#include "platform/export/download.h"

namespace sluis::panel {
namespace {

using api::Call;
using api::Stores;
using exporting::Form;

constexpr Text kTrendDefinition{
    "What people said who answered, of all who answered that question. Stated, not observed: it is "
    "in no measure. Fewer than thirty answers give a range only.",
    "Wat mensen zeiden die antwoordden, van allen die die vraag beantwoordden. Gezegd, niet "
    "waargenomen: het telt in geen cijfer mee. Bij minder dan dertig antwoorden alleen een "
    "bereik."};
constexpr Text kGapDefinition{
    "How many more people say they use a channel than were seen there in the {0} days before the "
    "wave, of those who answered and were seen anywhere doing what the question asks. Looking "
    "around: events of awareness and evaluation. Buying: orders. What people do where nothing is "
    "measured is not in it.",
    "Hoeveel meer mensen zeggen een kanaal te gebruiken dan er in de {0} dagen voor de ronde "
    "gezien "
    "zijn, van wie antwoordde en ergens gezien is bij waar de vraag over gaat. Oriënteren: "
    "gebeurtenissen van bekendheid en overweging. Kopen: orders. Wat mensen doen waar niets "
    "gemeten "
    "wordt, zit er niet in."};
constexpr Text kRecommendedDefinition{
    "How many more in a hundred gave 9 or 10 than 0 to 6, by the channel of the first order; the "
    "latest answer of each person. Stated, not observed.",
    "Hoeveel meer op de honderd een 9 of 10 gaven dan een 0 tot 6, naar het kanaal van de eerste "
    "order; het laatste antwoord van elke persoon. Gezegd, niet waargenomen."};

struct OfQuestionnaire {
  QuestionnaireId id;
};
BOOST_DESCRIBE_STRUCT(OfQuestionnaire, (), (id))

struct OfWave {
  WaveId id;
};
BOOST_DESCRIBE_STRUCT(OfWave, (), (id))

struct PeopleOfWave {
  WaveId id;
  std::optional<CustomerId> customer;  // only this one
  std::optional<CustomerId> after;
  std::optional<Whole<1, 500>> limit;
};
BOOST_DESCRIBE_STRUCT(PeopleOfWave, (), (id, customer, after, limit))

struct Trend {
  std::string definition;
  std::vector<WaveCount> waves;  // the oldest first
};
BOOST_DESCRIBE_STRUCT(Trend, (), (definition, waves))

struct Gaps {
  std::string definition;
  Date from;
  Date to;
  std::int64_t answered = 0;
  std::vector<Gap> gaps;
};
BOOST_DESCRIBE_STRUCT(Gaps, (), (definition, from, to, answered, gaps))

// One person's answers, with where they were seen.
struct PersonAnswers {
  CustomerId customer;
  std::optional<std::string> label;
  Instant answered;
  std::vector<Said> said;
  std::vector<Seen> seen;
};
BOOST_DESCRIBE_STRUCT(PersonAnswers, (), (customer, label, answered, said, seen))

struct RecommendedOut {
  std::string definition;
  std::vector<ChannelRecommended> channels;
};
BOOST_DESCRIBE_STRUCT(RecommendedOut, (), (definition, channels))

template <class F>
auto known(Stores& stores, F&& f) {
  return stores.store.snapshot(std::forward<F>(f));
}

Result<Wavefull> wave_of(Stores& stores, WaveId id) {
  return known(stores, [&](store::Snapshot& snapshot) { return answered_in(snapshot, id); });
}

Result<Codes> codes_in(Stores& stores) {
  return known(stores,
               [](store::Snapshot& snapshot) -> Result<Codes> { return codes_of(snapshot); });
}

Result<std::vector<WaveCount>> trend_of(store::Snapshot& snapshot, QuestionnaireId id) {
  return trend(snapshot, TRY(find(snapshot, id)));
}

Result<Trend> get_trend(store::Snapshot& snapshot, const Call& call, const OfQuestionnaire& in) {
  return Trend{Message(kTrendDefinition).in(call.language), TRY(trend_of(snapshot, in.id))};
}

std::vector<Gap> gaps_of(Stores& stores, const Wavefull& wave) {
  return gaps(wave, seen(stores.figures, wave), memberships(stores.figures, wave));
}

Result<Gaps> get_gaps(Stores& stores, const Call& call, const OfWave& in) {
  const Wavefull wave = TRY(wave_of(stores, in.id));
  return Gaps{
      .definition = Message(kGapDefinition, std::to_string(wave.questionnaire.seen_days.number))
                        .in(call.language),
      .from = wave.from,
      .to = wave.to,
      .answered = std::ssize(wave.people),
      .gaps = gaps_of(stores, wave)};
}

// The next so many of those who are asked for, and whether there are more.
void keep_page(Wavefull& wave, const PeopleOfWave& in, std::int64_t limit) {
  std::erase_if(wave.people, [&](const Respondent& one) {
    return (in.after && one.customer <= *in.after) || (in.customer && one.customer != *in.customer);
  });
  if (std::ssize(wave.people) > limit + 1)
    wave.people.erase(wave.people.begin() + limit + 1, wave.people.end());
}

Result<api::Page<PersonAnswers>> get_people(Stores& stores, const Call& call,
                                            const PeopleOfWave& in) {
  const std::int64_t limit = in.limit.value_or(Whole<1, 500>{50}).number;
  Wavefull wave = TRY(wave_of(stores, in.id));
  keep_page(wave, in, limit);
  const std::vector<Seen> all = seen(stores.figures, wave);
  api::Page<PersonAnswers> page;
  for (Respondent& one : wave.people) {
    const auto theirs = std::ranges::equal_range(all, one.customer, {}, &Seen::customer);
    page.items.push_back({.customer = one.customer,
                          .label = {},
                          .answered = one.answered,
                          .said = std::move(one.said),
                          .seen = {theirs.begin(), theirs.end()}});
  }
  if (std::ssize(page.items) > limit) {
    page.items.pop_back();
    page.next = to_string(page.items.back().customer);
  }
  TRY_VOID(known(stores, [&](store::Snapshot& snapshot) -> Result<bool> {
    for (PersonAnswers& one : page.items)
      one.label = customers::label_of(snapshot, call.who, one.customer);
    return true;
  }));
  return page;
}

Result<RecommendedOut> get_recommended(Stores& stores, const Call& call) {
  const auto given = TRY(known(stores, [](store::Snapshot& snapshot) -> Result<std::vector<Grade>> {
    return grades(snapshot);
  }));
  return RecommendedOut{Message(kRecommendedDefinition).in(call.language),
                        recommended(stores.figures, given)};
}

template <Form form>
Result<api::Download> export_trend(store::Snapshot& snapshot, const Call&,
                                   const OfQuestionnaire& in) {
  return exporting::download_of(form, "panel", table_of(TRY(trend_of(snapshot, in.id))));
}

template <Form form>
Result<api::Download> export_gaps(Stores& stores, const Call&, const OfWave& in) {
  const Wavefull wave = TRY(wave_of(stores, in.id));
  return exporting::download_of(form, "say-do-gap",
                                table_of(gaps_of(stores, wave), TRY(codes_in(stores))));
}

template <Form form>
Result<api::Download> export_answers(Stores& stores, const Call&, const OfWave& in) {
  const Wavefull wave = TRY(wave_of(stores, in.id));
  return exporting::download_of(form, "answers",
                                table_of(wave, seen(stores.figures, wave), TRY(codes_in(stores))));
}

constexpr Text kTrendFile{"What was said as a file: a row for each wave, question and choice.",
                          "Wat er gezegd is als bestand: een regel per ronde, vraag en keuze."};
constexpr Text kGapFile{"The gap between saying and doing as a file.",
                        "Het verschil tussen zeggen en doen als bestand."};
constexpr Text kAnswersFile{
    "The answers of a wave as a file, each beside what that person was seen to do.",
    "De antwoorden van een ronde als bestand, elk naast wat die persoon deed."};

api::Route panel_file(std::string_view operation, std::string_view path, const Text& summary,
                      Form form, PanelRefusal unknown, api::Handler handler) {
  return {.operation = operation,
          .method = http::Method::get,
          .path = path,
          .summary = summary,
          .allow = kPanelReaders,
          .handler = std::move(handler),
          .refusals = {&kind_of(unknown), &kind_of(exporting::ExportRefusal::not_written)},
          .content_type = exporting::media_type(form)};
}

std::vector<api::Route> routes_of_panel_files() {
  using enum PanelRefusal;
  return {
      panel_file("panel.trend_csv", "/api/v1/panel/questionnaires/{id}/trend/csv", kTrendFile,
                 Form::csv, questionnaire_unknown, api::read(export_trend<Form::csv>)),
      panel_file("panel.trend_xlsx", "/api/v1/panel/questionnaires/{id}/trend/xlsx", kTrendFile,
                 Form::xlsx, questionnaire_unknown, api::read(export_trend<Form::xlsx>)),
      panel_file("panel.gap_csv", "/api/v1/panel/waves/{id}/gap/csv", kGapFile, Form::csv,
                 wave_unknown, api::query(export_gaps<Form::csv>)),
      panel_file("panel.gap_xlsx", "/api/v1/panel/waves/{id}/gap/xlsx", kGapFile, Form::xlsx,
                 wave_unknown, api::query(export_gaps<Form::xlsx>)),
      panel_file("panel.answers_csv", "/api/v1/panel/waves/{id}/answers/csv", kAnswersFile,
                 Form::csv, wave_unknown, api::query(export_answers<Form::csv>)),
      panel_file("panel.answers_xlsx", "/api/v1/panel/waves/{id}/answers/xlsx", kAnswersFile,
                 Form::xlsx, wave_unknown, api::query(export_answers<Form::xlsx>)),
  };
}

}  // namespace

std::vector<api::Route> routes_of_results() {
  using api::refuses;
  using enum PanelRefusal;
  using http::Method;
  std::vector<api::Route> all = {
      {.operation = "panel.trend",
       .method = Method::get,
       .path = "/api/v1/panel/questionnaires/{id}/trend",
       .summary = {"What people said in each wave.", "Wat mensen in elke ronde zeiden."},
       .allow = kPanelReaders,
       .handler = api::read(get_trend),
       .refusals = refuses(questionnaire_unknown)},
      {.operation = "panel.gap",
       .method = Method::get,
       .path = "/api/v1/panel/waves/{id}/gap",
       .summary = {"What people say beside what the same people did, by segment.",
                   "Wat mensen zeggen naast wat dezelfde mensen deden, per segment."},
       .allow = kPanelReaders,
       .handler = api::query(get_gaps),
       .refusals = refuses(wave_unknown)},
      {.operation = "panel.answers",
       .method = Method::get,
       .path = "/api/v1/panel/waves/{id}/answers",
       .summary = {"Each answer beside what that person was seen to do.",
                   "Elk antwoord naast wat die persoon deed."},
       .allow = kPanelReaders,
       .handler = api::query(get_people),
       .refusals = refuses(wave_unknown)},
      {.operation = "panel.recommended",
       .method = Method::get,
       .path = "/api/v1/panel/recommended",
       .summary = {"The net promoter score per channel of the first order, as stated.",
                   "De net promoter score per kanaal van de eerste order, zoals gezegd."},
       .allow = kPanelReaders,
       .handler = api::query(get_recommended)},
  };
  std::ranges::move(routes_of_panel_files(), std::back_inserter(all));
  return all;
}

}  // namespace sluis::panel
