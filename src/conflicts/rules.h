// The rules that say what contradicts what, each a pure function over the facts, and the table of
// them with what they compare and what is at stake.
#pragma once

#include "conflicts/facts.h"

namespace sluis::conflicts {

struct Rule {
  Kind kind;
  Text compares;  // what, and when it is a contradiction
  Text stake;     // the formula of the amount
  std::vector<Clash> (*find)(const Facts& facts);
};
std::span<const Rule> rules();  // one for each kind, in their order

// What buyers pay for a variant where nobody knows them, with the VAT of the company's country, on
// channels that are live and sell; a cent of difference counts.
std::vector<Clash> clashing_prices(const Facts& facts);
// What a system elsewhere believes there is of a variant against what can be promised there: only
// where one is none and the other is not.
std::vector<Clash> clashing_availability(const Facts& facts);
// What texts of a product say in numbers, in one language: of one measure each says something that
// the other does not say.
std::vector<Clash> clashing_promises(const Facts& facts);
std::vector<Clash> clashing_claims(const Facts& facts);
// Titles of a product in one language, of which neither has all words of the other.
std::vector<Clash> clashing_titles(const Facts& facts);
// A channel that passes customers on, by the worksheet or by the overflow of a team, to one that is
// closed while it is open itself, by the hours of their teams.
std::vector<Clash> clashing_hours(const Facts& facts);
// A check with the same name.
std::vector<Clash> clashing_checks(const Facts& facts);

// All that clashes, by the rules; each contradiction once.
std::vector<Clash> clashing(const Facts& facts);

}  // namespace sluis::conflicts
