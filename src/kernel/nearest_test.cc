#include "kernel/nearest.h"

#include <gtest/gtest.h>

namespace sluis {
namespace {

TEST(Nearest, FindsTheWordThatWasMeant) {
  const std::vector<std::string_view> known = {"email", "role", "format", "listen"};
  EXPECT_EQ(nearest("emial", known), "email");
  EXPECT_EQ(nearest("rol", known), "role");
  EXPECT_EQ(nearest("listen", known), "listen");
  EXPECT_EQ(nearest("formats", known), "format");
}

TEST(Nearest, SuggestsNothingThatIsFarOff) {
  EXPECT_EQ(nearest("password", {"email", "role"}), "");
  EXPECT_EQ(nearest("", {"email"}), "");
  EXPECT_EQ(nearest(std::string(100, 'a'), {"a"}), "");
}

}  // namespace
}  // namespace sluis
