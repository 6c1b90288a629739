// A connection that is spoken on in lines of text, as mail servers do. Blocking; whatever it does
// ends at a moment that is given, or when it is told to stop.
#pragma once

#include <chrono>
#include <filesystem>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>

#include "kernel/result.h"

namespace sluis::client {

// Whom a call goes to.
struct Target {
  std::string host;
  std::uint16_t port = 443;
  bool tls = true;
  bool may_be_private = false;
  std::string path;  // with the query

  std::string name() const;  // "shop.example:8443"; the port only where it is not the usual
  auto operator<=>(const Target&) const = default;
};

using Deadline = std::chrono::steady_clock::time_point;

class Wire {
 public:
  // `certificates`: believed beside those of the system (PEM).
  static Result<std::unique_ptr<Wire>> open(
      const Target& to, const std::optional<std::filesystem::path>& certificates, Deadline until,
      const std::stop_token& stop);
  ~Wire();

  // TLS from here on, with the certificate and the name checked. What came before it and was not
  // read yet is no part of what is said under TLS: connection_lost.
  Result<void> secure(Deadline until, const std::stop_token& stop);
  // The next line, without its end; at most 2,000 bytes.
  Result<std::string> read_line(Deadline until, const std::stop_token& stop);
  Result<void> write(std::string_view bytes, Deadline until, const std::stop_token& stop);

 private:
  class Open;
  explicit Wire(std::unique_ptr<Open> open);
  std::unique_ptr<Open> open_;
};

}  // namespace sluis::client
