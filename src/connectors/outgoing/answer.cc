#include "connectors/outgoing/answer.h"

#include <algorithm>
#include <cmath>

namespace sluis::connectors::outgoing {
namespace {

constexpr std::size_t kNameMost = 200;

bool begins_character(char c) {
  return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
}

}  // namespace

Duration wait_of_seconds(double seconds) {
  constexpr double longest = std::chrono::duration<double>(kWaitLongest).count();
  if (!(seconds < longest)) return kWaitLongest;
  return std::chrono::seconds(std::max<std::int64_t>(1, std::llround(std::ceil(seconds))));
}

std::string name_in(ingest::Node node) {
  const std::string_view text = node.scalar();
  const bool fits = text.size() <= kNameMost && text.find('\0') == std::string_view::npos;
  return fits && node.flaw() == ingest::Flaw::none ? std::string(text) : std::string();
}

std::string number_in(ingest::Node node) {
  std::string name = name_in(node);
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  return std::ranges::all_of(name, is_digit) ? name : std::string();
}

std::string words_in(ingest::Node node) {
  std::string words;
  std::size_t characters = 0;
  for (const char c : node.text()) {
    if (begins_character(c) && ++characters > kWordsMost) return words + "…";
    if (c != '\0') words += c;
  }
  return words;
}

}  // namespace sluis::connectors::outgoing
