#include "contacts/chat/relay.h"

#include <fmt/format.h>

#include "platform/secrets/hmac_sha1.h"

namespace sluis::contacts {
namespace {

bool passes_on(std::string_view server) {
  return server.starts_with("turn:") || server.starts_with("turns:");
}

}  // namespace

IceServers ice_servers(const Relay& relay, std::string_view who, Instant now) {
  IceServer plain;
  IceServer relayed;
  for (const std::string& server : relay.servers)
    (passes_on(server) ? relayed : plain).urls.push_back(server);
  IceServers all;
  if (!plain.urls.empty()) all.ice_servers.push_back(std::move(plain));
  if (relayed.urls.empty() || relay.secret.empty()) return all;
  relayed.username = fmt::format("{}:{}", (now + kRelayFor).millis() / 1'000, who);
  relayed.credential = secrets::hmac_sha1_base64(relay.secret, *relayed.username);
  all.ice_servers.push_back(std::move(relayed));
  return all;
}

}  // namespace sluis::contacts
