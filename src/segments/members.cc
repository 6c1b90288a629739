#include <boost/unordered/unordered_flat_set.hpp>

#include "segments/compiled.h"
#include "segments/store_members.h"

namespace sluis::segments {
namespace {

using Customers = boost::unordered_flat_set<std::int64_t>;

// A rule made ready for a day.
struct Ready {
  const Rule& rule;
  std::string conditions;
  std::int64_t nobody = 0;  // the bits of whom nothing is known

  bool holds_with(std::int64_t flip) const {
    return holds(rule, static_cast<std::uint64_t>(nobody + flip));
  }
};

Ready ready(analytics::Snapshot& figures, const Rule& rule, Date day) {
  const auto conditions = conditions_of(rule);
  const auto last = sql::last_day(figures);
  return {.rule = rule,
          .conditions = compiled(conditions, day, !last || day >= *last),
          .nobody = static_cast<std::int64_t>(held_by_nobody(conditions))};
}

// Who is in it by the rule, of everybody or of those whose figures changed.
Customers found_by(analytics::Snapshot& figures, const Segment& segment, Currency currency,
                   const When& when) {
  Customers members;
  if (segment.archived) return members;
  const Ready rule = ready(figures, segment.rule, when.day);
  if (rule.holds_with(0)) {
    sql::each_customer(figures, when.changed_after,
                       [&](CustomerId customer) { members.insert(customer.number()); });
  }
  sql::each_flip(figures, rule.conditions, currency, when.changed_after, [&](const sql::Flip& one) {
    if (rule.holds_with(one.bits)) {
      members.insert(one.customer.number());
    } else {
      members.erase(one.customer.number());
    }
  });
  return members;
}

// Who is not among them and was, and the other way round.
std::vector<sql::Move> moves_to(analytics::Snapshot& figures, SegmentId segment, Customers found,
                                std::optional<std::int64_t> changed_after) {
  std::vector<sql::Move> moves;
  sql::each_member(figures, segment, changed_after, [&](CustomerId customer) {
    if (found.erase(customer.number()) == 0) moves.push_back({customer, false});
  });
  for (const std::int64_t customer : found)
    moves.push_back({CustomerId(customer), true});
  return moves;
}

}  // namespace

Size size_of(analytics::Snapshot& figures, const Rule& asked, Currency currency, Date day) {
  const Ready rule = ready(figures, asked, day);
  Size size{.customers = sql::customers(figures)};
  std::int64_t others = size.customers;  // than those for whom something is otherwise
  for (const sql::FlipCount& one : sql::flip_counts(figures, rule.conditions, currency)) {
    others -= one.customers;
    if (rule.holds_with(one.bits)) size.members += one.customers;
  }
  if (rule.holds_with(0)) size.members += others;
  return size;
}

Refreshed refresh(analytics::Tx& tx, const Segment& segment, Currency currency, const When& when) {
  const auto moves =
      moves_to(tx, segment.id, found_by(tx, segment, currency, when), when.changed_after);
  sql::move(tx, segment.id, moves, when.day, when.now);
  const auto entered = std::ranges::count(moves, true, &sql::Move::enters);
  return {.entered = entered, .left = std::ssize(moves) - entered};
}

std::vector<Sized> sizes(analytics::Snapshot& figures) {
  return sql::sizes(figures);
}

Currency currency_of(analytics::Snapshot& figures, Currency company) {
  return sql::money(figures).value_or(company);
}

std::vector<Member> members(analytics::Snapshot& figures, SegmentId segment, Date day,
                            Instant known, CustomerId after, std::int64_t limit) {
  return sql::members(figures, segment, day, known, after, limit);
}

std::int64_t member_count(analytics::Snapshot& figures, SegmentId segment, Date day,
                          Instant known) {
  return sql::member_count(figures, segment, day, known);
}

void forget(analytics::Tx& tx, CustomerId customer) {
  sql::forget(tx, customer);
}

void remove_members(analytics::Tx& tx, SegmentId segment) {
  sql::remove_members(tx, segment);
}

std::vector<SegmentChannel> by_channel(analytics::Snapshot& figures, const Period& period,
                                       Currency currency) {
  return sql::by_channel(figures, period, currency);
}

std::vector<Movement> movements(analytics::Snapshot& figures, const Thresholds& thresholds,
                                Currency currency, const Period& before, const Period& now) {
  return sql::movements(figures, thresholds, currency, before, now);
}

}  // namespace sluis::segments
