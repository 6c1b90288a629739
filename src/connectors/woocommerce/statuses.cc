// Statuses of WooCommerce and the life of our orders, as tables.

#include "connectors/woocommerce/orders.h"

namespace sluis::connectors::woocommerce {
namespace {

using State = orders::State;

struct Named {
  Status status;
  std::string_view name;
};
constexpr Named kNames[] = {
    {Status::pending, "pending"},     {Status::processing, "processing"},
    {Status::on_hold, "on-hold"},     {Status::completed, "completed"},
    {Status::cancelled, "cancelled"}, {Status::refunded, "refunded"},
    {Status::failed, "failed"},
};

struct Shown {
  State state;
  Status status;
};
constexpr Shown kShown[] = {
    {State::placed, Status::pending},
    {State::confirmed, Status::processing},
    {State::partly_fulfilled, Status::processing},
    {State::fulfilled, Status::completed},
    {State::partly_returned, Status::completed},
    {State::returned, Status::refunded},
    {State::cancelled, Status::cancelled},
};

struct Row {
  State from;
  Status to;
  Act act;
};
// What is not here is impossible: what waits for its payment is not kept "on hold" apart, nothing
// that was paid or sent becomes unpaid again, and what was sent is refunded when it came back.
constexpr Row kActs[] = {
    {State::placed, Status::pending, Act::nothing},
    {State::placed, Status::processing, Act::pay},
    {State::placed, Status::cancelled, Act::cancel},
    {State::placed, Status::failed, Act::cancel},
    {State::confirmed, Status::processing, Act::nothing},
    {State::confirmed, Status::completed, Act::hand_over},
    {State::confirmed, Status::cancelled, Act::cancel},
    {State::confirmed, Status::refunded, Act::cancel_and_refund},
    {State::partly_fulfilled, Status::processing, Act::nothing},
    {State::partly_fulfilled, Status::completed, Act::hand_over},
    {State::partly_fulfilled, Status::cancelled, Act::cancel},
    {State::fulfilled, Status::completed, Act::nothing},
    {State::partly_returned, Status::completed, Act::nothing},
    {State::returned, Status::refunded, Act::nothing},
    {State::cancelled, Status::cancelled, Act::nothing},
    {State::cancelled, Status::failed, Act::nothing},
};

}  // namespace

std::string_view name_of(Status status) {
  return std::ranges::find(kNames, status, &Named::status)->name;
}

std::optional<Status> status_named(std::string_view name) {
  const auto found = std::ranges::find(kNames, name, &Named::name);
  if (found == std::end(kNames)) return std::nullopt;
  return found->status;
}

Status status_of(orders::State state) {
  return std::ranges::find(kShown, state, &Shown::state)->status;
}

std::vector<orders::State> states_shown_as(Status status) {
  std::vector<orders::State> states;
  for (const Shown& one : kShown) {
    if (one.status == status) states.push_back(one.state);
  }
  return states;
}

Act act_for(orders::State from, Status to) {
  for (const Row& row : kActs) {
    if (row.from == from && row.to == to) return row.act;
  }
  return Act::impossible;
}

}  // namespace sluis::connectors::woocommerce
