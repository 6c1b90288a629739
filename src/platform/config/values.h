// Types of setting, each with its text form.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "kernel/text_form.h"

namespace sluis::config {

// An address and port to listen on: "127.0.0.1:8080", "[::1]:8080", "localhost:8080" (both).
struct Endpoint {
  std::string address;  // numeric, or "localhost"
  std::uint16_t port = 0;

  // Reached only from this machine.
  bool loopback() const;
  auto operator<=>(const Endpoint&) const = default;
};

// Where the data is: "sqlite" (in the data folder) or postgresql://user@host/database.
struct StoreUrl {
  std::string text = "sqlite";

  bool embedded() const { return text == "sqlite"; }
  auto operator<=>(const StoreUrl&) const = default;
};

// How what is said to a mail server is kept from others: not at all, from the first byte on (RFC
// 8314), or after both agreed to it (RFC 3207), without which nothing is sent.
enum class MailEncryption : std::uint8_t { none, tls, starttls };

// Where mail is handed over: smtp://, smtps:// or starttls:// with a host, and a port where it is
// not 25, 465 or 587.
struct MailUrl {
  MailEncryption encryption = MailEncryption::none;
  std::string host;
  std::uint16_t port = 25;

  auto operator<=>(const MailUrl&) const = default;
};

// The text of a setting without the passwords of the addresses in it.
std::string masked(std::string_view text);

}  // namespace sluis::config

namespace sluis {

template <>
struct TextForm<config::Endpoint> {
  static std::optional<config::Endpoint> parse(std::string_view text);
  static std::string print(const config::Endpoint& value);
  static Message expected();
  static std::string schema() { return R"("type":"string")"; }
};

template <>
struct TextForm<config::StoreUrl> {
  static std::optional<config::StoreUrl> parse(std::string_view text);
  static std::string print(const config::StoreUrl& value) { return value.text; }
  static Message expected();
  static std::string schema() { return R"("type":"string")"; }
};

template <>
struct TextForm<config::MailUrl> {
  static std::optional<config::MailUrl> parse(std::string_view text);
  static std::string print(const config::MailUrl& value);
  static Message expected();
  static std::string schema() { return R"("type":"string")"; }
};

template <>
struct TextForm<std::filesystem::path> {
  static std::optional<std::filesystem::path> parse(std::string_view text);
  static std::string print(const std::filesystem::path& value) { return value.string(); }
  static Message expected();
  static std::string schema() { return R"("type":"string")"; }
};

}  // namespace sluis
