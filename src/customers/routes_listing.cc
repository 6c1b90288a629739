#include "customers/listing.h"
#include "customers/routes.h"
#include "platform/api/place.h"
#include "platform/api/refusal.h"
#include "platform/export/download.h"

namespace sluis {

template <>
struct TextForm<customers::Place> : api::PlaceForm<customers::Place> {};

}  // namespace sluis

namespace sluis::customers {
namespace {

using api::Call;
using api::Stores;

constexpr std::int64_t kExportedMost = 50'000;

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

Query query_of(const FilterInput& in) {
  return {.filter = filter_of(in),
          .sort = in.sort.value_or(Sort::net_revenue),
          .descending = in.descending.value_or(true)};
}

Result<ListReply> list_customers(Stores& stores, const Call& call, const ListInput& in) {
  Query query = query_of(in);
  query.after = in.after;
  query.limit = in.limit.value_or(Whole<1, kPageMax>{100}).number;
  Listing found = TRY(list(stores.figures, stores.store, sight_of(call.who), query, call.now));
  ListReply reply{std::move(found.customers), {}, found.total, found.currency};
  if (found.next) reply.next = TextForm<Place>::print(*found.next);
  return reply;
}

// In the trail stands who took a list of people along.
Result<void> note_exported(store::Store& store, const Call& call, std::int64_t rows) {
  return store.unit([&](store::Tx& tx) -> Result<void> {
    access::audit(
        tx, access::actor_of(call),
        {.entity = "customers", .id = "list", .action = "exported", .after = Json{to_json(rows)}});
    return {};
  });
}

template <exporting::Form form>
Result<api::Download> export_customers(Stores& stores, const Call& call, const FilterInput& in) {
  std::int64_t rows = 0;
  const auto write = [&](exporting::TableFile& file) -> Result<void> {
    rows = TRY(each_exported(
        stores.figures, stores.store, sight_of(call.who), query_of(in), call.now, kExportedMost,
        [&](ExportedCustomer&& row) { return exporting::write_row(file, row); }));
    return {};
  };
  std::string bytes =
      TRY(exporting::bytes_of(form, exporting::columns_of<ExportedCustomer>(), write));
  TRY_VOID(note_exported(stores.store, call, rows));
  return exporting::download_of(form, "customers", std::move(bytes));
}

template <exporting::Form form>
api::Route export_route(std::string_view operation, std::string_view path, const Text& summary) {
  return {
      .operation = operation,
      .method = http::Method::get,
      .path = path,
      .summary = summary,
      .allow = kReaders,
      .handler = api::query(export_customers<form>),
      .limits = {.query_time = std::chrono::minutes(1)},
      .refusals = {&kind_of(ListingRefusal::names_hidden), &kind_of(ListingRefusal::margins_hidden),
                   &kind_of(exporting::ExportRefusal::not_written)},
      .content_type = exporting::media_type(form)};
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
      export_route<exporting::Form::csv>(
          "customers.list_csv", "/api/v1/customers/list/csv",
          {"The first fifty thousand of the list as CSV; the trail tells who took it.",
           "De eerste vijftigduizend van de lijst als CSV; het logboek vertelt wie die meenam."}),
      export_route<exporting::Form::xlsx>(
          "customers.list_xlsx", "/api/v1/customers/list/xlsx",
          {"The same as a spreadsheet.", "Hetzelfde als rekenblad."}),
      export_route<exporting::Form::parquet>("customers.list_parquet",
                                             "/api/v1/customers/list/parquet",
                                             {"The same as Parquet.", "Hetzelfde als Parquet."}),
  };
}

}  // namespace sluis::customers
