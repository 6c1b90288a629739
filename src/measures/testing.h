// For tests: an analytical store over events that went through the log, with what customers and
// segments publish as tables that a test can fill.
#pragma once

#include "measures/store.h"
#include "platform/analytics/store.h"

namespace sluis::events {
std::span<const store::Migration> analytics_migrations();
std::span<const store::Statement* const> analytics_statements();
}  // namespace sluis::events

namespace sluis::measures::testing {

inline constexpr store::Migration kFeeds[] = {
    {"feeds/0001_feeds",
     "create table feed_customer_of (identity bigint not null, customer bigint not null);\n"
     "create table feed_segment_member (segment bigint not null, customer bigint not null, "
     "to_day date);\n"}};
inline constexpr store::Statement kMerge{
    "feeds.merge", "insert into feed_customer_of (identity, customer) values ($1, $2)"};
inline constexpr store::Statement kEnter{
    "feeds.enter",
    "insert into feed_segment_member (segment, customer, to_day) values ($1, $2, null)"};
inline constexpr store::Statement kLeave{
    "feeds.leave",
    "update feed_segment_member set to_day = $3 where segment = $1 and customer = $2"};
inline constexpr const store::Statement* kStatements[] = {&kMerge, &kEnter, &kLeave};

inline store::Registry registry() {
  return {{events::analytics_migrations(), kFeeds},
          {events::analytics_statements(), sql::statements(), kStatements}};
}

}  // namespace sluis::measures::testing
