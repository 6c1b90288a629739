#include "company/company.h"
#include "kernel/assert.h"
#include "segments/routes.h"
#include "segments/segments.h"

namespace sluis::segments {
namespace {

using api::Allow;
using api::Call;
using api::Role;
using api::Stores;

constexpr Allow kAnalysts = kWriters | Allow::role(Role::analyst);

struct PeriodInput {
  Date from;
  Date to;  // exclusive
};
BOOST_DESCRIBE_STRUCT(PeriodInput, (), (from, to))
struct PyramidInput : PeriodInput {
  std::optional<Date> before_from;  // the period it is compared with: as long, just before
  std::optional<Date> before_to;
};
BOOST_DESCRIBE_STRUCT(PyramidInput, (PeriodInput), (before_from, before_to))

struct TierOf {
  Tier tier = Tier::suspect;
  std::int64_t customers = 0;
  Micro margin;
};
BOOST_DESCRIBE_STRUCT(TierOf, (), (tier, customers, margin))
struct Pyramid {
  PeriodInput period;
  PeriodInput before;
  Currency currency;
  Thresholds thresholds;
  std::vector<TierOf> tiers;        // from the top, in the period
  std::vector<Movement> movements;  // from tiers of the period before
};
BOOST_DESCRIBE_STRUCT(Pyramid, (), (period, before, currency, thresholds, tiers, movements))

struct ThresholdsInput {
  Thresholds body;
};
BOOST_DESCRIBE_STRUCT(ThresholdsInput, (), (body))

struct ChannelTable {
  Currency currency;
  std::vector<SegmentChannel> items;
};
BOOST_DESCRIBE_STRUCT(ChannelTable, (), (currency, items))

struct Setting {
  Thresholds thresholds;
  Currency currency;
};

Result<Setting> setting_of(Stores& stores) {
  Setting setting = TRY(stores.store.snapshot([](store::Snapshot& snapshot) -> Result<Setting> {
    return Setting{thresholds(snapshot).thresholds, company::settings(snapshot).settings.currency};
  }));
  setting.currency = currency_of(stores.figures, setting.currency);
  return setting;
}

// The period it is compared with.
Result<Period> period_before(const PyramidInput& in, const Period& now) {
  const Period usual = before(now);
  return period_of(in.before_from.value_or(usual.from), in.before_to.value_or(usual.to));
}

std::vector<TierOf> tiers_of(const std::vector<Movement>& movements) {
  std::vector<TierOf> tiers;
  for (const Tier tier : enum_values<Tier>()) {
    TierOf sum{.tier = tier};
    for (const Movement& one : movements) {
      if (one.now != tier) continue;
      sum.customers += one.customers;
      sum.margin += one.margin;
    }
    tiers.push_back(sum);
  }
  return tiers;
}

Result<Pyramid> show_pyramid(Stores& stores, const Call&, const PyramidInput& in) {
  const Period now = TRY(period_of(in.from, in.to));
  const Period before = TRY(period_before(in, now));
  const Setting setting = TRY(setting_of(stores));
  Pyramid pyramid{.period = {now.from, now.to},
                  .before = {before.from, before.to},
                  .currency = setting.currency,
                  .thresholds = setting.thresholds};
  pyramid.movements = movements(stores.figures, setting.thresholds, setting.currency, before, now);
  pyramid.tiers = tiers_of(pyramid.movements);
  return pyramid;
}

Result<ChannelTable> show_channels(Stores& stores, const Call&, const PeriodInput& in) {
  const Period period = TRY(period_of(in.from, in.to));
  const Setting setting = TRY(setting_of(stores));
  return ChannelTable{setting.currency, by_channel(stores.figures, period, setting.currency)};
}

api::Reply<Thresholds> versioned(const VersionedThresholds& found) {
  return {.value = found.thresholds, .version = found.version, .headers = {}};
}

Result<api::Reply<Thresholds>> show_thresholds(store::Snapshot& snapshot, const Call&) {
  return versioned(thresholds(snapshot));
}

Result<api::Reply<Thresholds>> put_thresholds(store::Tx& tx, const Call& call,
                                              const ThresholdsInput& in) {
  return versioned(TRY(set_thresholds(tx, access::actor_of(call), in.body, call.expected_version)));
}

}  // namespace

std::vector<api::Route> pyramid_routes() {
  using http::Method;
  const auto of_period = api::refuses(SegmentRefusal::segment_period_empty);
  return {
      {.operation = "segments.pyramid",
       .method = Method::get,
       .path = "/api/v1/segments/pyramid",
       .summary = {"Customers in tiers by their margin in a period, and who moved since another.",
                   "Klanten in lagen naar hun marge in een periode, en wie sinds een andere "
                   "verschoof."},
       .allow = kAnalysts,
       .handler = api::query(show_pyramid),
       .refusals = of_period},
      {.operation = "segments.thresholds",
       .method = Method::get,
       .path = "/api/v1/segments/pyramid/thresholds",
       .summary = {"Where the tiers of the pyramid end, in hundredths of a percent of the buyers.",
                   "Waar de lagen van de piramide eindigen, in honderdsten van een procent van de "
                   "kopers."},
       .allow = kAnalysts,
       .handler = api::read(show_thresholds)},
      {.operation = "segments.set_thresholds",
       .method = Method::put,
       .path = "/api/v1/segments/pyramid/thresholds",
       .summary = {"Change where the tiers of the pyramid end.",
                   "Wijzig waar de lagen van de piramide eindigen."},
       .allow = kWriters,
       .handler = api::write(put_thresholds),
       .precondition = api::Precondition::version},
      {.operation = "segments.channels",
       .method = Method::get,
       .path = "/api/v1/segments/channels",
       .summary = {"What the members of each segment did on each channel in a period.",
                   "Wat de leden van elk segment in een periode op elk kanaal deden."},
       .allow = kAnalysts,
       .handler = api::query(show_channels),
       .refusals = of_period},
  };
}

}  // namespace sluis::segments
