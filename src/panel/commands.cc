#include "panel/commands.h"

#include "customers/customers.h"
#include "events/events.h"
#include "panel/columns.h"
#include "panel/mailing.h"
#include "platform/analytics/store.h"
#include "platform/command/rows.h"
#include "platform/config/config.h"

namespace sluis::panel {
namespace {

using command::Invocation;
using command::of;
using command::Output;

using Number = Whole<1, 10'000>;

constexpr std::size_t kFileBytesMost = 1024 * 1024;
constexpr Text kAdded{"{0} added as {1}", "{0} toegevoegd als {1}"};
constexpr Text kJoined{"{0} joined, {1} were in it already, {2} may not be asked",
                       "{0} toegevoegd, {1} zaten er al in, {2} mogen niet gevraagd worden"};
constexpr Text kBegun{"Wave {0} began: {1} invited, until {2}",
                      "Ronde {0} begonnen: {1} uitgenodigd, tot {2}"};

constexpr Text kMailed{"{0} mails wait to be sent", "{0} mails wachten op verzending"};

struct ListRow {
  Slug code;
  std::int64_t questions = 0;
  std::int64_t waves = 0;
  std::optional<Instant> ends;  // of the last wave
  std::int64_t invited = 0;     // in it
  std::int64_t answered = 0;    // in it
  std::optional<Instant> next_wave;

  static constexpr Text headings[] = {
      {"Code", "Code"},        {"Questions", "Vragen"},     {"Waves", "Rondes"}, {"Until", "Tot"},
      {"Invited", "Gevraagd"}, {"Answered", "Antwoordden"}, {"Next", "Volgende"}};
};
BOOST_DESCRIBE_STRUCT(ListRow, (), (code, questions, waves, ends, invited, answered, next_wave))

ListRow row_of(store::Snapshot& snapshot, const Questionnaire& one) {
  const auto waves = waves_of(snapshot, one.id);
  ListRow row{.code = one.code,
              .questions = std::ssize(one.questions),
              .waves = std::ssize(waves),
              .ends = {},
              .next_wave = one.next_wave};
  if (waves.empty()) return row;
  row.ends = waves.front().ends;
  row.invited = waves.front().invited;
  row.answered = waves.front().answered;
  return row;
}

Result<void> list_questionnaires(Invocation& args) {
  command::print_rows(
      args,
      TRY(args.store().snapshot([](store::Snapshot& snapshot) -> Result<std::vector<ListRow>> {
        std::vector<ListRow> rows;
        for (const Questionnaire& one : all(snapshot))
          rows.push_back(row_of(snapshot, one));
        return rows;
      })));
  return {};
}

access::Actor actor_of(Invocation& args) {
  return access::command_line(args.ids(), args.clock().now());
}

Result<void> add_questionnaire(Invocation& args) {
  const std::string text = TRY(args.read_file("file", kFileBytesMost));
  const Draft draft = TRY(from_json<Draft>(text));
  const auto actor = actor_of(args);
  const auto made = TRY(args.store().unit([&](store::Tx& tx) { return add(tx, actor, draft); }));
  args.say({kAdded, made.code.text, to_string(made.id)});
  return {};
}

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size());
    if (const auto line = trimmed(text.substr(0, end)); !line.empty()) lines.emplace_back(line);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

Result<void> join_people(Invocation& args) {
  const Invited invited{.emails = lines_of(TRY(args.read_file("file", kFileBytesMost))),
                        .customers = {}};
  const auto actor = actor_of(args);
  const Joined joined =
      TRY(args.store().unit([&](store::Tx& tx) { return join(tx, actor, invited); }));
  args.say({kJoined, std::to_string(joined.joined), std::to_string(joined.already),
            std::to_string(joined.refused)});
  return {};
}

Result<void> begin(Invocation& args) {
  const auto actor = actor_of(args);
  const auto wave = TRY(args.store().unit([&](store::Tx& tx) -> Result<CountedWave> {
    const Questionnaire questionnaire = TRY(named(tx, args.text("questionnaire")));
    return begin_wave(tx, actor, questionnaire.id);
  }));
  args.say(
      {kBegun, std::to_string(wave.number), std::to_string(wave.invited), to_string(wave.ends)});
  return {};
}

Result<void> mail_now(Invocation& args) {
  const auto actor = actor_of(args);
  const std::string origin = config::origin_of(args.config().settings.public_url);
  const auto queued = TRY(args.store().unit(
      [&](store::Tx& tx) { return mail_links(tx, actor, origin, kParticipantsMost); }));
  args.say({kMailed, std::to_string(queued)});
  return {};
}

Result<Wave> chosen_wave(store::Snapshot& snapshot, const Invocation& args) {
  const auto number = args.find<Number>("wave");
  const Questionnaire questionnaire = TRY(named(snapshot, args.text("questionnaire")));
  return wave_numbered(snapshot, questionnaire.id,
                       number ? std::optional(number->number) : std::nullopt);
}

Result<void> print_links(Invocation& args) {
  const auto actor = actor_of(args);
  const Whom whom = args.flag("all") ? Whom::silent : Whom::due;
  command::print_rows(args, TRY(args.store().unit([&](store::Tx& tx) -> Result<std::vector<Link>> {
                        return make_links(tx, actor, TRY(chosen_wave(tx, args)).id, whom);
                      })));
  return {};
}

Result<std::vector<TrendColumns>> trend_of(store::Snapshot& snapshot, std::string_view code) {
  const Questionnaire questionnaire = TRY(named(snapshot, code));
  return table_of(trend(snapshot, questionnaire));
}

Result<void> print_trend(Invocation& args) {
  command::print_rows(args, TRY(args.store().snapshot([&](store::Snapshot& snapshot) {
                        return trend_of(snapshot, args.text("questionnaire"));
                      })));
  return {};
}

struct WaveAndCodes {
  Wavefull wave;
  Codes codes;
};

Result<WaveAndCodes> wave_and_codes(Invocation& args) {
  TRY_VOID(events::ship_all(args.store(), args.analytics(), args.cancel()));
  TRY_VOID(customers::renew_figures(args.store(), args.analytics(), args.clock().now()));
  return args.store().snapshot([&](store::Snapshot& snapshot) -> Result<WaveAndCodes> {
    const Wave wave = TRY(chosen_wave(snapshot, args));
    return WaveAndCodes{TRY(answered_in(snapshot, wave.id)), codes_of(snapshot)};
  });
}

Result<void> print_gap(Invocation& args) {
  const WaveAndCodes known = TRY(wave_and_codes(args));
  command::print_rows(
      args, TRY(args.analytics().snapshot(
                [&](analytics::Snapshot& figures) -> Result<std::vector<GapColumns>> {
                  return table_of(
                      gaps(known.wave, seen(figures, known.wave), memberships(figures, known.wave)),
                      known.codes);
                })));
  return {};
}

Result<void> print_answers(Invocation& args) {
  const WaveAndCodes known = TRY(wave_and_codes(args));
  command::print_rows(args,
                      TRY(args.analytics().snapshot(
                          [&](analytics::Snapshot& figures) -> Result<std::vector<AnswerColumns>> {
                            return table_of(known.wave, seen(figures, known.wave), known.codes);
                          })));
  return {};
}

const command::Option kOfQuestionnaire{.name = "questionnaire",
                                       .value = "CODE",
                                       .help = {"its code or id", "haar code of id"},
                                       .required = true};
const command::Option kOfWave{
    .name = "wave",
    .value = "NUMBER",
    .help = {"of this wave; else of the last one", "van deze ronde; anders van de laatste"},
    .type = of<Number>};

}  // namespace

