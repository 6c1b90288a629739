// What is taken from the answer of a shop, within limits: the other side may be broken, or no shop.
#pragma once

#include "connectors/ingest/tree.h"
#include "kernel/time.h"

namespace sluis::connectors::outgoing {

inline constexpr Duration kWaitLongest = std::chrono::hours(1);
inline constexpr std::size_t kWordsMost = 300;

// Whole seconds, at least one; the longest when the number makes no sense.
Duration wait_of_seconds(double seconds);

// What they call something: 1 to 200 bytes that every home can keep. Else empty.
std::string name_in(ingest::Node node);
// The same of a system that counts what it has: digits only, so that they fit in a path and in
// JSON.
std::string number_in(ingest::Node node);

// What they say for people, cut off behind kWordsMost characters; what cannot be kept is left out.
std::string words_in(ingest::Node node);

}  // namespace sluis::connectors::outgoing
