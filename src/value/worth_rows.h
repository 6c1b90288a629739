// Worth as rows of a table or a file, with channels by their codes.
#pragma once

#include "value/worth.h"

namespace sluis::value {

struct CustomerColumns {
  CustomerId customer;
  std::string channel;
  Date first_day;
  Date last_day;
  std::int64_t purchases = 0;
  Micro spent;
  std::int64_t recency = 0;
  std::int64_t frequency = 0;
  std::int64_t monetary = 0;
  std::optional<double> alive;
  std::optional<double> orders;
  std::optional<double> orders_low;
  std::optional<double> orders_high;
  std::optional<Micro> clv;
  std::optional<Micro> clv_low;
  std::optional<Micro> clv_high;
};
BOOST_DESCRIBE_STRUCT(CustomerColumns, (),
                      (customer, channel, first_day, last_day, purchases, spent, recency, frequency,
                       monetary, alive, orders, orders_low, orders_high, clv, clv_low, clv_high))

struct ChannelColumns {
  std::string channel;
  std::int64_t customers = 0;
  Micro spent;
  std::optional<double> clv;
  std::optional<double> clv_low;
  std::optional<double> clv_high;
  std::optional<double> alive;
  std::optional<double> repeat;
  double repeat_low = 0;
  double repeat_high = 0;
  std::int64_t repeat_n = 0;
  std::optional<double> retention;
  double retention_low = 0;
  double retention_high = 0;
  std::int64_t retention_n = 0;
  std::int64_t new_customers = 0;
  Micro cost;
  std::optional<Micro> cost_of_new;
};
BOOST_DESCRIBE_STRUCT(ChannelColumns, (),
                      (channel, customers, spent, clv, clv_low, clv_high, alive, repeat, repeat_low,
                       repeat_high, repeat_n, retention, retention_low, retention_high, retention_n,
                       new_customers, cost, cost_of_new))

std::vector<CustomerColumns> table_of(const std::vector<Worth>& customers,
                                      const std::vector<channels::Channel>& worksheet);
std::vector<ChannelColumns> table_of(const std::vector<ChannelWorth>& channels,
                                     const std::vector<channels::Channel>& worksheet);

}  // namespace sluis::value
