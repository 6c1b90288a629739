#include "orders/telling.h"

#include <deque>

#include <fmt/format.h>

#include "kernel/assert.h"
#include "orders/store.h"
#include "platform/outbox/outbox.h"

namespace sluis::orders {
namespace {

constexpr std::string_view kOwnSource = "orders";

struct OrderFact {
  OrderId id;
  State state;
  ChannelId channel;
};
BOOST_DESCRIBE_STRUCT(OrderFact, (), (id, state, channel))

// What the log keeps of an amount beside what it comes to, and of the order.
struct Amounts {
  Micro vat;
  Micro channel_fee;
  Micro payment_fee;
  Micro transport;
};
BOOST_DESCRIBE_STRUCT(Amounts, (), (vat, channel_fee, payment_fee, transport))
struct Props {
  std::optional<UserId> agent;
  taxes::Country country;
  Amounts amounts;
};
BOOST_DESCRIBE_STRUCT(Props, (), (agent, country, amounts))

// What the trail says of an order: nobody's name is in it.
struct Trail {
  State state;
  Micro payable;
  Micro lapsed;
  Micro paid;
  Micro refunded;
};
BOOST_DESCRIBE_STRUCT(Trail, (), (state, payable, lapsed, paid, refunded))

// Who tells the log of our own orders: a source that is there from the first of them on.
SourceId own_source(const Desk& desk, ChannelId channel) {
  const Slug code{std::string(kOwnSource)};
  if (const auto found = events::source_named(desk.tx, code)) return found->id;
  events::SourceDraft draft;
  draft.name = {"Orders"};
  draft.code = code;
  draft.channel = channel;
  draft.precedence = events::Precedence::own;
  const auto added = events::add_source(desk.tx, desk.actor, draft);
  if (!added) throw store::Error(store::Failure::contended, "the source was added meanwhile");
  return added->id;
}

// Events of one order on their way to the log, with the texts that they point to.
class Report {
 public:
  Report(const Desk& desk, const Order& order) : desk_(desk), order_(order) {
    channel_ = channels::find(desk.tx, channels::Sight{}, order.channel).value().code.text;
    if (order.identity) buyer_ = identities::find(desk.tx, *order.identity);
  }

  events::Draft& add(std::string_view kind, std::string part, const Amounts& amounts) {
    events::Draft& draft = drafts_.emplace_back();
    draft.message_id = keep(fmt::format("{}:{}:{}", to_string(order_.id), kind, part));
    draft.kind = kind;
    draft.order = order_.reference.text;
    draft.part = keep(std::move(part));
    draft.channel = channel_;
    draft.phase = order_.phase;
    draft.campaign = order_.campaign.text;
    draft.currency = order_.currency.code();
    if (buyer_) draft.identities = {{buyer_->kind, buyer_->value}};
    draft.props = keep(to_json(Props{order_.agent, order_.country, amounts}));
    return draft;
  }

  void send() const {
    const events::Arrival arrival{
        .sender = {.source = own_source(desk_, order_.channel), .key = {}},
        .received = desk_.actor.now,
        .drafts = drafts_};
    for (const events::Verdict& verdict :
         events::append(desk_.tx, desk_.intake, desk_.actor.ids, arrival)) {
      SLUIS_ASSERT(verdict.outcome == events::Outcome::accepted);
    }
  }

 private:
  std::string_view keep(std::string text) { return texts_.emplace_back(std::move(text)); }

