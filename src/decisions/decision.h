// A decision as it is told to whoever asked: what is offered, if anything, and why.
#pragma once

#include "decisions/gates.h"
#include "decisions/offer.h"

namespace sluis::decisions {

struct DecisionIdTag {
  static constexpr std::string_view prefix = "dec";
};
using DecisionId = Id<DecisionIdTag>;

// Why something was offered, or nothing.
enum class Reason : std::uint8_t {
  chosen,
  nothing_pays,       // offers passed their gates, and nothing was drawn
  held_out,           // one of those who are offered nothing, so that the others can be measured
  stopped,            // no offer passed its gates
  switched_off,       // the place, or everything
  placement_unknown,  //
  visitor_unknown,    // who asks names nobody
  starting,           // what is known of visitors is still being read
  store_slow,         // what was decided could not be kept in time
};
BOOST_DESCRIBE_ENUM(Reason, chosen, nothing_pays, held_out, stopped, switched_off,
                    placement_unknown, visitor_unknown, starting, store_slow)

struct OfferMade {
  OfferId id;
  Slug code;
  Act act = Act::advice;
  std::string title;
  std::string body;
  std::string button;
  std::optional<Discount> discount_basis_points;
  std::optional<std::string> agreement;  // to which whoever leaves a number says yes
};
BOOST_DESCRIBE_STRUCT(OfferMade, (),
                      (id, code, act, title, body, button, discount_basis_points, agreement))

// What an adviser has ready for whom they talked with, told when they are there again.
struct Greeting {
  std::string adviser;
  std::string title;
  std::string body;
  std::string voucher;  // good once, in any channel, for this customer alone
  std::int64_t discount_basis_points = 0;
  Instant valid_until;
};
BOOST_DESCRIBE_STRUCT(Greeting, (),
                      (adviser, title, body, voucher, discount_basis_points, valid_until))

struct DecisionView {
  std::optional<DecisionId> id;    // none: nothing was kept that could be answered
  std::optional<OfferMade> offer;  // none: nothing is offered
  Reason reason = Reason::stopped;
  std::optional<Gate> gate;  // of the offer that came furthest, where none passed
  double probability = 1;
  std::optional<std::int64_t> policy;  // the number of its version
  std::optional<Instant> valid_until;
  std::optional<std::string> handle;  // with which the page may answer it
  std::optional<Greeting> greeting;   // comes before what is offered
};
BOOST_DESCRIBE_STRUCT(DecisionView, (),
                      (id, offer, reason, gate, probability, policy, valid_until, handle, greeting))

}  // namespace sluis::decisions
