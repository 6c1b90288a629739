#include "events/news.h"

#include <gtest/gtest.h>

namespace sluis::events {
namespace {

using std::chrono::seconds;

TEST(News, AreWhatHappenedSinceTheLastTime) {
  News news;
  Standing standing{.log = {0, 1}, .facts = {0, 1}};
  EXPECT_TRUE(news.any(standing, seconds(1)));
  EXPECT_FALSE(news.any(standing, seconds(1)));
  standing.log.number = 2;
  EXPECT_TRUE(news.any(standing, seconds(1)));
  standing.facts.number = 2;
  EXPECT_TRUE(news.any(standing, seconds(1)));
  EXPECT_FALSE(news.any(standing, seconds(1)));
}

TEST(News, AreLookedForNowAndThen) {
  News news;
  EXPECT_TRUE(news.any(Standing(), seconds(1)));
  EXPECT_FALSE(news.any(Standing(), seconds(14)));
  EXPECT_TRUE(news.any(Standing(), seconds(1)));
  EXPECT_FALSE(news.any(Standing(), seconds(1)));
}

}  // namespace
}  // namespace sluis::events
