#include "panel/routes.h"

#include <algorithm>

#include "customers/customers.h"
#include "panel/telling.h"
#include "panel/waves.h"
#include "platform/api/refusal.h"

namespace sluis::panel {
namespace {

using api::Call;
using store::Snapshot;
using store::Tx;

constexpr std::size_t kInvitedMost = 500;
constexpr Text kTooManyAtOnce{"Invite at most 500 at a time.",
                              "Nodig er hoogstens 500 tegelijk uit."};

struct QuestionnaireInput {
  QuestionnaireId id;
};
BOOST_DESCRIBE_STRUCT(QuestionnaireInput, (), (id))

struct DraftInput {
  Draft body;
};
BOOST_DESCRIBE_STRUCT(DraftInput, (), (body))

struct ChangeInput {
  QuestionnaireId id;
  Change body;
};
BOOST_DESCRIBE_STRUCT(ChangeInput, (), (id, body))

struct HistoryInput {
  QuestionnaireId id;
  std::optional<AuditId> after;
};
BOOST_DESCRIBE_STRUCT(HistoryInput, (), (id, after))

struct PeopleInput {
  std::optional<IdentityId> after;
  std::optional<Whole<1, 500>> limit;
};
BOOST_DESCRIBE_STRUCT(PeopleInput, (), (after, limit))

struct JoinBody {
  std::optional<std::vector<std::string>> emails;
  std::optional<std::vector<CustomerId>> customers;
};
BOOST_DESCRIBE_STRUCT(JoinBody, (), (emails, customers))
struct JoinInput {
  JoinBody body;
};
BOOST_DESCRIBE_STRUCT(JoinInput, (), (body))

struct IdentityInput {
  IdentityId identity;
};
BOOST_DESCRIBE_STRUCT(IdentityInput, (), (identity))

struct LinksBody {
  std::optional<Whom> whom;
};
BOOST_DESCRIBE_STRUCT(LinksBody, (), (whom))
struct LinksInput {
  WaveId id;
  LinksBody body;
};
BOOST_DESCRIBE_STRUCT(LinksInput, (), (id, body))

struct ListedQuestionnaire : Questionnaire {
  std::vector<CountedWave> waves;  // the newest first
};
BOOST_DESCRIBE_STRUCT(ListedQuestionnaire, (Questionnaire), (waves))

struct ShownParticipant : Participant {
  std::optional<std::string> label;
};
BOOST_DESCRIBE_STRUCT(ShownParticipant, (Participant), (label))

struct Links {
  std::vector<Link> items;
};
BOOST_DESCRIBE_STRUCT(Links, (), (items))

api::Reply<ListedQuestionnaire> listed(Snapshot& snapshot, const Questionnaire& one) {
  const std::int64_t version = one.version;
  return {.value = {one, waves_of(snapshot, one.id)}, .version = version, .headers = {}};
}

Result<api::Page<ListedQuestionnaire>> list_questionnaires(Snapshot& snapshot, const Call&) {
  api::Page<ListedQuestionnaire> page;
  for (const Questionnaire& one : all(snapshot))
    page.items.push_back(listed(snapshot, one).value);
  return page;
}

Result<api::Reply<ListedQuestionnaire>> show(Snapshot& snapshot, const Call&,
                                             const QuestionnaireInput& in) {
  return listed(snapshot, TRY(find(snapshot, in.id)));
}

Result<api::Reply<ListedQuestionnaire>> post_one(Tx& tx, const Call& call, const DraftInput& in) {
  auto made = listed(tx, TRY(add(tx, access::actor_of(call), in.body)));
  made.status = 201;
  return made;
}

Result<api::Reply<ListedQuestionnaire>> change_one(Tx& tx, const Call& call,
                                                   const ChangeInput& in) {
  return listed(tx, TRY(change(tx, access::actor_of(call), in.id, call.expected_version, in.body)));
}

Result<api::Page<access::AuditEntry>> history(Snapshot& snapshot, const Call&,
                                              const HistoryInput& in) {
  TRY_VOID(find(snapshot, in.id));
  return access::history_of(snapshot, kEntity, to_string(in.id), in.after);
}

Result<api::Page<ShownParticipant>> list_people(Snapshot& snapshot, const Call& call,
                                                const PeopleInput& in) {
  const std::int64_t limit = in.limit.value_or(Whole<1, 500>{100}).number;
  api::Page<ShownParticipant> page;
  for (const Participant& one :
       participants(snapshot, call.now, in.after.value_or(IdentityId{}), limit + 1))
    page.items.push_back({one, customers::label_of(snapshot, call.who, one.customer)});
  if (std::ssize(page.items) > limit) {
    page.items.pop_back();
    page.next = to_string(page.items.back().identity);
  }
  return page;
}

Result<Joined> post_people(Tx& tx, const Call& call, const JoinInput& in) {
  const Invited invited{.emails = in.body.emails.value_or(std::vector<std::string>()),
                        .customers = in.body.customers.value_or(std::vector<CustomerId>())};
  if (invited.emails.size() + invited.customers.size() > kInvitedMost)
    return std::unexpected(
        Refusal(kind_of(JsonRefusal::invalid)).with({{"", "range", Message(kTooManyAtOnce)}}));
  return join(tx, access::actor_of(call), invited);
}

Result<void> delete_person(Tx& tx, const Call& call, const IdentityInput& in) {
  return leave(tx, access::actor_of(call), in.identity);
}

Result<api::Reply<CountedWave>> post_wave(Tx& tx, const Call& call, const QuestionnaireInput& in) {
  return api::Reply<CountedWave>{.value = TRY(begin_wave(tx, access::actor_of(call), in.id)),
                                 .status = 201,
                                 .version = {},
                                 .headers = {}};
}

Result<Links> post_links(Tx& tx, const Call& call, const LinksInput& in) {
  return Links{
      TRY(make_links(tx, access::actor_of(call), in.id, in.body.whom.value_or(Whom::due)))};
}

std::vector<api::Route> routes_of_questionnaires() {
  using api::refuses;
  using enum PanelRefusal;
  using http::Method;
  return {
      {.operation = "panel.questionnaires",
       .method = Method::get,
       .path = "/api/v1/panel/questionnaires",
       .summary = {"Questionnaires, each with its waves.", "Vragenlijsten, elk met haar rondes."},
       .allow = kPanelReaders,
       .handler = api::read(list_questionnaires)},
      {.operation = "panel.add_questionnaire",
       .method = Method::post,
       .path = "/api/v1/panel/questionnaires",
       .summary = {"Make a questionnaire.", "Maak een vragenlijst."},
       .allow = kPanelWriters,
       .handler = api::write(post_one),
       .idempotency = api::Idempotency::by_key,
       .refusals = refuses(questionnaire_code_taken)},
      {.operation = "panel.questionnaire",
       .method = Method::get,
       .path = "/api/v1/panel/questionnaires/{id}",
       .summary = {"One questionnaire, with its waves.", "Eén vragenlijst, met haar rondes."},
       .allow = kPanelReaders,
       .handler = api::read(show),
       .refusals = refuses(questionnaire_unknown)},
      {.operation = "panel.change_questionnaire",
       .method = Method::patch,
       .path = "/api/v1/panel/questionnaires/{id}",
       .summary = {"Change a questionnaire; its questions only before the first wave.",
                   "Wijzig een vragenlijst; haar vragen alleen voor de eerste ronde."},
       .allow = kPanelWriters,
       .handler = api::write(change_one),
       .precondition = api::Precondition::version,
       .refusals = refuses(questionnaire_unknown, questions_asked)},
      {.operation = "panel.history",
       .method = Method::get,
       .path = "/api/v1/panel/questionnaires/{id}/history",
       .summary = {"What was done to a questionnaire, the newest first.",
                   "Wat er met een vragenlijst gedaan is, het nieuwste eerst."},
       .allow = kPanelReaders,
       .handler = api::read(history),
       .refusals = refuses(questionnaire_unknown)},
      {.operation = "panel.begin_wave",
       .method = Method::post,
       .path = "/api/v1/panel/questionnaires/{id}/waves",
       .summary =
           {"Begin a wave: everybody in the panel is invited who may be asked.",
            "Begin een ronde: iedereen in het panel die gevraagd mag worden is uitgenodigd."},
       .allow = kPanelWriters,
       .handler = api::write(post_wave),
       .idempotency = api::Idempotency::by_key,
       .refusals = refuses(questionnaire_unknown, wave_open, nobody_to_ask)},
      {.operation = "panel.make_links",
       .method = Method::post,
       .path = "/api/v1/panel/waves/{id}/links",
       .summary = {"Make personal links, which are told this once: for who has none and who is to "
                   "be reminded, or for everybody who did not answer.",
                   "Maak persoonlijke links, die dit ene keer getoond worden: voor wie er geen "
                   "heeft en wie herinnerd moet worden, of voor iedereen die niet antwoordde."},
       .allow = kPanelWriters,
       .handler = api::write(post_links),
       .refusals = refuses(wave_unknown, wave_over)},
  };
}

std::vector<api::Route> routes_of_people() {
  using api::refuses;
  using enum PanelRefusal;
  using http::Method;
  return {
      {.operation = "panel.participants",
       .method = Method::get,
       .path = "/api/v1/panel/participants",
       .summary = {"Who takes part, and whether they may be asked now.",
                   "Wie meedoen, en of zij nu gevraagd mogen worden."},
       .allow = kPanelReaders,
       .handler = api::read(list_people)},
      {.operation = "panel.join",
       .method = Method::post,
       .path = "/api/v1/panel/participants",
       .summary =
           {"Take people into the panel, by e-mail address or as customers: those who agreed "
            "to be asked by e-mail for research.",
            "Neem mensen op in het panel, op e-mailadres of als klant: wie akkoord ging met "
            "vragen per e-mail voor onderzoek."},
       .allow = kPanelWriters,
       .handler = api::write(post_people),
       .refusals = refuses(panel_full)},
      {.operation = "panel.leave",
       .method = Method::del,
       .path = "/api/v1/panel/participants/{identity}",
       .summary = {"Take somebody out of the panel; what they said stays.",
                   "Haal iemand uit het panel; wat zij zeiden blijft."},
       .allow = kPanelWriters,
       .handler = api::write(delete_person),
       .refusals = refuses(not_in_panel)},
  };
}

}  // namespace

std::vector<api::Route> routes() {
  auto all = routes_of_questionnaires();
  for (auto more : {routes_of_people(), routes_of_results(), routes_of_links()})
    std::ranges::move(more, std::back_inserter(all));
  return all;
}

}  // namespace sluis::panel
