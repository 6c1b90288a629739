#include "identities/phone.h"

#include <algorithm>

namespace sluis::identities {
namespace {

constexpr std::size_t kCountryDigitsMost = 3;
constexpr std::string_view kSeparators = " -./()\t\xC2\xA0";

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// What stands behind the number: "ext. 12", "x12", "#12", ";ext=12".
std::string_view without_extension(std::string_view written) {
  return written.substr(0, written.find_first_of("xX#;eE"));
}

// The digits alone; nothing when there is anything else than what people put between them.
std::optional<std::string> digits_of(std::string_view written) {
  std::string digits;
  for (const char c : written) {
    if (is_digit(c)) {
      digits += c;
    } else if (kSeparators.find(c) == std::string_view::npos) {
      return std::nullopt;
    }
  }
  return digits;
}

bool has_length(const PhoneRegion& region, std::size_t digits) {
  return digits < 32 && (region.lengths >> digits & 1u) != 0;
}

// Without the digit that is dialled only at home, where it was written all the same: "+31 (0)20 …".
std::string_view national_number(const PhoneRegion& region, std::string_view digits) {
  while (!region.national.empty() && digits.starts_with(region.national) &&
         has_length(region, digits.size() - region.national.size()))
    digits.remove_prefix(region.national.size());
  return digits;
}

std::optional<std::string> number_of(const PhoneRegion& region, std::string_view digits) {
  const std::string_view national = national_number(region, digits);
  if (!has_length(region, national.size())) return std::nullopt;
  std::string number = "+" + std::to_string(region.country_code);
  return number.append(national);
}

// No country code is the beginning of another one.
std::optional<std::string> with_country_code(std::string_view digits) {
  unsigned code = 0;
  for (std::size_t size = 1; size <= std::min(kCountryDigitsMost, digits.size()); ++size) {
    code = code * 10 + static_cast<unsigned>(digits[size - 1] - '0');
    const auto regions = std::ranges::equal_range(
        phone_regions(), code, {},
        [](const PhoneRegion& region) -> unsigned { return region.country_code; });
    for (const PhoneRegion& region : regions) {
      if (auto number = number_of(region, digits.substr(size))) return number;
    }
    if (!regions.empty()) return std::nullopt;
  }
  return std::nullopt;
}

const PhoneRegion* region_named(std::string_view name) {
  const auto found = std::ranges::find(phone_regions(), name, &PhoneRegion::region);
  return found == phone_regions().end() ? nullptr : &*found;
}

}  // namespace

std::optional<std::string> e164(std::string_view written, std::string_view region) {
  const bool international = written.starts_with('+');
  const auto digits = digits_of(without_extension(written.substr(international ? 1 : 0)));
  if (!digits || digits->empty()) return std::nullopt;
  if (international) return with_country_code(*digits);
  const PhoneRegion* home = region_named(region);
  if (home == nullptr) return std::nullopt;
  if (!home->international.empty() && digits->starts_with(home->international)) {
    return with_country_code(std::string_view(*digits).substr(home->international.size()));
  }
  return number_of(*home, *digits);
}

}  // namespace sluis::identities
