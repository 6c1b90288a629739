#include "platform/client/reach.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace sluis::client {
namespace {

namespace ip = boost::asio::ip;

struct Network4 {
  std::array<std::uint8_t, 4> bytes;
  int bits;
};
constexpr Network4 kNotPublic4[] = {
    {{0, 0, 0, 0}, 8},      {{10, 0, 0, 0}, 8},     {{100, 64, 0, 0}, 10}, {{127, 0, 0, 0}, 8},
    {{169, 254, 0, 0}, 16}, {{172, 16, 0, 0}, 12},  {{192, 0, 0, 0}, 24},  {{192, 0, 2, 0}, 24},
    {{192, 88, 99, 0}, 24}, {{192, 168, 0, 0}, 16}, {{198, 18, 0, 0}, 15}, {{198, 51, 100, 0}, 24},
    {{203, 0, 113, 0}, 24}, {{224, 0, 0, 0}, 3}};

// All that is public now is in 2000::/3; these parts of it are not.
struct Network6 {
  std::array<std::uint8_t, 6> bytes;
  int bits;
};
constexpr Network6 kGlobal6{{0x20}, 3};
constexpr Network6 kNotPublic6[] = {{{0x20, 0x01, 0x00}, 23},
                                    {{0x20, 0x01, 0x0d, 0xb8}, 32},
                                    {{0x20, 0x02}, 16},
                                    {{0x3f, 0xff}, 20}};

template <class Bytes, class Network>
bool within(const Bytes& address, const Network& network) {
  for (int bit = 0; bit < network.bits; bit += 8) {
    const auto byte = static_cast<std::size_t>(bit / 8);
    const int left = std::min(8, network.bits - bit);
    if (((address.at(byte) ^ network.bytes.at(byte)) >> (8 - left)) != 0) return false;
  }
  return true;
}

bool is_public(const ip::address_v4& address) {
  return std::ranges::none_of(kNotPublic4, [bytes = address.to_bytes()](const Network4& one) {
    return within(bytes, one);
  });
}

}  // namespace

bool is_public(const ip::address& address) {
  if (address.is_v4()) return is_public(address.to_v4());
  const ip::address_v6 six = address.to_v6();
  if (six.is_v4_mapped()) return is_public(ip::make_address_v4(ip::v4_mapped, six));
  const auto bytes = six.to_bytes();
  return within(bytes, kGlobal6) &&
         std::ranges::none_of(kNotPublic6, [&](const Network6& one) { return within(bytes, one); });
}

}  // namespace sluis::client
