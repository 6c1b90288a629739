#include "simulator/places.h"

namespace sluis::simulator {

std::string_view code_of(Place place) {
  switch (place) {
    case Place::webshop:
      return "webshop";
    case Place::store_amsterdam:
      return "store-amsterdam";
    case Place::store_utrecht:
      return "store-utrecht";
    case Place::contact_centre:
      return "contact-centre";
    case Place::email:
      return "email";
    case Place::marketplace:
      return "marketplace";
    case Place::field_sales:
      return "field-sales";
    case Place::reseller:
      return "reseller";
  }
  __builtin_unreachable();
}

const Week& hours_of(Place place) {
  static constexpr Week kStore =
      on_workdays({9 * 60, 17 * 60 + 30}, {9 * 60, 16 * 60 + 30}, {12 * 60, 16 * 60 + 30});
  static constexpr Week kCalls = on_workdays({8 * 60 + 30, 20 * 60 + 30}, {9 * 60, 16 * 60 + 30});
  static constexpr Week kOffice = on_workdays({9 * 60, 16 * 60 + 30});
  static constexpr Week kOnline = every_day({6 * 60, 23 * 60});
  switch (place) {
    case Place::webshop:
    case Place::marketplace:
    case Place::email:
    case Place::reseller:
      return kOnline;
    case Place::store_amsterdam:
    case Place::store_utrecht:
      return kStore;
    case Place::contact_centre:
      return kCalls;
    case Place::field_sales:
      return kOffice;
  }
  __builtin_unreachable();
}

bool is_mailing_day(Date day) {
  return day.days().time_since_epoch().count() % 14 == 5;  // 6 January 1970 was a Tuesday
}

}  // namespace sluis::simulator
