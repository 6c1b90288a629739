#include "orders/store.h"

#include <limits>

#include "kernel/assert.h"
#include "kernel/fold.h"
#include "orders/store_returns.h"

namespace sluis::orders::sql {
namespace {

using store::Joined;
using store::Snapshot;
using store::Statement;
using store::Tx;

constexpr std::string_view kSelect = "select ";
constexpr std::string_view kReturning = " returning ";
constexpr std::string_view kOrderFields =
    "id, version, reference, state, channel, partner, location, phase, campaign, agent, identity, "
    "country, currency, settlement, net, vat, gross, rounding, payable, lapsed, waived, paid, "
    "refunded, cost, margin, voucher, exchange_of, placed, confirmed, pay_by, changed";
constexpr std::string_view kOfOrders = " from orders_orders where id = $1";
constexpr Statement kOrder{"orders.order", Joined<kSelect, kOrderFields, kOfOrders>::sql};
constexpr std::string_view kTakeIt =
    "update orders_orders set version = version + 1, changed = $2 where id = $1";
constexpr Statement kTake{"orders.take", Joined<kTakeIt, kReturning, kOrderFields>::sql};
constexpr Statement kSettle{
    "orders.settle",
    "update orders_orders set state = $2, lapsed = $3, paid = $4, refunded = $5, confirmed = $6, "
    "pay_by = $7, waived = $8 where id = $1 and version = $9"};
constexpr Statement kInsertOrder{
    "orders.insert",
    "insert into orders_orders (id, version, reference, state, channel, partner, location, phase, "
    "campaign, agent, identity, country, currency, settlement, net, vat, gross, rounding, payable, "
    "lapsed, waived, paid, refunded, cost, margin, voucher, exchange_of, placed, confirmed, "
    "pay_by, "
    "changed) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, "
    "$18, $19, $20, $21, $22, $23, $24, $25, $26, $27, $28, $29, $30, $31)"};
constexpr Statement kClaim{"orders.claim",
                           "insert into orders_references (reference, channel, order_id) "
                           "values ($1, $2, $3) on conflict (reference, channel) do nothing"};

constexpr Statement kHolder{
    "orders.holder",
    "select order_id from orders_references where reference = $1 and channel = $2"};

// $1 to $4: a channel, a state, a partner and a location, or 0 and empty for all; $5 and $6: from
// when to when, and $7 and $8 between which ids; $9 rows, the newest first. Each question starts
// from the index that leaves the fewest.
constexpr std::string_view kListed =
    ", coalesce(nullif(orders_buyers.name, ''), orders_buyers.email, '') as buyer ";
constexpr std::string_view kFromOrders =
    "from orders_orders left join orders_buyers on orders_buyers.order_id = orders_orders.id "
    "where ";
constexpr std::string_view kFromWords =
    "from orders_words join orders_orders on orders_orders.id = orders_words.order_id "
    "left join orders_buyers on orders_buyers.order_id = orders_orders.id "
    "where orders_words.word = $10 and orders_words.order_id >= $7 and "
    "orders_words.order_id < $8 and ";
constexpr std::string_view kWanted =
    "(channel = $1 or $1 = 0) and (state = $2 or $2 = '') and (partner = $3 or $3 = 0) and "
    "(location = $4 or $4 = 0) and placed >= $5 and placed < $6 and id >= $7 and id < $8 ";
constexpr std::string_view kNewest = "order by id desc limit $9";
constexpr std::string_view kNewestWord = "order by orders_words.order_id desc limit $9";
constexpr std::string_view kOfChannel = "channel = $1 and ";
constexpr std::string_view kInState = "state = $2 and ";
constexpr std::string_view kOfPartner = "partner = $3 and ";
constexpr std::string_view kAtLocation = "location = $4 and ";
constexpr std::string_view kOfIdentity = "identity = $10 and ";
constexpr std::string_view kFound =
    "id in (select order_id from orders_words where word >= $10 and word < $11) and "
    "($12 = '' or exists (select 1 from orders_words as w where w.order_id = orders_orders.id and "
    "w.word >= $12 and w.word < $13)) and "
    "($14 = '' or exists (select 1 from orders_words as w where w.order_id = orders_orders.id and "
    "w.word >= $14 and w.word < $15)) and ";
template <const std::string_view& From, const std::string_view& First,
          const std::string_view& Order = kNewest>
constexpr std::string_view kListing =
    Joined<kSelect, kOrderFields, kListed, From, First, kWanted, Order>::sql;
constexpr std::string_view kAny = "";
constexpr Statement kList{"orders.list", kListing<kFromOrders, kAny>};
constexpr Statement kListChannel{"orders.list_channel", kListing<kFromOrders, kOfChannel>};
constexpr Statement kListState{"orders.list_state", kListing<kFromOrders, kInState>};
constexpr Statement kListPartner{"orders.list_partner", kListing<kFromOrders, kOfPartner>};
constexpr Statement kListLocation{"orders.list_location", kListing<kFromOrders, kAtLocation>};
constexpr Statement kListIdentity{"orders.list_identity", kListing<kFromOrders, kOfIdentity>};
constexpr Statement kListFound{"orders.list_found", kListing<kFromOrders, kFound>};
constexpr Statement kListWord{"orders.list_word", kListing<kFromWords, kAny, kNewestWord>};

constexpr Statement kLines{
    "orders.lines",
    "select order_id, number, kind, variant, sku, name, quantity, price, includes_vat, discount, "
    "vat_class, vat_rate, net, vat, gross, goods_cost, channel_fee, payment_fee, transport_cost, "
    "cancelled, fulfilled, returned from orders_lines where order_id = $1 order by number"};
constexpr Statement kInsertLine{
    "orders.insert_line",
    "insert into orders_lines (order_id, number, kind, variant, sku, name, quantity, price, "
    "includes_vat, discount, vat_class, vat_rate, net, vat, gross, goods_cost, channel_fee, "
    "payment_fee, transport_cost, cancelled, fulfilled, returned) values ($1, $2, $3, $4, $5, $6, "
    "$7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22)"};
constexpr Statement kCountLine{
    "orders.count_line",
    "update orders_lines set cancelled = cancelled + $3, fulfilled = fulfilled + $4, "
    "returned = returned + $5 where order_id = $1 and number = $2 "
    "and cancelled + fulfilled + $3 + $4 <= quantity and returned + $5 <= fulfilled + $4"};

constexpr Statement kDeliveries{"orders.deliveries",
                                "select order_id, id, method, state, location, expires, tracking, "
                                "created, handed_over, received, brought_to "
                                "from orders_deliveries where order_id = $1 order by id"};
constexpr Statement kOrderOf{"orders.order_of",
                             "select order_id from orders_deliveries where id = $1"};
// $1: a location; behind $2, $3 rows.
constexpr Statement kOpenDeliveries{
    "orders.open_deliveries",
    "select d.order_id, d.id, d.method, d.state, d.location, d.expires, d.tracking, d.created, "
    "d.handed_over, d.received, d.brought_to, o.reference, coalesce(nullif(b.name, ''), b.email, "
    "'') as buyer "
    "from orders_deliveries as d join orders_orders as o on o.id = d.order_id "
    "left join orders_buyers as b on b.order_id = d.order_id "
    "where d.location = $1 and d.state in ('asked', 'accepted', 'on_its_way', 'ready') and d.id > "
    "$2 "
    "order by d.id limit $3"};
// What waited until $1; $2 rows.
constexpr Statement kUnpaid{
    "orders.unpaid",
    "select id from orders_orders where state = 'placed' and pay_by is not null and pay_by <= $1 "
    "order by pay_by limit $2"};
constexpr Statement kOverdue{
    "orders.overdue",
    "select id from orders_deliveries where state in ('asked', 'ready') and expires is not null "
    "and expires <= $1 order by expires limit $2"};
constexpr Statement kInsertDelivery{
    "orders.insert_delivery",
    "insert into orders_deliveries (order_id, id, method, state, location, expires, tracking, "
    "created, handed_over, received, brought_to) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, "
    "$11)"};
constexpr Statement kUpdateDelivery{
    "orders.update_delivery",
    "update orders_deliveries set state = $3, expires = $4, tracking = $5, handed_over = $6, "
    "received = $7, location = $8 "
    "where order_id = $1 and id = $2"};
constexpr Statement kItems{"orders.items",
                           "select order_id, delivery, line, quantity, fulfilled, cancelled, holds "
                           "from orders_items where order_id = $1 order by delivery, line"};
constexpr Statement kInsertItem{
    "orders.insert_item",
    "insert into orders_items (order_id, delivery, line, quantity, fulfilled, cancelled, "
    "holds) values ($1, $2, $3, $4, $5, $6, $7)"};
constexpr Statement kCountItem{
    "orders.count_item",
    "update orders_items set fulfilled = fulfilled + $4, cancelled = cancelled + $5 "
    "where order_id = $1 and delivery = $2 and line = $3 "
    "and fulfilled + cancelled + $4 + $5 <= quantity"};

constexpr Statement kPayments{
    "orders.payments",
    "select order_id, id, kind, state, method, provider, amount, reference, created, settled "
    "from orders_payments where order_id = $1 order by id"};
constexpr Statement kInsertPayment{
    "orders.insert_payment",
    "insert into orders_payments (order_id, id, kind, state, method, provider, amount, reference, "
    "created, settled) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)"};

constexpr Statement kSettlePayment{
    "orders.settle_payment",
    "update orders_payments set state = $3, reference = $4, settled = $5 "
    "where order_id = $1 and id = $2 and state = 'asked'"};

constexpr Statement kBuyer{
    "orders.buyer",
    "select name, email, phone, address, note from orders_buyers where order_id = $1"};
constexpr Statement kInsertBuyer{
    "orders.insert_buyer",
    "insert into orders_buyers (order_id, name, email, phone, address, note) "
    "values ($1, $2, $3, $4, $5, $6)"};
constexpr Statement kAddWord{"orders.add_word",
                             "insert into orders_words (order_id, word) values ($1, $2) "
                             "on conflict (order_id, word) do nothing"};

constexpr Statement kOrdersOf{"orders.orders_of",
                              "select id from orders_orders where identity = $1"};
constexpr Statement kForgetIdentity{"orders.forget_identity",
                                    "update orders_orders set identity = $2 where identity = $1"};
constexpr Statement kForgetBuyer{"orders.forget_buyer",
                                 "delete from orders_buyers where order_id = $1"};
constexpr Statement kForgetWords{"orders.forget_words",
                                 "delete from orders_words where order_id = $1"};
constexpr Statement kForgetNotes{"orders.forget_notes",
                                 "update orders_timeline set note = '' where order_id = $1"};

constexpr Statement kInsertEntry{
    "orders.insert_entry",
    "insert into orders_timeline (order_id, id, moment, actor, what, pieces, amount, note) "
    "values ($1, $2, $3, $4, $5, $6, $7, $8)"};
constexpr Statement kTimeline{
    "orders.timeline",
    "select order_id, id, moment, actor, what, pieces, amount, note from orders_timeline "
    "where order_id = $1 order by id"};

constexpr Statement kTerms{
    "orders.terms",
    "select channel, currency, fee_basis_points, payment_basis_points, payment_fixed, "
    "transport_cost, pay_minutes, accept_minutes, collect_minutes from orders_terms "
    "where channel = $1"};
constexpr Statement kSetTerms{
    "orders.set_terms",
    "insert into orders_terms (channel, currency, fee_basis_points, payment_basis_points, "
    "payment_fixed, transport_cost, pay_minutes, accept_minutes, collect_minutes) "
    "values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (channel) do update set "
    "currency = $2, fee_basis_points = $3, payment_basis_points = $4, payment_fixed = $5, "
    "transport_cost = $6, pay_minutes = $7, accept_minutes = $8, collect_minutes = $9"};

constexpr std::string_view kSelectVoucher =
    "select code, name, channel, currency, amount, basis_points, from_moment, to_moment, uses, "
    "uses_most, active, created, identity, given_by, floor_basis_points from orders_vouchers ";
constexpr std::string_view kWithCode = "where code = $1";
constexpr std::string_view kBehindCode = "where code > $1 order by code limit $2";
constexpr std::string_view kGiftTo =
    "where identity = $1 and given_by is not null and active and uses < uses_most "
    "and to_moment > $2 order by created desc limit 1";
constexpr Statement kGift{"orders.gift_to", Joined<kSelectVoucher, kGiftTo>::sql};
constexpr Statement kGifted{
    "orders.gifted",
    "select distinct identity from orders_vouchers where identity is not null "
    "and given_by is not null and active and uses < uses_most and to_moment > $1"};
constexpr Statement kForgetGifts{"orders.forget_gifts",
                                 "update orders_vouchers set identity = $2 where identity = $1"};
constexpr Statement kVoucher{"orders.voucher", Joined<kSelectVoucher, kWithCode>::sql};
constexpr Statement kVouchers{"orders.vouchers", Joined<kSelectVoucher, kBehindCode>::sql};
constexpr Statement kInsertVoucher{
    "orders.insert_voucher",
    "insert into orders_vouchers (code, name, channel, currency, amount, basis_points, "
    "from_moment, to_moment, uses, uses_most, active, created, identity, given_by, "
    "floor_basis_points) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15) "
    "on conflict (code) do nothing"};
constexpr Statement kUseVoucher{
    "orders.use_voucher",
    "update orders_vouchers set uses = uses + 1 where code = $1 and active and uses < uses_most"};
constexpr Statement kGiveBackVoucher{
    "orders.give_back_voucher",
    "update orders_vouchers set uses = uses - 1 where code = $1 and uses > 0"};

constexpr const Statement* kStatements[] = {
    &kOrder,          &kTake,           &kSettle,      &kInsertOrder,    &kHolder,
    &kClaim,          &kList,           &kListChannel, &kListState,      &kListPartner,
    &kListLocation,   &kListIdentity,   &kListFound,   &kListWord,       &kLines,
    &kInsertLine,     &kCountLine,      &kDeliveries,  &kOrderOf,        &kOpenDeliveries,
    &kInsertDelivery, &kUpdateDelivery, &kItems,       &kInsertItem,     &kCountItem,
    &kPayments,       &kInsertPayment,  &kBuyer,       &kInsertBuyer,    &kAddWord,
    &kTerms,          &kSetTerms,       &kVoucher,     &kVouchers,       &kInsertVoucher,
    &kUseVoucher,     &kGift,           &kGifted,      &kForgetGifts,    &kGiveBackVoucher,
    &kInsertEntry,    &kTimeline,       &kOrdersOf,    &kForgetIdentity, &kForgetBuyer,
    &kForgetWords,    &kForgetNotes,    &kUnpaid,      &kOverdue,        &kSettlePayment};

template <class T>
void insert_fields(Tx& tx, const Statement& statement, const T& value) {
  std::apply([&](const auto&... field) { tx.change(statement, field...); }, tie_fields(value));
}

std::int64_t number_or_zero(const auto& id) {
  return id ? id->number() : 0;
}

// Ids begin with their moment, so a period is a range of them: from the first of a moment on, up to
// a day after its end in case a clock was set back.
constexpr int kIdBitsBelowMillis = 22;
constexpr std::chrono::hours kClockBack{24};

std::int64_t first_id(Instant moment) {
  const std::int64_t millis = moment.millis() - IdSource::moment_of(0).millis();
  return std::max<std::int64_t>(millis, 0) << kIdBitsBelowMillis;
}

struct Span {
  Instant from{0};
  Instant to{std::numeric_limits<std::int64_t>::max()};
  std::int64_t first = 0;
  std::int64_t end = std::numeric_limits<std::int64_t>::max();
};

Span span_of(const Query& query) {
  Span span;
  if (query.from) {
    span.from = *query.from;
    span.first = first_id(*query.from);
  }
  if (query.to) {
    span.to = *query.to;
    span.end = first_id(*query.to + kClockBack);
  }
  if (query.before) span.end = std::min(span.end, query.before->number());
  return span;
}

// U+10FFFD comes after every letter.
constexpr std::string_view kAfterAll = "\xf4\x8f\xbf\xbd";

// The words of a search, the longest first; each with what comes after all that begin so.
std::array<std::string, 6> beginnings(const std::string& search) {
  std::vector<std::string> words;
  const std::string text = folded(search);
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    if (end > at) words.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  std::ranges::sort(words, std::greater(), &std::string::size);
  std::array<std::string, 6> bounds;
  for (std::size_t i = 0; i < std::min<std::size_t>(words.size(), 3); ++i) {
    bounds.at(2 * i) = words[i];
    bounds.at(2 * i + 1) = words[i].append(kAfterAll);
  }
  return bounds;
}

}  // namespace

std::optional<Order> order(Snapshot& snapshot, OrderId id) {
  return snapshot.one<Order>(kOrder, id);
}

std::optional<Order> take(Tx& tx, OrderId id, Instant now) {
  return tx.one<Order>(kTake, id, now);
}

void settle(Tx& tx, const Order& order) {
  const auto changed =
      tx.change(kSettle, order.id, order.state, order.lapsed, order.paid, order.refunded,
                order.confirmed, order.pay_by, order.waived, order.version);
  SLUIS_ASSERT(changed == 1);
}

void insert(Tx& tx, const Order& order) {
  insert_fields(tx, kInsertOrder, order);
}

bool claim(Tx& tx, const Order& order) {
  return tx.change(kClaim, order.reference, order.channel, order.id) == 1;
}

std::optional<OrderId> holder_of(Snapshot& snapshot, const stock::Reservation& reservation) {
  return snapshot.one<OrderId>(kHolder, reservation.reference,
                               reservation.channel.value_or(ChannelId()));
}

std::vector<Listed> list(Snapshot& snapshot, const Query& query, std::optional<IdentityId> identity,
                         std::optional<PartnerId> partner, std::optional<LocationId> at) {
  const Span span = span_of(query);
  const std::string state = query.state ? std::string(enum_name(*query.state)) : std::string();
  const auto ask = [&](const Statement& statement, const auto&... more) {
    return snapshot.all<Listed>(statement, number_or_zero(query.channel), state,
                                number_or_zero(partner), number_or_zero(query.location), span.from,
                                span.to, span.first, span.end, query.limit + 1, more...);
  };
  if (at && query.search.empty()) return ask(kListWord, to_string(*at));
  if (at) return ask(kListWord, folded(query.search));
  if (!query.search.empty()) {
    return std::apply([&](const auto&... bound) { return ask(kListFound, bound...); },
                      beginnings(query.search));
  }
  if (identity) return ask(kListIdentity, *identity);
  if (query.location) return ask(kListLocation);
  if (partner) return ask(kListPartner);
  if (query.state) return ask(kListState);
  return ask(query.channel ? kListChannel : kList);
}

std::vector<OrderLine> lines(Snapshot& snapshot, OrderId id) {
  return snapshot.all<OrderLine>(kLines, id);
}

void insert(Tx& tx, const OrderLine& line) {
  insert_fields(tx, kInsertLine, line);
}

bool count(Tx& tx, OrderId id, std::int64_t line, const Step& step) {
  return tx.change(kCountLine, id, line, step.cancelled, step.fulfilled, step.returned) == 1;
}

std::vector<Delivery> deliveries(Snapshot& snapshot, OrderId id) {
  return snapshot.all<Delivery>(kDeliveries, id);
}

std::optional<OrderId> order_of(Snapshot& snapshot, DeliveryId id) {
  return snapshot.one<OrderId>(kOrderOf, id);
}

std::vector<OrderId> unpaid(Snapshot& snapshot, Instant now, std::int64_t limit) {
  return snapshot.all<OrderId>(kUnpaid, now, limit);
}

std::vector<DeliveryId> overdue(Snapshot& snapshot, Instant now, std::int64_t limit) {
  return snapshot.all<DeliveryId>(kOverdue, now, limit);
}

std::vector<OpenDelivery> open_deliveries(Snapshot& snapshot, LocationId location,
                                          std::optional<DeliveryId> after, std::int64_t limit) {
  return snapshot.all<OpenDelivery>(kOpenDeliveries, location, number_or_zero(after), limit);
}

void insert(Tx& tx, const Delivery& delivery) {
  insert_fields(tx, kInsertDelivery, delivery);
}

void update(Tx& tx, const Delivery& delivery) {
  tx.change(kUpdateDelivery, delivery.order_id, delivery.id, delivery.state, delivery.expires,
            delivery.tracking, delivery.handed_over, delivery.received, delivery.location);
}

std::vector<DeliveryItem> items(Snapshot& snapshot, OrderId id) {
  return snapshot.all<DeliveryItem>(kItems, id);
}

void insert(Tx& tx, const DeliveryItem& item) {
  insert_fields(tx, kInsertItem, item);
}

bool count(Tx& tx, const DeliveryItem& item, const Step& step) {
  return tx.change(kCountItem, item.order_id, item.delivery, item.line, step.fulfilled,
                   step.cancelled) == 1;
}

std::vector<Payment> payments(Snapshot& snapshot, OrderId id) {
  return snapshot.all<Payment>(kPayments, id);
}

void insert(Tx& tx, const Payment& payment) {
  insert_fields(tx, kInsertPayment, payment);
}

bool settle(Tx& tx, const Payment& payment) {
  return tx.change(kSettlePayment, payment.order_id, payment.id, payment.state, payment.reference,
                   payment.settled) == 1;
}

Buyer buyer(Snapshot& snapshot, OrderId id) {
  return snapshot.one<Buyer>(kBuyer, id).value_or(Buyer{});
}

void insert(Tx& tx, OrderId id, const Buyer& buyer) {
  tx.change(kInsertBuyer, id, buyer.name, buyer.email, buyer.phone, buyer.address, buyer.note);
}

void add_word(Tx& tx, OrderId id, std::string_view word) {
  tx.change(kAddWord, id, word);
}

std::vector<OrderId> orders_of(Snapshot& snapshot, IdentityId identity) {
  return snapshot.all<OrderId>(kOrdersOf, identity);
}

void forget_identity(Tx& tx, IdentityId identity, IdentityId fresh) {
  tx.change(kForgetIdentity, identity, fresh);
  tx.change(kForgetGifts, identity, fresh);
}

void forget_buyer(Tx& tx, OrderId id) {
  tx.change(kForgetBuyer, id);
}

void forget_words(Tx& tx, OrderId id) {
  tx.change(kForgetWords, id);
}

void forget_notes(Tx& tx, OrderId id) {
  tx.change(kForgetNotes, id);
}

void insert(Tx& tx, const Entry& entry) {
  insert_fields(tx, kInsertEntry, entry);
}

std::vector<Entry> timeline(Snapshot& snapshot, OrderId id) {
  return snapshot.all<Entry>(kTimeline, id);
}

Terms terms(Snapshot& snapshot, ChannelId channel) {
  auto terms = snapshot.one<Terms>(kTerms, channel);
  if (terms) return *terms;
  return Terms{.channel = channel, .currency = {}};
}

void set_terms(Tx& tx, const Terms& terms) {
  insert_fields(tx, kSetTerms, terms);
}

bool insert(Tx& tx, const VoucherState& voucher) {
  return std::apply([&](const auto&... field) { return tx.change(kInsertVoucher, field...); },
                    tie_fields(voucher)) == 1;
}

std::optional<VoucherState> voucher(Snapshot& snapshot, const std::string& code) {
  return snapshot.one<VoucherState>(kVoucher, code);
}

std::vector<VoucherState> vouchers(Snapshot& snapshot, const std::string& after,
                                   std::int64_t limit) {
  return snapshot.all<VoucherState>(kVouchers, after, limit);
}

std::optional<VoucherState> gift_to(Snapshot& snapshot, IdentityId to, Instant now) {
  return snapshot.one<VoucherState>(kGift, to, now);
}

std::vector<IdentityId> gifted(Snapshot& snapshot, Instant now) {
  return snapshot.all<IdentityId>(kGifted, now);
}

bool use_voucher(Tx& tx, const std::string& code) {
  return tx.change(kUseVoucher, code) == 1;
}

void give_back_voucher(Tx& tx, const std::string& code) {
  tx.change(kGiveBackVoucher, code);
}

std::span<const Statement* const> statements() {
  static const std::vector<const Statement*> all = [] {
    std::vector<const Statement*> all(std::begin(kStatements), std::end(kStatements));
    const auto of_returns = return_statements();
    all.insert(all.end(), of_returns.begin(), of_returns.end());
    return all;
  }();
  return all;
}

}  // namespace sluis::orders::sql
