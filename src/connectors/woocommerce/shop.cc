#include "connectors/woocommerce/shop.h"

#include <fmt/format.h>

#include "company/company.h"
#include "connectors/store.h"
#include "connectors/woocommerce/refusals.h"

namespace sluis::connectors::woocommerce {
namespace {

using catalog::VariantId;
using orders::OrderId;
using store::Snapshot;
using store::Tx;

// ---- Products

// With a location: what lies there and is promised to nobody, so that what they set is what they
// read. Else what can be promised through the channel.
std::int64_t free_of(Snapshot& snapshot, const Connection& of, VariantId id) {
  if (!of.location) {
    return stock::available(snapshot, std::array{id}, of.channel, {}).front().free;
  }
  const auto levels = stock::levels(snapshot, {}, {.variant = id, .location = of.location});
  return levels.empty() ? 0 : levels.front().on_hand - levels.front().reserved;
}

Result<WireProduct> shown(Snapshot& snapshot, const Connection& of, Numbers& numbers, VariantId id,
                          Instant now) {
  Offer offer{.number = numbers.of(id),
              .variant = TRY(catalog::variant_head(snapshot, id)),
              .price = {},
              .free = free_of(snapshot, of, id)};
  offer.product = TRY(catalog::product(snapshot, offer.variant.product));
  const Currency currency = company::settings(snapshot).settings.currency;
  const auto price = catalog::price(
      snapshot, id, {.channel = of.channel, .segments = {}, .currency = currency, .at = now});
  if (price) offer.price = price->amount;
  return wire_of(offer);
}

Result<VariantId> variant_with(const Numbers& numbers, std::int64_t number) {
  const auto id = numbers.variant(number);
  if (!id) return refuse(WooRefusal::woocommerce_rest_product_invalid_id, std::to_string(number));
  return *id;
}

// Their stock is what is left to sell: what is promised lies there besides.
Result<void> set_stock(Tx& tx, const access::Actor& actor, const Connection& of, VariantId id,
                       stock::Units left) {
  if (!of.location) return refuse(WooRefusal::stock_without_location);
  const auto levels = stock::levels(tx, {}, {.variant = id, .location = of.location});
  const std::int64_t promised = levels.empty() ? 0 : levels.front().reserved;
  const auto counted = TextForm<stock::Units>::parse(std::to_string(left.number + promised));
  if (!counted) return refuse(WooRefusal::rest_invalid_param, "stock_quantity");
  TRY_VOID(stock::count(tx, actor,
                        {.variant = id,
                         .location = *of.location,
                         .counted = *counted,
                         .note = {fmt::format("through {}", of.name.text)}}));
  return {};
}

// The price of the channel for everybody, without a period; others stay as they are.
Result<void> set_price(Tx& tx, const access::Actor& actor, const Connection& of, VariantId id,
                       Micro amount) {
  const catalog::Variant variant = TRY(catalog::variant(tx, id));
  const Currency currency = company::settings(tx).settings.currency;
  std::vector<catalog::Price> prices = variant.prices;
  const auto mine = std::ranges::find_if(prices, [&](const catalog::Price& one) {
    return one.channel == of.channel && !one.segment && one.currency == currency && !one.from &&
           !one.to;
  });
  if (mine != prices.end()) {
    mine->amount = amount;
  } else {
    catalog::Price price;
    price.channel = of.channel;
    price.currency = currency;
    price.amount = amount;
    prices.push_back(price);
  }
  catalog::VariantChange change;
  change.prices = {true, std::move(prices)};
  TRY_VOID(catalog::change_variant(tx, actor, id, variant.version, change));
  return {};
}

// ---- Orders

sql::OrderPage page_of(const Connection& of, const OrderQuery& query) {
  sql::OrderPage page{.channel = of.channel,
                      .states = "",
                      .from = query.after,
                      .to = query.before,
                      .changed_from = query.modified_after,
                      .skip = query.paging.skip(),
                      .limit = query.paging.per_page};
  for (const Status status : query.statuses) {
    for (const orders::State state : states_shown_as(status))
      page.states += fmt::format("{}{}", page.states.empty() ? "," : "", enum_name(state)) + ",";
  }
  const bool nothing_is_so = !query.statuses.empty() && page.states.empty();
  if (nothing_is_so) page.states = ",none,";
  return page;
}

Result<OrderId> order_with(Snapshot& snapshot, const Connection& of, const Numbers& numbers,
                           std::int64_t number) {
  const auto id = numbers.order(number);
  const auto found = id ? orders::find(snapshot, orders::kEverything, *id)
                        : Result<orders::FullOrder>(refuse(orders::OrderRefusal::order_unknown));
  if (!found || found->order.channel != of.channel) {
    return refuse(WooRefusal::woocommerce_rest_shop_order_invalid_id, std::to_string(number));
  }
  return *id;
}

Result<VariantId> ordered(Snapshot& snapshot, const Numbers& numbers, const WishedLine& line) {
  const auto id = line.product != 0 ? numbers.variant(line.product)
                                    : catalog::variant_with(snapshot, catalog::Sku{line.sku});
  if (id) return *id;
  return refuse(WooRefusal::product_unknown,
                line.product != 0 ? std::to_string(line.product) : line.sku);
}

orders::PaymentDraft payment_of(const Slug& method, const Line<0, 200>& transaction) {
  orders::PaymentDraft payment;
  payment.method = method;
  if (!transaction.text.empty()) payment.reference = transaction;
  return payment;
}

Result<orders::OrderDraft> draft_of(Snapshot& snapshot, const Connection& of,
                                    const Numbers& numbers, const OrderWish& wish) {
  orders::OrderDraft draft;
  draft.channel = of.channel;
  draft.currency = wish.currency;
  draft.country = wish.country;
  draft.buyer = wish.buyer;
  for (const WishedLine& line : wish.lines) {
    draft.lines.push_back({.variant = TRY(ordered(snapshot, numbers, line)),
                           .quantity = line.quantity,
                           .price = {},
                           .discount = {}});
  }
  if (wish.transport) {
    const Currency company = company::settings(snapshot).settings.currency;
    draft.transport = Money{*wish.transport, wish.currency.value_or(company)};
  }
  if (!wish.voucher.empty()) {
    draft.voucher = TextForm<orders::Voucher>::parse(wish.voucher);
    if (!draft.voucher) return refuse(WooRefusal::rest_invalid_param, "coupon_lines");
  }
  return draft;
}

Result<void> check_totals(const orders::FullOrder& whole, const OrderWish& wish) {
  for (std::size_t i = 0; i < wish.lines.size(); ++i) {
    const orders::OrderLine& line = whole.lines[i];
    const auto& told = wish.lines[i].total;
    if (told && !agrees(*told, line, whole.order.currency)) {
      return refuse(WooRefusal::total_differs, line.sku.text, to_string(line.gross),
                    to_string(*told));
    }
  }
  return {};
}

// ---- Acts that a status stands for

Result<void> hand_over_all(const orders::Desk& desk, OrderId id) {
  const auto whole = TRY(orders::find(desk.tx, orders::kEverything, id));
  for (const orders::Delivery& one : whole.deliveries) {
    using enum orders::DeliveryState;
    if (one.state != asked && one.state != accepted && one.state != ready) continue;
    TRY_VOID(orders::hand_over(desk, orders::kEverything, one.id, {}, {}));
  }
  return {};
}

Result<void> refund_all(const orders::Desk& desk, OrderId id) {
  const auto whole = TRY(orders::find(desk.tx, orders::kEverything, id));
  orders::RefundDraft refund;
  refund.method = whole.payments.empty() ? Slug{"other"} : whole.payments.front().method;
  TRY_VOID(orders::refund(desk, orders::kEverything, id, refund));
  return {};
}

}  // namespace

WirePage<WireProduct> products(Snapshot& snapshot, const Connection& of, Numbers& numbers,
                               const ProductQuery& query, Instant now) {
  const sql::VariantPage page{.search = query.search,
                              .sku = query.sku,
                              .skip = query.paging.skip(),
                              .limit = query.paging.per_page};
  WirePage<WireProduct> found{.items = {}, .total = sql::count_variants(snapshot, page)};
  for (const VariantId id : sql::variants(snapshot, page)) {
    if (auto one = shown(snapshot, of, numbers, id, now)) found.items.push_back(*std::move(one));
  }
  return found;
}

Result<WireProduct> product(Snapshot& snapshot, const Connection& of, Numbers& numbers,
                            std::int64_t number, Instant now) {
  return shown(snapshot, of, numbers, TRY(variant_with(numbers, number)), now);
}

Result<void> change_product(Tx& tx, const access::Actor& actor, const Connection& of,
                            std::int64_t number, ingest::Node body) {
  Numbers numbers(tx, of.id);
  const VariantId id = TRY(variant_with(numbers, number));
  const WireProduct before = TRY(shown(tx, of, numbers, id, actor.now));
  const ProductWish wish = TRY(wish_of(body, before));
  if (wish.price) TRY_VOID(set_price(tx, actor, of, id, *wish.price));
  if (wish.stock) TRY_VOID(set_stock(tx, actor, of, id, *wish.stock));
  return {};
}

WirePage<WireOrder> orders(Snapshot& snapshot, const Connection& of, Numbers& numbers,
                           const OrderQuery& query) {
  const sql::OrderPage page = page_of(of, query);
  WirePage<WireOrder> found{.items = {}, .total = sql::count_orders(snapshot, page)};
  for (const OrderId id : sql::orders(snapshot, page)) {
    if (auto one = tell(snapshot, of, numbers, id)) found.items.push_back(*std::move(one));
  }
  return found;
}

Result<WireOrder> order(Snapshot& snapshot, const Connection& of, Numbers& numbers,
                        std::int64_t number) {
  return tell(snapshot, of, numbers, TRY(order_with(snapshot, of, numbers, number)));
}

Result<WireOrder> tell(Snapshot& snapshot, const Connection& of, Numbers& numbers, OrderId id) {
  const auto whole = TRY(orders::find(snapshot, orders::kEverything, id));
  SLUIS_ASSERT(whole.order.channel == of.channel);
  std::vector<std::int64_t> products;
  for (const orders::OrderLine& line : whole.lines)
    products.push_back(line.variant ? numbers.of(*line.variant) : 0);
  return wire_of(whole, numbers.of(id), products);
}

Result<void> bring_to(const orders::Desk& desk, const Connection& of, OrderId id, Status to,
                      const orders::PaymentDraft& payment) {
  const auto whole = TRY(orders::find(desk.tx, orders::kEverything, id));
  const Line<0, 200> why{fmt::format("through {}", of.name.text)};
  switch (act_for(whole.order.state, to)) {
    case Act::nothing:
      return {};
    case Act::pay:
      TRY_VOID(orders::pay(desk, orders::kEverything, id, payment));
      return {};
    case Act::hand_over:
      return hand_over_all(desk, id);
    case Act::cancel:
      TRY_VOID(orders::cancel(desk, orders::kEverything, id, {}, why));
      return {};
    case Act::cancel_and_refund:
      TRY_VOID(orders::cancel(desk, orders::kEverything, id, {}, why));
      return refund_all(desk, id);
    case Act::impossible:
      break;
  }
  return refuse(WooRefusal::status_not_possible, name_of(status_of(whole.order.state)),
                name_of(to));
}

Result<OrderId> place(const orders::Desk& desk, const Connection& of, const Numbers& numbers,
                      const OrderWish& wish) {
  const auto draft = TRY(draft_of(desk.tx, of, numbers, wish));
  const OrderId id = TRY(orders::place(desk, orders::kEverything, draft)).id;
  const auto whole = TRY(orders::find(desk.tx, orders::kEverything, id));
  TRY_VOID(check_totals(whole, wish));
  const auto payment = payment_of(wish.payment_method, wish.transaction);
  if (wish.status == Status::completed) {
    TRY_VOID(bring_to(desk, of, id, Status::processing, payment));
  }
  TRY_VOID(bring_to(desk, of, id, wish.status, payment));
  return id;
}

Result<void> move_order(const orders::Desk& desk, const Connection& of, const Numbers& numbers,
                        std::int64_t number, Status to) {
  const OrderId id = TRY(order_with(desk.tx, of, numbers, number));
  return bring_to(desk, of, id, to, payment_of(Slug{"other"}, {}));
}

}  // namespace sluis::connectors::woocommerce
