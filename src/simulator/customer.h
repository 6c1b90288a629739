// Who a customer of the sample company truly is: taste, rate, and response to calls, mailings and
// visits. Nothing of this is told to the program that is tested with it.
#pragma once

#include "kernel/random.h"
#include "simulator/catalogue.h"
#include "simulator/event.h"
#include "simulator/world.h"

namespace sluis::simulator {

enum class CustomerKind : std::uint8_t { consumer, business, reseller };
BOOST_DESCRIBE_ENUM(CustomerKind, consumer, business, reseller)

using Taste = std::array<double, kPlaces>;  // adds up to 1

struct Customer {
  std::uint32_t number = 0;
  CustomerKind kind = CustomerKind::consumer;
  std::int64_t first_day = 0;  // of the simulation: nothing is known of them before it
  double wants_a_year = 0;     // how often they want something that the company sells
  double browses_a_year = 0;   // visits of the webshop that want nothing
  double buys = 0;             // probability of buying what they want, without any contact
  double returns = 0;          // probability that a line comes back
  double call_accepted = 0;    // probability that they take an invitation to a call
  double call_uplift = 0;      // what an answered call adds to `buys`, on the first day
  double mail_uplift = 0;      // probability of wanting something more, for each mailing
  double visit_uplift = 0;     // probability of an order for each visit of field sales
  double visits_a_year = 0;    // of field sales
  double signs_in = 0;         // probability that a visit of the webshop tells who it is
  double lines = 0;            // of an order, on average
  std::uint16_t tier = 0;      // where in the catalogue they buy
  std::uint8_t devices = 1;
  bool shares_device = false;  // the first one, with the customer before
  bool has_card = false;       // shows it in stores
  bool takes_mail = false;     // and consented
  bool mail_held_out = false;  // takes it, and gets none: the control group
  bool call_held_out = false;  // is never invited
  Taste taste{};               // for places where they look and buy
  bool operator==(const Customer&) const = default;
};

// The same for the same seed and number, however many others there are.
Customer customer_of(const World& world, std::uint64_t seed, std::uint32_t number);

// Taste for stores goes to the marketplace in the course of time; see World.
Taste taste_on(const Customer& customer, const World& world, std::int64_t day);

// What an answered call adds to the probability of buying, on a day of the simulation.
double uplift_of_call(const Customer& customer, const World& world, std::int64_t day,
                      bool after_mail);

std::int64_t quantity_of(Random& random, CustomerKind kind, const World& world);
double mean_quantity(CustomerKind kind, const World& world);

}  // namespace sluis::simulator
