// Profit and loss as rows of a table or a file.
#pragma once

#include "measures/figure_rows.h"
#include "measures/profit.h"

namespace sluis::measures {

// A line of the statement for each part of the cut, then what none of them bears, then all.
struct ProfitColumns {
  std::string row;
  std::int64_t orders = 0;
  Micro payable;
  Micro vat;
  Micro net_revenue;
  Micro goods;
  Micro gross_margin;
  Micro fees;
  Micro transport;
  Micro handling;
  Micro order_margin;
  Micro agents;
  Micro media;
  Micro contribution;
  Micro people;
  Micro fixed;
  Micro result;
};
BOOST_DESCRIBE_STRUCT(ProfitColumns, (),
                      (row, orders, payable, vat, net_revenue, goods, gross_margin, fees, transport,
                       handling, order_margin, agents, media, contribution, people, fixed, result))

// Channels by their code.
std::vector<ProfitColumns> table_of(const Profit& profit, Cut cut, const Channels& worksheet);

struct OrderColumns {
  std::string channel;
  std::string order;
  Date day;
  Micro sold;
  Micro sold_vat;
  Micro refunded;
  Micro refunded_vat;
  Micro goods;
  Micro fees;
  Micro transport;
  Micro handling;
  Micro order_margin;
};
BOOST_DESCRIBE_STRUCT(OrderColumns, (),
                      (channel, order, day, sold, sold_vat, refunded, refunded_vat, goods, fees,
                       transport, handling, order_margin))
std::vector<OrderColumns> table_of(const std::vector<OrderProfit>& orders,
                                   const Channels& worksheet);

}  // namespace sluis::measures
