// Amounts of money and quantities as foreign programs write them.
#pragma once

#include <optional>
#include <string_view>

#include "kernel/money.h"

namespace sluis::connectors::ingest {

// A decimal in the notation of JSON ("19.990000000000002", "1e3", "-0.5"), taken from its digits
// and rounded half away from zero to micro-units. Nothing when it is no such number; at most 10^12.
std::optional<Micro> amount_of(std::string_view decimal);

// Exactly a x b, rounded half away from zero: a price times a quantity. Nothing above 10^12.
std::optional<Micro> product_of(Micro a, Micro b);

// Their sum; nothing above 10^12.
class Total {
 public:
  void add(Micro amount) { micros_ += amount.units(); }
  std::optional<Micro> value() const;

 private:
  __int128 micros_ = 0;
};

}  // namespace sluis::connectors::ingest
