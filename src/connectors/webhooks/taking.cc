#include "connectors/webhooks/taking.h"

#include "company/company.h"
#include "connectors/store_inbox.h"
#include "connectors/webhooks/hearing.h"
#include "connectors/webhooks/refusals.h"
#include "connectors/woocommerce/shop.h"
#include "platform/client/reason.h"
#include "platform/zones/zones.h"

namespace sluis::connectors::webhooks {
namespace {

using ingest::Node;
using orders::Desk;
using orders::OrderId;
using woocommerce::Act;
using woocommerce::Status;

constexpr std::int64_t kPage = 100;
constexpr std::int64_t kTriedAtOnce = 20;

// ---- Orders

// Their prices hold: what was paid is not ours to decide any more.
Result<orders::LineDraft> line_of(store::Snapshot& snapshot, const SeenOrder& seen,
                                  const SeenLine& line) {
  const auto variant = catalog::variant_with(snapshot, catalog::Sku{line.sku});
  if (!variant) return refuse(HookRefusal::product_unknown, line.sku);
  return orders::LineDraft{
      .variant = *variant,
      .quantity = line.quantity,
      .price = Money{scaled(line.gross, 1, line.quantity.number), seen.currency},
      .discount = {}};
}

Result<OrderId> place(const Desk& desk, const Connection& of, const SeenOrder& seen) {
  orders::OrderDraft draft;
  draft.channel = of.channel;
  draft.reference = seen.reference;
  draft.currency = seen.currency;
  draft.country = seen.country;
  draft.buyer = seen.buyer;
  draft.own_prices = true;
  draft.sold = true;
  for (const SeenLine& line : seen.lines)
    draft.lines.push_back(TRY(line_of(desk.tx, seen, line)));
  if (seen.transport) draft.transport = Money{*seen.transport, seen.currency};
  const OrderId id = TRY(orders::place(desk, orders::kEverything, draft)).id;
  sql::link(desk.tx, of.id, seen.theirs, id);
  sql::retry_about(desk.tx, of.id, seen.theirs, kind_of(HookRefusal::order_not_here).name,
                   desk.actor.now);
  return id;
}

// The steps on the way to a status, one after the other.
std::vector<Status> way_to(Status to) {
  switch (to) {
    case Status::completed:
      return {Status::processing, Status::completed};
    case Status::refunded:
      return {Status::processing, Status::refunded};
    default:
      return {to};
  }
}

// A shop that does not know yet how far we are takes nothing back by saying so.
bool is_behind(orders::State state, Status to) {
  const bool early = to == Status::pending || to == Status::on_hold || to == Status::processing;
  return early && woocommerce::act_for(state, to) == Act::impossible;
}

Result<void> follow(const Desk& desk, const Connection& of, const SeenOrder& seen, OrderId id) {
  orders::PaymentDraft payment;
  payment.method = seen.payment_method;
  for (const Status step : way_to(seen.status)) {
    const auto whole = TRY(orders::find(desk.tx, orders::kEverything, id));
    if (is_behind(whole.order.state, step)) continue;
    TRY_VOID(woocommerce::bring_to(desk, of, id, step, payment));
  }
  return {};
}

Result<Outcome> take_order(const Desk& desk, const Connection& of, const SeenOrder& seen) {
  if (!sql::is_newer(desk.tx, of.id, seen.theirs, seen.updated)) return Outcome::older;
  auto id = sql::ours(desk.tx, of.id, seen.theirs);
  const bool never_was = !id && seen.status == Status::cancelled;
  if (never_was) return Outcome::done;
  if (!id) id = TRY(place(desk, of, seen));
  TRY_VOID(follow(desk, of, seen, *id));
  return Outcome::done;
}

// ---- Refunds

// Pieces that were not handed over are cancelled, others come back to the connection's location.
Result<void> take_back(const Desk& desk, const Connection& of, OrderId id,
                       const SeenRefund::Piece& piece) {
  const auto whole = TRY(orders::find(desk.tx, orders::kEverything, id));
  const auto line = std::ranges::find(whole.lines, Line<0, 64>{piece.sku}, &orders::OrderLine::sku);
  if (line == whole.lines.end()) return refuse(HookRefusal::product_unknown, piece.sku);
  const std::vector<orders::Pieces> pieces = {{line->number, piece.quantity}};
  if (line->open() >= piece.quantity.number) {
    TRY_VOID(orders::cancel(desk, orders::kEverything, id, pieces, {}));
    return {};
  }
  if (!of.location) return refuse(HookRefusal::location_missing);
  orders::ReturnDraft back;
  back.way = orders::Way::post;
  back.pieces = pieces;
  back.channel = of.channel;
  const orders::Arrived arrived{.location = *of.location, .restock = piece.restock, .refund = {}};
  TRY_VOID(orders::give_back(desk, orders::kEverything, id, back, arrived));
  return {};
}

Result<Outcome> take_refund(const Desk& desk, const Connection& of, const SeenRefund& refund) {
  const auto id = sql::ours(desk.tx, of.id, refund.order);
  if (!id) return refuse(HookRefusal::order_not_here, refund.order);
  for (const SeenRefund::Piece& piece : refund.pieces)
    TRY_VOID(take_back(desk, of, *id, piece));
  if (refund.amount == Micro()) return Outcome::done;
  const auto whole = TRY(orders::find(desk.tx, orders::kEverything, *id));
  orders::RefundDraft back;
  back.method = whole.payments.empty() ? Slug{"other"} : whole.payments.front().method;
  back.amount = Money{refund.amount, whole.order.currency};
  TRY_VOID(orders::refund(desk, orders::kEverything, *id, back));
  return Outcome::done;
}

// ---- The table of what is understood

using Take = Result<Outcome> (*)(const Desk&, const Connection&, Node);

template <auto read>
Result<Outcome> order(const Desk& desk, const Connection& of, Node body) {
  return take_order(desk, of, TRY(read(body)));
}
Result<Outcome> deleted(const Desk& desk, const Connection& of, Node body) {
  return take_order(desk, of, TRY(woocommerce_deleted(body, desk.actor.now)));
}
Result<Outcome> refund(const Desk& desk, const Connection& of, Node body) {
  return take_refund(desk, of, TRY(shopify_refund(body)));
}
// Somebody here does it, within the time that the law gives.
Result<Outcome> for_a_person(const Desk&, const Connection&, Node) {
  return refuse(HookRefusal::for_a_person);
}
struct Topic {
  System system;
  std::string_view name;
  Take take;
};
constexpr Topic kTopics[] = {
    {System::shopify, "orders/create", order<shopify_order>},
    {System::shopify, "orders/updated", order<shopify_order>},
    {System::shopify, "orders/paid", order<shopify_order>},
    {System::shopify, "orders/cancelled", order<shopify_order>},
    {System::shopify, "orders/fulfilled", order<shopify_order>},
    {System::shopify, "refunds/create", refund},
    {System::shopify, "inventory_levels/update", hear_shopify_level},
    {System::shopify, "products/create", hear_shopify_product},
    {System::shopify, "products/update", hear_shopify_product},
    {System::shopify, "products/delete", hear_shopify_product_gone},
    {System::shopify, "customers/data_request", for_a_person},
    {System::shopify, "customers/redact", for_a_person},
    {System::shopify, "shop/redact", for_a_person},
    {System::woocommerce, "order.created", order<woocommerce_order>},
    {System::woocommerce, "order.updated", order<woocommerce_order>},
    {System::woocommerce, "order.restored", order<woocommerce_order>},
    {System::woocommerce, "order.deleted", deleted},
    {System::woocommerce, "product.created", hear_woo_product},
    {System::woocommerce, "product.updated", hear_woo_product},
    {System::woocommerce, "product.deleted", hear_woo_product_gone},
    {System::woocommerce, "product.restored", hear_woo_product},
};

const Topic* topic_of(System system, std::string_view name) {
  const auto found = std::ranges::find_if(
      kTopics, [&](const Topic& one) { return one.system == system && one.name == name; });
  return found == std::end(kTopics) ? nullptr : found;
}

// ---- Keeping

// Wherever the payload names an e-mail address: of the order, its buyer, or whom it is about.
std::string_view email_in(Node body) {
  for (const Node place : {body, body["billing"], body["customer"]}) {
    if (const std::string_view email = place["email"].text(); !email.empty()) return email;
  }
  return {};
}

std::optional<IdentityId> identity_of(store::Tx& tx, std::string_view email) {
  std::string room;
  const std::string region = zones::region_of(company::settings(tx).settings.zone);
  const auto normal =
      identities::normal_form({identities::Kind::email, std::string(email)}, region, room);
  if (!normal) return std::nullopt;
  return identities::id_of(identities::pepper(tx), identities::Kind::email, *normal);
}

// The fact customers.person_erased.
struct PersonErased {
  std::vector<IdentityId> identities;
  std::vector<CustomerId> numbers;
  IdentityId fresh;
};
BOOST_DESCRIBE_STRUCT(PersonErased, (), (identities, numbers, fresh))

// The fact catalog.variant_added.
struct VariantAdded {
  catalog::VariantId id;
  catalog::ProductId product;
  catalog::Sku sku;
  std::int64_t version = 0;
};
BOOST_DESCRIBE_STRUCT(VariantAdded, (), (id, product, sku, version))

Result<void> forget(store::Tx& tx, const outbox::Fact& fact) {
  for (const IdentityId identity : TRY(from_json<PersonErased>(fact.payload.text)).identities)
    sql::forget_kept(tx, identity);
  return {};
}

// The first SKU of a payload that there is no product of.
std::string missing_sku(store::Snapshot& snapshot, Node body) {
  for (const Node line : body["line_items"]) {
    const std::string sku(line["sku"].text());
    if (!sku.empty() && !catalog::variant_with(snapshot, catalog::Sku{sku})) return sku;
  }
  return {};
}

Result<void> retry_missing(store::Tx& tx, const outbox::Fact& fact) {
  const auto added = TRY(from_json<VariantAdded>(fact.payload.text));
  sql::retry_missing(tx, added.sku.text, fact.created);
  tx.announce_facts();
  return {};
}

// It did not fit either when it was tried again.
void explain_again(Kept& kept, const Refusal& refusal) {
  client::explain(kept, refusal);
  kept.retry.reset();
}

Result<Kept> kept_one(store::Snapshot& snapshot, ConnectionId connection, KeptId id) {
  auto kept = sql::kept(snapshot, connection, id);
  if (!kept) return refuse(HookRefusal::kept_unknown);
  return *std::move(kept);
}

}  // namespace

bool knows(System system, std::string_view topic) {
  return topic_of(system, topic) != nullptr;
}

Result<Outcome> take(const Desk& desk, const Connection& of, const Hook& hook) {
  const Topic* topic = topic_of(of.system, hook.topic);
  if (topic == nullptr) return refuse(HookRefusal::topic_unknown, hook.topic);
  const auto tree = ingest::Tree::parse(hook.body);
  if (!tree) return refuse(HookRefusal::payload_unreadable, "body");
  return topic->take(desk, of, tree->root());
}

void keep(store::Tx& tx, const access::Actor& actor, const Connection& of, const Hook& hook,
          const Refusal& refusal) {
  Kept kept{.connection = of.id,
            .id = actor.ids.next<KeptId>(),
            .topic = hook.topic,
            .why = {},
            .message = {},
            .identity = {},
            .body = {},
            .received = actor.now};
  client::explain(kept, refusal);
  const auto tree = ingest::Tree::parse(hook.body);
  if (tree && tree->root().flaw() == ingest::Flaw::none) {
    const Node body = tree->root();
    kept.subject = body[body["order_id"].given() ? "order_id" : "id"].scalar();
    kept.identity = identity_of(tx, email_in(body));
    kept.body = hook.body;
    if (is(refusal, HookRefusal::product_unknown)) kept.missing = missing_sku(tx, body);
  }
  sql::keep(tx, kept);
  note_trouble(tx, of.id, actor.now, kept.why);
}

Result<KeptPage> kept_of(store::Snapshot& snapshot, ConnectionId id, std::optional<KeptId> after) {
  TRY_VOID(connection(snapshot, id));
  KeptPage page{.kept = sql::kept(snapshot, id, after, kPage + 1), .next = {}};
  if (std::ssize(page.kept) > kPage) {
    page.kept.pop_back();
    page.next = page.kept.back().id;
  }
  return page;
}

Result<Outcome> try_again(const Desk& desk, ConnectionId id, KeptId kept_id) {
  const Connection of = TRY(connection(desk.tx, id));
  const Kept kept = TRY(kept_one(desk.tx, id, kept_id));
  const Outcome outcome = TRY(take(desk, of, {kept.topic, kept.body}));
  sql::drop(desk.tx, id, kept_id);
  return outcome;
}

Result<void> drop(store::Tx& tx, const access::Actor& actor, ConnectionId id, KeptId kept_id) {
  const Kept kept = TRY(kept_one(tx, id, kept_id));
  sql::drop(tx, id, kept_id);
  access::audit(tx, actor,
                {.entity = "connection", .id = to_string(id), .action = "dropped_" + kept.topic});
  return {};
}

Result<bool> try_due(store::Store& store, events::Intake& intake, IdSource& ids,
                     const Clock& clock) {
  const auto all = TRY(store.snapshot([](store::Snapshot& snapshot) -> Result<std::vector<Kept>> {
    return sql::to_retry(snapshot, kTriedAtOnce);
  }));
  for (Kept kept : all) {
    const access::Actor actor{
        .name = to_string(kept.connection), .peer = "", .now = clock.now(), .ids = ids};
    const auto tried = store.unit(
        [&](store::Tx& tx) { return try_again({tx, actor, intake}, kept.connection, kept.id); });
    if (tried) continue;
    explain_again(kept, tried.error());
    TRY_VOID(store.unit([&](store::Tx& tx) -> Result<void> {
      if (sql::kept(tx, kept.connection, kept.id)) sql::keep(tx, kept);
      return {};
    }));
  }
  return !all.empty();
}

outbox::Consumer retrying() {
  return {
      .name = "connectors.retrying", .topics = {"catalog.variant_added"}, .consume = retry_missing};
}

outbox::Consumer forgetting() {
  return {
      .name = "connectors.forgetting", .topics = {"customers.person_erased"}, .consume = forget};
}

}  // namespace sluis::connectors::webhooks
