#include "events/breakdown.h"

#include "events/props.h"

namespace sluis::events {
namespace {

constexpr std::string_view kAmounts = "amounts";
constexpr std::string_view kCountry = "country";

// What stands between the quotes of a text without escapes.
std::string_view text_in(const Property& property) {
  if (property.type != PropertyType::text || property.value.contains('\\')) return {};
  return property.value.substr(1, property.value.size() - 2);
}

void note_amounts(Breakdown& breakdown, std::string_view amounts) {
  scan_props(amounts, [&](const Property& amount) {
    for_each_field(breakdown, [&]<class F>(std::string_view name, F& field) {
      if constexpr (std::same_as<F, Micro>) {
        if (name == amount.name) field = parse_micro(text_in(amount)).value_or(field);
      }
    });
  });
}

bool is_country(std::string_view text) {
  return text.size() == 2 &&
         std::ranges::all_of(text, [](char letter) { return letter >= 'A' && letter <= 'Z'; });
}

}  // namespace

std::optional<Breakdown> breakdown_in(std::string_view props) {
  if (!props.contains(kAmounts) && !props.contains(kCountry)) return std::nullopt;
  Breakdown breakdown;
  scan_props(props, [&](const Property& property) {
    if (property.name == kAmounts && property.type == PropertyType::object) {
      note_amounts(breakdown, property.value);
    } else if (property.name == kCountry && is_country(text_in(property))) {
      breakdown.country = text_in(property);
    }
  });
  if (breakdown == Breakdown{}) return std::nullopt;
  return breakdown;
}

}  // namespace sluis::events
