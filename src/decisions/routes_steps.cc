// The routes by which an agent learns what to propose to a customer, and tells what came of it.

#include "decisions/routes.h"
#include "decisions/steps.h"
#include "kernel/assert.h"

namespace sluis::decisions {
namespace {

using api::Call;
using store::Tx;

constexpr api::Allow kHandlers =
    kManagers | api::Allow::role(api::Role::agent) | api::Allow::role(api::Role::store);

struct StepBody {
  contacts::ContactId contact;
};
BOOST_DESCRIBE_STRUCT(StepBody, (), (contact))
struct StepInput {
  StepBody body;
};
BOOST_DESCRIBE_STRUCT(StepInput, (), (body))

struct StepAnswerBody : AnswerDraft {
  contacts::ContactId contact;
};
BOOST_DESCRIBE_STRUCT(StepAnswerBody, (AnswerDraft), (contact))
struct StepAnswerInput {
  DecisionId id;
  StepAnswerBody body;
};
BOOST_DESCRIBE_STRUCT(StepAnswerInput, (), (id, body))

auto proposing(Engine* engine) {
  return [engine](store::Store& store, const Call& call, const StepInput& in) -> Result<Step> {
    SLUIS_ASSERT(engine);
    return next_step(store, *engine, call, in.body.contact);
  };
}

auto answering_step(events::Intake* intake) {
  return [intake](Tx& tx, const Call& call, const StepAnswerInput& in) -> Result<Answered> {
    SLUIS_ASSERT(intake);
    const access::Actor actor = access::actor_of(call);
    return answer_step({tx, actor, *intake}, contacts::sight_of(call.who), in.id, in.body.contact,
                       in.body);
  };
}

}  // namespace

std::vector<api::Route> step_routes(Engine* engine, events::Intake* intake) {
  using contacts::ContactRefusal;
  using http::Method;
  std::vector<const RefusalKind*> refusals = api::refuses<AnswerRefusal>();
  const auto contacts =
      api::refuses(ContactRefusal::contact_unknown, ContactRefusal::contact_not_yours,
                   ContactRefusal::team_unknown, ContactRefusal::team_closed,
                   ContactRefusal::team_full, ContactRefusal::no_team);
  refusals.insert(refusals.end(), contacts.begin(), contacts.end());
  return {{.operation = "decisions.next_step",
           .method = Method::post,
           .path = "/api/v1/decisions/steps",
           .summary =
               {"What to propose to the customer of a conversation, if a step pays: with what it "
                "is to bring and what it costs. Decided in the place on the channel of its team.",
                "Wat de klant van een gesprek voor te stellen, als een stap loont: met wat die "
                "moet opleveren en kost. Beslist in de plek op het kanaal van het team."},
           .allow = kHandlers,
           .handler = api::prepare(proposing(engine)),
           .refusals = api::refuses(ContactRefusal::contact_unknown)},
          {.operation = "decisions.answer_step",
           .method = Method::post,
           .path = "/api/v1/decisions/steps/{id}/answer",
           .summary =
               {"Tell whether the customer accepted what was proposed; what is accepted is given "
                "once, a discount for this customer alone and with a greeting on the website.",
                "Meld of de klant het voorstel aannam; wat is aangenomen wordt één keer gegeven, "
                "een korting alleen voor deze klant en met een groet op de website."},
           .allow = kHandlers,
           .handler = api::write(answering_step(intake)),
           .idempotency = api::Idempotency::by_key,
           .refusals = refusals}};
}

}  // namespace sluis::decisions