std::vector<command::Command> commands() {
  const std::vector<command::Option> one{kOfQuestionnaire};
  return {
      {.name = "panel list",
       .summary = {"List questionnaires, with how their last wave goes.",
                   "Toon vragenlijsten, met hoe hun laatste ronde gaat."},
       .output = Output::rows,
       .run = list_questionnaires},
      {.name = "panel add",
       .summary = {"Make a questionnaire of a JSON file, as the API takes it.",
                   "Maak een vragenlijst van een JSON-bestand, zoals de API het leest."},
       .positionals = {{.name = "file",
                        .value = "FILE",
                        .help = {"the questionnaire", "de vragenlijst"},
                        .kind = command::Kind::file_in,
                        .required = true}},
       .run = add_questionnaire},
      {.name = "panel join",
       .summary = {"Take people into the panel who agreed to be asked by e-mail for research.",
                   "Neem mensen op in het panel die akkoord gingen met vragen per e-mail voor "
                   "onderzoek."},
       .positionals = {{.name = "file",
                        .value = "FILE",
                        .help = {"an e-mail address on each line", "een e-mailadres per regel"},
                        .kind = command::Kind::file_in,
                        .required = true}},
       .run = join_people},
      {.name = "panel begin",
       .summary = {"Begin a wave.", "Begin een ronde."},
       .positionals = one,
       .run = begin},
      {.name = "panel links",
       .summary = {"Make personal links, which are told this once: for who has none and who is to "
                   "be reminded.",
                   "Maak persoonlijke links, die dit ene keer getoond worden: voor wie er geen "
                   "heeft en wie herinnerd moet worden."},
       .options = {kOfWave,
                   {.name = "all",
                    .help = {"for everybody who did not answer",
                             "voor iedereen die niet antwoordde"},
                    .kind = command::Kind::flag}},
       .positionals = one,
       .output = Output::rows,
       .run = print_links},
      {.name = "panel mail",
       .summary =
           {"Mail links now to who has none and who is to be reminded; while Sluis serves it "
            "does so by itself.",
            "Mail nu links aan wie er geen heeft en wie herinnerd moet worden; zolang Sluis "
            "draait doet het dat vanzelf."},
       .run = mail_now},
      {.name = "panel trend",
       .summary = {"Print what people said in each wave.", "Toon wat mensen in elke ronde zeiden."},
       .positionals = one,
       .output = Output::rows,
       .run = print_trend},
      {.name = "panel gap",
       .summary = {"Print what people say beside what the same people did, by segment.",
                   "Toon wat mensen zeggen naast wat dezelfde mensen deden, per segment."},
       .options = {kOfWave},
       .positionals = one,
       .output = Output::rows,
       .run = print_gap},
      {.name = "panel answers",
       .summary = {"Print each answer beside what that person was seen to do.",
                   "Toon elk antwoord naast wat die persoon deed."},
       .options = {kOfWave},
       .positionals = one,
       .output = Output::rows,
       .run = print_answers}};
}

}  // namespace sluis::panel
