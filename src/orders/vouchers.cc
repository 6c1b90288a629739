#include "orders/vouchers.h"

#include "orders/store.h"
#include "platform/outbox/outbox.h"

namespace sluis::orders {
namespace {

struct VoucherFact {
  Voucher code;
};
BOOST_DESCRIBE_STRUCT(VoucherFact, (), (code))

// Codes are compared, and kept, in capitals.
std::string capitals(std::string_view text) {
  std::string code(text);
  for (char& c : code) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  return code;
}

bool holds(const VoucherState& voucher, const Order& order) {
  return voucher.active && (!voucher.channel || *voucher.channel == order.channel) &&
         (voucher.amount == Micro() || voucher.currency == order.currency) &&
         (!voucher.from_moment || *voucher.from_moment <= order.placed) &&
         (!voucher.to_moment || order.placed < *voucher.to_moment);
}

bool is_theirs(store::Snapshot& snapshot, IdentityId holder, const Order& order) {
  return order.identity && identities::customer_of(snapshot, *order.identity) ==
                               identities::customer_of(snapshot, holder);
}

}  // namespace

Result<VoucherState> honour(const Desk& desk, const Order& order, const std::string& code) {
  const auto voucher = sql::voucher(desk.tx, capitals(code));
  if (!voucher || !holds(*voucher, order)) return refuse(OrderRefusal::voucher_not_valid, code);
  if (voucher->identity && !is_theirs(desk.tx, *voucher->identity, order)) {
    return refuse(OrderRefusal::voucher_not_theirs, code);
  }
  if (!sql::use_voucher(desk.tx, voucher->code.text)) {
    return refuse(OrderRefusal::voucher_used_up, code);
  }
  return *voucher;
}

Micro worth(const VoucherState& voucher, std::span<const OrderLine> lines) {
  Micro all;
  for (const OrderLine& line : lines) {
    if (line.kind == LineKind::product) all = all + seen(line);
  }
  const Micro asked =
      std::min(all, voucher.amount + scaled(all, voucher.basis_points, taxes::kWhole));
  if (!voucher.floor_basis_points) return asked;
  return std::min(asked, room_above(*voucher.floor_basis_points, lines));
}

Result<VoucherState> add_voucher(store::Tx& tx, const access::Actor& actor,
                                 const VoucherDraft& draft, const std::optional<Gift>& gift) {
  if (draft.channel) TRY_VOID(channels::find(tx, channels::kEverything, *draft.channel));
  VoucherState voucher{.code = {capitals(draft.code.text)},
                       .name = draft.name,
                       .channel = draft.channel,
                       .currency = {},
                       .from_moment = draft.from,
                       .to_moment = draft.to,
                       .created = actor.now,
                       .identity = {},
                       .given_by = {},
                       .floor_basis_points = {}};
  if (draft.amount) {
    voucher.currency = draft.amount->currency;
    voucher.amount = draft.amount->amount;
  }
  if (draft.basis_points) voucher.basis_points = draft.basis_points->number;
  if (draft.uses) voucher.uses_most = draft.uses->number;
  if (draft.floor_basis_points) voucher.floor_basis_points = draft.floor_basis_points->number;
  if (gift) {
    voucher.identity = gift->to;
    voucher.given_by = gift->by;
  }
  const bool worth_something = (voucher.amount > Micro()) != (voucher.basis_points > 0);
  if (!worth_something || voucher.amount < Micro()) return refuse(OrderRefusal::voucher_empty);
  if (!sql::insert(tx, voucher)) {
    return refuse(OrderRefusal::voucher_code_taken, voucher.code.text);
  }
  access::audit(tx, actor,
                {.entity = "voucher",
                 .id = voucher.code.text,
                 .action = "added",
                 .after = Json{to_json(voucher)}});
  outbox::append(tx, actor.now, "orders.voucher_added", VoucherFact{voucher.code});
  return voucher;
}

std::vector<VoucherState> vouchers(store::Snapshot& snapshot, const std::string& after,
                                   std::int64_t limit) {
  return sql::vouchers(snapshot, capitals(after), limit);
}

std::optional<VoucherState> gift_to(store::Snapshot& snapshot, IdentityId to, Instant now) {
  return sql::gift_to(snapshot, to, now);
}

std::vector<IdentityId> gifted(store::Snapshot& snapshot, Instant now) {
  return sql::gifted(snapshot, now);
}

}  // namespace sluis::orders
