// The routes by which pages and shops ask what to offer.

#include "decisions/asking.h"
#include "decisions/engine.h"
#include "decisions/handle.h"
#include "decisions/routes.h"
#include "kernel/assert.h"
#include "platform/secrets/secrets.h"

namespace sluis::decisions {
namespace {

using api::Call;
using store::Snapshot;
using store::Tx;

// Who it is for: by the handle that the server signed, or named by whoever has a secret key.
struct VisitorBody {
  std::optional<Line<1, 100>> handle;
  std::optional<Line<1, 254>> anonymous_id;
  std::optional<Line<1, 254>> user_id;
};
BOOST_DESCRIBE_STRUCT(VisitorBody, (), (handle, anonymous_id, user_id))

struct ContextBody {
  std::optional<Whole<0, 10'000>> page_views;  // in this visit so far
  std::optional<Micro> basket_value;
  std::optional<Language> language;
  std::optional<bool> consent;  // what the visitor does may be kept
};
BOOST_DESCRIBE_STRUCT(ContextBody, (), (page_views, basket_value, language, consent))

struct DecideBody {
  Slug placement;
  std::optional<VisitorBody> visitor;
  std::optional<ContextBody> context;
};
BOOST_DESCRIBE_STRUCT(DecideBody, (), (placement, visitor, context))
struct DecideInput {
  DecideBody body;
};
BOOST_DESCRIBE_STRUCT(DecideInput, (), (body))

struct HandleBody {
  std::optional<Line<1, 254>> anonymous_id;
  std::optional<Line<1, 254>> user_id;
};
BOOST_DESCRIBE_STRUCT(HandleBody, (), (anonymous_id, user_id))
struct HandleInput {
  HandleBody body;
};
BOOST_DESCRIBE_STRUCT(HandleInput, (), (body))
struct HandleView {
  std::string handle;
  Instant until;
  std::optional<std::string> anonymous_id;  // that was made for who had none
};
BOOST_DESCRIBE_STRUCT(HandleView, (), (handle, until, anonymous_id))

template <class Text>
std::string_view text_of(const std::optional<Text>& given) {
  return given ? std::string_view(given->text) : std::string_view();
}

Result<Decision> decided_for(Engine& engine, const Call& call, const DecideBody& body) {
  const VisitorBody visitor = body.visitor.value_or(VisitorBody{});
  const ContextBody context = body.context.value_or(ContextBody{});
  return decide(engine, call,
                {.placement = body.placement.text,
                 .handle = text_of(visitor.handle),
                 .user = text_of(visitor.user_id),
                 .device = text_of(visitor.anonymous_id),
                 .consent = context.consent.value_or(false),
                 .page_views = context.page_views ? context.page_views->number : 0,
                 .basket = context.basket_value && *context.basket_value > Micro(0)});
}

Language language_of(const DecideBody& body, const Call& call) {
  return body.context && body.context->language ? *body.context->language : call.language;
}

auto deciding(Engine* engine) {
  return [engine](const Call& call, const DecideInput& in) -> Result<api::Rows<DecisionView>> {
    SLUIS_ASSERT(engine);
    const Decision decision = TRY(decided_for(*engine, call, in.body));
    const Language language = language_of(in.body, call);
    return api::Rows<DecisionView>{
        .write = [engine, decision, language](Tx& tx) -> Result<DecisionView> {
          keep(tx, *engine, decision);
          return greeted(tx, *engine, *decision, language);
        },
        .instead = kNotKept,
        .within = kPatience};
  };
}

auto giving_handle(const Engine* engine) {
  return [engine](Snapshot&, const Call& call, const HandleInput& in) -> Result<HandleView> {
    SLUIS_ASSERT(engine);
    const auto theirs =
        TRY(named(*engine, call, text_of(in.body.user_id), text_of(in.body.anonymous_id)));
    std::optional<std::string> fresh;
    if (theirs.empty()) fresh = secrets::random_token();
    const IdentityId identity =
        fresh ? TRY(identity_of(*engine, identities::Kind::device, *fresh)) : theirs.front();
    const Handle handle = handle_for(engine->secret(), identity, call.now);
    return HandleView{.handle = handle.text, .until = handle.until, .anonymous_id = fresh};
  };
}

}  // namespace

std::vector<api::Route> deciding_routes(Engine* engine) {
  using api::refuses;
  using http::Method;
  using enum HandleRefusal;
  std::vector<const RefusalKind*> named = refuses<identities::IdentityRefusal>();
  named.push_back(&kind_of(handle_needed));
  std::vector<const RefusalKind*> asked = named;
  asked.push_back(&kind_of(handle_invalid));
  return {
      {.operation = "decisions.decide",
       .method = Method::post,
       .path = "/api/v1/decisions",
       .summary = {"What to offer a visitor here and now, if anything; answered when it is kept.",
                   "Wat een bezoeker hier en nu aan te bieden, als er iets is; beantwoord als het "
                   "bewaard is."},
       .allow = kAskers,
       .handler = api::append(deciding(engine)),
       .refusals = asked},
      {.operation = "decisions.give_handle",
       .method = Method::post,
       .path = "/api/v1/decisions/handles",
       .summary =
           {"A signed handle with which a page asks for one visitor: for who is named with a "
            "secret key, or for somebody new.",
            "Een ondertekend kenmerk waarmee een pagina voor één bezoeker vraagt: voor wie "
            "met een geheime sleutel genoemd wordt, of voor een nieuwe."},
       .allow = kAskers,
       .handler = api::read(giving_handle(engine)),
       .refusals = named},
  };
}

}  // namespace sluis::decisions
