// How two browsers that cannot reach each other talk all the same: STUN servers tell them where
// they are, TURN servers pass on between them, for whom this server vouches for a while.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kernel/fields.h"
#include "kernel/time.h"

namespace sluis::contacts {

struct Relay {
  std::vector<std::string> servers;  // "stun:stun.example:3478", "turn:turn.example:3478"
  std::string secret;                // shared with the TURN servers; empty: none is used
};

// As RTCPeerConnection takes it.
struct IceServer {
  std::vector<std::string> urls;
  std::optional<std::string> username;
  std::optional<std::string> credential;
};
BOOST_DESCRIBE_STRUCT(IceServer, (), (urls, username, credential))
struct IceServers {
  std::vector<IceServer> ice_servers;
};
BOOST_DESCRIBE_STRUCT(IceServers, (), (ice_servers))

inline constexpr std::chrono::minutes kRelayFor{10};

// With credentials for `who` in the form of coturn's `use-auth-secret`
// (draft-uberti-behave-turn-rest-00, 2.2): when they end and for whom, and the HMAC-SHA1 of that.
// Pure.
IceServers ice_servers(const Relay& relay, std::string_view who, Instant now);

}  // namespace sluis::contacts
