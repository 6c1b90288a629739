#include "orders/sourcing.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace sluis::orders {
namespace {

using stock::Available;
using stock::Location;
using stock::LocationKind;
using stock::VariantId;

constexpr VariantId kShirt{1};
constexpr VariantId kSock{2};

Location place(std::int64_t id, LocationKind kind, std::int64_t rank = 100) {
  return {.id = LocationId(id), .kind = kind, .rank = {rank}};
}

// How many of a variant lie at the first, the second … location.
Available free(VariantId variant, const std::vector<std::int64_t>& at) {
  Available available{.variant = variant, .locations = {}};
  for (std::size_t i = 0; i < at.size(); ++i)
    available.locations.push_back(
        {.location = LocationId(static_cast<std::int64_t>(i) + 1), .free = at[i]});
  return available;
}

const std::vector<Location> kPlaces = {place(1, LocationKind::warehouse),
                                       place(2, LocationKind::store),
                                       place(3, LocationKind::store)};

TEST(Sourcing, SendsFromTheWarehouseWhenItHasAll) {
  const std::vector<Need> needs = {{kShirt, 2}, {kSock, 1}};
  const auto takes =
      plan(needs, std::array{free(kShirt, {2, 9, 9}), free(kSock, {1, 9, 9})}, kPlaces);
  EXPECT_EQ(takes, (std::vector<Take>{{0, LocationId(1), 2}, {1, LocationId(1), 1}}));
}

TEST(Sourcing, RatherSendsOneParcelFromAStoreThanTwo) {
  const std::vector<Need> needs = {{kShirt, 2}, {kSock, 1}};
  const auto takes =
      plan(needs, std::array{free(kShirt, {2, 2, 0}), free(kSock, {0, 1, 9})}, kPlaces);
  EXPECT_EQ(takes, (std::vector<Take>{{0, LocationId(2), 2}, {1, LocationId(2), 1}}));
}

TEST(Sourcing, LeavesTheStoreThatHasFewAlone) {
  const auto takes =
      plan(std::array{Need{kShirt, 1}}, std::array{free(kShirt, {0, 1, 5})}, kPlaces);
  EXPECT_EQ(takes, (std::vector<Take>{{0, LocationId(3), 1}}));
}

TEST(Sourcing, SplitsWhereNobodyHasAll) {
  const auto takes =
      plan(std::array{Need{kShirt, 6}}, std::array{free(kShirt, {3, 1, 2})}, kPlaces);
  EXPECT_EQ(takes, (std::vector<Take>{
                       {0, LocationId(1), 3}, {0, LocationId(3), 2}, {0, LocationId(2), 1}}));
}

TEST(Sourcing, TwoLinesOfOneVariantShareWhatThereIs) {
  const std::vector<Need> needs = {{kShirt, 2}, {kShirt, 2}};
  EXPECT_TRUE(plan(needs, std::array{free(kShirt, {4, 0, 0})}, kPlaces));
  EXPECT_FALSE(plan(needs, std::array{free(kShirt, {3, 0, 0})}, kPlaces));
}

// Exactly what is needed is taken, no more than there is, whenever there is enough.
RC_GTEST_PROP(SourcingProperties, TakesWhatIsNeededIfItIsThere, ()) {
  const auto some = [] { return *rc::gen::inRange<std::int64_t>(0, 6); };
  const std::vector<Need> needs = {{kShirt, some() + 1}, {kSock, some()}, {kShirt, some()}};
  const std::array all{free(kShirt, {some(), some(), some()}),
                       free(kSock, {some(), some(), some()})};
  const auto takes = plan(needs, all, kPlaces);
  for (const Available& available : all) {
    std::int64_t needed = 0;
    std::int64_t there = 0;
    for (const Need& need : needs)
      needed += need.variant == available.variant ? need.quantity : 0;
    for (const stock::Free& one : available.locations)
      there += one.free;
    if (needed > there) {
      RC_ASSERT(!takes);
      return;
    }
  }
  RC_ASSERT(takes.has_value());
  for (std::size_t i = 0; i < needs.size(); ++i) {
    std::int64_t taken = 0;
    for (const Take& take : *takes)
      taken += take.need == i ? take.quantity : 0;
    RC_ASSERT(taken == needs[i].quantity);
  }
}

}  // namespace
}  // namespace sluis::orders
