#include "kernel/network.h"

#include <algorithm>

namespace sluis {
namespace {

// The four groups of hexadecimal digits that make up the first half of an IPv6 address.
std::string first_half(std::string_view address) {
  std::string half;
  int groups = 0;
  while (groups < 4 && !address.empty() && !address.starts_with("::")) {
    const auto end = std::min(address.find(':'), address.size());
    half += std::string(address.substr(0, end)) + ":";
    address.remove_prefix(end);
    if (address.starts_with(':') && !address.starts_with("::")) address.remove_prefix(1);
    ++groups;
  }
  // "::" stands for groups of zeros.
  for (; groups < 4; ++groups)
    half += "0:";
  return half + ":/64";
}

}  // namespace

std::string network_of(std::string_view peer) {
  constexpr std::string_view kMappedIpv4 = "::ffff:";
  if (peer.starts_with(kMappedIpv4) && peer.find('.') != std::string_view::npos) {
    return std::string(peer.substr(kMappedIpv4.size()));
  }
  if (peer.find(':') == std::string_view::npos) return std::string(peer);
  return first_half(peer);
}

}  // namespace sluis
