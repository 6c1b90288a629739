// What comes back of an order, and the money that goes back for it: in any store or by post,
// whichever channel it was sold through. Within fourteen days of receipt a buyer may withdraw
// without a reason (Directive 2011/83/EU, articles 9 to 16; the withdrawal function of article 11a
// since 19 June 2026): then what was paid to have it sent goes back too.
#pragma once

#include "orders/acting.h"

namespace sluis::orders {

struct ReturnIdTag {
  static constexpr std::string_view prefix = "ret";
};
using ReturnId = Id<ReturnIdTag>;

enum class ReturnRefusal : std::uint8_t {
  return_unknown,
  return_received,
  more_than_fulfilled,
  refund_above_paid,
  refund_not_yours,
  nothing_due,
  withdrawal_too_late,
  bought_in_store,
};
BOOST_DESCRIBE_ENUM(ReturnRefusal, return_unknown, return_received, more_than_fulfilled,
                    refund_above_paid, refund_not_yours, nothing_due, withdrawal_too_late,
                    bought_in_store)
const RefusalKind& kind_of(ReturnRefusal refusal);

enum class Way : std::uint8_t { store, post };
BOOST_DESCRIBE_ENUM(Way, store, post)
enum class ReturnState : std::uint8_t { announced, received };
BOOST_DESCRIBE_ENUM(ReturnState, announced, received)

struct Return {
  OrderId order_id;
  ReturnId id;
  ReturnState state = ReturnState::announced;
  Way way = Way::store;
  bool withdrawal = false;
  std::optional<ChannelId> channel;    // through which it came back
  std::optional<LocationId> location;  // where it lies now
  std::vector<Pieces> pieces;
  bool restocked = true;  // they can be sold again
  Line<0, 200> reason;
  Instant created;
  std::optional<Instant> received;
};
BOOST_DESCRIBE_STRUCT(Return, (),
                      (order_id, id, state, way, withdrawal, channel, location, pieces, restocked,
                       reason, created, received))
std::vector<Return> returns_of(store::Snapshot& snapshot, const Sight& sight, OrderId id);

// What the buyer says is coming.
struct ReturnDraft {
  Way way = Way::store;
  std::optional<std::vector<Pieces>> pieces;  // else all that was handed over
  std::optional<ChannelId> channel;
  std::optional<Line<0, 200>> reason;
};
BOOST_DESCRIBE_STRUCT(ReturnDraft, (), (way, pieces, channel, reason))
// Where it arrived, and what is done with it.
struct Arrived {
  LocationId location;
  std::optional<bool> restock;  // else it can be sold again
  std::optional<Slug> refund;   // how what is due goes back at once; else it stays due
};
BOOST_DESCRIBE_STRUCT(Arrived, (), (location, restock, refund))

Result<Return> announce(const Desk& desk, const Sight& sight, OrderId id, const ReturnDraft& draft);
Result<Order> receive(const Desk& desk, const Sight& sight, ReturnId id, const Arrived& arrived);
// Both at once: it lies on the counter.
Result<Order> give_back(const Desk& desk, const Sight& sight, OrderId id, const ReturnDraft& draft,
                        const Arrived& arrived);

// What is due goes back, or some of it; beyond that a manager gives as goodwill.
struct RefundDraft {
  Slug method;
  std::optional<Money> amount;   // else all that is due
  std::optional<Slug> provider;  // who carries it out; else it was done already
  std::optional<Line<0, 200>> reference;
};
BOOST_DESCRIBE_STRUCT(RefundDraft, (), (method, amount, provider, reference))
Result<Order> refund(const Desk& desk, const Sight& sight, OrderId id, const RefundDraft& draft);

// The buyer withdraws from all of it: what was not sent is cancelled, what was handed over is
// announced as coming back. What they get on a durable medium is kept with it.
struct Withdrawal {
  OrderId order_id;
  ReturnId id;
  Instant moment;
  std::string confirmation;
};
BOOST_DESCRIBE_STRUCT(Withdrawal, (), (order_id, id, moment, confirmation))
Result<Withdrawal> withdraw(const Desk& desk, const Sight& sight, OrderId id, Language language);
Result<Withdrawal> withdrawal_of(store::Snapshot& snapshot, const Sight& sight, OrderId id);

// The order comes back, in part, for another one: what is due of the first pays the second.
struct ExchangeDraft {
  ReturnDraft back;
  Arrived arrived;
  OrderDraft instead;
};
BOOST_DESCRIBE_STRUCT(ExchangeDraft, (), (back, arrived, instead))
Result<Order> exchange(const Desk& desk, const Sight& sight, OrderId id,
                       const ExchangeDraft& draft);

}  // namespace sluis::orders
