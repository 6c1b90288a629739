// What follows from an event and its source alone: whether it can be understood, when it happened,
// and what it is as long as nobody says otherwise.
#pragma once

#include "events/event.h"
#include "events/source.h"

namespace sluis::events {

inline constexpr Duration kAheadMost = std::chrono::minutes(5);
inline constexpr Duration kOldest = std::chrono::days(730);
inline constexpr std::size_t kMessageIdMost = 200;  // characters
inline constexpr std::size_t kKindBytesMost = 64;
inline constexpr std::size_t kTextBytesMost = 200;  // of campaign, product, order and part
inline constexpr std::size_t kPropsBytesMost = 32 * 1024;
inline constexpr std::size_t kIdentitiesMost = 16;

// The step `validate`: the first thing that is wrong with a draft by itself.
std::optional<Fault> fault_in(const Draft& draft);

// When it happened: by the sender's clock, set right by how far it is off when it sends.
Instant moment_of(const Draft& draft, Instant received);
std::optional<Fault> fault_in_time(Instant ts, Instant received);

// Where in the buying process a kind of event mostly is.
std::optional<channels::Phase> usual_phase(std::string_view kind);

// What a contract does not allow of an event on this channel.
std::optional<Fault> breach_of(const Contract& contract, const Draft& draft,
                               std::string_view channel);

// What a source is called after the name of its key: "My shop (NL)" gives "my-shop-nl".
Slug code_of(std::string_view name);

}  // namespace sluis::events
