// What the law allows, by means, purpose and day, and what a person's evidence makes of it.
#pragma once

#include "consent/consent.h"

namespace sluis::consent {

// On these days, for this purpose and by these means, this is what allows it. Nothing else does.
struct Rule {
  std::string_view law;
  Means means = Means::telephone;
  Purpose purpose = Purpose::marketing;
  Date from;
  std::optional<Date> to;        // exclusive
  bool opt_in = true;            // who said yes
  bool relation = false;         // who bought here
  bool contract = false;         // what an agreement asks for
  bool until_objection = false;  // everybody, until they object
};
std::span<const Rule> rules();
// The rule of that day; null where nothing allows it.
const Rule* rule_of(Means means, Purpose purpose, Date day);

// The day on the Dutch calendar: that is where the laws of the table begin and end.
Date dutch_day(Instant at);

// A bit for each means and purpose that the evidence of one identity refuses at that moment.
std::uint64_t refused_mask(std::span<const Evidence> evidence, Instant at);
std::uint64_t mask_of(Means means, Purpose purpose);

// What is wrong with what somebody wants to add.
std::vector<FieldProblem> problems_of(const Claim& claim, Instant now);

}  // namespace sluis::consent
