#include "platform/http/proxies.h"

#include <arpa/inet.h>

#include <algorithm>
#include <charconv>
#include <ranges>

namespace sluis::http {
namespace {

constexpr unsigned kMappedBits = 96;
using Address = std::array<std::uint8_t, 16>;

struct ParsedAddress {
  Address bytes;
  bool v4;
};

std::optional<ParsedAddress> parse_address(std::string_view text) {
  const std::string copy(text);
  ParsedAddress parsed{};
  if (inet_pton(AF_INET6, copy.c_str(), parsed.bytes.data()) == 1) return parsed;
  if (inet_pton(AF_INET, copy.c_str(), parsed.bytes.data() + 12) != 1) return std::nullopt;
  parsed.bytes[10] = parsed.bytes[11] = 0xff;
  parsed.v4 = true;
  return parsed;
}

bool same_prefix(const Address& a, const Address& b, unsigned bits) {
  const unsigned whole = bits / 8;
  if (!std::equal(a.begin(), a.begin() + whole, b.begin())) return false;
  const unsigned rest = bits % 8;
  return rest == 0 || ((a[whole] ^ b[whole]) >> (8 - rest)) == 0;
}

std::string_view trim(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t'))
    text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t'))
    text.remove_suffix(1);
  return text;
}

}  // namespace

std::optional<Proxies> Proxies::parse(std::span<const std::string> texts) {
  Proxies proxies;
  for (const std::string_view text : texts) {
    const std::size_t slash = text.find('/');
    const auto address = parse_address(text.substr(0, slash));
    if (!address) return std::nullopt;
    const unsigned bits_max = address->v4 ? 32 : 128;
    unsigned bits = bits_max;
    if (slash != std::string_view::npos) {
      const char* const end = text.data() + text.size();
      const auto read = std::from_chars(text.data() + slash + 1, end, bits);
      if (read.ec != std::errc() || read.ptr != end || bits > bits_max) return std::nullopt;
    }
    proxies.networks_.push_back({address->bytes, address->v4 ? bits + kMappedBits : bits});
  }
  return proxies;
}

bool Proxies::trusts(std::string_view text) const {
  if (networks_.empty()) return false;
  const auto address = parse_address(text);
  return address && std::ranges::any_of(networks_, [&](const Network& network) {
           return same_prefix(address->bytes, network.address, network.bits);
         });
}

std::string_view Proxies::client_of(const Head& head) const {
  std::string_view client;
  for (const Field& field : std::views::reverse(head.fields)) {
    if (!equal_ignoring_case(field.name, "X-Forwarded-For")) continue;
    std::string_view rest = field.value;
    while (!rest.empty()) {
      const std::size_t comma = rest.rfind(',');
      const std::string_view last =
          trim(comma == std::string_view::npos ? rest : rest.substr(comma + 1));
      if (!parse_address(last)) return client;
      client = last;
      if (!trusts(last)) return client;
      rest = comma == std::string_view::npos ? std::string_view() : rest.substr(0, comma);
    }
  }
  return client;
}

}  // namespace sluis::http
