// What a money fact says of its amounts beyond their sums, in two of its properties:
//
//   "amounts": {"vat": "2.10", "channel_fee": "1.20", "payment_fee": "0.30", "transport": "4.95",
//               "handling": "0.00"}   the VAT on its revenue, and parts of its cost
//   "country": "NL"                   of the buyer
//
// Each may be left out; what of the cost is in no part is the goods. Pure.
#pragma once

#include <optional>
#include <string_view>

#include "kernel/fields.h"
#include "kernel/money.h"

namespace sluis::events {

struct Breakdown {
  Micro vat;
  Micro channel_fee;
  Micro payment_fee;
  Micro transport;
  Micro handling;  // of what came back
  std::string_view country;
  bool operator==(const Breakdown&) const = default;
};
BOOST_DESCRIBE_STRUCT(Breakdown, (), (vat, channel_fee, payment_fee, transport, handling, country))

// Nothing where nothing of it is said. A part that is no amount is passed over.
std::optional<Breakdown> breakdown_in(std::string_view props);

}  // namespace sluis::events
