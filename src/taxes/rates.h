// The rates that come with Sluis, as data.
#pragma once

#include <span>

#include "taxes/taxes.h"

namespace sluis::taxes {

struct KnownRate {
  std::string_view country;
  VatClass vat;
  int year;
  unsigned month;
  unsigned day;
  BasisPoints basis_points;

  Date first_day() const { return {year, month, day}; }
};

// Of one country and class in the order of their days.
std::span<const KnownRate> known_rates();
std::string_view source_of(std::string_view country);

}  // namespace sluis::taxes
