#include <gtest/gtest.h>

#include "app/capabilities.h"

namespace sluis::app {
namespace {

constexpr std::string_view kForOperators[] = {"/healthz", "/readyz", "/metrics"};

bool is_ours(std::string_view path) {
  return path.starts_with("/api/v1/") ||
         std::ranges::find(kForOperators, path) != std::end(kForOperators);
}

TEST(Routes, ForeignPathsAreNoneOfOurs) {
  for (const api::Route& route : routes(nullptr, nullptr, {})) {
    EXPECT_EQ(route.handler.foreign, !is_ours(route.path)) << route.path;
  }
}

}  // namespace
}  // namespace sluis::app
