// What a measure should find: of each channel what it truly sold, of each act what it truly
// brought, and of each customer what they are like. Written beside the sample, never into it.
#pragma once

#include <map>

#include "simulator/day.h"

namespace sluis::simulator {

// What one channel sold and did, as the events add up.
struct PlaceTruth {
  Place place = Place::webshop;
  std::int64_t events = 0;
  std::int64_t orders = 0;
  std::int64_t units = 0;  // without what came back
  Micro gross_revenue = {};
  Micro refunds = {};
  Micro goods_cost = {};  // of what was not brought back
  bool operator==(const PlaceTruth&) const = default;

  Micro net_revenue() const { return gross_revenue - refunds; }
  Micro margin() const { return net_revenue() - goods_cost; }
};

// What one act brought that would not have been there without it, returns taken off.
struct ActTruth {
  Act act = Act::call;
  std::int64_t times = 0;  // answered calls, mailings delivered, visits
  std::int64_t incremental_orders = 0;
  Micro incremental_margin = {};
  bool operator==(const ActTruth&) const = default;
};

class Tally {
 public:
  Tally();
  void count(const Event& event);
  void count(const Effect& effect);
  const std::vector<PlaceTruth>& places() const { return places_; }
  const std::vector<ActTruth>& acts() const { return acts_; }

 private:
  std::vector<PlaceTruth> places_;  // in the order of Place
  std::vector<ActTruth> acts_;      // in the order of Act
};

// What is to be expected of one customer, in micro-units and orders.
struct Expected {
  double margin_of_order = 0;  // after returns
  double orders_a_year = 0;    // if nobody ever called, mailed or visited them
  double margin_a_year = 0;    //
  double gain_of_call = 0;     // of one that is answered while they want something, on day 0
  double gain_of_call_after_mail = 0;
  double gain_of_mail = 0;
  double gain_of_visit = 0;
};

class Oracle {
 public:
  explicit Oracle(const Scene& scene);
  Expected expected_of(const Customer& customer) const;

 private:
  const Scene& scene_;
  std::map<CustomerKind, double> mean_quantity_;
};

}  // namespace sluis::simulator
