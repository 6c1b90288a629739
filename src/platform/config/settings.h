// The settings of Sluis: their types are the fields of a struct, their names and texts a table. A
// setting `log_level` is the flag --log-level, the variable SLUIS_LOG_LEVEL and the key log-level
// in the TOML file.
#pragma once

#include <span>
#include <vector>

#include "kernel/fields.h"
#include "platform/config/values.h"
#include "platform/log/log.h"

namespace sluis::config {

// How surely an acknowledged write is on disk; `off` is for measuring only.
enum class Synchronous : std::uint8_t { full, off };
BOOST_DESCRIBE_ENUM(Synchronous, full, off)

struct Settings {
  std::filesystem::path data;
  StoreUrl store;
  std::vector<Endpoint> listen;
  std::optional<std::filesystem::path> tls_certificate;
  std::optional<std::filesystem::path> tls_key;
  std::vector<std::string> trusted_proxies;
  std::optional<Url> public_url;
  std::vector<std::string> outgoing_private_hosts;
  std::optional<std::filesystem::path> outgoing_certificates;
  std::optional<std::filesystem::path> web;
  std::vector<std::string> ice_servers;
  std::optional<std::filesystem::path> turn_secret;
  std::optional<MailUrl> mail_url;
  std::optional<Email> mail_from;
  std::optional<Line<1, 100>> mail_name;
  std::optional<Line<1, 200>> mail_user;
  std::optional<std::filesystem::path> mail_password;
  Whole<1, 6'000> mail_per_minute;
  std::optional<Whole<1, 64>> threads;
  Whole<1, 64> readers;
  Whole<1, 256> postgres_connections;
  log::Level log_level = log::Level::info;
  log::Format log_format = log::Format::text;
  Duration stop_grace{};
  Duration contacts_kept{};
  std::optional<Instant> test_clock;
  Synchronous synchronous = Synchronous::full;
};
BOOST_DESCRIBE_STRUCT(Settings, (),
                      (data, store, listen, tls_certificate, tls_key, trusted_proxies, public_url,
                       outgoing_private_hosts, outgoing_certificates, web, ice_servers, turn_secret,
                       mail_url, mail_from, mail_name, mail_user, mail_password, mail_per_minute,
                       threads, readers, postgres_connections, log_level, log_format, stop_grace,
                       contacts_kept, test_clock, synchronous))

// Which commands take it as a flag.
enum class Reach : std::uint8_t { every_command, serving };

struct Setting {
  std::string_view field;
  std::string_view value;     // what stands for the value in help: "DIR"
  std::string_view fallback;  // empty: none
  Text help;
  Reach reach = Reach::serving;
  bool hidden = false;

  std::string name() const;         // "log-level"
  std::string environment() const;  // "SLUIS_LOG_LEVEL"
};

// One for each field of Settings, in the same order.
std::span<const Setting> all_settings();

// "https://sluis.example.com" of "https://sluis.example.com/some/path"; empty without one.
std::string origin_of(const std::optional<Url>& url);

}  // namespace sluis::config
