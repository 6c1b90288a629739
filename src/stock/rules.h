// What is known of stock without asking anybody.
#pragma once

#include "stock/stock.h"

namespace sluis::stock {

// Whether what lies at a location of this kind is usually promised to customers.
bool usually_sells(LocationKind kind);

// What a channel can promise of a level.
std::int64_t free_of(const Level& level, std::int64_t buffer);

// Of pieces against so many expected orders of one piece (Poisson): how many orders are expected to
// find none, E[(N - pieces)+], and how many pieces to be left, E[(pieces - N)+].
double expected_missed(std::int64_t pieces, double expected);
double expected_left(std::int64_t pieces, double expected);

}  // namespace sluis::stock
