// One call to one shop: what is to be told is claimed in a unit, told with no transaction open, and
// what became of it is written down in a second unit. A call that was never written down is found
// by its claim, which ends.
#pragma once

#include "connectors/outgoing/shop.h"
#include "platform/client/outgoing.h"

namespace sluis::connectors::outgoing {

struct Errand {
  Connection of;
  Place place;
  CallId call;
  Kind kind = Kind::stock;
  bool look_up = false;  // what they call it is not known yet
  std::vector<Item> items;
  Instant began;
};

// What to do for a connection now, if it is its turn and something is due.
struct Prospect {
  std::optional<Errand> errand;
  std::optional<Instant> not_before;  // the turn comes then
};
Prospect claim(store::Tx& tx, IdSource& ids, ConnectionId connection, Instant now);

client::OutgoingRequest request_of(const Errand& errand);
// Writes down what came of it.
void record(store::Tx& tx, const Errand& errand, const Result<client::OutgoingAnswer>& answer,
            Instant now);

}  // namespace sluis::connectors::outgoing
