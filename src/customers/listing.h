// The list of customers with what they did: sorted, filtered and paged by the analytical store,
// with the names that the operational one has.
#pragma once

#include <functional>

#include "consent/consent.h"
#include "customers/customers.h"
#include "kernel/money.h"

namespace sluis::analytics {
class Snapshot;
}

namespace sluis::customers {

enum class Sort : std::uint8_t {
  net_revenue,
  margin,
  orders,
  events,
  channels,
  first_seen,
  last_seen,
};
BOOST_DESCRIBE_ENUM(Sort, net_revenue, margin, orders, events, channels, first_seen, last_seen)

// Where a page ended: its last figure and customer.
struct Place {
  std::int64_t figure = 0;
  CustomerId customer;
};
BOOST_DESCRIBE_STRUCT(Place, (), (figure, customer))

struct Filter {
  std::string search;  // beginnings of names, addresses, numbers; or a customer's own number
  std::optional<ChannelId> channel;   // was seen on it
  std::optional<SegmentId> segment;   // is in it now
  std::optional<Micro> revenue_from;  // net
  std::optional<Micro> revenue_to;    // exclusive, as every end
  std::optional<std::int64_t> orders_from;
  std::optional<Instant> seen_from;  // last seen
  std::optional<Instant> seen_to;
};

struct Query {
  Filter filter;
  Sort sort = Sort::net_revenue;
  bool descending = true;
  std::optional<Place> after;
  std::int64_t limit = 100;  // at most kPageMax
};
inline constexpr std::int64_t kPageMax = 500;

// What a reader may see besides figures.
struct Sight {
  bool names = false;
  bool margins = false;
};
Sight sight_of(const api::Principal& who);

struct Listed {
  CustomerId id;
  std::optional<std::string> name;  // these three: nothing where the reader may not see them
  std::optional<std::string> email;
  std::optional<std::string> phone;
  Instant first_seen;  // of whom only consent is known: since then
  Instant last_seen;
  std::optional<ChannelId> last_channel;  // none for who was on no channel yet
  std::vector<ChannelId> channels;
  std::int64_t events = 0;
  std::int64_t orders = 0;
  Micro net_revenue;
  std::optional<Micro> margin;
  std::vector<consent::Means> marketing;  // by what they may be approached now
};
BOOST_DESCRIBE_STRUCT(Listed, (),
                      (id, name, email, phone, first_seen, last_seen, last_channel, channels,
                       events, orders, net_revenue, margin, marketing))

struct Listing {
  std::vector<Listed> customers;
  std::optional<Place> next;
  std::optional<std::int64_t> total;  // of the filter; of the first page only
  Currency currency;                  // of all money in it
};

enum class ListingRefusal : std::uint8_t { names_hidden, margins_hidden };
BOOST_DESCRIBE_ENUM(ListingRefusal, names_hidden, margins_hidden)
const RefusalKind& kind_of(ListingRefusal refusal);

Result<Listing> list(analytics::Snapshot& figures, store::Store& store, const Sight& sight,
                     const Query& query, Instant now);

// The same as it goes into files: with the codes of channels.
struct ExportedCustomer {
  CustomerId id;
  std::optional<std::string> name;
  std::optional<std::string> email;
  std::optional<std::string> phone;
  Instant first_seen;
  Instant last_seen;
  std::string last_channel;
  std::string channels;  // with spaces between them
  std::int64_t events = 0;
  std::int64_t orders = 0;
  Micro net_revenue;
  std::optional<Micro> margin;
  Currency currency;
};
BOOST_DESCRIBE_STRUCT(ExportedCustomer, (),
                      (id, name, email, phone, first_seen, last_seen, last_channel, channels,
                       events, orders, net_revenue, margin, currency))
// Gives them page by page, from the query's page on; at most so many. Tells how many that were.
Result<std::int64_t> each_exported(analytics::Snapshot& figures, store::Store& store,
                                   const Sight& sight, Query query, Instant now, std::int64_t most,
                                   const std::function<Result<void>(ExportedCustomer&&)>& take);

}  // namespace sluis::customers
