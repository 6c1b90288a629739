// Telephone numbers in one form, E.164: "+31612345678" for "06 12345678" in the Netherlands.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace sluis::identities {

// How numbers of a region are dialled.
struct PhoneRegion {
  std::string_view region;         // ISO 3166-1: "NL"
  std::uint16_t country_code;      // 31
  std::string_view international;  // what is dialled before a country code: "00"
  std::string_view national;       // what is dialled before a number at home: "0"
  std::uint32_t lengths;           // bit n: national numbers may have n digits
};
// In the order of their country codes.
std::span<const PhoneRegion> phone_regions();

// A number as people write it, with spaces, dashes, brackets and an extension; without a country
// code it is one of `region`. Nothing when no number of that country is as long.
std::optional<std::string> e164(std::string_view written, std::string_view region);

}  // namespace sluis::identities