  const Desk& desk_;
  const Order& order_;
  std::string channel_;
  std::optional<identities::Identity> buyer_;
  std::vector<events::Draft> drafts_;
  std::deque<std::string> texts_;
};

Micro pieces(std::int64_t number) {
  return Micro(number * Micro::kPerUnit);
}

// What of an amount of the line belongs to the pieces that lapse.
Micro part_of(const Lapse& lapse, Micro amount) {
  const std::int64_t before = lapse.line->lapsed();
  return share(amount, before, before + lapse.pieces, lapse.line->quantity);
}

std::optional<Micro> cost_of(const Lapse& lapse) {
  const OrderLine& line = *lapse.line;
  if (line.kind != LineKind::product || !line.goods_cost) return std::nullopt;
  Micro cost;
  if (lapse.goods) cost = cost + part_of(lapse, *line.goods_cost);
  if (lapse.fees) {
    cost = cost + part_of(lapse, line.channel_fee) + part_of(lapse, line.payment_fee) +
           part_of(lapse, line.transport_cost);
  }
  return cost;
}

Amounts amounts_of(const OrderLine& line) {
  return {line.vat, line.channel_fee, line.payment_fee, line.transport_cost};
}

Amounts amounts_of(const Lapse& lapse) {
  const OrderLine& line = *lapse.line;
  Amounts lapsed;
  lapsed.vat = part_of(lapse, line.net) - part_of(lapse, line.gross);  // adds up to what lapses
  if (!lapse.fees) return lapsed;
  lapsed.channel_fee = -part_of(lapse, line.channel_fee);
  lapsed.payment_fee = -part_of(lapse, line.payment_fee);
  lapsed.transport = -part_of(lapse, line.transport_cost);
  return lapsed;
}

// Whether nothing of the order is left, so that its rounding lapses with it.
bool lapses_whole(const Order& order) {
  return order.lapsed == order.gross && order.rounding != Micro();
}

}  // namespace

void tell(const Desk& desk, const Order& order, const Deed& deed) {
  sql::insert(desk.tx, Entry{.order_id = order.id,
                             .id = desk.actor.ids.next<EntryId>(),
                             .moment = desk.actor.now,
                             .actor = desk.actor.name,
                             .what = std::string(deed.what),
                             .pieces = deed.pieces,
                             .amount = deed.amount,
                             .note = deed.note});
  const Trail trail{order.state, order.payable, order.lapsed, order.paid, order.refunded};
  access::audit(desk.tx, desk.actor,
                {.entity = "order",
                 .id = to_string(order.id),
                 .action = deed.what,
                 .after = Json{to_json(trail)}});
  outbox::append(desk.tx, desk.actor.now, fmt::format("orders.order_{}", deed.what),
                 OrderFact{order.id, order.state, order.channel});
}

void report_sale(const Desk& desk, const Order& order, std::span<const OrderLine> lines) {
  Report report(desk, order);
  Micro beside = order.rounding;  // what is in no line of pieces
  Amounts amounts;
  for (const OrderLine& line : lines) {
    if (line.kind == LineKind::product) continue;
    beside = beside + line.net;
    amounts.vat = amounts.vat + line.vat;
  }
  report.add("order_completed", "", amounts).revenue = beside;
  for (const OrderLine& line : lines) {
    if (line.kind != LineKind::product) continue;
    events::Draft& draft = report.add("order_line", std::to_string(line.number), amounts_of(line));
    draft.product = line.sku.text;
    draft.quantity = pieces(line.quantity);
    draft.revenue = line.net;
    draft.cost = orders::cost_of(line);
  }
  report.send();
}

void report_lapses(const Desk& desk, const Order& order, std::span<const Lapse> lapses) {
  Report report(desk, order);
  for (const Lapse& lapse : lapses) {
    const OrderLine& line = *lapse.line;
    const bool is_product = line.kind == LineKind::product;
    events::Draft& draft = report.add(
        "order_refunded", fmt::format("{}.{}", line.number, line.lapsed() + lapse.pieces),
        amounts_of(lapse));
    draft.product = line.sku.text;
    if (is_product) draft.quantity = pieces(-lapse.pieces);
    draft.revenue = -part_of(lapse, line.net);
    if (const auto cost = cost_of(lapse)) draft.cost = -*cost;
  }
  if (lapses_whole(order)) report.add("order_refunded", "rounding", {}).revenue = -order.rounding;
  report.send();
}

void report_goodwill(const Desk& desk, const Order& order, PaymentId refund, Micro amount) {
  if (order.gross == Micro()) return;
  Report report(desk, order);
  const Micro net = scaled(amount, order.net.units(), order.gross.units());
  const Amounts amounts{.vat = net - amount, .channel_fee = {}, .payment_fee = {}, .transport = {}};
  report.add("order_refunded", to_string(refund), amounts).revenue = -net;
  report.send();
}

}  // namespace sluis::orders
