#include "platform/outbox/outbox.h"

#include "platform/store/failure.h"

namespace sluis::outbox {
namespace {

using store::Statement;

constexpr Statement kAppend{
    "outbox.append", "insert into platform_outbox (topic, payload, created) values ($1, $2, $3)"};
constexpr Statement kAfter{
    "outbox.after",
    "select transaction_id, number, topic, payload, created from platform_outbox_settled "
    "where (transaction_id, number) > ($1, $2) order by transaction_id, number limit $3"};
constexpr Statement kLast{"outbox.last",
                          "select transaction_id, number from platform_outbox_settled "
                          "order by transaction_id desc, number desc limit 1"};
constexpr const Statement* kStatements[] = {&kAppend, &kAfter, &kLast};

struct PositionRow {
  std::int64_t transaction_id = 0;
  std::int64_t number = 0;
};
BOOST_DESCRIBE_STRUCT(PositionRow, (), (transaction_id, number))

struct FactRow {
  std::int64_t transaction_id = 0;
  std::int64_t number = 0;
  std::string topic;
  Json payload;
  Instant created;
};
BOOST_DESCRIBE_STRUCT(FactRow, (), (transaction_id, number, topic, payload, created))

std::optional<std::int64_t> parse_number(std::string_view text) {
  std::int64_t number = 0;
  const auto end = text.data() + text.size();
  const auto [stopped, error] = std::from_chars(text.data(), end, number);
  if (error != std::errc{} || stopped != end || number < 0) return std::nullopt;
  return number;
}

}  // namespace

std::span<const Statement* const> statements() {
  return kStatements;
}

std::string to_string(Position position) {
  return fmt::format("{}.{}", position.transaction, position.number);
}

std::optional<Position> parse_position(std::string_view text) {
  const auto dot = text.find('.');
  if (dot == std::string_view::npos) return std::nullopt;
  const auto transaction = parse_number(text.substr(0, dot));
  const auto number = parse_number(text.substr(dot + 1));
  if (!transaction || !number) return std::nullopt;
  return Position{*transaction, *number};
}

void append_json(store::Tx& tx, Instant now, std::string_view topic, const Json& payload) {
  tx.change(kAppend, topic, payload, now);
  tx.announce_facts();
}

std::vector<Fact> facts_after(store::Snapshot& snapshot, Position after, int limit) {
  std::vector<Fact> facts;
  snapshot.each<FactRow>(
      kAfter,
      [&](FactRow&& row) {
        facts.push_back({{row.transaction_id, row.number},
                         std::move(row.topic),
                         std::move(row.payload),
                         row.created});
      },
      after.transaction, after.number, limit);
  return facts;
}

Position last_position(store::Snapshot& snapshot) {
  const auto last = snapshot.one<PositionRow>(kLast);
  return last ? Position{last->transaction_id, last->number} : Position{};
}

bool wants(const std::vector<std::string>& topics, std::string_view topic) {
  if (topics.empty()) return true;
  return std::any_of(topics.begin(), topics.end(), [&](const std::string& wanted) {
    return topic == wanted || (topic.starts_with(wanted) && topic[wanted.size()] == '.');
  });
}

}  // namespace sluis::outbox
