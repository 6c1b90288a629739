#include "measures/routes_evidence.h"

#include "measures/evidence.h"
#include "measures/routes_asked.h"

namespace sluis::measures {
namespace {

using api::Call;
using api::Stores;

using Days = Whole<1, 365>;

struct EvidenceInput : PeriodInput {
  std::optional<ChannelId> channel;
  std::optional<MembersOf> segment;
  std::optional<Currency> currency;
};
BOOST_DESCRIBE_STRUCT(EvidenceInput, (PeriodInput), (channel, segment, currency))

struct HitsInput : EvidenceInput {
  std::optional<Days> within;  // in which an order counts for a contact; 7
  std::optional<bool> by_segment;
};
BOOST_DESCRIBE_STRUCT(HitsInput, (EvidenceInput), (within, by_segment))

struct TrialsInput : EvidenceInput {
  std::optional<Days> within;  // after somebody was first in a test; 30
};
BOOST_DESCRIBE_STRUCT(TrialsInput, (EvidenceInput), (within))

struct HitsOut {
  std::optional<Instant> as_of;
  std::int64_t within = 0;  // days
  std::vector<HitRate> rows;
};
BOOST_DESCRIBE_STRUCT(HitsOut, (), (as_of, within, rows))

struct ConcentrationOut : About {
  double herfindahl = 0;
  std::optional<ChannelId> largest;
  double largest_share = 0;
  std::vector<Dependence> channels;
};
BOOST_DESCRIBE_STRUCT(ConcentrationOut, (About), (herfindahl, largest, largest_share, channels))

struct RangeOut {
  double value = 0;
  double low = 0;
  double high = 0;
};
BOOST_DESCRIBE_STRUCT(RangeOut, (), (value, low, high))

// Per customer, money in units of the currency.
struct LiftOut {
  std::string arm;
  std::string control;
  std::int64_t customers = 0;
  std::int64_t control_customers = 0;
  RangeOut orders;
  RangeOut net_revenue;
  RangeOut margin;
};
BOOST_DESCRIBE_STRUCT(LiftOut, (),
                      (arm, control, customers, control_customers, orders, net_revenue, margin))

struct TrialOut {
  std::string experiment;
  std::optional<ChannelId> channel;
  std::vector<LiftOut> lifts;
};
BOOST_DESCRIBE_STRUCT(TrialOut, (), (experiment, channel, lifts))

struct TrialsOut : About {
  std::int64_t within = 0;  // days
  std::vector<TrialOut> trials;
};
BOOST_DESCRIBE_STRUCT(TrialsOut, (About), (within, trials))

Result<Filter> filter_in(Stores& stores, const EvidenceInput& in) {
  return checked(stores, {.from = in.from, .to = in.to, .channel = in.channel}, in.segment);
}

Result<HitsOut> hits(Stores& stores, const Call&, const HitsInput& in) {
  const Filter filter = TRY(filter_in(stores, in));
  const std::int64_t within = in.within.value_or(Days{7}).number;
  return HitsOut{as_of(stores.figures), within,
                 hit_rates(stores.figures, filter, within, in.by_segment.value_or(false))};
}

Result<ConcentrationOut> dependence(Stores& stores, const Call&, const EvidenceInput& in) {
  const Filter filter = TRY(filter_in(stores, in));
  const Setting known = TRY(setting_of(stores));
  ConcentrationOut out;
  TRY_VOID(describe(out, stores, filter, in.currency, known));
  const auto found = TRY(concentration(stores.figures, filter, out.currency, known.worksheet));
  out.herfindahl = found.herfindahl;
  out.largest = found.largest;
  out.largest_share = found.largest_share;
  out.channels = found.channels;
  return out;
}

RangeOut range_of(const methods::Estimate& estimate) {
  return {estimate.value, estimate.low, estimate.high};
}

TrialOut shown(const Trial& trial) {
  TrialOut out{trial.experiment, trial.channel, {}};
  for (const Lift& lift : trial.lifts) {
    out.lifts.push_back({lift.arm, lift.control, lift.customers, lift.control_customers,
                         range_of(lift.orders), range_of(lift.net_revenue), range_of(lift.margin)});
  }
  return out;
}

Result<TrialsOut> tests(Stores& stores, const Call&, const TrialsInput& in) {
  const Filter filter = TRY(filter_in(stores, in));
  const Setting known = TRY(setting_of(stores));
  TrialsOut out;
  TRY_VOID(describe(out, stores, filter, in.currency, known));
  out.within = in.within.value_or(Days{30}).number;
  for (const Trial& trial : trials(stores.figures, filter, out.currency, out.within))
    out.trials.push_back(shown(trial));
  return out;
}

}  // namespace

std::vector<api::Route> evidence_routes() {
  using http::Method;
  return {{.operation = "measures.hit_rates",
           .method = Method::get,
           .path = "/api/v1/measures/profit/hit-rates",
           .summary = {"Which part of the qualified contacts is followed by an order, per channel "
                       "and phase, with its range; under thirty contacts only the range.",
                       "Welk deel van de gekwalificeerde contacten door een order gevolgd wordt, "
                       "per kanaal en fase, met de marge; onder dertig contacten alleen de marge."},
           .allow = kReaders,
           .handler = api::query(hits),
           .refusals = refusals_of_period()},
          {.operation = "measures.concentration",
           .method = Method::get,
           .path = "/api/v1/measures/profit/concentration",
           .summary = {"How much hangs on one channel, and what would likely go elsewhere if it "
                       "stopped, by what its customers do now.",
                       "Hoeveel er van één kanaal afhangt, en wat er waarschijnlijk elders heen "
                       "gaat als het stopt, naar wat de klanten ervan nu doen."},
           .allow = kReaders,
           .handler = api::query(dependence),
           .refusals = refusals_of_figures()},
          {.operation = "measures.trials",
           .method = Method::get,
           .path = "/api/v1/measures/profit/trials",
           .summary = {"What randomised tests and hold-outs found: what was bought more, per "
                       "customer, with its range.",
                       "Wat gerandomiseerde proeven en achtergehouden groepen vonden: wat er meer "
                       "gekocht werd, per klant, met de marge."},
           .allow = kReaders,
           .handler = api::query(tests),
           .refusals = refusals_of_figures()}};
}

}  // namespace sluis::measures
