// What one customer does on one day. It goes on until the telephone rings: whether an agent answers
// hangs on all the others (contact_centre.h), and then `after_call` tells how it ends.
#pragma once

#include "kernel/random.h"
#include "simulator/contact_centre.h"
#include "simulator/order.h"

namespace sluis::simulator {

// What the company did that made a difference.
enum class Act : std::uint8_t { call, mail, visit };
BOOST_DESCRIBE_ENUM(Act, call, mail, visit)

// The difference that one act made to one order: it is there thanks to it, or not there because of
// it (orders −1). Margin is of what stays.
struct Effect {
  Act act = Act::call;
  std::uint32_t customer = 0;
  int orders = 0;
  Micro margin = {};
};

// Somebody wants something. Whether they buy it is one draw: below the probability, they do.
struct Want {
  const Customer* customer = nullptr;
  Random random{0};
  Date date = {};
  std::int64_t day = 0;  // of the simulation
  std::int64_t second = 0;
  Place looked = Place::webshop;
  Seen device = {};
  bool by_mail = false;  // would not have wanted it without the mailing
  bool after_mail = false;
  double drawn = 0;
  Basket basket = {};
};

// They ring at `want.second`.
struct Call {
  Want want = {};
  bool is_complaint = false;
  std::int64_t patience_s = 0;
  std::int64_t handling_s = 0;
};

// A line that comes back later.
struct Return {
  std::int64_t day = 0;
  OrderKey order = {};
  Place place = Place::webshop;
  std::uint8_t number = 0;  // of the line, from 1
  Seen seen = {};
  Line line = {};
};

// What happened on a day, in no order yet.
struct Doings {
  std::vector<Event> events;
  std::vector<Call> calls;
  std::vector<Return> returns;
  std::vector<Effect> effects;
};

struct Scene {
  World world;
  Catalogue catalogue;
  std::uint64_t seed = 0;
  std::int64_t origin = 0;  // the day of the calendar (since 1970) that is day 0
};

void live(const Scene& scene, const Customer& customer, std::int64_t day, Doings& doings);
void after_call(const Scene& scene, Call call, const Wait& wait, Doings& doings);
void bring_back(const Return& one, Date date, Doings& doings);

// Whether a mailing of today or the days before it still works.
bool gets_mail(const Customer& customer, const Scene& scene, std::int64_t day);

}  // namespace sluis::simulator
