// Rates of the member states since 2019, or since their last change where nothing older is needed.
// All of them: European Commission, Taxes in Europe Database (TEDB), VAT rates under articles 97 to
// 105b of Directive 2006/112/EC, looked up in November 2026. For the countries around the
// Netherlands also the national law.

#include "taxes/rates.h"

namespace sluis::taxes {
namespace {

using enum VatClass;

constexpr KnownRate kRates[] = {
    {"NL", standard, 2012, 10, 1, 2100},      {"NL", reduced, 2019, 1, 1, 900},
    {"NL", lodging, 2019, 1, 1, 900},         {"NL", lodging, 2026, 1, 1, 2100},
    {"BE", standard, 1996, 1, 1, 2100},       {"BE", reduced, 2000, 1, 1, 600},
    {"BE", second_reduced, 2000, 1, 1, 1200}, {"BE", lodging, 2000, 1, 1, 600},
    {"BE", lodging, 2026, 3, 1, 1200},        {"DE", standard, 2007, 1, 1, 1900},
    {"DE", standard, 2020, 7, 1, 1600},       {"DE", standard, 2021, 1, 1, 1900},
    {"DE", reduced, 1983, 7, 1, 700},         {"DE", reduced, 2020, 7, 1, 500},
    {"DE", reduced, 2021, 1, 1, 700},         {"DE", lodging, 2010, 1, 1, 700},
    {"DE", lodging, 2020, 7, 1, 500},         {"DE", lodging, 2021, 1, 1, 700},
    {"FR", standard, 2014, 1, 1, 2000},       {"FR", reduced, 2014, 1, 1, 550},
    {"FR", second_reduced, 2014, 1, 1, 1000}, {"FR", lodging, 2014, 1, 1, 1000},
    {"LU", standard, 2015, 1, 1, 1700},       {"LU", standard, 2023, 1, 1, 1600},
    {"LU", standard, 2024, 1, 1, 1700},       {"LU", reduced, 2015, 1, 1, 800},
    {"LU", reduced, 2023, 1, 1, 700},         {"LU", reduced, 2024, 1, 1, 800},
    {"LU", second_reduced, 2015, 1, 1, 300},  {"LU", lodging, 2015, 1, 1, 300},
    {"AT", standard, 1984, 1, 1, 2000},       {"BG", standard, 1999, 1, 1, 2000},
    {"CY", standard, 2014, 1, 13, 1900},      {"CZ", standard, 2013, 1, 1, 2100},
    {"DK", standard, 1992, 1, 1, 2500},       {"EE", standard, 2009, 7, 1, 2000},
    {"EE", standard, 2024, 1, 1, 2200},       {"EE", standard, 2025, 7, 1, 2400},
    {"ES", standard, 2012, 9, 1, 2100},       {"FI", standard, 2013, 1, 1, 2400},
    {"FI", standard, 2024, 9, 1, 2550},       {"GR", standard, 2016, 6, 1, 2400},
    {"HR", standard, 2012, 3, 1, 2500},       {"HU", standard, 2012, 1, 1, 2700},
    {"IE", standard, 2012, 1, 1, 2300},       {"IE", standard, 2020, 9, 1, 2100},
    {"IE", standard, 2021, 3, 1, 2300},       {"IT", standard, 2013, 10, 1, 2200},
    {"LT", standard, 2009, 9, 1, 2100},       {"LV", standard, 2012, 7, 1, 2100},
    {"MT", standard, 2004, 1, 1, 1800},       {"PL", standard, 2011, 1, 1, 2300},
    {"PT", standard, 2011, 1, 1, 2300},       {"RO", standard, 2017, 1, 1, 1900},
    {"RO", standard, 2025, 8, 1, 2100},       {"SE", standard, 1990, 7, 1, 2500},
    {"SI", standard, 2013, 7, 1, 2200},       {"SK", standard, 2011, 1, 1, 2000},
    {"SK", standard, 2025, 1, 1, 2300},
};

struct Law {
  std::string_view country;
  std::string_view source;
};

constexpr Law kLaws[] = {
    {"NL", "Wet op de omzetbelasting 1968, art. 9 and table I; lodging: Belastingplan 2025"},
    {"BE", "Koninklijk besluit nr. 20 (20 July 1970), tables A and B; lodging: budget law 2026"},
    {"DE", "Umsatzsteuergesetz §§ 12 and 28"},
    {"FR", "Code général des impôts, art. 278 to 279"},
    {"LU", "Loi TVA (12 February 1979), art. 39 and 40"},
};
constexpr std::string_view kTedb = "European Commission, Taxes in Europe Database";

}  // namespace

std::span<const KnownRate> known_rates() {
  return kRates;
}

std::string_view source_of(std::string_view country) {
  for (const Law& law : kLaws) {
    if (law.country == country) return law.source;
  }
  return kTedb;
}

}  // namespace sluis::taxes
