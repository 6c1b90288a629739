// Which addresses are believed when they say for whom they speak.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "platform/http/message.h"

namespace sluis::http {

class Proxies {
 public:
  // Addresses ("10.0.0.1", "::1") and networks ("10.0.0.0/8"); nothing if one of them is neither.
  static std::optional<Proxies> parse(std::span<const std::string> texts);

  bool trusts(std::string_view address) const;
  // The client of a request that came from a trusted proxy: the last address of X-Forwarded-For
  // that is not a trusted proxy itself. Empty if it names none.
  std::string_view client_of(const Head& head) const;

 private:
  struct Network {
    std::array<std::uint8_t, 16> address;  // IPv4 as ::ffff:a.b.c.d
    unsigned bits;
  };

  std::vector<Network> networks_;
};

}  // namespace sluis::http
