#include "connectors/sender.h"

#include <gtest/gtest.h>

namespace sluis::connectors {
namespace {

Sender sender(std::vector<http::Field> fields, std::string_view named = {}) {
  return sender_of(http::Head{.fields = fields}, named);
}

TEST(Sender, NamesItsKeyWhereItsConventionHasIt) {
  EXPECT_EQ(sender({{"Authorization", "Basic c2xrX2luZ2VzdF94Og=="}}).authorization,
            "Bearer slk_ingest_x");
  EXPECT_EQ(sender({{"Authorization", "bearer slk_ingest_y"}}).authorization,
            "Bearer slk_ingest_y");
  EXPECT_EQ(sender({{"X-Write-Key", "id:slk_ingest_z"}}).authorization, "Bearer slk_ingest_z");
  EXPECT_EQ(sender({{"X-Write-Key", "slk_ingest_z:***"}}).authorization, "Bearer slk_ingest_z");
  EXPECT_EQ(sender({}, "slk_track_a").authorization, "Bearer slk_track_a");
  EXPECT_EQ(sender({{"X-Write-Key", "slk_ingest_z"}}, "slk_track_a").authorization,
            "Bearer slk_ingest_z");
  EXPECT_EQ(sender({}, "no key of ours").authorization, "Bearer no key of ours");
  EXPECT_EQ(sender({{"Authorization", "Basic %%%"}}).authorization, "");
  EXPECT_EQ(sender({}).authorization, "");
}

TEST(Sender, ComesFromThePageThatItsBrowserNames) {
  EXPECT_EQ(
      sender({{"Origin", "https://shop.example"}, {"Referer", "https://other.example/"}}).origin,
      "https://shop.example");
  EXPECT_EQ(sender({{"Referer", "https://shop.example:8443/a?b=https://c"}}).origin,
            "https://shop.example:8443");
  EXPECT_EQ(sender({{"Referer", "https://shop.example"}}).origin, "https://shop.example");
  EXPECT_EQ(sender({{"Referer", "nonsense"}}).origin, "");
  EXPECT_EQ(sender({}).origin, "");
}

}  // namespace
}  // namespace sluis::connectors
