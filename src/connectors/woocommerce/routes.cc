#include "connectors/woocommerce/routes.h"

#include <fmt/format.h>

#include "connectors/woocommerce/admission.h"
#include "connectors/woocommerce/oauth.h"
#include "connectors/woocommerce/refusals.h"
#include "connectors/woocommerce/shop.h"
#include "kernel/assert.h"
#include "platform/api/idempotency.h"
#include "platform/api/problem.h"

namespace sluis::connectors::woocommerce {
namespace {

using api::Call;
using api::Foreign;
using http::Method;
using store::Snapshot;
using store::Tx;

constexpr std::uint64_t kBodyMax = 256 * 1024;
constexpr std::int64_t kPageMost = 100;
constexpr std::int64_t kPagesMost = 1'000'000;

// A request whose sender is known, and where it is worked on.
struct Work {
  store::Store& store;
  events::Intake* intake;
  const Call& call;
  const Foreign& request;
  Connection of;
  api::Parameters query;

  access::Actor actor() const {
    return {
        .name = to_string(of.id), .peer = std::string(call.peer), .now = call.now, .ids = call.ids};
  }
  std::string_view asked(std::string_view name) const { return parameter(query, name); }
};

using Answer = Result<http::Reply>;

template <class T>
http::Reply json_reply(const T& value, int status = 200) {
  return {
      .status = status, .content_type = "application/json", .headers = {}, .body = to_json(value)};
}

// ---- Reading a request

Result<std::int64_t> number_in_path(const Work& work, WooRefusal unknown) {
  const std::string_view path = work.request.head.path;
  const std::string_view last = path.substr(path.rfind('/') + 1);
  const auto number = TextForm<std::int64_t>::parse(last);
  if (!number || *number <= 0) return refuse(unknown, last);
  return *number;
}

Result<std::int64_t> whole(const Work& work, std::string_view name, std::int64_t fallback,
                           std::int64_t most) {
  const std::string_view told = work.asked(name);
  if (told.empty()) return fallback;
  const auto number = TextForm<std::int64_t>::parse(told);
  if (!number || *number < 1 || *number > most) return refuse(WooRefusal::rest_invalid_param, name);
  return *number;
}

Result<Paging> paging(const Work& work) {
  return Paging{.page = TRY(whole(work, "page", 1, kPagesMost)),
                .per_page = TRY(whole(work, "per_page", 10, kPageMost))};
}

// Without a zone it is ours, UTC.
Result<std::optional<Instant>> moment(const Work& work, std::string_view name) {
  const std::string told(work.asked(name));
  if (told.empty()) return std::nullopt;
  auto instant = parse_instant(told);
  if (!instant) instant = parse_instant(told + "Z");
  if (!instant) return refuse(WooRefusal::rest_invalid_param, name);
  return instant;
}

// "processing,completed", or "any".
Result<std::vector<Status>> statuses(const Work& work) {
  std::vector<Status> all;
  std::string_view told = work.asked("status");
  if (told == "any") return all;
  while (!told.empty()) {
    const std::size_t comma = std::min(told.find(','), told.size());
    const auto status = status_named(told.substr(0, comma));
    if (!status) return refuse(WooRefusal::rest_invalid_param, "status");
    all.push_back(*status);
    told.remove_prefix(std::min(comma + 1, told.size()));
  }
  return all;
}

Result<ingest::Tree> body_of(const Work& work) {
  auto tree = ingest::Tree::parse(work.request.body);
  if (!tree || tree->root().flaw() != ingest::Flaw::none) {
    return refuse(WooRefusal::body_unreadable);
  }
  return *std::move(tree);
}

// ---- Answering

// What is shown has numbers: those that had none get one, and it is shown again.
template <class Show>
auto numbered(const Work& work, Show show)
    -> decltype(show(std::declval<Snapshot&>(), std::declval<Numbers&>())) {
  std::vector<Numbers::Missing> missing;
  const auto once = [&](Snapshot& snapshot) {
    Numbers numbers(snapshot, work.of.id);
    auto shown = show(snapshot, numbers);
    missing = numbers.missing();
    return shown;
  };
  auto shown = work.store.snapshot(once);
  if (missing.empty() || !shown) return shown;
  TRY_VOID(work.store.unit([&](Tx& tx) -> Result<void> {
    give_numbers(tx, work.of.id, missing);
    return {};
  }));
  return work.store.snapshot(once);
}

template <class T>
http::Reply page_reply(const WirePage<T>& page, const Paging& paging) {
  http::Reply reply = json_reply(page.items);
  const std::int64_t pages = (page.total + paging.per_page - 1) / paging.per_page;
  reply.headers = {{"X-WP-Total", std::to_string(page.total)},
                   {"X-WP-TotalPages", std::to_string(pages)},
                   {"Access-Control-Expose-Headers", "X-WP-Total, X-WP-TotalPages"}};
  return reply;
}

Answer list_products(const Work& work) {
  const ProductQuery query{.search = std::string(work.asked("search")),
                           .sku = std::string(work.asked("sku")),
                           .paging = TRY(paging(work))};
  const auto page = TRY(numbered(work, [&](Snapshot& snapshot, Numbers& numbers) {
    return Result<WirePage<WireProduct>>(
        products(snapshot, work.of, numbers, query, work.call.now));
  }));
  return page_reply(page, query.paging);
}

Answer show_product(const Work& work) {
  const auto number = TRY(number_in_path(work, WooRefusal::woocommerce_rest_product_invalid_id));
  return json_reply(TRY(numbered(work, [&](Snapshot& snapshot, Numbers& numbers) {
    return product(snapshot, work.of, numbers, number, work.call.now);
  })));
}

Answer change_product(const Work& work) {
  const auto number = TRY(number_in_path(work, WooRefusal::woocommerce_rest_product_invalid_id));
  const ingest::Tree body = TRY(body_of(work));
  TRY_VOID(work.store.unit([&](Tx& tx) -> Result<void> {
    note_received(tx, work.of.id, work.call.now);
    return woocommerce::change_product(tx, work.actor(), work.of, number, body.root());
  }));
  return show_product(work);
}

Answer list_orders(const Work& work) {
  const OrderQuery query{.statuses = TRY(statuses(work)),
                         .after = TRY(moment(work, "after")),
                         .before = TRY(moment(work, "before")),
                         .modified_after = TRY(moment(work, "modified_after")),
                         .paging = TRY(paging(work))};
  const auto page = TRY(numbered(work, [&](Snapshot& snapshot, Numbers& numbers) {
    return Result<WirePage<WireOrder>>(orders(snapshot, work.of, numbers, query));
  }));
  return page_reply(page, query.paging);
}

Answer show_order(const Work& work) {
  const auto number = TRY(number_in_path(work, WooRefusal::woocommerce_rest_shop_order_invalid_id));
  return json_reply(TRY(numbered(work, [&](Snapshot& snapshot, Numbers& numbers) {
    return order(snapshot, work.of, numbers, number);
  })));
}

// The signature is another one each time, so that the query does not tell a repeat.
api::idempotency::Key key_of(const Work& work) {
  return {.scope = to_string(work.of.id) + " connectors.woo_place",
          .key = std::string(work.request.head.header("Idempotency-Key")),
          .request_hash = api::idempotency::hash_of(work.request.head.path, work.request.body)};
}

Answer placed(Tx& tx, const Work& work, const OrderWish& wish) {
  SLUIS_ASSERT(work.intake != nullptr);
  const access::Actor actor = work.actor();
  const orders::Desk desk{tx, actor, *work.intake};
  Numbers numbers(tx, work.of.id);
  const orders::OrderId id = TRY(place(desk, work.of, numbers, wish));
  note_received(tx, work.of.id, work.call.now);
  numbers.of(id);
  give_numbers(tx, work.of.id, numbers.missing());
  return json_reply(TRY(tell(tx, work.of, numbers, id)), 201);
}

Answer place_order(const Work& work) {
  const ingest::Tree body = TRY(body_of(work));
  const OrderWish wish = TRY(order_wish_of(body.root()));
  const api::idempotency::Key key = key_of(work);
  return work.store.unit([&](Tx& tx) -> Answer {
    if (!api::idempotency::is_valid(key.key)) return placed(tx, work, wish);
    if (auto before = TRY(api::idempotency::find(tx, key))) return *std::move(before);
    http::Reply reply = TRY(placed(tx, work, wish));
    if (!api::idempotency::keep(tx, key, reply, work.call.now)) {
      throw store::Error(store::Failure::contended, "an idempotency key was kept meanwhile");
    }
    return reply;
  });
}

Answer change_order(const Work& work) {
  const auto number = TRY(number_in_path(work, WooRefusal::woocommerce_rest_shop_order_invalid_id));
  const ingest::Tree body = TRY(body_of(work));
  const auto to = status_named(body.root()["status"].text());
  if (!to) return refuse(WooRefusal::rest_invalid_param, "status");
  TRY_VOID(work.store.unit([&](Tx& tx) -> Result<void> {
    SLUIS_ASSERT(work.intake != nullptr);
    const access::Actor actor = work.actor();
    note_received(tx, work.of.id, work.call.now);
    return move_order({tx, actor, *work.intake}, work.of, Numbers(tx, work.of.id), number, *to);
  }));
  return show_order(work);
}

// ---- The table

using Handle = Answer (*)(const Work&);

api::Handler handler(events::Intake* intake, Handle handle) {
  return api::foreign_work(
      [intake, handle](store::Store& store, const Call& call, const Foreign& request) {
        const auto answer = [&]() -> Answer {
          Asked asked = TRY(admitted(store, request));
          return handle(
              {store, intake, call, request, std::move(asked.connection), std::move(asked.query)});
        }();
        return answer ? *answer : refusal_reply(answer.error(), call.language);
      });
}

}  // namespace

std::vector<api::Route> routes(events::Intake* intake) {
  const auto route = [&](std::string_view operation, Method method, std::string_view path,
                         const Text& summary, Handle handle) {
    return api::Route{.operation = operation,
                      .method = method,
                      .path = path,
                      .summary = summary,
                      .allow = api::Allow::anyone(),  // who signs with the secret of a connection
                      .handler = handler(intake, handle),
                      .limits = {.body_bytes = kBodyMax},
                      .content_type = "application/json",
                      .answer_type = "application/json"};
  };
  return {
      route("connectors.woo_products", Method::get, "/wp-json/wc/v3/products",
            {"Products as WooCommerce lists them", "Producten zoals WooCommerce ze toont"},
            list_products),
      route("connectors.woo_product", Method::get, "/wp-json/wc/v3/products/{id}",
            {"One product as WooCommerce shows it", "Eén product zoals WooCommerce het toont"},
            show_product),
      route("connectors.woo_set_product", Method::put, "/wp-json/wc/v3/products/{id}",
            {"Set stock or price of a product as in WooCommerce",
             "Zet voorraad of prijs van een product zoals in WooCommerce"},
            change_product),
      route("connectors.woo_orders", Method::get, "/wp-json/wc/v3/orders",
            {"Orders as WooCommerce lists them", "Orders zoals WooCommerce ze toont"}, list_orders),
      route("connectors.woo_place", Method::post, "/wp-json/wc/v3/orders",
            {"Place an order as in WooCommerce", "Plaats een order zoals in WooCommerce"},
            place_order),
      route("connectors.woo_order", Method::get, "/wp-json/wc/v3/orders/{id}",
            {"One order as WooCommerce shows it", "Eén order zoals WooCommerce hem toont"},
            show_order),
      route("connectors.woo_move_order", Method::put, "/wp-json/wc/v3/orders/{id}",
            {"Set the status of an order as in WooCommerce",
             "Zet de status van een order zoals in WooCommerce"},
            change_order),
  };
}

}  // namespace sluis::connectors::woocommerce
