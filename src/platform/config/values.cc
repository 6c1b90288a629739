#include "platform/config/values.h"

#include <arpa/inet.h>

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

namespace sluis {
namespace {

constexpr Text kEndpoint{
    "an address with a port, like 127.0.0.1:8080, [::1]:8080 or localhost:8080",
    "een adres met een poort, zoals 127.0.0.1:8080, [::1]:8080 of localhost:8080"};
constexpr Text kStoreUrl{"sqlite, or an address like postgresql://user@host/database",
                         "sqlite, of een adres zoals postgresql://gebruiker@host/database"};
constexpr Text kMailUrl{
    "an address like smtp://localhost, smtps://mail.example.com or "
    "starttls://mail.example.com:587, "
    "without a name or password in it",
    "een adres zoals smtp://localhost, smtps://mail.example.com of "
    "starttls://mail.example.com:587, zonder naam of wachtwoord erin"};
constexpr Text kPath{"a path", "een pad"};

struct MailScheme {
  std::string_view beginning;
  config::MailEncryption encryption;
  std::uint16_t port;
};
constexpr MailScheme kMailSchemes[] = {{"smtp://", config::MailEncryption::none, 25},
                                       {"smtps://", config::MailEncryption::tls, 465},
                                       {"starttls://", config::MailEncryption::starttls, 587}};

bool is_host(std::string_view text) {
  return !text.empty() && text.size() <= 253 && std::ranges::all_of(text, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' ||
           c == '-';
  });
}

bool is_address(const std::string& text, int family) {
  in6_addr bytes{};
  return inet_pton(family, text.c_str(), &bytes) == 1;
}

std::optional<std::uint16_t> parse_port(std::string_view text) {
  std::uint16_t port = 0;
  const char* end = text.data() + text.size();
  const auto [at, error] = std::from_chars(text.data(), end, port);
  if (error != std::errc{} || at != end) return std::nullopt;
  return port;
}

}  // namespace

std::optional<config::Endpoint> TextForm<config::Endpoint>::parse(std::string_view text) {
  const std::size_t colon = text.rfind(':');
  if (colon == std::string_view::npos) return std::nullopt;
  const auto port = parse_port(text.substr(colon + 1));
  std::string address(text.substr(0, colon));
  const bool bracketed = address.size() > 2 && address.front() == '[' && address.back() == ']';
  if (bracketed) address = address.substr(1, address.size() - 2);
  const bool known = bracketed ? is_address(address, AF_INET6)
                               : address == "localhost" || is_address(address, AF_INET);
  if (!port || !known) return std::nullopt;
  return config::Endpoint{std::move(address), *port};
}

std::string TextForm<config::Endpoint>::print(const config::Endpoint& value) {
  const bool v6 = value.address.find(':') != std::string::npos;
  return v6 ? fmt::format("[{}]:{}", value.address, value.port)
            : fmt::format("{}:{}", value.address, value.port);
}

Message TextForm<config::Endpoint>::expected() {
  return kEndpoint;
}

std::optional<config::StoreUrl> TextForm<config::StoreUrl>::parse(std::string_view text) {
  const bool server = text.starts_with("postgresql://") || text.starts_with("postgres://");
  if (!server && text != "sqlite") return std::nullopt;
  return config::StoreUrl{std::string(text)};
}

Message TextForm<config::StoreUrl>::expected() {
  return kStoreUrl;
}

std::optional<config::MailUrl> TextForm<config::MailUrl>::parse(std::string_view text) {
  for (const MailScheme& scheme : kMailSchemes) {
    if (!text.starts_with(scheme.beginning)) continue;
    text.remove_prefix(scheme.beginning.size());
    const std::size_t colon = text.find(':');
    const auto port = colon == std::string_view::npos ? std::optional(scheme.port)
                                                      : parse_port(text.substr(colon + 1));
    const std::string_view host = text.substr(0, colon);
    if (!port || *port == 0 || !is_host(host)) return std::nullopt;
    return config::MailUrl{scheme.encryption, std::string(host), *port};
  }
  return std::nullopt;
}

std::string TextForm<config::MailUrl>::print(const config::MailUrl& value) {
  const auto* scheme = std::ranges::find(kMailSchemes, value.encryption, &MailScheme::encryption);
  return value.port == scheme->port
             ? fmt::format("{}{}", scheme->beginning, value.host)
             : fmt::format("{}{}:{}", scheme->beginning, value.host, value.port);
}

Message TextForm<config::MailUrl>::expected() {
  return kMailUrl;
}

std::optional<std::filesystem::path> TextForm<std::filesystem::path>::parse(std::string_view text) {
  if (text.empty() || text.find('\0') != std::string_view::npos) return std::nullopt;
  return std::filesystem::path(text);
}

Message TextForm<std::filesystem::path>::expected() {
  return kPath;
}

namespace config {

bool Endpoint::loopback() const {
  return address == "localhost" || address == "::1" || address.starts_with("127.");
}

std::string masked(std::string_view text) {
  std::string out(text);
  const std::size_t scheme = out.find("://");
  if (scheme == std::string::npos) return out;
  const std::size_t begin = scheme + 3;
  const std::size_t at = out.substr(0, out.find('/', begin)).rfind('@');
  const std::size_t colon = out.find(':', begin);
  if (at != std::string::npos && colon < at) out.replace(colon + 1, at - colon - 1, "***");
  const std::size_t query = out.find("password=");
  if (query != std::string::npos) {
    const std::size_t value = query + 9;
    out.replace(value, std::min(out.find('&', value), out.size()) - value, "***");
  }
  return out;
}

}  // namespace config
}  // namespace sluis
