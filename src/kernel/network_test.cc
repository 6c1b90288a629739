#include "kernel/network.h"

#include <gtest/gtest.h>

namespace sluis {
namespace {

TEST(Networks, OneSubscriberIsOneNetwork) {
  EXPECT_EQ(network_of("192.0.2.7"), "192.0.2.7");
  EXPECT_EQ(network_of("::ffff:192.0.2.7"), "192.0.2.7");
  EXPECT_EQ(network_of("2001:db8:1:2:3:4:5:6"), network_of("2001:db8:1:2::9"));
  EXPECT_NE(network_of("2001:db8:1:2::9"), network_of("2001:db8:1:3::9"));
  EXPECT_EQ(network_of("2001:db8::1"), network_of("2001:db8:0:0:ffff::1"));
  EXPECT_EQ(network_of("::1"), "0:0:0:0::/64");
}

}  // namespace
}  // namespace sluis
