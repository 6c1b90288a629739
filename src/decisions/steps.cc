#include "decisions/steps.h"

#include <algorithm>

#include "decisions/asking.h"

namespace sluis::decisions {
namespace {

// Whoever talks with somebody looks around: they are past the first pages.
Context in_conversation(const Settings& settings) {
  return {.page_views = settings.interest_views.number, .basket = false};
}

Result<Decision> decide_for(store::Snapshot& snapshot, Engine& engine, const api::Call& call,
                            contacts::ContactId id) {
  const auto contact = TRY(contacts::contact(snapshot, contacts::sight_of(call.who), id));
  const std::string place = engine.place_on(contact.channel).value_or(std::string());
  std::vector<IdentityId> identities;
  if (contact.identity) identities.push_back(*contact.identity);
  return std::make_shared<const Decided>(
      engine.decide({.placement = place,
                     .identities = identities,
                     // They asked us something and said who they are. Whoever objected to being
                     // followed or to personal offers is passed over by the engine.
                     .consent = true,
                     .context = in_conversation(settings(snapshot)),
                     .deeds = {},
                     .id = call.ids.next<DecisionId>(),
                     .now = call.now}));
}

Result<std::optional<Explained>> drawn_of(store::Snapshot& snapshot, DecisionId id) {
  const Explanation whole = TRY(explain(snapshot, id));
  const auto drawn = std::ranges::find(whole.offers, true, &Explained::drawn);
  return drawn == whole.offers.end() ? std::nullopt : std::optional(*drawn);
}

}  // namespace

Result<Step> next_step(store::Store& store, Engine& engine, const api::Call& call,
                       contacts::ContactId contact) {
  const Decision decision = TRY(store.snapshot(
      [&](store::Snapshot& snapshot) { return decide_for(snapshot, engine, call, contact); }));
  return store.unit([&](store::Tx& tx) -> Result<Step> {
    keep(tx, engine, decision);
    Step step{.decision = view_of(engine, *decision, call.language), .weighed = {}};
    if (step.decision.id && step.decision.offer)
      step.weighed = TRY(drawn_of(tx, *step.decision.id));
    return step;
  });
}

Result<Answered> answer_step(const contacts::Desk& desk, const contacts::Sight& sight,
                             DecisionId id, contacts::ContactId contact, const AnswerDraft& draft) {
  const auto with = TRY(contacts::contact(desk.tx, sight, contact));
  if (with.agent != sight.user) return refuse(contacts::ContactRefusal::contact_not_yours);
  if (!with.identity) return refuse(AnswerRefusal::decision_unknown);
  return answer(desk, id, {.holder = with.identity, .adviser = sight.user}, draft);
}

}  // namespace sluis::decisions
