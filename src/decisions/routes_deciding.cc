// The routes by which pages and shops ask what to offer.

#include "decisions/engine.h"
#include "decisions/handle.h"
#include "decisions/routes.h"
#include "decisions/store_log.h"
#include "kernel/assert.h"
#include "platform/secrets/secrets.h"

namespace sluis::decisions {
namespace {

using api::Call;
using store::Snapshot;
using store::Tx;

// After that a page goes on without an offer.
constexpr std::chrono::milliseconds kPatience{1'000};

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

struct OfferMade {
  OfferId id;
  Slug code;
  Act act = Act::advice;
  std::string title;
  std::string body;
  std::string button;
  std::optional<Discount> discount_basis_points;
};
BOOST_DESCRIBE_STRUCT(OfferMade, (), (id, code, act, title, body, button, discount_basis_points))

struct DecisionView {
  std::optional<DecisionId> id;    // none: nothing was kept that could be answered
  std::optional<OfferMade> offer;  // none: nothing is offered
  Reason reason = Reason::stopped;
  std::optional<Gate> gate;  // of the offer that came furthest, where none passed
  double probability = 1;
  std::optional<std::int64_t> policy;  // the number of its version
  std::optional<Instant> valid_until;
  std::optional<std::string> handle;  // with which the page may answer it
};
BOOST_DESCRIBE_STRUCT(DecisionView, (),
                      (id, offer, reason, gate, probability, policy, valid_until, handle))

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

Result<IdentityId> identity_of(const Engine& engine, identities::Kind kind,
                               const std::string& value) {
  std::string room;
  const auto normal = identities::normal_form({kind, value}, engine.region(), room);
  if (!normal) return refuse(normal.error());
  return identities::id_of(engine.pepper(), kind, *normal);
}

// Named values are believed of whoever has a secret key alone.
Result<std::vector<IdentityId>> named(const Engine& engine, const Call& call,
                                      const std::optional<Line<1, 254>>& user,
                                      const std::optional<Line<1, 254>>& device) {
  std::vector<IdentityId> all;
  if ((user || device) && call.who.key_scope != api::KeyScope::ingest)
    return refuse(HandleRefusal::handle_needed);
  if (user) all.push_back(TRY(identity_of(engine, identities::Kind::user, user->text)));
  if (device) all.push_back(TRY(identity_of(engine, identities::Kind::device, device->text)));
  return all;
}

Result<std::vector<IdentityId>> visitor_of(const Engine& engine, const Call& call,
                                           const VisitorBody& visitor) {
  auto all = TRY(named(engine, call, visitor.user_id, visitor.anonymous_id));
  if (visitor.handle) {
    const auto holder = holder_of(engine.secret(), visitor.handle->text, call.now);
    if (!holder) return refuse(HandleRefusal::handle_invalid);
    all.push_back(*holder);
  }
  return all;
}

Context context_of(const ContextBody& body) {
  return {.page_views = body.page_views ? body.page_views->number : 0,
          .basket = body.basket_value && *body.basket_value > Micro(0)};
}

OfferMade made(const Offer& offer, Language language) {
  const Words& words = language == Language::nl ? offer.texts.nl : offer.texts.en;
  return {.id = offer.id,
          .code = offer.code,
          .act = offer.act,
          .title = words.title.text,
          .body = words.body.text,
          .button = words.button.text,
          .discount_basis_points = offer.discount_basis_points};
}

DecisionView view_of(const Engine& engine, const Decided& decided, Language language) {
  DecisionView view{
      .reason = decided.reason, .gate = decided.gate, .probability = decided.probability};
  if (decided.policy != 0) view.policy = decided.policy;
  if (decided.slot != nullptr) {
    view.offer = made(decided.slot->offer, language);
    view.valid_until = decided.until;
  }
  if (decided.log) {
    view.id = decided.log->id;
    view.handle = handle_for(engine.secret(), decided.log->identity, decided.log->ts).text;
  }
  return view;
}

void keep(Tx& tx, Engine& engine, const std::shared_ptr<const Decided>& decided) {
  if (decided->log) {
    sql::insert(tx, *decided->log);
    tx.after_commit([&engine, decided] { engine.kept(decided); });
  }
  if (!decided->total) return;
  const auto& [placement, day] = *decided->total;
  sql::count(tx, placement, day, decided->slot != nullptr ? decided->slot->offer.id : OfferId());
}

auto deciding(Engine* engine) {
  return [engine](const Call& call, const DecideInput& in) -> Result<api::Rows<DecisionView>> {
    SLUIS_ASSERT(engine);
    const ContextBody context = in.body.context.value_or(ContextBody{});
    const Question question{
        .placement = in.body.placement.text,
        .identities = TRY(visitor_of(*engine, call, in.body.visitor.value_or(VisitorBody{}))),
        .consent = context.consent.value_or(false),
        .context = context_of(context),
        .id = call.ids.next<DecisionId>(),
        .now = call.now};
    const auto decided = std::make_shared<const Decided>(engine->decide(question));
    const Language language = context.language.value_or(call.language);
    return api::Rows<DecisionView>{
        .write = [engine, decided, language](Tx& tx) -> Result<DecisionView> {
          keep(tx, *engine, decided);
          return view_of(*engine, *decided, language);
        },
        .instead = DecisionView{.reason = Reason::store_slow},
        .within = kPatience};
  };
}

auto giving_handle(const Engine* engine) {
  return [engine](Snapshot&, const Call& call, const HandleInput& in) -> Result<HandleView> {
    SLUIS_ASSERT(engine);
    const auto theirs = TRY(named(*engine, call, in.body.user_id, in.body.anonymous_id));
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
