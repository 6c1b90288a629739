#include "contacts/chat/relay.h"

#include <gtest/gtest.h>

namespace sluis::contacts {
namespace {

constexpr Instant kNow(1'433'894'918'000'000);

TEST(Relay, VouchesForTenMinutesAsCoturnChecksIt) {
  const Relay relay{.servers = {"stun:stun.example:3478", "turn:turn.example:3478"},
                    .secret = "logen"};
  const IceServers found = ice_servers(relay, "con_1", kNow);
  ASSERT_EQ(found.ice_servers.size(), 2U);
  EXPECT_FALSE(found.ice_servers[0].username);
  EXPECT_EQ(found.ice_servers[1].username, "1433895518:con_1");
  // echo -n 1433895518:con_1 | openssl dgst -sha1 -hmac logen -binary | base64
  EXPECT_EQ(found.ice_servers[1].credential, "eKkhOx1h7oucGErt+pfvRGpUJFY=");
}

TEST(Relay, NamesNoTurnServerForWhichItCannotVouch) {
  const Relay relay{.servers = {"turn:turn.example:3478"}, .secret = ""};
  EXPECT_TRUE(ice_servers(relay, "con_1", kNow).ice_servers.empty());
  EXPECT_TRUE(ice_servers({}, "con_1", kNow).ice_servers.empty());
}

}  // namespace
}  // namespace sluis::contacts
