#include "customers/opened.h"
#include "customers/routes.h"
#include "customers/view.h"
#include "platform/api/place.h"

namespace sluis {

template <>
struct TextForm<customers::Passed> : api::PlaceForm<customers::Passed> {};

}  // namespace sluis

namespace sluis::customers {
namespace {

using api::Call;
using api::Stores;

struct IdInput {
  CustomerId id;
};
BOOST_DESCRIBE_STRUCT(IdInput, (), (id))

struct TimelineInput {
  CustomerId id;
  std::optional<ChannelId> channel;
  std::optional<Line<1, 64>> kind;
  std::optional<Passed> after;
  std::optional<Whole<1, kTimelineMax>> limit;
};
BOOST_DESCRIBE_STRUCT(TimelineInput, (), (id, channel, kind, after, limit))

// In the trail, too, stands who looked at whom. Whoever looks again needs no unit.
Result<void> note_opened(store::Store& store, const Call& call, const View& shown) {
  if (!shown.profile) return {};
  const auto actor = access::actor_of(call);
  const bool told = TRY(store.snapshot([&](store::Snapshot& snapshot) -> Result<bool> {
    return is_told(snapshot, actor, shown.id);
  }));
  if (told) return {};
  return store.unit([&](store::Tx& tx) -> Result<void> {
    tell_opened(tx, actor, shown.id);
    return {};
  });
}

Result<View> open_customer(Stores& stores, const Call& call, const IdInput& in) {
  View shown = TRY(stores.store.snapshot([&](store::Snapshot& snapshot) {
    return view(stores.figures, snapshot, sight_of(call.who), in.id, call.now);
  }));
  TRY_VOID(note_opened(stores.store, call, shown));
  return shown;
}

Result<api::Page<Moment>> page_through(Stores& stores, const Call& call, const TimelineInput& in) {
  const Span span{.channel = in.channel,
                  .kind = in.kind ? in.kind->text : "",
                  .after = in.after,
                  .limit = in.limit.value_or(Whole<1, kTimelineMax>{50}).number};
  api::Page<Moment> page;
  page.items = TRY(stores.store.snapshot([&](store::Snapshot& snapshot) {
    return timeline(stores.figures, snapshot, sight_of(call.who), in.id, span);
  }));
  if (std::cmp_greater(page.items.size(), span.limit)) {
    page.items.pop_back();
    page.next = TextForm<Passed>::print({page.items.back().ts, page.items.back().event});
  }
  return page;
}

}  // namespace

std::vector<api::Route> view_routes() {
  using http::Method;
  const auto refusals = api::refuses<CustomerRefusal>();
  return {
      {.operation = "customers.open",
       .method = Method::get,
       .path = "/api/v1/customers/{id}",
       .summary = {"One customer as a whole; the trail tells who opened it.",
                   "Eén klant als geheel; het logboek vertelt wie die opende."},
       .allow = kReaders,
       .handler = api::query(open_customer),
       .refusals = refusals},
      {.operation = "customers.timeline",
       .method = Method::get,
       .path = "/api/v1/customers/{id}/timeline",
       .summary = {"What a customer did on all channels, newest first.",
                   "Wat een klant op alle kanalen deed, nieuwste eerst."},
       .allow = kReaders,
       .handler = api::query(page_through),
       .refusals = refusals},
  };
}

}  // namespace sluis::customers
