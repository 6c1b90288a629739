// The sample as rows of a CSV file that the importer reads with its mapping `sluis-sample`, and
// what its identities, products and orders are called: names that no real customer has.
#pragma once

#include <string>

#include "simulator/event.h"

namespace sluis::simulator {

std::string name_of(Seen seen);
std::string name_of(const OrderKey& order);
std::string product_name(std::uint16_t product);
std::string_view name_of(Campaign campaign);

// What the ids of the events of a day begin with.
std::string message_prefix(std::uint64_t seed, Date day);

// The header with its line end.
std::string_view sheet_header();
// The rows of a day.
std::string rows_of(const std::vector<Event>& events, const std::string& prefix);
// Adds the row of an event; `id` tells it from all others of the sample.
void write_row(std::string& out, const Event& event, std::string_view id);

}  // namespace sluis::simulator
