// What can be promised, and why.

#include <map>

#include "stock/rules.h"
#include "stock/store.h"

namespace sluis::stock {
namespace {

using catalog::Part;
using Levels = std::map<VariantId, std::vector<Level>>;

// What is asked for, as the pieces it takes: its parts, or one of itself.
struct AskedVariant {
  VariantId variant;
  bool on_sale = false;
  std::vector<Part> parts;
};

std::vector<AskedVariant> asked_of(store::Snapshot& snapshot, std::span<const VariantId> variants) {
  std::map<VariantId, sql::Offered> offered;
  for (const sql::Offered& one : sql::offered(snapshot, variants))
    offered[one.id] = one;
  std::vector<AskedVariant> all;
  for (const VariantId variant : variants) {
    const sql::Offered& one = offered[variant];
    all.push_back({.variant = variant,
                   .on_sale = one.on_sale,
                   .parts = one.bundle ? catalog::parts_of(snapshot, variant)
                                       : std::vector{Part{.variant = variant}}});
  }
  return all;
}

// What has pieces of its own, each once.
std::vector<VariantId> pieces_of(const std::vector<AskedVariant>& asked) {
  std::vector<VariantId> pieces;
  for (const AskedVariant& one : asked)
    std::ranges::transform(one.parts, std::back_inserter(pieces), &Part::variant);
  std::ranges::sort(pieces);
  const auto twice = std::ranges::unique(pieces);
  pieces.erase(twice.begin(), twice.end());
  return pieces;
}

Levels levels_of(store::Snapshot& snapshot, const std::vector<VariantId>& pieces,
                 std::optional<LocationId> location) {
  Levels levels;
  for (const Level& level : sql::selling(snapshot, pieces, location))
    levels[level.variant].push_back(level);
  return levels;
}

// What can be made at a place where the first part lies: as many as the scarcest part allows.
Free made_at(Levels& levels, const AskedVariant& asked, LocationId location,
             const Leaving& leaving) {
  std::optional<Free> scarcest;
  for (const Part& part : asked.parts) {
    const auto& of_part = levels[part.variant];
    const auto found = std::ranges::find(of_part, location, &Level::location);
    const Level level = found != of_part.end() ? *found : Level{};
    const std::int64_t buffer = leaving.of(part.variant);
    const std::int64_t free = free_of(level, buffer) / part.quantity.number;
    if (scarcest && scarcest->free <= free) continue;
    scarcest = Free{.location = location,
                    .on_hand = level.on_hand,
                    .reserved = level.reserved,
                    .safety = level.safety,
                    .buffer = buffer,
                    .free = free,
                    .part = {}};
    if (part.variant != asked.variant) scarcest->part = part.variant;
  }
  return *scarcest;
}

// What is to come for what has pieces of its own.
void add_coming(store::Snapshot& snapshot, std::span<const VariantId> variants,
                std::optional<LocationId> location, std::vector<Available>& all) {
  for (const sql::Delivery& one : sql::coming(snapshot, variants, location)) {
    const auto of_variant = std::ranges::find(all, one.variant, &Available::variant);
    if (of_variant->on_sale) of_variant->coming.push_back(one);
  }
}

Available available_of(Levels& levels, const AskedVariant& asked, const Leaving& leaving) {
  Available available{.variant = asked.variant,
                      .on_sale = asked.on_sale,
                      .locations = {},
                      .coming = {},
                      .reckoned = leaving.why(asked.variant)};
  for (const Level& level : levels[asked.parts.front().variant]) {
    Free free = made_at(levels, asked, level.location, leaving);
    if (!asked.on_sale) free.free = 0;
    available.free += free.free;
    available.locations.push_back(free);
  }
  return available;
}

}  // namespace

std::vector<Available> available(store::Snapshot& snapshot, std::span<const VariantId> variants,
                                 std::optional<ChannelId> channel,
                                 std::optional<LocationId> location) {
  const std::vector<AskedVariant> asked = asked_of(snapshot, variants);
  const std::vector<VariantId> pieces = pieces_of(asked);
  const Leaving leaving(snapshot, channel, pieces);
  Levels levels = levels_of(snapshot, pieces, location);
  std::vector<Available> all;
  for (const AskedVariant& one : asked)
    all.push_back(available_of(levels, one, leaving));
  add_coming(snapshot, variants, location, all);
  return all;
}

}  // namespace sluis::stock
