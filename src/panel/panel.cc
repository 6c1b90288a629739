#include "panel/panel.h"

#include <algorithm>

#include "consent/consent.h"
#include "panel/store.h"
#include "panel/telling.h"
#include "platform/api/refusal.h"
#include "platform/outbox/outbox.h"

namespace sluis::panel {
namespace {

constexpr Text kNoTimeToEnd{
    "must leave a wave the time to end: {0} days are more than these weeks",
    "moet een ronde de tijd laten om te eindigen: {0} dagen zijn meer dan deze weken"};
constexpr Text kNoChannel{"There is no channel with this id.", "Er is geen kanaal met dit id."};

struct PanelFact {
  Instant ts;
};
BOOST_DESCRIBE_STRUCT(PanelFact, (), (ts))

std::vector<FieldProblem> unknown_channels(store::Snapshot& snapshot,
                                           const std::vector<Question>& questions) {
  const auto known = channels::all(snapshot, channels::kEverything);
  std::vector<FieldProblem> problems;
  for (std::size_t i = 0; i < questions.size(); ++i) {
    for (std::size_t j = 0; j < questions[i].options.size(); ++j) {
      const auto& channel = questions[i].options[j].channel;
      if (channel && std::ranges::find(known, *channel, &channels::Channel::id) == known.end())
        problems.push_back({fmt::format("/questions/{}/options/{}/channel", i, j), "unknown",
                            Message(kNoChannel)});
    }
  }
  return problems;
}

Result<void> check(store::Snapshot& snapshot, const Questionnaire& one) {
  std::vector<FieldProblem> problems = problems_of(one.questions, "/questions");
  if (auto problem = problem_of(one.title, "/title")) problems.push_back(*std::move(problem));
  std::ranges::move(unknown_channels(snapshot, one.questions), std::back_inserter(problems));
  if (one.every_weeks.number > 0 && one.open_days.number > 7 * one.every_weeks.number)
    problems.push_back(
        {"/every_weeks", "range", Message(kNoTimeToEnd, std::to_string(one.open_days.number))});
  if (problems.empty()) return {};
  return std::unexpected(Refusal(kind_of(JsonRefusal::invalid)).with(std::move(problems)));
}

// The address of theirs that was seen last.
std::optional<IdentityId> address_of(store::Snapshot& snapshot, CustomerId customer) {
  const auto behind = identities::identities_of(snapshot, customer);
  std::optional<identities::Identity> latest;
  for (const identities::Identity& one : identities::find_all(snapshot, behind)) {
    if (one.kind == identities::Kind::email && (!latest || one.last_seen > latest->last_seen))
      latest = one;
  }
  return latest ? std::optional(latest->id) : std::nullopt;
}

// Of addresses, all of which can be read.
Result<std::vector<IdentityId>> identities_of(store::Snapshot& snapshot,
                                              const std::vector<std::string>& emails) {
  std::vector<IdentityId> identities;
  std::vector<FieldProblem> problems;
  for (std::size_t i = 0; i < emails.size(); ++i) {
    const auto found = consent::find_identity(snapshot, identities::Kind::email, emails[i]);
    if (!found) {
      problems.push_back({fmt::format("/emails/{}", i), "format", found.error().message()});
    } else {
      identities.push_back(found->value_or(IdentityId{}));  // nobody was ever seen
    }
  }
  if (problems.empty()) return identities;
  return std::unexpected(Refusal(kind_of(JsonRefusal::invalid)).with(std::move(problems)));
}

// By this address, or another one of the same person.
bool takes_part(store::Snapshot& snapshot, IdentityId identity) {
  const CustomerId customer = identities::customer_of(snapshot, identity);
  return std::ranges::any_of(identities::identities_of(snapshot, customer),
                             [&](IdentityId one) { return sql::takes_part(snapshot, one); });
}

void join_one(store::Tx& tx, Instant now, IdentityId identity, Joined& outcome) {
  if (takes_part(tx, identity)) {
    ++outcome.already;
  } else if (!may_be_asked(tx, identity, now)) {
    ++outcome.refused;
  } else {
    sql::join(tx, identity, now);
    ++outcome.joined;
  }
}

}  // namespace

std::vector<Questionnaire> all(store::Snapshot& snapshot) {
  return sql::all(snapshot);
}

Result<Questionnaire> find(store::Snapshot& snapshot, QuestionnaireId id) {
  auto found = sql::find(snapshot, id);
  if (!found) return refuse(PanelRefusal::questionnaire_unknown);
  return *std::move(found);
}

Result<Questionnaire> named(store::Snapshot& snapshot, std::string_view code_or_id) {
  if (const auto id = parse_id<QuestionnaireIdTag>(code_or_id)) return find(snapshot, *id);
  for (Questionnaire& one : sql::all(snapshot)) {
    if (one.code.text == code_or_id) return std::move(one);
  }
  return refuse(PanelRefusal::questionnaire_unknown);
}

Result<Questionnaire> add(store::Tx& tx, const access::Actor& actor, const Draft& draft) {
  Questionnaire one{.id = actor.ids.next<QuestionnaireId>(),
                    .version = 1,
                    .code = draft.code,
                    .title = draft.title,
                    .intro = draft.intro.value_or(Intro{}),
                    .questions = draft.questions,
                    .next_wave = draft.next_wave,
                    .created = actor.now,
                    .changed = actor.now};
  one.every_weeks = draft.every_weeks.value_or(one.every_weeks);
  one.open_days = draft.open_days.value_or(one.open_days);
  one.remind_days = draft.remind_days.value_or(one.remind_days);
  one.seen_days = draft.seen_days.value_or(one.seen_days);
  TRY_VOID(check(tx, one));
  if (!sql::insert(tx, one)) return refuse(PanelRefusal::questionnaire_code_taken);
  tell(tx, actor, one, "created", {}, {to_json(one)});
  return one;
}

Result<Questionnaire> change(store::Tx& tx, const access::Actor& actor, QuestionnaireId id,
                             std::int64_t version, const Change& change) {
  Questionnaire before = TRY(find(tx, id));
  if (before.version != version) return refuse(api::ApiRefusal::version_changed);
  Questionnaire after = before;
  apply_change(change, after);
  if (after == before) return before;
  if (after.questions != before.questions && !sql::waves_of(tx, id).empty())
    return refuse(PanelRefusal::questions_asked);
  TRY_VOID(check(tx, after));
  ++after.version;
  after.changed = actor.now;
  if (!sql::update(tx, after, version)) return refuse(api::ApiRefusal::version_changed);
  tell(tx, actor, after, "changed", {to_json(before)}, {to_json(after)});
  return after;
}

bool may_be_asked(store::Snapshot& snapshot, IdentityId identity, Instant now) {
  const auto behind =
      identities::identities_of(snapshot, identities::customer_of(snapshot, identity));
  return consent::allowed(snapshot, behind, consent::Means::email, consent::Purpose::research, now)
      .allowed;
}

std::vector<Participant> participants(store::Snapshot& snapshot, Instant now, IdentityId after,
                                      std::int64_t limit) {
  std::vector<Participant> all;
  for (const sql::ParticipantRow& row : sql::participants(snapshot, after, limit))
    all.push_back({.identity = row.identity,
                   .customer = identities::customer_of(snapshot, row.identity),
                   .joined = row.joined,
                   .allowed = may_be_asked(snapshot, row.identity, now),
                   .invited = row.invited,
                   .answered = row.answered});
  return all;
}

Result<Joined> join(store::Tx& tx, const access::Actor& actor, const Invited& invited) {
  Joined outcome;
  for (const IdentityId identity : TRY(identities_of(tx, invited.emails)))
    join_one(tx, actor.now, identity, outcome);
  for (const CustomerId customer : invited.customers) {
    if (const auto identity = address_of(tx, customer)) {
      join_one(tx, actor.now, *identity, outcome);
    } else {
      ++outcome.without_address;
    }
  }
  if (sql::count(tx) > kParticipantsMost) return refuse(PanelRefusal::panel_full);
  access::audit(
      tx, actor,
      {.entity = "panel", .id = "panel", .action = "joined", .after = {to_json(outcome)}});
  tell_changed(tx, actor.now);
  return outcome;
}

Result<void> leave(store::Tx& tx, const access::Actor& actor, IdentityId identity) {
  if (!sql::leave(tx, identity)) return refuse(PanelRefusal::not_in_panel);
  access::audit(tx, actor, {.entity = "panel", .id = "panel", .action = "left"});
  tell_changed(tx, actor.now);
  return {};
}

std::int64_t clear(store::Tx& tx) {
  return sql::clear(tx);
}

void tell(store::Tx& tx, const access::Actor& actor, const Questionnaire& questionnaire,
          std::string_view action, Json before, Json after) {
  access::audit(tx, actor,
                {.entity = kEntity,
                 .id = to_string(questionnaire.id),
                 .action = action,
                 .before = std::move(before),
                 .after = std::move(after)});
  tell_changed(tx, actor.now);
}

void tell_changed(store::Tx& tx, Instant now) {
  outbox::append(tx, now, "panel.changed", PanelFact{now});
}

}  // namespace sluis::panel
