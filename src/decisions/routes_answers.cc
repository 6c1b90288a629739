// The route by which a page tells what became of an offer.

#include "decisions/answers.h"
#include "decisions/engine.h"
#include "decisions/handle.h"
#include "decisions/routes.h"
#include "kernel/assert.h"

namespace sluis::decisions {
namespace {

using api::Call;
using store::Tx;

// Who has no secret key shows the handle of the visitor.
struct AnswerBody : AnswerDraft {
  std::optional<Line<1, 100>> handle;
};
BOOST_DESCRIBE_STRUCT(AnswerBody, (AnswerDraft), (handle))
struct AnswerInput {
  DecisionId id;
  AnswerBody body;
};
BOOST_DESCRIBE_STRUCT(AnswerInput, (), (id, body))

Result<std::optional<IdentityId>> holder(const Engine& engine, const Call& call,
                                         const AnswerBody& body) {
  if (body.handle) {
    const auto holder = holder_of(engine.secret(), body.handle->text, call.now);
    if (!holder) return refuse(HandleRefusal::handle_invalid);
    return holder;
  }
  if (call.who.key_scope != api::KeyScope::ingest) return refuse(HandleRefusal::handle_needed);
  return std::nullopt;
}

auto answering(const Engine* engine, events::Intake* intake) {
  return [engine, intake](Tx& tx, const Call& call, const AnswerInput& in) -> Result<Answered> {
    SLUIS_ASSERT(engine != nullptr && intake != nullptr);
    const access::Actor actor = access::actor_of(call);
    return answer({tx, actor, *intake}, in.id,
                  {.holder = TRY(holder(*engine, call, in.body)), .adviser = {}}, in.body);
  };
}

}  // namespace

std::vector<api::Route> answering_routes(const Engine* engine, events::Intake* intake) {
  std::vector<const RefusalKind*> refusals = api::refuses<HandleRefusal, AnswerRefusal>();
  const auto contacts =
      api::refuses(contacts::ContactRefusal::team_unknown, contacts::ContactRefusal::team_closed,
                   contacts::ContactRefusal::team_full, contacts::ContactRefusal::no_team);
  refusals.insert(refusals.end(), contacts.begin(), contacts.end());
  return {{.operation = "decisions.answer",
           .method = http::Method::post,
           .path = "/api/v1/decisions/{id}/answer",
           .summary = {"Tell that an offer was shown, dismissed or accepted; what is accepted is "
                       "given once, and begins the contact that it takes.",
                       "Meld dat een aanbieding getoond, weggeklikt of aangenomen is; wat is "
                       "aangenomen wordt één keer gegeven, en begint het contact dat ervoor nodig "
                       "is."},
           .allow = kAskers,
           .handler = api::write(answering(engine, intake)),
           .idempotency = api::Idempotency::by_key,
           .refusals = refusals}};
}

}  // namespace sluis::decisions
