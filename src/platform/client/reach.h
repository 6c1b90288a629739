// Which addresses may be called: the public internet only. Whoever can name an address to be called
// could otherwise look into the network that Sluis stands in.
#pragma once

#include <boost/asio/ip/address.hpp>

namespace sluis::client {

// Not loopback, private, link-local, shared, documentation, multicast or reserved, also where an
// address of version 6 carries one of version 4.
// https://www.iana.org/assignments/iana-ipv4-special-registry and …/iana-ipv6-special-registry
bool is_public(const boost::asio::ip::address& address);

}  // namespace sluis::client
