#include "value/worth_rows.h"

#include <algorithm>

namespace sluis::value {
namespace {

// As people call a channel; its id where it is on the worksheet no longer.
std::string code_of(const std::vector<channels::Channel>& worksheet, ChannelId id) {
  const auto found = std::ranges::find(worksheet, id, &channels::Channel::id);
  return found == worksheet.end() ? to_string(id) : found->code.text;
}

ChannelColumns columns_of(const ChannelWorth& one, std::string code) {
  ChannelColumns row{.channel = std::move(code),
                     .customers = one.customers,
                     .spent = one.spent,
                     .clv = {},
                     .clv_low = {},
                     .clv_high = {},
                     .alive = one.alive,
                     .repeat = one.repeat.value,
                     .repeat_low = one.repeat.low,
                     .repeat_high = one.repeat.high,
                     .repeat_n = one.repeat.n,
                     .retention = one.retention.value,
                     .retention_low = one.retention.low,
                     .retention_high = one.retention.high,
                     .retention_n = one.retention.n,
                     .new_customers = one.new_customers,
                     .cost = one.cost,
                     .cost_of_new = one.cost_of_new};
  if (!one.clv) return row;
  row.clv = one.clv->value;
  row.clv_low = one.clv->low;
  row.clv_high = one.clv->high;
  return row;
}

}  // namespace

std::vector<CustomerColumns> table_of(const std::vector<Worth>& customers,
                                      const std::vector<channels::Channel>& worksheet) {
  std::vector<CustomerColumns> rows;
  rows.reserve(customers.size());
  for (const Worth& one : customers) {
    rows.push_back({one.customer, code_of(worksheet, one.channel), one.first_day, one.last_day,
                    one.purchases, one.spent, one.recency, one.frequency, one.monetary, one.alive,
                    one.orders, one.orders_low, one.orders_high, one.clv, one.clv_low,
                    one.clv_high});
  }
  return rows;
}

std::vector<ChannelColumns> table_of(const std::vector<ChannelWorth>& channels,
                                     const std::vector<channels::Channel>& worksheet) {
  std::vector<ChannelColumns> rows;
  for (const ChannelWorth& one : channels)
    rows.push_back(columns_of(one, code_of(worksheet, one.channel)));
  return rows;
}

}  // namespace sluis::value
