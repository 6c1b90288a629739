// What happens in the sample company: the events that its channels would tell of, small enough to
// keep a day of a large company at hand.
#pragma once

#include <array>
#include <vector>

#include "kernel/describe.h"
#include "kernel/money.h"
#include "kernel/time.h"

namespace sluis::simulator {

// The channels of the company, in the order of its worksheet.
enum class Place : std::uint8_t {
  webshop,
  store_amsterdam,
  store_utrecht,
  contact_centre,
  email,
  marketplace,
  field_sales,
  reseller,
};
BOOST_DESCRIBE_ENUM(Place, webshop, store_amsterdam, store_utrecht, contact_centre, email,
                    marketplace, field_sales, reseller)
inline constexpr std::size_t kPlaces = 8;
constexpr std::size_t index_of(Place place) {
  return static_cast<std::size_t>(place);
}

enum class Kind : std::uint8_t {
  products_searched,
  product_viewed,
  product_added,
  checkout_started,
  order_completed,
  order_line,
  order_refunded,
  store_visited,
  product_scanned,
  experiment_viewed,
  call_offered,
  contact_requested,
  call_answered,
  call_abandoned,
  contact_closed,
  complaint,
  mail_delivered,
  mail_opened,
  mail_clicked,
  field_visit,
  quote_sent,
  quote_accepted,
};
BOOST_DESCRIBE_ENUM(Kind, products_searched, product_viewed, product_added, checkout_started,
                    order_completed, order_line, order_refunded, store_visited, product_scanned,
                    experiment_viewed, call_offered, contact_requested, call_answered,
                    call_abandoned, contact_closed, complaint, mail_delivered, mail_opened,
                    mail_clicked, field_visit, quote_sent, quote_accepted)

// By what a customer was recognised.
enum class Mark : std::uint8_t { none, device, user, email, phone, card, marketplace };
BOOST_DESCRIBE_ENUM(Mark, none, device, user, email, phone, card, marketplace)

// Of devices `number` is the device, of all others the customer.
struct Seen {
  Mark mark = Mark::none;
  std::uint32_t number = 0;
  bool operator==(const Seen&) const = default;
};

enum class Campaign : std::uint8_t { none, mailing, call_invitation };
BOOST_DESCRIBE_ENUM(Campaign, none, mailing, call_invitation)

// What is said with an event: in which group of an experiment somebody is, how a talk ended.
enum class Note : std::uint8_t {
  none,
  invited,
  not_invited,
  mailed,
  not_mailed,
  sold,
  helped,
  complained,
};
struct Remark {
  std::string_view experiment;
  std::string_view arm;
  std::string_view probability;
  std::string_view outcome;
};
Remark remark_of(Note note);

// Which order: the how manieth of a customer on a day.
struct OrderKey {
  Date day = {};
  std::uint32_t customer = 0;
  std::uint8_t number = 0;  // from 1; 0 is none
  bool operator==(const OrderKey&) const = default;
};

struct Event {
  Instant ts = {};
  std::uint32_t customer = 0;  // who it truly is
  Place place = Place::webshop;
  Kind kind = Kind::product_viewed;
  Campaign campaign = Campaign::none;
  std::uint8_t line = 0;          // of the order, from 1
  std::array<Seen, 3> seen = {};  // the first is the one the event carries
  std::uint16_t product = 0;      // from 1
  std::uint32_t duration_s = 0;
  OrderKey order = {};
  std::int32_t quantity = 0;
  Micro revenue = {};
  Micro cost = {};
  Note note = Note::none;
  bool operator==(const Event&) const = default;
};

}  // namespace sluis::simulator
