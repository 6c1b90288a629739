#include "platform/api/router.h"

#include <gtest/gtest.h>

namespace sluis::api {
namespace {

Route route(std::string_view operation, http::Method method, std::string_view path) {
  return {.operation = operation,
          .method = method,
          .path = path,
          .summary = {"Something", "Iets"},
          .allow = Allow::anyone(),
          .handler = {}};
}

class RouterTest : public testing::Test {
 protected:
  const std::vector<Route> routes_ = {
      route("list", http::Method::get, "/api/v1/things"),
      route("create", http::Method::post, "/api/v1/things"),
      route("templates", http::Method::get, "/api/v1/things/templates"),
      route("one", http::Method::get, "/api/v1/things/{id}"),
      route("change", http::Method::patch, "/api/v1/things/{id}"),
      route("part", http::Method::get, "/api/v1/things/{id}/parts/{part}"),
  };
  const Router router_{routes_};

  std::string_view found(http::Method method, std::string_view path) const {
    const auto match = router_.find(method, path);
    return match.route == nullptr ? "" : match.route->operation;
  }
};

TEST_F(RouterTest, FindsTheExactPathBeforeTheShape) {
  EXPECT_EQ(found(http::Method::get, "/api/v1/things/templates"), "templates");
  EXPECT_EQ(found(http::Method::get, "/api/v1/things/7"), "one");
  EXPECT_EQ(found(http::Method::patch, "/api/v1/things/7"), "change");
  EXPECT_EQ(found(http::Method::head, "/api/v1/things"), "list");
}

TEST_F(RouterTest, DecodesTheNamesInThePath) {
  const auto match = router_.find(http::Method::get, "/api/v1/things/a%2Fb/parts/%C3%A9");
  ASSERT_NE(match.route, nullptr);
  EXPECT_EQ(match.path, (Parameters{{"id", "a/b"}, {"part", "é"}}));
}

TEST_F(RouterTest, TellsWhatThePathOffers) {
  const auto match = router_.find(http::Method::del, "/api/v1/things");
  EXPECT_EQ(match.route, nullptr);
  EXPECT_EQ(match.offered, (std::vector<std::string_view>{"GET", "POST"}));
}

TEST_F(RouterTest, DoesNotKnowOtherPaths) {
  for (const char* path :
       {"", "*", "/", "/api/v1/things/", "/api/v1/things/7/", "/API/v1/things", "/api/v1//things",
        "/api/v1/things/%", "/api/v1/things/%ff", "/api/v1/things/%00", "/api/v1/things/7/parts"}) {
    const auto match = router_.find(http::Method::get, path);
    EXPECT_EQ(match.route, nullptr) << path;
    EXPECT_TRUE(match.offered.empty()) << path;
  }
}

}  // namespace
}  // namespace sluis::api
