#include "platform/zones/zones.h"

#include <array>
#include <memory>
#include <string>

#include <fmt/format.h>
#include <unicode/timezone.h>

namespace sluis::zones {
namespace {

constexpr Text kWeekdays[] = {{"Sunday", "zondag"},      {"Monday", "maandag"},
                              {"Tuesday", "dinsdag"},    {"Wednesday", "woensdag"},
                              {"Thursday", "donderdag"}, {"Friday", "vrijdag"},
                              {"Saturday", "zaterdag"}};
constexpr Text kMonths[] = {
    {"January", "januari"}, {"February", "februari"}, {"March", "maart"},
    {"April", "april"},     {"May", "mei"},           {"June", "juni"},
    {"July", "juli"},       {"August", "augustus"},   {"September", "september"},
    {"October", "oktober"}, {"November", "november"}, {"December", "december"}};

}  // namespace

bool exists(std::string_view name) {
  if (name.empty() || name.size() > 64) return false;
  const auto wanted = icu::UnicodeString::fromUTF8(
      icu::StringPiece(name.data(), static_cast<int32_t>(name.size())));
  UErrorCode error = U_ZERO_ERROR;
  icu::UnicodeString canonical;
  icu::TimeZone::getCanonicalID(wanted, canonical, error);
  // ICU also takes offsets as it likes; a name of the database has a canonical form without "GMT+".
  return U_SUCCESS(error) && !wanted.startsWith(u"GMT+") && !wanted.startsWith(u"GMT-");
}

class Calendar::Zone {
 public:
  explicit Zone(std::string_view name)
      : zone_(icu::TimeZone::createTimeZone(icu::UnicodeString::fromUTF8(
            icu::StringPiece(name.data(), static_cast<int32_t>(name.size()))))) {}

  std::int64_t offset_ms(std::int64_t millis) const {
    UErrorCode error = U_ZERO_ERROR;
    int32_t raw = 0;
    int32_t summer = 0;
    zone_->getOffset(static_cast<UDate>(millis), false, raw, summer, error);
    return U_SUCCESS(error) ? raw + summer : 0;
  }

 private:
  std::unique_ptr<icu::TimeZone> zone_;
};

Calendar::Calendar(std::string_view zone)
    : zone_(std::make_unique<Zone>(exists(zone) ? zone : "UTC")) {}

Calendar::~Calendar() = default;

Instant Calendar::shown(Instant moment) const {
  return moment + std::chrono::milliseconds(zone_->offset_ms(moment.millis()));
}

Date Calendar::day_of(Instant moment) {
  constexpr std::int64_t kQuarterUs = 15LL * 60 * 1'000'000;
  const std::int64_t quarter = moment.micros() / kQuarterUs - (moment.micros() % kQuarterUs < 0);
  const auto [known, is_new] = days_.try_emplace(quarter);
  if (is_new) {
    const std::int64_t offset_us = zone_->offset_ms(quarter * kQuarterUs / 1000) * 1000;
    known->second = utc_day(Instant(quarter * kQuarterUs + offset_us));
  }
  return known->second;
}

std::string time_of_day(Instant moment, std::string_view zone) {
  const std::int64_t minute = Calendar(zone).shown(moment).millis() / 60'000 % (24 * 60);
  return fmt::format("{:02}:{:02}", minute / 60, minute % 60);
}

std::string day_in_words(Date day, Language language) {
  return fmt::format("{} {} {}", day.day(), kMonths[day.month() - 1].in(language), day.year());
}

std::string weekday_and_day(Date day, Language language) {
  const std::chrono::weekday weekday(day.days());
  return fmt::format("{} {}", kWeekdays[weekday.c_encoding()].in(language),
                     day_in_words(day, language));
}

std::string day_and_time(Instant moment, std::string_view zone, Language language) {
  const Date day = utc_day(Calendar(zone).shown(moment));
  return fmt::format("{}, {}", weekday_and_day(day, language), time_of_day(moment, zone));
}

std::string region_of(std::string_view zone) {
  const auto id = icu::UnicodeString::fromUTF8(
      icu::StringPiece(zone.data(), static_cast<int32_t>(zone.size())));
  UErrorCode error = U_ZERO_ERROR;
  std::array<char, 4> region{};
  const auto size = icu::TimeZone::getRegion(id, region.data(), region.size(), error);
  constexpr std::string_view kWorld = "001";
  const std::string_view found(region.data(), U_SUCCESS(error) ? static_cast<size_t>(size) : 0);
  return std::string(found == kWorld ? std::string_view() : found);
}

}  // namespace sluis::zones
