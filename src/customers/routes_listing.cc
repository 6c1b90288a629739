#include "customers/listing.h"
#include "customers/routes.h"
#include "platform/api/refusal.h"

namespace sluis {

template <>
struct TextForm<customers::Place> {
  static std::optional<customers::Place> parse(std::string_view text) {
    const std::size_t dot = text.find('.');
    if (dot == std::string_view::npos) return std::nullopt;
    const auto figure = TextForm<std::int64_t>::parse(text.substr(0, dot));
    const auto customer = parse_id<CustomerIdTag>(text.substr(dot + 1));
    if (!figure || !customer) return std::nullopt;
    return customers::Place{*figure, *customer};
  }
  static std::string print(const customers::Place& place) {
    return std::to_string(place.figure) + "." + to_string(place.customer);
  }
  static Message expected() {
    static constexpr Text text{"the `next` of the page before", "de `next` van de pagina ervoor"};
    return {text};
  }
  static std::string schema() { return R"("type":"string")"; }
};

}  // namespace sluis

namespace sluis::customers {
namespace {

using api::Allow;
using api::Call;
using api::Role;
using api::Stores;

constexpr Allow kReaders = Allow::role(Role::admin) | Allow::role(Role::manager) |
                           Allow::role(Role::analyst) | Allow::role(Role::agent);

struct FilterInput {
  std::optional<Line<0, 200>> search;
  std::optional<ChannelId> channel;
  std::optional<SegmentId> segment;
  std::optional<Micro> revenue_from;
  std::optional<Micro> revenue_to;
  std::optional<Whole<0, 1'000'000'000>> orders_from;
  std::optional<Instant> seen_from;
  std::optional<Instant> seen_to;
  std::optional<Sort> sort;
  std::optional<bool> descending;
};
BOOST_DESCRIBE_STRUCT(FilterInput, (),
                      (search, channel, segment, revenue_from, revenue_to, orders_from, seen_from,
                       seen_to, sort, descending))

struct ListInput : FilterInput {
  std::optional<Place> after;
  std::optional<Whole<1, kPageMax>> limit;
};
BOOST_DESCRIBE_STRUCT(ListInput, (FilterInput), (after, limit))

struct ListReply {
  std::vector<Listed> items;
  std::optional<std::string> next;
  std::optional<std::int64_t> total;  // of the first page only
  Currency currency;
};
BOOST_DESCRIBE_STRUCT(ListReply, (), (items, next, total, currency))

Filter filter_of(const FilterInput& in) {
  return {.search = in.search ? in.search->text : "",
          .channel = in.channel,
          .segment = in.segment,
          .revenue_from = in.revenue_from,
          .revenue_to = in.revenue_to,
          .orders_from = in.orders_from ? std::optional(in.orders_from->number) : std::nullopt,
          .seen_from = in.seen_from,
          .seen_to = in.seen_to};
}

Query query_of(const ListInput& in) {
  return {.filter = filter_of(in),
          .sort = in.sort.value_or(Sort::net_revenue),
          .descending = in.descending.value_or(true),
          .after = in.after,
          .limit = in.limit.value_or(Whole<1, kPageMax>{100}).number};
}

Result<ListReply> list_customers(Stores& stores, const Call& call, const ListInput& in) {
  Listing found =
      TRY(list(stores.figures, stores.store, sight_of(call.who), query_of(in), call.now));
  ListReply reply{std::move(found.customers), {}, found.total, found.currency};
  if (found.next) reply.next = TextForm<Place>::print(*found.next);
  return reply;
}

}  // namespace

std::vector<api::Route> listing_routes() {
  using http::Method;
  return {
      {.operation = "customers.list",
       .method = Method::get,
       .path = "/api/v1/customers",
       .summary = {"Customers with what they did on all channels.",
                   "Klanten met wat ze op alle kanalen deden."},
       .allow = kReaders,
       .handler = api::query(list_customers),
       .refusals = api::refuses<ListingRefusal>()},
  };
}

}  // namespace sluis::customers
