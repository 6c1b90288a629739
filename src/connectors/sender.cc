#include "connectors/sender.h"

#include "kernel/base64.h"

namespace sluis::connectors {
namespace {

constexpr std::string_view kKeyPrefix = "slk_";

std::string_view behind(std::string_view text, std::string_view scheme) {
  const bool fits = text.size() > scheme.size() &&
                    http::equal_ignoring_case(text.substr(0, scheme.size()), scheme);
  return fits ? text.substr(scheme.size()) : std::string_view();
}

// Some write "id:secret" where we have one key; the last part that is one of ours counts.
std::string_view key_in(std::string_view text) {
  for (std::string_view rest = text; !rest.empty();) {
    const auto colon = rest.rfind(':');
    const std::string_view part = colon == std::string_view::npos ? rest : rest.substr(colon + 1);
    if (part.starts_with(kKeyPrefix)) return part;
    if (colon == std::string_view::npos) break;
    rest = rest.substr(0, colon);
  }
  return text;
}

std::string key_in_headers(const http::Head& head) {
  const std::string_view authorization = head.header("Authorization");
  if (const auto basic = behind(authorization, "Basic "); !basic.empty())
    return std::string(key_in(decoded_base64(basic).value_or("")));
  if (const auto bearer = behind(authorization, "Bearer "); !bearer.empty())
    return std::string(bearer);
  const std::string_view own = head.header("X-Write-Key");
  return std::string(key_in(own.empty() ? head.header("X-API-Key") : own));
}

// "https://shop.example" of "https://shop.example/a?b": a picture names its page only like this.
std::string_view origin_in(std::string_view address) {
  const auto host = address.find("://");
  if (host == std::string_view::npos) return {};
  return address.substr(0, address.find('/', host + 3));
}

}  // namespace

Sender sender_of(const http::Head& head, std::string_view named_key) {
  std::string key = key_in_headers(head);
  if (key.empty()) key = key_in(named_key);
  const std::string_view origin = head.header("Origin");
  return {.authorization = key.empty() ? "" : "Bearer " + key,
          .origin = std::string(origin.empty() ? origin_in(head.header("Referer")) : origin)};
}

}  // namespace sluis::connectors
