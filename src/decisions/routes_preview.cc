// Looking ahead: who would get what if they came now.

#include "decisions/engine.h"
#include "decisions/routes.h"
#include "decisions/rules.h"
#include "kernel/assert.h"

namespace sluis::decisions {
namespace {

using api::Call;
using store::Snapshot;

constexpr Text kOfferNeeded{"Say which offer this is a change of.",
                            "Zeg van welke aanbieding dit een wijziging is."};

struct PreviewBody {
  std::optional<OfferId> offer;       // only the places where it competes
  std::optional<OfferChange> change;  // as if it were made
  std::optional<PlacementId> placement;
  std::optional<Whole<0, 10'000>> page_views;  // of the visit; else as many as interest asks
  std::optional<bool> basket;                  // something is in it
};
BOOST_DESCRIBE_STRUCT(PreviewBody, (), (offer, change, placement, page_views, basket))
struct PreviewInput {
  PreviewBody body;
};
BOOST_DESCRIBE_STRUCT(PreviewInput, (), (body))

Result<Imagined> imagined(Snapshot& snapshot, const PreviewBody& body) {
  Imagined asked{.placement = body.placement};
  if (body.placement) TRY_VOID(placement(snapshot, *body.placement));
  if (body.offer) {
    asked.offer = TRY(offer(snapshot, *body.offer));
    if (body.change) asked.offer = TRY(changed_to(snapshot, *asked.offer, *body.change));
  } else if (body.change) {
    return std::unexpected(
        Refusal(kind_of(JsonRefusal::invalid)).with({{"/offer", "needed", Message(kOfferNeeded)}}));
  }
  const std::int64_t interest = settings(snapshot).interest_views.number;
  asked.context.page_views = body.page_views ? body.page_views->number : interest;
  asked.context.basket = body.basket.value_or(false);
  return asked;
}

auto previewing(Engine* engine) {
  return
      [engine](store::Store& store, const Call& call, const PreviewInput& in) -> Result<Preview> {
        SLUIS_ASSERT(engine);
        const Imagined asked =
            TRY(store.snapshot([&](Snapshot& snapshot) { return imagined(snapshot, in.body); }));
        return engine->preview(asked, call.now);
      };
}

}  // namespace

std::vector<api::Route> preview_routes(Engine* engine) {
  using enum OfferRefusal;
  return {{.operation = "decisions.preview",
           .method = http::Method::post,
           .path = "/api/v1/decisions/preview",
           .summary = {"Who would get what if they came now: per place and segment how many of the "
                       "customers known pass each gate, what they would be offered and what that "
                       "is expected to bring; also as if an offer were changed. Nothing is kept.",
                       "Wie nu wat zou krijgen: per plek en segment hoeveel van de bekende klanten "
                       "elke poort door komen, wat ze aangeboden zouden krijgen en wat dat naar "
                       "verwachting oplevert; ook alsof een aanbieding gewijzigd was. Er wordt "
                       "niets bewaard."},
           .allow = kReaders,
           .handler = api::prepare(previewing(engine)),
           .refusals = api::refuses(offer_unknown, placement_unknown)}};
}

}  // namespace sluis::decisions
