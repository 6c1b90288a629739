// Which part of an address on the internet is one subscriber.
#pragma once

#include <string>
#include <string_view>

namespace sluis {

// IPv4 whole, of IPv6 the first 64 bits.
std::string network_of(std::string_view peer);

}  // namespace sluis
