#include "value/worth.h"

#include <algorithm>

#include "measures/measures.h"
#include "methods/trial.h"
#include "platform/store/store.h"
#include "value/store.h"

namespace sluis::value {
namespace {

ShareOf share_of(std::int64_t some, std::int64_t all) {
  const methods::Share share = methods::share_of(some, all);
  ShareOf told{.n = all, .value = {}, .low = share.low, .high = share.high};
  if (all >= kFew) told.value = share.value;
  return told;
}

// One customer says nothing of the others.
std::optional<MeanOf> mean_of(std::int64_t n, double sum, double squares) {
  if (n < 2) return std::nullopt;
  const methods::Estimate mean = methods::mean_of(methods::Arm::of(n, sum, squares));
  MeanOf told{.n = n, .value = {}, .low = mean.low, .high = mean.high};
  if (n >= kFew) told.value = mean.value;
  return told;
}

// All that channels cost beside their orders in the year that ends with a day.
Result<std::vector<measures::ChannelCost>> costs_of(analytics::Snapshot& figures,
                                                    store::Store& store, const Model& model) {
  const auto setting =
      TRY(store.snapshot([](store::Snapshot& snapshot) -> Result<measures::Setting> {
        return measures::setting(snapshot);
      }));
  const auto worksheet = measures::charged(figures, setting.worksheet);
  const Date to = model.until + std::chrono::days(1);
  return measures::costs_beside_orders(figures, to + std::chrono::days(-kYearDays), to,
                                       model.currency, worksheet);
}

ChannelWorth worth_of(const sql::ChannelSums& sums, Micro cost) {
  ChannelWorth worth{.channel = sums.channel,
                     .customers = sums.customers,
                     .spent = sums.spent,
                     .clv = mean_of(sums.valued, sums.clv, sums.clv_squares),
                     .alive = {},
                     .repeat = share_of(sums.repeated, sums.could_repeat),
                     .retention = share_of(sums.stayed, sums.could_stay),
                     .new_customers = sums.new_customers,
                     .cost = cost,
                     .cost_of_new = {},
                     .clv_over_cost = {}};
  if (sums.valued > 0) worth.alive = sums.alive;
  if (sums.new_customers == 0) return worth;
  worth.cost_of_new = scaled(cost, 1, sums.new_customers);
  const double each =
      static_cast<double>(worth.cost_of_new->units()) / static_cast<double>(Micro::kPerUnit);
  if (each > 0 && worth.clv && worth.clv->value) worth.clv_over_cost = *worth.clv->value / each;
  return worth;
}

}  // namespace

std::optional<Model> model(analytics::Snapshot& figures) {
  const auto kept = sql::published(figures);
  if (!kept) return std::nullopt;
  // What another version of the program kept counts until the next fit replaces it, or not at all.
  auto read = from_json<Model>(kept->text);
  if (!read) return std::nullopt;
  return *std::move(read);
}

std::vector<Cell> grid(analytics::Snapshot& figures) {
  return sql::grid(figures);
}

Micro ranked_by(const Worth& worth) {
  return worth.clv.value_or(worth.spent);
}

std::vector<Worth> customers(analytics::Snapshot& figures, const Chosen& chosen,
                             const std::optional<Place>& after, std::int64_t limit) {
  return sql::customers(figures, chosen, after, limit);
}

std::int64_t count(analytics::Snapshot& figures, const Chosen& chosen) {
  return sql::count(figures, chosen);
}

Result<std::vector<ChannelWorth>> by_channel(analytics::Snapshot& figures, store::Store& store,
                                             const Model& model) {
  const auto costs = TRY(costs_of(figures, store, model));
  std::vector<ChannelWorth> channels;
  for (const sql::ChannelSums& sums : sql::by_channel(figures, model.until)) {
    const auto found = std::ranges::find(costs, sums.channel, &measures::ChannelCost::channel);
    channels.push_back(worth_of(sums, found == costs.end() ? Micro{} : found->cost));
  }
  return channels;
}

}  // namespace sluis::value
