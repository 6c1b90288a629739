#include "platform/http/accept_encoding.h"

#include <algorithm>
#include <optional>

#include "platform/http/message.h"

namespace sluis::http {
namespace {

constexpr int kFull = 1000;

std::string_view trim(std::string_view text) {
  while (text.starts_with(' ') || text.starts_with('\t'))
    text.remove_prefix(1);
  while (text.ends_with(' ') || text.ends_with('\t'))
    text.remove_suffix(1);
  return text;
}

// What comes before the mark; leaves what comes after it.
std::string_view take_until(std::string_view& rest, char mark) {
  const std::size_t end = std::min(rest.find(mark), rest.size());
  const std::string_view taken = trim(rest.substr(0, end));
  rest.remove_prefix(std::min(end + 1, rest.size()));
  return taken;
}

// "0", "0.5", "1.000": at most three decimals, at most 1.
std::optional<int> parse_weight(std::string_view text) {
  if (text.empty() || text.size() > 5 || (text[0] != '0' && text[0] != '1')) return std::nullopt;
  if (text.size() > 1 && text[1] != '.') return std::nullopt;
  int weight = (text[0] - '0') * kFull;
  int worth = 100;
  for (const char c : text.substr(std::min<std::size_t>(2, text.size()))) {
    if (c < '0' || c > '9') return std::nullopt;
    weight += (c - '0') * worth;
    worth /= 10;
  }
  return weight <= kFull ? std::optional(weight) : std::nullopt;
}

std::optional<int> weight_of(std::string_view parameters) {
  while (!parameters.empty()) {
    std::string_view parameter = take_until(parameters, ';');
    const std::string_view name = take_until(parameter, '=');
    if (equal_ignoring_case(name, "q")) return parse_weight(trim(parameter));
  }
  return kFull;
}

}  // namespace

AcceptedCodings parse_accept_encoding(std::string_view header) {
  std::optional<int> brotli;
  std::optional<int> gzip;
  std::optional<int> identity;
  int others = 0;
  bool others_named = false;
  while (!header.empty()) {
    std::string_view item = take_until(header, ',');
    const std::string_view name = take_until(item, ';');
    const std::optional<int> weight = weight_of(item);
    if (!weight) continue;
    if (equal_ignoring_case(name, "br")) brotli = weight;
    if (equal_ignoring_case(name, "gzip") || equal_ignoring_case(name, "x-gzip")) gzip = weight;
    if (equal_ignoring_case(name, "identity")) identity = weight;
    if (name != "*") continue;
    others = *weight;
    others_named = true;
  }
  return {.brotli = brotli.value_or(others),
          .gzip = gzip.value_or(others),
          // Acceptable unless excluded, but last in line unless asked for.
          .identity = identity.value_or(others_named ? others : 1)};
}

Coding choose_coding(const AcceptedCodings& accepted, bool has_brotli, bool has_gzip) {
  const int brotli = has_brotli ? accepted.brotli : 0;
  const int gzip = has_gzip ? accepted.gzip : 0;
  if (brotli > 0 && brotli >= gzip && brotli >= accepted.identity) return Coding::brotli;
  if (gzip > 0 && gzip >= accepted.identity) return Coding::gzip;
  return Coding::identity;
}

}  // namespace sluis::http
