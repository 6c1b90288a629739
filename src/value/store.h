// What is asked of the tables: those of the analytical store, and the nights in the operational
// one.
#pragma once

#include "platform/analytics/session.h"
#include "value/fitting.h"
#include "value/worth.h"

namespace sluis::value::sql {

// The first day on which anybody bought, and the last on which anything happened.
struct Span {
  Date first;
  Date last;
};
BOOST_DESCRIBE_STRUCT(Span, (), (first, last))
std::optional<Span> span(analytics::Snapshot& figures, Currency currency);
std::optional<Currency> money(analytics::Snapshot& figures);
std::optional<Instant> received(analytics::Snapshot& figures);

// What everybody did, in place of what was gathered before.
void gather(analytics::Tx& tx, const SoldSpan& span, Currency currency);
std::int64_t buyers(analytics::Snapshot& figures);
void each_buyer(analytics::Snapshot& figures, const std::function<void(const BuyerRow&)>& take);
// The next so many, in the order of their numbers.
std::vector<BuyerRow> buyers_after(analytics::Snapshot& figures, CustomerId after,
                                   std::int64_t limit);

struct DayCount {
  Date day;
  std::int64_t purchases = 0;
};
BOOST_DESCRIBE_STRUCT(DayCount, (), (day, purchases))
// Repeat purchases of those who had bought by the day from which the models are checked.
std::vector<DayCount> repeats_by_day(analytics::Snapshot& figures, const SoldSpan& span,
                                     Currency currency);

struct Fit {
  bool published = false;
  Json figures;
};
BOOST_DESCRIBE_STRUCT(Fit, (), (published, figures))
std::optional<Fit> fit(analytics::Snapshot& figures, JobId fit);
std::optional<Json> published(analytics::Snapshot& figures);
// Whoever was on the way to another fit is not any more.
void begin(analytics::Tx& tx, JobId fit);
void keep(analytics::Tx& tx, JobId fit, const Json& figures);

struct CustomerRow : Worth {
  JobId fit;
};
BOOST_DESCRIBE_STRUCT(CustomerRow, (Worth), (fit))
// In place of those of this fit that come after a number.
void put(analytics::Tx& tx, JobId fit, CustomerId after, std::span<const Worth> customers);
void publish(analytics::Tx& tx, JobId fit);
void clear(analytics::Tx& tx);
void forget(analytics::Tx& tx, CustomerId customer);

std::vector<Cell> grid(analytics::Snapshot& figures);
std::vector<Worth> customers(analytics::Snapshot& figures, const Chosen& chosen,
                             const std::optional<Place>& after, std::int64_t limit);
std::int64_t count(analytics::Snapshot& figures, const Chosen& chosen);

// Sums over those who bought on a channel first.
struct ChannelSums {
  ChannelId channel;
  std::int64_t customers = 0;
  std::int64_t valued = 0;  // of whom a model expects something
  double clv = 0;           // in units of the currency
  double clv_squares = 0;
  double alive = 0;
  Micro spent;
  std::int64_t new_customers = 0;  // who came in the last year
  std::int64_t could_repeat = 0;   // came early enough to have been back within so many days
  std::int64_t repeated = 0;
  std::int64_t could_stay = 0;  // came before the last year
  std::int64_t stayed = 0;
};
BOOST_DESCRIBE_STRUCT(ChannelSums, (),
                      (channel, customers, valued, clv, clv_squares, alive, spent, new_customers,
                       could_repeat, repeated, could_stay, stayed))
std::vector<ChannelSums> by_channel(analytics::Snapshot& figures, Date until);

// False when the night was begun already.
bool begin_night(store::Tx& tx, Date day);

std::span<const store::Statement* const> statements();
std::span<const store::Statement* const> analytics_statements();

}  // namespace sluis::value::sql
