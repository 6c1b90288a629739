#include "platform/zones/zone.h"

#include <array>

#include <unicode/basictz.h>
#include <unicode/timezone.h>

#include "kernel/assert.h"
#include "platform/zones/zones.h"

namespace sluis::zones {

// Offsets change at whole quarters of an hour, and times that are asked for lie together: the
// answers for some quarters are kept.
struct Zone::Rules {
  struct Known {
    std::int64_t quarter = -1;
    std::int64_t offset_micros = 0;
  };
  static constexpr std::int64_t kQuarterMicros = 15LL * 60 * 1'000'000;

  std::unique_ptr<icu::BasicTimeZone> zone;
  mutable std::array<Known, 1024> known;

  std::int64_t offset_micros(Instant shown) const {
    const std::int64_t quarter = shown.micros() / kQuarterMicros;
    Known& place = known.at(static_cast<std::uint64_t>(quarter) % known.size());
    if (place.quarter != quarter) place = {quarter, looked_up(shown)};
    return place.offset_micros;
  }

  std::int64_t looked_up(Instant shown) const {
    int32_t raw_millis = 0;
    int32_t summer_millis = 0;
    UErrorCode error = U_ZERO_ERROR;
    zone->getOffsetFromLocal(static_cast<UDate>(shown.millis()), UCAL_TZ_LOCAL_FORMER,
                             UCAL_TZ_LOCAL_FORMER, raw_millis, summer_millis, error);
    SLUIS_ASSERT(U_SUCCESS(error));
    return (std::int64_t{raw_millis} + summer_millis) * 1000;
  }
};

Zone::Zone(std::unique_ptr<Rules> rules) : rules_(std::move(rules)) {}
Zone::~Zone() = default;
Zone::Zone(Zone&&) noexcept = default;
Zone& Zone::operator=(Zone&&) noexcept = default;

std::optional<Zone> Zone::find(std::string_view name) {
  if (!exists(name)) return std::nullopt;
  const auto id = icu::UnicodeString::fromUTF8(
      icu::StringPiece(name.data(), static_cast<int32_t>(name.size())));
  auto rules = std::make_unique<Rules>();
  // Every zone of the database is a BasicTimeZone (ICU's documentation of createTimeZone).
  std::unique_ptr<icu::TimeZone> zone(icu::TimeZone::createTimeZone(id));
  auto* const basic = dynamic_cast<icu::BasicTimeZone*>(zone.release());
  SLUIS_ASSERT(basic != nullptr);
  rules->zone.reset(basic);
  return Zone(std::move(rules));
}

Instant Zone::moment_of(Instant shown) const {
  return Instant(shown.micros() - rules_->offset_micros(shown));
}

Instant Zone::shown_at(Instant moment) const {
  int32_t raw_millis = 0;
  int32_t summer_millis = 0;
  UErrorCode error = U_ZERO_ERROR;
  rules_->zone->getOffset(static_cast<UDate>(moment.millis()), 0, raw_millis, summer_millis, error);
  SLUIS_ASSERT(U_SUCCESS(error));
  return Instant(moment.micros() + (std::int64_t{raw_millis} + summer_millis) * 1000);
}

}  // namespace sluis::zones
