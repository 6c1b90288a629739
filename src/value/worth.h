// What the customers of a company are worth by the last fit: one by one, by their scores, and by
// the channel on which they bought first.
#pragma once

#include "channels/channels.h"
#include "value/model.h"

namespace sluis::analytics {
class Snapshot;
}

namespace sluis::store {
class Store;
}

namespace sluis::value {

// What is expected is empty where no model has an answer.
struct Worth {
  CustomerId customer;
  ChannelId channel;  // of the first purchase
  Date first_day;
  std::optional<Date> second_day;
  Date last_day;
  std::int64_t purchases = 0;  // days on which they bought
  Micro spent;                 // net of VAT and of what came back
  std::int64_t recency = 0;    // scores from 1 to 5
  std::int64_t frequency = 0;
  std::int64_t monetary = 0;
  std::optional<double> alive;   // the chance that they will buy again at all
  std::optional<double> orders;  // expected within the horizon, with a range of 90 %
  std::optional<double> orders_low;
  std::optional<double> orders_high;
  std::optional<Micro> clv;  // what is expected of them within it, discounted, with its range
  std::optional<Micro> clv_low;
  std::optional<Micro> clv_high;
};
BOOST_DESCRIBE_STRUCT(Worth, (),
                      (customer, channel, first_day, second_day, last_day, purchases, spent,
                       recency, frequency, monetary, alive, orders, orders_low, orders_high, clv,
                       clv_low, clv_high))

// Nothing before the first fit.
std::optional<Model> model(analytics::Snapshot& figures);

// Customers with the same two scores.
struct Cell {
  std::int64_t recency = 0;
  std::int64_t frequency = 0;
  std::int64_t customers = 0;
  Micro spent;  // together
  std::optional<Micro> clv;
  std::optional<double> alive;   // on average
  std::optional<double> orders;  // expected together
};
BOOST_DESCRIBE_STRUCT(Cell, (), (recency, frequency, customers, spent, clv, alive, orders))
std::vector<Cell> grid(analytics::Snapshot& figures);

// Everything that is given must hold.
struct Chosen {
  std::optional<std::int64_t> recency;
  std::optional<std::int64_t> frequency;
  std::optional<std::int64_t> monetary;
  std::optional<ChannelId> channel;  // of the first purchase
};
// Where a page ended.
struct Place {
  Micro worth;
  CustomerId customer;
};
BOOST_DESCRIBE_STRUCT(Place, (), (worth, customer))
// By which they are in order.
Micro ranked_by(const Worth& worth);
// The most valuable first; without a model those who spent most.
std::vector<Worth> customers(analytics::Snapshot& figures, const Chosen& chosen,
                             const std::optional<Place>& after, std::int64_t limit);
std::int64_t count(analytics::Snapshot& figures, const Chosen& chosen);

// Within so many days of the first purchase another one makes it a repeat.
inline constexpr std::int64_t kRepeatDays = 90;
inline constexpr std::int64_t kYearDays = 365;
// Of fewer only the range is told.
inline constexpr std::int64_t kFew = 30;

// A part of n; of fewer than thirty only its range.
struct ShareOf {
  std::int64_t n = 0;
  std::optional<double> value;
  double low = 0;
  double high = 1;
};
BOOST_DESCRIBE_STRUCT(ShareOf, (), (n, value, low, high))

// A mean over n, in units of the currency; of fewer than thirty only its range.
struct MeanOf {
  std::int64_t n = 0;
  std::optional<double> value;
  double low = 0;
  double high = 0;
};
BOOST_DESCRIBE_STRUCT(MeanOf, (), (n, value, low, high))

// Those who bought on a channel first.
struct ChannelWorth {
  ChannelId channel;
  std::int64_t customers = 0;
  Micro spent;
  std::optional<MeanOf> clv;            // nothing where it has none, or of one customer
  std::optional<double> alive;          // on average
  ShareOf repeat;                       // were back within 90 days; n came early enough for that
  ShareOf retention;                    // n came over a year ago; these bought in the last year
  std::int64_t new_customers = 0;       // who came in the last year
  Micro cost;                           // of the channel in that year, beside its orders
  std::optional<Micro> cost_of_new;     // over each of them
  std::optional<double> clv_over_cost;  // how often the one goes into the other
};
BOOST_DESCRIBE_STRUCT(ChannelWorth, (),
                      (channel, customers, spent, clv, alive, repeat, retention, new_customers,
                       cost, cost_of_new, clv_over_cost))
Result<std::vector<ChannelWorth>> by_channel(analytics::Snapshot& figures, store::Store& store,
                                             const Model& model);

}  // namespace sluis::value
