// What the analytical store knows of some people. Ids come as one text, with commas between.
#pragma once

#include "panel/results.h"

namespace sluis::panel::sql {

std::vector<Seen> seen(analytics::Snapshot& figures, const std::string& customers, Date from,
                       Date to);
std::vector<Membership> memberships(analytics::Snapshot& figures, const std::string& customers);

// Where each of them bought first; whoever never did is not there.
struct FirstBought {
  CustomerId customer;
  ChannelId channel;
};
BOOST_DESCRIBE_STRUCT(FirstBought, (), (customer, channel))
std::vector<FirstBought> first_bought(analytics::Snapshot& figures, const std::string& customers);

std::span<const store::Statement* const> analytics_statements();

}  // namespace sluis::panel::sql
