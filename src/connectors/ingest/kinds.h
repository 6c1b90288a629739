// What the events of others are called here. The e-commerce names of Segment are ours in snake
// case; those of GA4 and of older shops are translated.
#pragma once

#include <string_view>

#include "connectors/ingest/arena.h"

namespace sluis::connectors::ingest {

// "Product Viewed", "view_item" and "$pageview" alike: product_viewed, product_viewed, page_viewed.
// Empty when no letter or digit is left of the name.
std::string_view kind_of_event(Arena& arena, std::string_view name);

// What an event of that kind means in money.
enum class Meaning : std::uint8_t { none, sale, refund };
Meaning meaning_of(std::string_view kind);

}  // namespace sluis::connectors::ingest
