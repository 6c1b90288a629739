#include "simulator/customer.h"

#include <algorithm>
#include <cmath>

#include "simulator/draws.h"

namespace sluis::simulator {
namespace {

constexpr std::uint64_t kPurpose = 0;  // streams of a customer: this one, then those of its days
constexpr double kDaysOfYear = 365;
constexpr double kResellers = 0.002;
constexpr double kBusinesses = 0.06;
constexpr double kNewCustomers = 0.25;  // become known in the course of the first year
constexpr double kHeldOut = 0.1;
constexpr double kMoreThanOne = 0.3;
constexpr std::int64_t kResellerLeast = 5;
constexpr std::int64_t kResellerMost = 25;
constexpr std::int64_t kHeavyMost = 2'000;

std::int64_t most_of(CustomerKind kind) {
  return kind == CustomerKind::business ? 9 : 3;
}

double part_of_year(std::int64_t day) {
  return std::min(static_cast<double>(day) / kDaysOfYear, 1.0);
}

CustomerKind draw_kind(Random& random) {
  const double drawn = random.unit();
  if (drawn < kResellers) return CustomerKind::reseller;
  return drawn < kResellers + kBusinesses ? CustomerKind::business : CustomerKind::consumer;
}

// A multinomial logit with a taste of each customer's own; they go to the store that is nearest.
Taste draw_taste(Random& random, CustomerKind kind) {
  Taste taste{};
  if (kind == CustomerKind::reseller) {
    taste[index_of(Place::reseller)] = 1;
    return taste;
  }
  const Place store = chance(random, 0.6) ? Place::store_amsterdam : Place::store_utrecht;
  const bool business = kind == CustomerKind::business;
  taste[index_of(Place::webshop)] = std::exp(normal(random, 1.5, 1));
  taste[index_of(store)] = std::exp(normal(random, business ? -1 : 0.8, 1));
  taste[index_of(Place::contact_centre)] = std::exp(normal(random, business ? 0 : -1.5, 0.8));
  taste[index_of(Place::marketplace)] = std::exp(normal(random, business ? -2 : -0.2, 1));
  double sum = 0;
  for (const double weight : taste)
    sum += weight;
  for (double& weight : taste)
    weight /= sum;
  return taste;
}

void draw_response(Random& random, const World& world, Customer& customer) {
  const bool business = customer.kind == CustomerKind::business;
  customer.call_accepted = share(random, world.call_accepted, 8);
  customer.call_uplift = normal(random, world.call_uplift.mean, world.call_uplift.deviation) +
                         (business ? world.call_uplift_of_business : 0);
  customer.mail_uplift = gamma(random, 2, world.mail_uplift);
  customer.takes_mail = chance(random, 0.45);
  customer.mail_held_out = customer.takes_mail && chance(random, kHeldOut);
  customer.call_held_out = chance(random, kHeldOut);
  if (!business) return;
  customer.visit_uplift = share(random, 0.3, 10);
  customer.visits_a_year = static_cast<double>(whole(random, 2, 8));
}

void draw_recognition(Random& random, Customer& customer) {
  customer.signs_in = share(random, 0.3, 3);
  customer.devices = static_cast<std::uint8_t>(whole(random, 1, 3));
  customer.shares_device = customer.number > 0 && chance(random, 0.03);
  customer.has_card = chance(random, 0.5);
}

}  // namespace

Customer customer_of(const World& world, std::uint64_t seed, std::uint32_t number) {
  Random random = stream_of(seed, number, kPurpose);
  Customer customer{.number = number, .kind = draw_kind(random)};
  const bool reseller = customer.kind == CustomerKind::reseller;
  const bool business = customer.kind == CustomerKind::business;
  if (chance(random, kNewCustomers)) customer.first_day = whole(random, 1, 360);
  // No more than one want a day fits in: what is far out in the tail is cut.
  const double wants = reseller ? 26 : business ? 9 : 5;
  customer.wants_a_year = std::min(gamma(random, world.rate_shape, wants), 150.0);
  customer.browses_a_year = reseller ? 0 : std::min(gamma(random, 1, 6.5), 150.0);
  customer.buys = share(random, reseller ? 0.9 : 0.4, 12);
  customer.returns = reseller ? 0 : share(random, 0.08, 10);
  customer.lines = reseller ? 4 : 1 + gamma(random, 2, business ? 1 : 0.5);
  customer.lines = std::min(customer.lines, 5.0);
  customer.tier = static_cast<std::uint16_t>(whole(random, 0, kProducts - kShelf));
  customer.taste = draw_taste(random, customer.kind);
  if (!reseller) draw_response(random, world, customer);
  draw_recognition(random, customer);
  return customer;
}

Taste taste_on(const Customer& customer, const World& world, std::int64_t day) {
  Taste taste = customer.taste;
  const double moves = world.store_taste_moves * part_of_year(day);
  for (const Place store : {Place::store_amsterdam, Place::store_utrecht}) {
    const double moved = taste[index_of(store)] * moves;
    taste[index_of(store)] -= moved;
    taste[index_of(Place::marketplace)] += moved;
  }
  return taste;
}

double uplift_of_call(const Customer& customer, const World& world, std::int64_t day,
                      bool after_mail) {
  const double uplift = customer.call_uplift + world.call_uplift_drift * part_of_year(day) +
                        (after_mail ? world.call_uplift_after_mail : 0);
  return std::clamp(uplift, -customer.buys, 1 - customer.buys);
}

std::int64_t quantity_of(Random& random, CustomerKind kind, const World& world) {
  if (kind == CustomerKind::reseller) return whole(random, kResellerLeast, kResellerMost);
  if (world.quantity_index > 0) return heavy(random, world.quantity_index, kHeavyMost);
  return chance(random, kMoreThanOne) ? whole(random, 1, most_of(kind)) : 1;
}

double mean_quantity(CustomerKind kind, const World& world) {
  if (kind == CustomerKind::reseller) return (kResellerLeast + kResellerMost) / 2.0;
  if (world.quantity_index > 0) return mean_of_heavy(world.quantity_index, kHeavyMost);
  return 1 - kMoreThanOne + kMoreThanOne * (1 + static_cast<double>(most_of(kind))) / 2;
}

}  // namespace sluis::simulator
