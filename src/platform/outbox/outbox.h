// Facts of change, written in the transaction that made the change and read by those above. Facts
// have one order that every reader sees, and no reader ever misses one, on either home.
#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kernel/json.h"
#include "platform/store/session.h"

namespace sluis::outbox {

// The place of a fact in the order. On PostgreSQL numbers are given out before the commit, so the
// transaction comes first, and facts become visible only when no older transaction is running.
struct Position {
  std::int64_t transaction = 0;
  std::int64_t number = 0;
  auto operator<=>(const Position&) const = default;
};
// "412.7", as Last-Event-ID has it.
std::string to_string(Position position);
std::optional<Position> parse_position(std::string_view text);

struct Fact {
  Position position;
  std::string topic;  // "channels.channel_changed"
  Json payload;
  Instant created;
};

void append_json(store::Tx& tx, Instant now, std::string_view topic, const Json& payload);

template <class T>
void append(store::Tx& tx, Instant now, std::string_view topic, const T& payload) {
  append_json(tx, now, topic, Json{to_json(payload)});
}

// At most `limit` facts after a position, in order.
std::vector<Fact> facts_after(store::Snapshot& snapshot, Position after, int limit);
// The position of the last fact that can be read.
Position last_position(store::Snapshot& snapshot);

// A topic is wanted when one of these is it, or is its beginning up to a dot; none means all.
bool wants(const std::vector<std::string>& topics, std::string_view topic);

std::span<const store::Statement* const> statements();

}  // namespace sluis::outbox
