// What an import would do: the rows are mapped, and nothing is written.
#include <algorithm>

#include "channels/channels.h"
#include "company/company.h"
#include "imports/reading.h"

namespace sluis::imports {
namespace {

constexpr std::size_t kProblemsTold = 100;
constexpr std::size_t kExamplesTold = 20;

// An event as it is shown before it is one.
struct Example {
  std::optional<Instant> ts;
  std::string kind;
  std::string channel;
  std::vector<std::string> identities;  // "user 17850"
  std::string product;
  std::optional<Micro> quantity;
  std::optional<Micro> revenue;
  std::optional<Micro> cost;
  std::string currency;
  std::optional<std::int64_t> duration_s;
  std::string order;
  std::string part;
  std::string campaign;
  Json props;
};
BOOST_DESCRIBE_STRUCT(Example, (),
                      (ts, kind, channel, identities, product, quantity, revenue, cost, currency,
                       duration_s, order, part, campaign, props))

Json example_of(const events::Draft& draft) {
  Example example{.ts = draft.ts,
                  .kind = std::string(draft.kind),
                  .channel = std::string(draft.channel),
                  .identities = {},
                  .product = std::string(draft.product),
                  .quantity = draft.quantity,
                  .revenue = draft.revenue,
                  .cost = draft.cost,
                  .currency = std::string(draft.currency),
                  .duration_s = draft.duration_s,
                  .order = std::string(draft.order),
                  .part = std::string(draft.part),
                  .campaign = std::string(draft.campaign),
                  .props = {draft.props.empty() ? "{}" : std::string(draft.props)}};
  for (const identities::Seen& seen : draft.identities)
    example.identities.push_back(fmt::format("{} {}", enum_name(seen.kind), seen.value));
  return {to_json(example)};
}

// Adds up what comes by; the kinds, channels and currencies of a file are few.
class Totals {
 public:
  void add(const events::Draft& draft, Trial& trial) {
    ++trial.events;
    trial.first = std::min(trial.first.value_or(*draft.ts), *draft.ts);
    trial.last = std::max(trial.last.value_or(*draft.ts), *draft.ts);
    Sum& sum = sum_of(draft);
    ++sum.events;
    sum.quantity += draft.quantity.value_or(Micro());
    sum.revenue += draft.revenue.value_or(Micro());
    sum.cost += draft.cost.value_or(Micro());
  }

  std::vector<Sum> take() {
    std::ranges::sort(sums_, {},
                      [](const Sum& sum) { return std::tie(sum.channel, sum.kind, sum.currency); });
    return std::move(sums_);
  }

 private:
  static constexpr std::size_t kMost = 1'000;

  // What is too much to be told apart is told together.
  Sum& sum_of(const events::Draft& draft) {
    const auto same = [&](const Sum& sum) {
      return sum.kind == draft.kind && sum.channel == draft.channel &&
             sum.currency == draft.currency;
    };
    if (last_ < sums_.size() && same(sums_[last_])) return sums_[last_];
    const auto found = std::ranges::find_if(sums_, same);
    last_ = static_cast<std::size_t>(found - sums_.begin());
    if (found == sums_.end()) {
      if (sums_.size() == kMost) return sums_[last_ = kMost - 1];
      sums_.push_back({.kind = std::string(draft.kind),
                       .channel = std::string(draft.channel),
                       .currency = std::string(draft.currency)});
    }
    return sums_[last_];
  }

  std::vector<Sum> sums_;
  std::size_t last_ = 0;
};

// In the order of their codes, as the sums are.
std::vector<UnknownChannel> unknown_in(const std::vector<Sum>& sums,
                                       const std::set<std::string>& known) {
  std::vector<UnknownChannel> unknown;
  for (const Sum& sum : sums) {
    if (sum.channel.empty() || known.contains(sum.channel)) continue;
    if (unknown.empty() || unknown.back().code != sum.channel) {
      const bool added = events::joins_worksheet(known.size() + unknown.size(), sum.channel);
      unknown.push_back({.code = sum.channel, .added = added});
    }
    unknown.back().events += sum.events;
  }
  return unknown;
}

}  // namespace

Surroundings surroundings(store::Snapshot& snapshot) {
  Surroundings around{.zone = company::settings(snapshot).settings.zone, .channels = {}};
  for (const channels::Channel& channel : channels::all(snapshot, channels::kEverything))
    around.channels.insert(channel.code.text);
  return around;
}

Result<Trial> try_out(const Order& order, const Surroundings& around, std::int64_t rows_most,
                      const Progress& progress) {
  const auto reading = TRY(Reading::open(order, around.zone));
  Trial trial;
  Totals totals;
  Batch batch;
  std::optional<Problem> problem;
  while (trial.whole && TRY(reading->next(batch, problem))) {
    ++trial.rows;
    if (problem) {
      ++trial.problem_rows;
      if (trial.problems.size() < kProblemsTold) trial.problems.push_back(told(*problem));
    }
    for (const events::Draft& draft : batch.drafts) {
      totals.add(draft, trial);
      if (trial.examples.size() < kExamplesTold) trial.examples.push_back(example_of(draft));
    }
    batch.clear();
    trial.whole = trial.rows < rows_most && progress(reading->taken(), reading->size());
  }
  trial.sums = totals.take();
  trial.unknown_channels = unknown_in(trial.sums, around.channels);
  return trial;
}

}  // namespace sluis::imports
