#include "platform/outbox/outbox.h"

namespace sluis::outbox {
namespace {

std::optional<std::int64_t> parse_number(std::string_view text) {
  std::int64_t number = 0;
  const auto end = text.data() + text.size();
  const auto [stopped, error] = std::from_chars(text.data(), end, number);
  if (error != std::errc{} || stopped != end || number < 0) return std::nullopt;
  return number;
}

}  // namespace

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

bool wants(const std::vector<std::string>& topics, std::string_view topic) {
  if (topics.empty()) return true;
  return std::any_of(topics.begin(), topics.end(), [&](const std::string& wanted) {
    return topic == wanted || (topic.starts_with(wanted) && topic[wanted.size()] == '.');
  });
}

}  // namespace sluis::outbox
