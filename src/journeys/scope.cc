#include "journeys/scope.h"

#include <algorithm>

#include "company/company.h"
#include "journeys/store.h"
#include "platform/store/store.h"
#include "platform/zones/zones.h"
#include "segments/segments.h"

namespace sluis::journeys {
namespace {

constexpr std::int64_t kDaysMost = 20 * 366;
constexpr std::int64_t kQuarterS = 900;
constexpr std::int64_t kSecond = 1'000'000;

constexpr RefusalKind kNotAhead{
    "period_not_ahead", Category::invalid, Retry::useless,
    Text{"The period has no days: it begins on {0} and ends before {1}. Let it end later.",
         "De periode heeft geen dagen: ze begint op {0} en eindigt voor {1}. Laat haar later "
         "eindigen."}};
constexpr RefusalKind kTooLong{
    "period_over_20_years", Category::invalid, Retry::useless,
    Text{"A period of more than twenty years is not counted over. Take a shorter one.",
         "Over een periode van meer dan twintig jaar wordt niet geteld. Neem een kortere."}};
constexpr RefusalKind kSteps{
    "steps_unreadable", Category::invalid, Retry::useless,
    Text{"A funnel has 1 to {0} steps: kinds of event with commas between them, such as "
         "product_viewed,order_completed. There is no event of the kind {1}; there are: {2}.",
         "Een funnel heeft 1 tot {0} stappen: soorten gebeurtenis met komma's ertussen, zoals "
         "product_viewed,order_completed. Er is geen gebeurtenis van de soort {1}; er zijn: "
         "{2}."}};
constexpr RefusalKind kWindow{
    "window_too_long", Category::invalid, Retry::useless,
    Text{"A window is at least a second and at most two years, such as 7d; {0} is not.",
         "Een venster is minstens een seconde en hoogstens twee jaar, zoals 7d; {0} is dat niet."}};

constexpr RefusalKind kNoTouches{
    "no_touches", Category::invalid, Retry::useless,
    Text{
        "None of the {0} conversions had a touch within the window before it, so there is nothing "
        "to credit. Take a longer window, or look whether visits and orders are of the same "
        "customers.",
        "Geen van de {0} conversies had een aanraking binnen het venster ervoor, dus valt er niets "
        "toe te rekenen. Neem een langer venster, of kijk of bezoeken en orders van dezelfde "
        "klanten zijn."}};

// When a day begins. Clocks change at quarters of an hour at most.
std::uint32_t start_of(zones::Calendar& calendar, Date day) {
  const std::int64_t midnight = day.days().time_since_epoch().count() * kSecondsOfDay;
  std::int64_t low = (midnight - kSecondsOfDay) / kQuarterS;  // is before it
  std::int64_t high = (midnight + kSecondsOfDay) / kQuarterS;
  while (low + 1 < high) {
    const std::int64_t middle = (low + high) / 2;
    const bool before = calendar.day_of(Instant(middle * kQuarterS * kSecond)) < day;
    (before ? low : high) = middle;
  }
  return static_cast<std::uint32_t>(
      std::clamp<std::int64_t>(high * kQuarterS, 0, ~std::uint32_t{0}));
}

Result<void> check(const Scope& scope) {
  if (scope.to <= scope.from) {
    return refuse(ScopeRefusal::period_not_ahead, to_string(scope.from), to_string(scope.to));
  }
  if (scope.to - scope.from > kDaysMost) return refuse(ScopeRefusal::period_over_20_years);
  return {};
}

Result<void> check_segment(store::Store& store, SegmentId segment) {
  return store.snapshot([&](store::Snapshot& snapshot) -> Result<void> {
    TRY_VOID(segments::find(snapshot, segment));
    return {};
  });
}

}  // namespace

const RefusalKind& kind_of(ScopeRefusal refusal) {
  switch (refusal) {
    case ScopeRefusal::period_not_ahead:
      return kNotAhead;
    case ScopeRefusal::period_over_20_years:
      return kTooLong;
    case ScopeRefusal::steps_unreadable:
      return kSteps;
    case ScopeRefusal::window_too_long:
      return kWindow;
    case ScopeRefusal::no_touches:
      return kNoTouches;
  }
  __builtin_unreachable();
}

Result<Resolved> resolved(store::Store& store, analytics::Snapshot& figures, const Scope& scope) {
  TRY_VOID(check(scope));
  const std::string zone = TRY(store.snapshot([](store::Snapshot& snapshot) -> Result<std::string> {
    return company::settings(snapshot).settings.zone;
  }));
  zones::Calendar calendar(zone);
  Resolved resolved{.scope = scope,
                    .period = {start_of(calendar, scope.from), start_of(calendar, scope.to)},
                    .members = {}};
  if (!scope.segment) return resolved;
  return of_segment(store, figures, std::move(resolved), *scope.segment);
}

Result<Resolved> of_segment(store::Store& store, analytics::Snapshot& figures, Resolved from,
                            SegmentId segment) {
  TRY_VOID(check_segment(store, segment));
  from.scope.segment = segment;
  from.members = sql::members(figures, segment);
  return from;
}

Selection::Selection(const Tracks& tracks, const Scope& scope, const Period& period,
                     const std::optional<std::vector<CustomerId>>& members)
    : tracks_(tracks), period_(period) {
  const Words& words = tracks.words();
  const auto look_up = [this](const auto& asked, const auto& find, auto& number) {
    if (!asked) return;
    number = find(*asked);
    nobody_ |= !number;
  };
  const auto name = [&](const std::string& text) { return words.find_name(text); };
  look_up(scope.channel, [&](ChannelId id) { return words.find_channel(id); }, channel_);
  look_up(scope.campaign, name, campaign_);
  look_up(scope.product, name, product_);
  if (!members) return;
  members_.emplace(tracks.identities());
  for (const CustomerId customer : *members) {
    if (const auto run = tracks.customer(customer)) (*members_)[*run] = true;
  }
}

methods::Journey within(const methods::Journey& journey, std::uint64_t from_s, std::uint64_t to_s) {
  const auto& times = journey.times;
  if (times.empty() || (times.front() >= from_s && times.back() < to_s)) return journey;
  const auto place = [&](std::uint64_t ts) {
    return static_cast<std::size_t>(std::ranges::lower_bound(times, ts) - times.begin());
  };
  const std::size_t begin = place(from_s);
  const std::size_t length = place(to_s) - begin;
  return {.times = times.subspan(begin, length),
          .channels = journey.channels.subspan(begin, length),
          .kinds = journey.kinds.subspan(begin, length),
          .values = {}};
}

void Selection::each(const Take& take) const {
  each_until(0, take);
}

void Selection::each_until(std::uint32_t later_s, const Take& take) const {
  if (nobody_) return;
  const bool chooses = channel_ || campaign_ || product_;
  const std::uint64_t end = std::uint64_t{period_.to_s} + later_s;
  tracks_.each([&](Run run, const Track& track) {
    if (members_ && !(*members_)[run]) return;
    const methods::Journey journey = within(track.steps, period_.from_s, end);
    if (journey.size() == 0 || journey.times.front() >= period_.to_s) return;
    if (!chooses || holds(track)) take(journey, track);
  });
}

// Whether one thing that the customer did in the period is all that is asked.
bool Selection::holds(const Track& track) const {
  const auto in_period = [this](std::uint32_t ts) {
    return ts >= period_.from_s && ts < period_.to_s;
  };
  bool found = false;
  each_step(track, tracks_.words().orders(), [&](const Step& step) {
    found |= in_period(step.ts) && (!channel_ || step.channel == *channel_) &&
             (!campaign_ || step.campaign == *campaign_) &&
             (!product_ || step.product == *product_);
  });
  if (found || !product_ || channel_ || campaign_) return found;
  return std::ranges::any_of(track.bookings, [&](const Booking& booking) {
    return in_period(booking.ts) && booking.product == *product_;
  });
}

}  // namespace sluis::journeys
