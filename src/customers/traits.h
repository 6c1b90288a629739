// What is known of a person beside who they are: names, addresses, preferences. Updates commute, so
// that it does not matter in which order, or how late, they arrive. Personal data lies here and in
// identities alone, never in the analytical store.
#pragma once

#include "customers/customers.h"

namespace sluis::customers {

// One value of one trait, as an event carried it.
struct TraitSeen {
  std::string name;
  std::string value;
  Instant ts;
  std::int64_t tie = 0;  // which of two at the same moment is the last
};

// All that was seen of a trait.
struct Trait {
  std::string name;
  std::string value;  // the last by (ts, tie)
  Instant ts;
  std::int64_t tie = 0;
  std::optional<Micro> low;   // of the values that are numbers
  std::optional<Micro> high;  //
  Micro total;                //
  std::int64_t times = 0;
  bool operator==(const Trait&) const = default;
};
BOOST_DESCRIBE_STRUCT(Trait, (), (name, value, ts, tie, low, high, total, times))

inline constexpr std::size_t kTraitsMax = 200;  // of one identity
inline constexpr std::size_t kTraitNameMax = 64;
inline constexpr std::size_t kTraitValueMax = 1'000;

Trait trait_of(const TraitSeen& seen);
// Both in one; commutative and associative.
Trait joined(const Trait& one, const Trait& other);
// The traits of all identities of a customer in one list, in the order of their names.
std::vector<Trait> joined(std::vector<Trait> traits);

// The traits in the props of an event: of "$private", its objects traits and traits_once. What is
// no short text, number or boolean is left out.
std::vector<TraitSeen> traits_in(std::string_view props, Instant ts, std::int64_t tie);

// What a customer is called: name, else first and last name, else the company; empty if unknown.
std::string display_name(const std::vector<Trait>& traits);

// The words by which somebody is found, folded: of names, addresses and numbers.
std::vector<std::string> words_of(const std::vector<Trait>& traits,
                                  const std::vector<std::string>& values);
std::vector<std::string> words_in(std::string_view text);

}  // namespace sluis::customers
