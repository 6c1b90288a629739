// How the customers of a sample company really are. Most worlds hold something that breaks a simple
// model of them: the truth is known here, so that what is measured later can be held against it.
#pragma once

#include "kernel/describe.h"
#include "kernel/text.h"

namespace sluis::simulator {

enum class WorldName : std::uint8_t {
  simple,
  interactions,
  drift,
  heavy_tails,
  telephone_cannibalises,
  telephone_pays,
};
BOOST_DESCRIBE_ENUM(WorldName, simple, interactions, drift, heavy_tails, telephone_cannibalises,
                    telephone_pays)

// A probability that differs from customer to customer.
struct Spread {
  double mean = 0;
  double deviation = 0;
};
BOOST_DESCRIBE_STRUCT(Spread, (), (mean, deviation))

struct World {
  // What an answered call adds to the probability that somebody who wants something buys it, on the
  // first day; by the end of a year `call_uplift_drift` more, which may make it negative.
  Spread call_uplift;
  double call_uplift_drift = 0;
  double call_uplift_of_business = 0;  // on top of it
  double call_uplift_after_mail = 0;   // on top of it, within three days of a mailing
  double call_accepted = 0.2;          // of those invited to a call, on average
  double mail_uplift = 0.02;           // times more that somebody wants something, per mailing
  double store_taste_moves = 0;        // share of the taste for stores gone to the marketplace
                                       // after a year
  double rate_shape = 1.2;             // of the gamma over customers: lower is more unequal
  double quantity_index = 0;           // of a Pareto tail of quantities; 0 has no tail
};
BOOST_DESCRIBE_STRUCT(World, (),
                      (call_uplift, call_uplift_drift, call_uplift_of_business,
                       call_uplift_after_mail, call_accepted, mail_uplift, store_taste_moves,
                       rate_shape, quantity_index))

World world_of(WorldName name);
Text summary_of(WorldName name);

}  // namespace sluis::simulator
