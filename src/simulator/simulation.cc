#include "simulator/simulation.h"

#include <algorithm>
#include <cmath>

#include "simulator/contact_centre.h"

namespace sluis::simulator {
namespace {

// So few that the contact centre is full in the peaks of the day and of the year.
constexpr double kCustomersPerAgent = 30'000;

std::size_t agents_for(std::uint32_t customers) {
  return static_cast<std::size_t>(std::max(1.0, std::round(customers / kCustomersPerAgent)));
}

// In the order of a moment; what happens at the same one stays in its own order.
template <class T, class Moment>
std::vector<T> in_order(std::vector<T> all, const Moment& moment) {
  std::vector<std::pair<std::int64_t, std::size_t>> places;
  places.reserve(all.size());
  for (const T& one : all)
    places.emplace_back(moment(one), places.size());
  std::ranges::sort(places);
  std::vector<T> sorted;
  sorted.reserve(all.size());
  for (const auto& [at, place] : places)
    sorted.push_back(std::move(all[place]));
  return sorted;
}

}  // namespace

Simulation::Simulation(const Settings& settings)
    : scene_{.world = world_of(settings.world),
             .catalogue = Catalogue(),
             .seed = settings.seed,
             .origin = settings.from.days().time_since_epoch().count()},
      agents_(agents_for(settings.customers)) {
  customers_.reserve(settings.customers);
  for (std::uint32_t number = 0; number < settings.customers; ++number)
    customers_.push_back(customer_of(scene_.world, settings.seed, number));
}

Date Simulation::date() const {
  return Date(std::chrono::sys_days(std::chrono::days(scene_.origin + day_)));
}

const std::vector<Event>& Simulation::next_day() {
  doings_ = {};
  for (const Customer& customer : customers_)
    live(scene_, customer, day_, doings_);
  answer_calls();
  take_returns();
  schedule_returns();
  doings_.events =
      in_order(std::move(doings_.events), [](const Event& event) { return event.ts.micros(); });
  for (const Event& event : doings_.events)
    tally_.count(event);
  for (const Effect& effect : doings_.effects)
    tally_.count(effect);
  ++day_;
  return doings_.events;
}

void Simulation::answer_calls() {
  std::vector<Call> calls =
      in_order(std::move(doings_.calls), [](const Call& call) { return call.want.second; });
  Queue queue(agents_);
  for (Call& call : calls) {
    const std::int64_t arrival_s = call.want.second;
    const Wait wait = queue.call(arrival_s, call.patience_s, call.handling_s);
    after_call(scene_, std::move(call), wait, doings_);
  }
}

void Simulation::take_returns() {
  const auto due = coming_back_.find(day_);
  if (due == coming_back_.end()) return;
  for (const Return& one : due->second)
    bring_back(one, date(), doings_);
  coming_back_.erase(due);
}

void Simulation::schedule_returns() {
  for (const Return& one : doings_.returns)
    coming_back_[one.day].push_back(one);
}

}  // namespace sluis::simulator
