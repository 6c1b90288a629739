#include "contacts/wording.h"

#include "platform/zones/zones.h"

namespace sluis::contacts {
namespace {

constexpr Text kUs{"us", "ons"};

Language language_of(const std::optional<Tongue>& tongue, Language usual) {
  if (!tongue) return usual;
  return tongue->text == "nl" ? Language::nl : Language::en;
}

}  // namespace

Wording::Wording(store::Snapshot& snapshot, std::optional<Language> chosen,
                 const std::optional<Tongue>& tongue)
    : settings_(company::settings(snapshot).settings),
      language_(chosen ? *chosen : language_of(tongue, settings_.language)) {}

std::string Wording::company() const {
  return settings_.name.text.empty() ? std::string(kUs.in(language_)) : settings_.name.text;
}

std::string Wording::time(Instant moment) const {
  return zones::time_of_day(moment, settings_.zone);
}

std::string Wording::day_and_time(Instant moment) const {
  return zones::day_and_time(moment, settings_.zone, language_);
}

}  // namespace sluis::contacts
