#include "decisions/explaining.h"

#include <algorithm>
#include <map>

#include "company/company.h"
#include "decisions/decisions.h"
#include "methods/trial.h"

namespace sluis::decisions {
namespace {

constexpr double kLow = 0.05;
constexpr double kHigh = 0.95;

using Names = std::map<OfferId, std::string>;

Names names(store::Snapshot& snapshot) {
  Names all;
  for (const Offer& offer : offers(snapshot))
    all.emplace(offer.id, offer.name.text);
  return all;
}

std::string name_of(const Names& names, OfferId offer) {
  const auto found = names.find(offer);
  return found == names.end() ? std::string() : found->second;
}

// The gains of an offer over the draws of its version, the lowest first.
std::vector<double> gains(const Weighed& weighed, const Draws& with, const Draws& nothing) {
  std::vector<double> all;
  for (std::size_t d = 0; d < kDraws; ++d)
    all.push_back(static_cast<double>(with[d] - nothing[d]) - weighed.cost - weighed.queue);
  std::ranges::sort(all);
  return all;
}

double quantile(const std::vector<double>& sorted, double share) {
  return sorted[static_cast<std::size_t>(share * static_cast<double>(sorted.size() - 1))];
}

void set_range(Explained& explained, const Weighed& weighed, const Version& version,
               const Cell& cell) {
  const auto arm = version.design.arm_of(weighed.offer);
  const auto index = version.design.index_of(cell);
  if (!arm || !index) return;
  const auto all = gains(weighed, version.draws[*index][*arm], version.draws[*index].front());
  explained.gain_low = quantile(all, kLow);
  explained.gain_high = quantile(all, kHigh);
}

Explained explained(const Weighed& weighed, const Names& names, const sql::Kept& decision) {
  Explained one{.offer = weighed.offer,
                .name = name_of(names, weighed.offer),
                .gate = weighed.gate,
                .probability = weighed.probability,
                .drawn = decision.offer == weighed.offer};
  if (weighed.gate) return one;
  one.gain = weighed.gain;
  one.sure = weighed.sure;
  one.cost = weighed.cost;
  one.queue_price = weighed.queue;
  return one;
}

std::optional<Version> version_of(store::Snapshot& snapshot, std::int64_t number) {
  const auto row = sql::version(snapshot, number);
  if (!row) return std::nullopt;
  auto draws = decoded_draws(row->draws.data, row->design);
  if (!draws) return std::nullopt;
  return Version{.number = number, .design = row->design, .draws = *std::move(draws)};
}

// Whether the version still draws the same from the same number.
bool comes_out_the_same(const sql::Kept& decision, const Version& version) {
  const auto again = weighed_again(decision, version);
  if (!again) return false;
  const auto drawn = drawn_at(*again, decision.draw);
  const auto offer = drawn ? std::optional(again->offers[*drawn].offer) : std::nullopt;
  const double probability = drawn ? again->offers[*drawn].probability : again->nothing;
  return offer == decision.offer && probability == decision.probability;
}

void copy(const sql::Kept& from, Explanation& to) {
  static_cast<sql::Listed&>(to) = {.identity = from.identity,
                                   .id = from.id,
                                   .ts = from.ts,
                                   .placement = from.placement,
                                   .policy = from.policy,
                                   .offer = from.offer,
                                   .held_out = from.held_out,
                                   .reason = from.reason,
                                   .gate = from.gate,
                                   .probability = from.probability,
                                   .segment = from.segment,
                                   .buyer = from.buyer,
                                   .phase = from.phase,
                                   .shown = from.shown,
                                   .dismissed = from.dismissed,
                                   .accepted = from.accepted,
                                   .contact = from.contact,
                                   .orders = from.orders,
                                   .margin = from.margin};
  to.learns = from.learns;
  to.draw = from.draw;
  if (from.reason == Reason::chosen) to.valid_until = from.until;
}

}  // namespace

LogPage list(store::Snapshot& snapshot, const sql::LogQuery& query,
             std::optional<CustomerId> customer) {
  sql::LogQuery asked = query;
  ++asked.limit;
  LogPage page;
  if (customer) {
    for (const IdentityId identity : identities::identities_of(snapshot, *customer))
      std::ranges::copy(sql::list(snapshot, asked, identity), std::back_inserter(page.decisions));
    std::ranges::sort(page.decisions, std::greater(), &sql::Listed::id);
  } else {
    page.decisions = sql::list(snapshot, asked, std::nullopt);
  }
  if (std::cmp_greater(page.decisions.size(), query.limit)) {
    page.decisions.resize(static_cast<std::size_t>(query.limit));
    page.next = page.decisions.back().id;
  }
  return page;
}

Result<Explanation> explain(store::Snapshot& snapshot, DecisionId id) {
  const auto decision = sql::find(snapshot, id);
  if (!decision) return refuse(AnswerRefusal::decision_unknown);
  Explanation whole;
  copy(*decision, whole);
  whole.customer = identities::customer_of(snapshot, decision->identity);
  const auto version = version_of(snapshot, decision->policy);
  whole.repeatable = version && comes_out_the_same(*decision, *version);
  const Cell cell{.segment = decision->segment, .buyer = decision->buyer, .phase = decision->phase};
  const Names names = decisions::names(snapshot);
  for (const Weighed& weighed :
       decoded_offers(decision->details.data).value_or(std::vector<Weighed>())) {
    Explained& one = whole.offers.emplace_back(explained(weighed, names, *decision));
    whole.nothing -= one.probability;
    if (version && !weighed.gate) set_range(one, weighed, *version, cell);
  }
  whole.nothing = std::max(0.0, whole.nothing);
  for (const sql::OutcomeRow& row : sql::outcomes_after(snapshot, decision->identity, id))
    whole.outcomes.push_back({row.event, row.ts, row.sale, row.margin});
  return whole;
}

namespace {

// What is put together: by offer, and by as much of the cell as is asked for.
struct Bundle {
  OfferId offer;
  std::optional<SegmentId> segment;
  std::optional<bool> buyer;
  std::optional<channels::Phase> phase;
  auto operator<=>(const Bundle&) const = default;
};

Bundle bundle_of(const sql::Sum& sum, By by) {
  Bundle group{.offer = *sum.offer, .segment = {}, .buyer = {}, .phase = {}};
  if (by != By::offer) group.segment = sum.segment;
  if (by == By::cell) group.buyer = sum.buyer;
  if (by == By::cell) group.phase = sum.phase;
  return group;
}

struct Arms {
  Measured measured;
  methods::Arm given;
  methods::Arm held_out;
};

void add(Arms& arms, const sql::Sum& sum) {
  const auto arm = methods::Arm::of(sum.decisions, sum.margin, sum.margin_squares);
  Measured& to = arms.measured;
  if (sum.held_out) {
    arms.held_out.add(arm);
    to.held_out += sum.decisions;
    to.held_out_buyers += sum.buyers;
    to.held_out_margin += sum.margin;
    return;
  }
  arms.given.add(arm);
  to.decisions += sum.decisions;
  to.shown += sum.shown;
  to.accepted += sum.accepted;
  to.buyers += sum.buyers;
  to.margin += sum.margin;
  to.cost += sum.cost;
  to.queue_price += sum.queue;
  to.contact_minutes += static_cast<double>(sum.handled_s) / kMinute_s;
}

void set_added(Arms& arms) {
  if (arms.given.size() < 2 || arms.held_out.size() < 2) return;
  const methods::Estimate added = methods::lift(arms.given, arms.held_out);
  arms.measured.added_low = added.low;
  arms.measured.added_high = added.high;
  const bool told = std::min(arms.given.size(), arms.held_out.size()) >= kToldFrom;
  if (told) arms.measured.added = added.value;
  const double mean = arms.given.mean();
  if (mean <= 0) return;
  arms.measured.taken_over_low = 1 - added.high / mean;
  arms.measured.taken_over_high = 1 - added.low / mean;
  if (told) arms.measured.taken_over = 1 - added.value / mean;
}

}  // namespace

Results results(store::Snapshot& snapshot, const ResultsQuery& query) {
  const company::Settings company = company::settings(snapshot).settings;
  Results results{
      .from = query.from,
      .until = query.until,
      .currency = company.currency,
      .rows = {},
      .hour_cost = settings(snapshot).hour_cost,
      .teams = {},
      .not_kept = sql::totals(snapshot, company::today(company, query.from),
                              company::today(company, query.until) + std::chrono::days(1))};
  std::map<Bundle, Arms> groups;
  const auto sums = sql::sums(snapshot, query.from, query.until, query.placement);
  results.teams = agent_hours(snapshot, query, sums);
  for (const sql::Sum& sum : sums) {
    if (sum.offer) add(groups[bundle_of(sum, query.by)], sum);
  }
  const Names names = decisions::names(snapshot);
  for (auto& [group, arms] : groups) {
    set_added(arms);
    Measured& row = arms.measured;
    row.segment = group.segment;
    row.buyer = group.buyer;
    row.phase = group.phase;
    row.offer = group.offer;
    row.name = name_of(names, group.offer);
    results.rows.push_back(row);
  }
  return results;
}

}  // namespace sluis::decisions
