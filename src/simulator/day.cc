#include "simulator/day.h"

#include <algorithm>

#include "simulator/diary.h"
#include "simulator/draws.h"
#include "simulator/places.h"

namespace sluis::simulator {
namespace {

constexpr double kDaysOfYear = 365;
constexpr std::int64_t kMinute_s = 60;

// Each has a stream of its own, every day.
enum class Purpose : std::uint8_t { want, browse, mail, visit, complain };
constexpr std::uint64_t kPurposes = 8;

Random stream_for(const Scene& scene, const Customer& customer, std::int64_t day, Purpose purpose) {
  const auto number = static_cast<std::uint64_t>(day + 1) * kPurposes;
  return stream_of(scene.seed, customer.number, number + static_cast<std::uint64_t>(purpose));
}

Date date_of(const Scene& scene, std::int64_t day) {
  return Date(std::chrono::sys_days(std::chrono::days(scene.origin + day)));
}

Want want_of(const Scene& scene, const Customer& customer, std::int64_t day, Random random) {
  Want want{.customer = &customer, .random = random, .date = date_of(scene, day), .day = day};
  want.device = device_of(customer, want.random);
  want.after_mail = gets_mail(customer, scene, day);
  return want;
}

Diary diary_of(const Want& want, Doings& doings) {
  return {*want.customer, want.date, doings.events};
}

// Where it is bought: mostly where they looked, sometimes elsewhere.
Place buying_place(Want& want, const World& world) {
  constexpr double kStays = 0.75;
  if (want.looked == Place::reseller || want.looked == Place::marketplace) return want.looked;
  if (want.looked != Place::contact_centre && chance(want.random, kStays)) return want.looked;
  Taste taste = taste_on(*want.customer, world, want.day);
  taste[index_of(Place::contact_centre)] = 0;  // selling by telephone takes a call
  return static_cast<Place>(pick(want.random, taste));
}

std::array<Seen, 3> buyer(const Want& want, Place place) {
  const std::uint32_t number = want.customer->number;
  const Seen user{Mark::user, number};
  switch (place) {
    case Place::webshop:
      return {want.device, user, {Mark::email, number}};
    case Place::store_amsterdam:
    case Place::store_utrecht:
      return {Seen{want.customer->has_card ? Mark::card : Mark::none, number}};
    case Place::contact_centre:
      return {Seen{Mark::phone, number}, user};
    case Place::marketplace:
      return {Seen{Mark::marketplace, number}};
    case Place::field_sales:
    case Place::reseller:
    case Place::email:
      return {user, {Mark::email, number}};
  }
  __builtin_unreachable();
}

// At most one order a day from what somebody wants, and one from a visit of field sales.
OrderKey order_of(const Want& want, Place place) {
  const std::uint8_t number = place == Place::field_sales ? 2 : 1;
  return {.day = want.date, .customer = want.customer->number, .number = number};
}

void plan_returns(const Want& want, Place place, const OrderKey& order, Doings& doings) {
  std::uint8_t number = 0;
  for (const Line& line : want.basket.lines()) {
    ++number;
    if (line.returned_after_days == 0) continue;
    doings.returns.push_back({.day = want.day + line.returned_after_days,
                              .order = order,
                              .place = place,
                              .number = number,
                              .seen = buyer(want, place)[0],
                              .line = line});
  }
}

void write_order(const Want& want, Place place, Doings& doings) {
  Diary diary = diary_of(want, doings);
  const OrderKey order = order_of(want, place);
  Event whole{.place = place, .kind = Kind::order_completed, .seen = buyer(want, place)};
  whole.order = order;
  if (place == Place::webshop) whole.revenue = whole.cost = shipping_of(want.basket);
  diary.write(want.second, whole);
  Event part{.place = place, .kind = Kind::order_line, .seen = whole.seen, .order = order};
  for (const Line& line : want.basket.lines()) {
    ++part.line;
    part.product = line.product;
    part.quantity = line.quantity;
    part.revenue = line.revenue;
    part.cost = line.cost;
    diary.write(want.second, part);
  }
  plan_returns(want, place, order, doings);
}

// The place is open from now on, or it becomes the webshop, which nearly always is.
void come(Want& want, Place& place) {
  const std::int64_t from = want.second;
  std::int64_t second = coming(want.random, opening_of(hours_of(place), want.date), from);
  if (second < 0) {
    place = Place::webshop;
    second = std::max(from, coming(want.random, opening_of(hours_of(place), want.date), 0));
  }
  want.second = second;
}

void buy(const Scene& scene, Want& want, bool by_telephone, Doings& doings) {
  constexpr double kByTelephone = 0.8;
  Place place = Place::contact_centre;
  if (!by_telephone || !chance(want.random, kByTelephone)) place = buying_place(want, scene.world);
  const bool moves = place != want.looked && place != Place::contact_centre;
  if (moves) come(want, place);
  if (moves && place != Place::webshop && place != Place::marketplace) {
    diary_of(want, doings)
        .write(want.second,
               {.place = place, .kind = Kind::store_visited, .seen = buyer(want, place)});
  }
  want.second += whole(want.random, 2, 12) * kMinute_s;
  if (place == Place::webshop) {
    diary_of(want, doings)
        .write(want.second - kMinute_s,
               {.place = place, .kind = Kind::checkout_started, .seen = {want.device}});
  }
  write_order(want, place, doings);
}

// Whether it is bought, and what was the difference that a call and a mailing made to that.
bool decide(const Scene& scene, Want& want, bool answered, Doings& doings) {
  const Customer& customer = *want.customer;
  const double uplift =
      answered ? uplift_of_call(customer, scene.world, want.day, want.after_mail) : 0;
  const bool buys = want.drawn < customer.buys + uplift;
  const bool would = want.drawn < customer.buys;
  const Micro margin = want.basket.margin();
  if (buys && !would) doings.effects.push_back({Act::call, customer.number, 1, margin});
  if (!buys && would) doings.effects.push_back({Act::call, customer.number, -1, -margin});
  if (buys && want.by_mail) doings.effects.push_back({Act::mail, customer.number, 1, margin});
  if (buys) buy(scene, want, answered, doings);
  return buys;
}

void ring(Want want, bool is_complaint, Doings& doings) {
  constexpr double kPatience_s = 180;
  constexpr double kHandling_s = 400;
  constexpr double kLongest_s = 25 * kMinute_s;
  Call call{.is_complaint = is_complaint};
  call.patience_s = static_cast<std::int64_t>(std::min(gamma(want.random, 1, kPatience_s), 900.0));
  call.handling_s =
      30 + static_cast<std::int64_t>(std::min(gamma(want.random, 2, kHandling_s), kLongest_s));
  call.want = std::move(want);
  doings.calls.push_back(std::move(call));
}

// Looks around in the webshop; true when they are interested enough to be talked to.
bool look_online(Want& want, Doings& doings) {
  Diary diary = diary_of(want, doings);
  const bool signed_in = chance(want.random, want.customer->signs_in);
  Event event{.place = Place::webshop, .seen = {want.device}};
  if (signed_in) event.seen[1] = {Mark::user, want.customer->number};
  if (chance(want.random, 0.3)) {
    event.kind = Kind::products_searched;
    diary.write(want.second, event);
  }
  event.kind = Kind::product_viewed;
  for (std::int64_t views = 1 + poisson(want.random, 1.2); views > 0; --views) {
    want.second += whole(want.random, 10, 150);
    event.product = static_cast<std::uint16_t>(want.customer->tier + whole(want.random, 1, kShelf));
    diary.write(want.second, event);
  }
  const bool interested = chance(want.random, 0.6);
  if (!interested) return false;
  event.kind = Kind::product_added;
  event.product = want.basket.all[0].product;
  want.second += kMinute_s;
  diary.write(want.second, event);
  return true;
}

// Somebody interested is invited to a call, unless they are of the control group; true when they
// take it.
bool invite(Want& want, Doings& doings) {
  const Customer& customer = *want.customer;
  const bool eligible =
      is_open(opening_of(hours_of(Place::contact_centre), want.date), want.second) &&
      chance(want.random, 0.5);
  if (!eligible) return false;
  Event event{.place = Place::webshop,
              .kind = Kind::experiment_viewed,
              .campaign = Campaign::call_invitation,
              .seen = {want.device}};
  event.note = customer.call_held_out ? Note::not_invited : Note::invited;
  Diary diary = diary_of(want, doings);
  diary.write(want.second, event);
  if (customer.call_held_out) return false;
  event.note = Note::none;
  event.kind = Kind::call_offered;
  diary.write(want.second, event);
  if (!chance(want.random, customer.call_accepted)) return false;
  event.kind = Kind::contact_requested;
  event.seen[1] = {Mark::phone, customer.number};
  want.second += whole(want.random, 15, 60);
  diary.write(want.second, event);
  return true;
}

void look_in_store(Want& want, Doings& doings) {
  Diary diary = diary_of(want, doings);
  Event event{.place = want.looked, .kind = Kind::store_visited, .seen = buyer(want, want.looked)};
  if (!want.customer->has_card) event.seen[0] = {};
  diary.write(want.second, event);
  if (!chance(want.random, 0.4)) return;
  event.kind = Kind::product_scanned;
  event.product = want.basket.all[0].product;
  want.second += 4 * kMinute_s;
  diary.write(want.second, event);
}

bool starts_calling(Want& want, Doings& doings) {
  switch (want.looked) {
    case Place::webshop:
      return look_online(want, doings) && invite(want, doings);
    case Place::store_amsterdam:
    case Place::store_utrecht:
      look_in_store(want, doings);
      return false;
    case Place::contact_centre:
      return true;
    case Place::email:
    case Place::marketplace:
    case Place::field_sales:
    case Place::reseller:
      return false;  // nobody sees them look
  }
  __builtin_unreachable();
}

void pursue(const Scene& scene, Want want, Doings& doings) {
  want.basket = basket_of(want.random, *want.customer, scene.world, scene.catalogue);
  want.drawn = want.random.unit();
  want.looked =
      static_cast<Place>(pick(want.random, taste_on(*want.customer, scene.world, want.day)));
  want.second = want.by_mail ? kMailing_s + kMinute_s : 0;
  come(want, want.looked);
  if (starts_calling(want, doings)) return ring(std::move(want), false, doings);
  decide(scene, want, false, doings);
}

// On most days nobody wants anything, so that comes first.
void want_something(const Scene& scene, const Customer& customer, std::int64_t day, double seasonal,
                    Doings& doings) {
  Random random = stream_for(scene, customer, day, Purpose::want);
  const double by_itself = customer.wants_a_year / kDaysOfYear * seasonal;
  const double drawn = random.unit();
  constexpr double kMailAtMost = 0.1;
  if (drawn >= by_itself + kMailAtMost) return;
  const bool mailed = gets_mail(customer, scene, day);
  const double by_mail = mailed ? std::min(customer.mail_uplift / kMailWorks_days, kMailAtMost) : 0;
  if (drawn >= by_itself + by_mail) return;
  Want want = want_of(scene, customer, day, random);
  want.by_mail = drawn >= by_itself;
  pursue(scene, std::move(want), doings);
}

void browse(const Scene& scene, const Customer& customer, std::int64_t day, double seasonal,
            Doings& doings) {
  Random random = stream_for(scene, customer, day, Purpose::browse);
  if (!chance(random, customer.browses_a_year / kDaysOfYear * seasonal)) return;
  Want want = want_of(scene, customer, day, random);
  want.basket = basket_of(want.random, customer, scene.world, scene.catalogue);
  come(want, want.looked);
  look_online(want, doings);
}

void complain(const Scene& scene, const Customer& customer, std::int64_t day, Doings& doings) {
  constexpr double kPerWant = 0.05;
  Random random = stream_for(scene, customer, day, Purpose::complain);
  if (!chance(random, customer.wants_a_year * kPerWant / kDaysOfYear)) return;
  Want want = want_of(scene, customer, day, random);
  want.looked = Place::contact_centre;
  come(want, want.looked);
  if (want.looked == Place::contact_centre) ring(std::move(want), true, doings);
}

// Told once a quarter in which group of the experiment somebody is.
void expose_to_mailing(const Customer& customer, Diary& diary) {
  const Date date = diary.date();
  if (date.month() % 3 != 1 || date.day() > 14) return;
  diary.write(kMailing_s, {.place = Place::email,
                           .kind = Kind::experiment_viewed,
                           .campaign = Campaign::mailing,
                           .seen = {Seen{Mark::email, customer.number}},
                           .note = customer.mail_held_out ? Note::not_mailed : Note::mailed});
}

void send_mailing(const Scene& scene, const Customer& customer, std::int64_t day, Doings& doings) {
  Diary diary(customer, date_of(scene, day), doings.events);
  expose_to_mailing(customer, diary);
  if (customer.mail_held_out) return;
  Random random = stream_for(scene, customer, day, Purpose::mail);
  Event event{.place = Place::email,
              .kind = Kind::mail_delivered,
              .campaign = Campaign::mailing,
              .seen = {Seen{Mark::email, customer.number}}};
  std::int64_t second = kMailing_s;
  diary.write(second, event);
  if (!chance(random, 0.3)) return;
  second += whole(random, 1, 10 * 3600);
  event.kind = Kind::mail_opened;
  diary.write(second, event);
  if (!chance(random, 0.2)) return;
  event.kind = Kind::mail_clicked;
  event.seen[1] = device_of(customer, random);
  diary.write(second + 20, event);
}

void visit(const Scene& scene, const Customer& customer, std::int64_t day, Doings& doings) {
  Random random = stream_for(scene, customer, day, Purpose::visit);
  if (!chance(random, customer.visits_a_year / kDaysOfYear)) return;
  Want want = want_of(scene, customer, day, random);
  const std::int64_t begins =
      coming(want.random, opening_of(hours_of(Place::field_sales), want.date), 0);
  if (begins < 0) return;
  want.second = begins;
  want.looked = Place::field_sales;
  want.basket = basket_of(want.random, customer, scene.world, scene.catalogue);
  Diary diary = diary_of(want, doings);
  Event event{.place = Place::field_sales,
              .kind = Kind::field_visit,
              .seen = buyer(want, Place::field_sales),
              .duration_s = static_cast<std::uint32_t>(whole(want.random, 20, 90) * kMinute_s)};
  diary.write(want.second, event);
  if (!chance(want.random, customer.visit_uplift)) return;
  event.duration_s = 0;
  event.kind = Kind::quote_sent;
  diary.write(want.second += 5 * kMinute_s, event);
  event.kind = Kind::quote_accepted;
  diary.write(want.second += 10 * kMinute_s, event);
  write_order(want, Place::field_sales, doings);
  doings.effects.push_back({Act::visit, customer.number, 1, want.basket.margin()});
}

}  // namespace

bool gets_mail(const Customer& customer, const Scene& scene, std::int64_t day) {
  if (!customer.takes_mail || customer.mail_held_out) return false;
  for (int ago = 0; ago < kMailWorks_days; ++ago) {
    if (day - ago >= customer.first_day && is_mailing_day(date_of(scene, day - ago))) return true;
  }
  return false;
}

void live(const Scene& scene, const Customer& customer, std::int64_t day, Doings& doings) {
  if (day < customer.first_day) return;
  const Date date = date_of(scene, day);
  const double seasonal = season(date);
  want_something(scene, customer, day, seasonal, doings);
  if (customer.browses_a_year > 0) browse(scene, customer, day, seasonal, doings);
  if (customer.takes_mail && is_mailing_day(date)) send_mailing(scene, customer, day, doings);
  if (customer.kind == CustomerKind::business) visit(scene, customer, day, doings);
  complain(scene, customer, day, doings);
}

void after_call(const Scene& scene, Call call, const Wait& wait, Doings& doings) {
  Want& want = call.want;
  const std::uint32_t number = want.customer->number;
  Diary diary = diary_of(want, doings);
  want.second += wait.seconds;
  Event event{.place = Place::contact_centre,
              .kind = wait.answered ? Kind::call_answered : Kind::call_abandoned,
              .seen = {Seen{Mark::phone, number}},
              .duration_s = static_cast<std::uint32_t>(wait.seconds)};
  diary.write(want.second, event);
  if (wait.answered) want.second += call.handling_s;
  const std::int64_t ended_s = want.second;
  const bool sold = !call.is_complaint && decide(scene, want, wait.answered, doings);
  if (!wait.answered) return;
  event.seen[1] = {Mark::user, number};
  event.kind = Kind::contact_closed;
  event.duration_s = static_cast<std::uint32_t>(call.handling_s);
  event.note = call.is_complaint ? Note::complained : sold ? Note::sold : Note::helped;
  diary.write(ended_s, event);
  if (!call.is_complaint) return;
  event.kind = Kind::complaint;
  event.duration_s = 0;
  event.note = Note::none;
  diary.write(ended_s, event);
}

void bring_back(const Return& one, Date date, Doings& doings) {
  const std::int64_t second = opening_of(hours_of(Place::webshop), date).opens * kMinute_s +
                              static_cast<std::int64_t>(one.order.customer) % (12 * 3600);
  Event event{.ts = at_local(date, second),
              .customer = one.order.customer,
              .place = one.place,
              .kind = Kind::order_refunded,
              .line = one.number,
              .seen = {one.seen},
              .product = one.line.product};
  event.order = one.order;
  event.quantity = -one.line.quantity;
  event.revenue = -one.line.revenue;
  event.cost = -one.line.cost;
  doings.events.push_back(event);
}

}  // namespace sluis::simulator
