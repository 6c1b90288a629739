// A file of purchases: a row each, with a customer, a day and perhaps an amount. Purchases of one
// customer on one day are one.
#pragma once

#include <string>
#include <vector>

#include "kernel/time.h"
#include "methods/buyers.h"
#include "platform/table/names.h"
#include "platform/table/table_reader.h"

namespace sluis::value {

struct Columns {
  std::string customer;
  std::string date;
  std::string amount;  // empty: there is none
};

// Days since 1970.
std::int32_t day_number(Date date);

// A day on which a customer bought.
struct Purchase {
  std::uint32_t customer = 0;
  std::int32_t day = 0;  // its number
  double amount = 0;     // together
};

struct Purchases {
  table::Names customers;
  std::vector<Purchase> days;      // by customer and then by day
  std::int64_t rows = 0;           // of the file
  std::int64_t days_refunded = 0;  // on which refunds took back all; these are left out
  bool has_amounts = false;
};

Result<Purchases> read_purchases(table::TableReader& reader, const Columns& columns);

// Customers who bought up to and including a day, as they looked at its end. Numbers are those of
// `customers` in the purchases; who bought only later is not among them.
struct Histories {
  std::vector<methods::Buyer> buyers;
  std::vector<std::uint32_t> customers;
  std::vector<std::int32_t> first_days;
  std::vector<std::uint32_t> later;  // purchases behind the last day
};
Histories histories_until(const Purchases& purchases, Date until);

}  // namespace sluis::value
