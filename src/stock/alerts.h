// Where stock is about to run out, and where more lies than will be sold: each with what it costs
// if nobody does anything, so that the costliest can be looked at first.
#pragma once

#include <span>

#include "stock/ledger.h"

namespace sluis::stock {

// stock_out: pieces are expected to be asked for and not there before a delivery can come.
// overstock: more lies here, or is to come, than is expected to be sold in the time that stock is
// wanted for.
enum class AlertKind : std::uint8_t { stock_out, overstock };
BOOST_DESCRIBE_ENUM(AlertKind, stock_out, overstock)

struct AlertQuery {
  std::optional<AlertKind> kind;
  Whole<1, 730> cover{90};  // days that stock is wanted for
  Whole<1, 365> lead{14};   // days that a delivery takes, where none was ever measured
  // What value that lies costs a year, in hundredths of a per cent of it: interest, room, insurance
  // and what goes out of fashion. An assumption of whoever asks.
  Whole<0, 10'000> carrying{2'000};
  std::int64_t limit = 200;
};

struct Alert {
  AlertKind kind = AlertKind::stock_out;
  VariantId variant;
  catalog::Sku sku;
  catalog::Name name;
  std::int64_t free = 0;           // pieces at the locations that sell, promised to nobody
  std::int64_t coming = 0;         // of what was bought, promised to nobody
  std::optional<Instant> arrives;  // the first of these
  double per_day = 0;              // pieces sold or promised, over the last four weeks
  double days = 0;                 // that this looks ahead: to the delivery, or as long as asked
  double pieces = 0;               // expected to be missed, or to be left
  Money per_piece;                 // margin at the price that holds now, or cost price
  // Margin that is expected to be lost; or what it costs to keep the pieces that are left until
  // then.
  Money cost;
  std::optional<Money> bound;  // in pieces that are expected to be left, at cost price
};
BOOST_DESCRIBE_STRUCT(Alert, (),
                      (kind, variant, sku, name, free, coming, arrives, per_day, days, pieces,
                       per_piece, cost, bound))

// Why it is there, in one sentence.
Message reason_of(const Alert& alert);

// The alerts of some variants, in no order, for who looks at these.
std::vector<Alert> alerts_of(store::Snapshot& snapshot, std::span<const VariantId> variants,
                             const AlertQuery& query, Instant now);
// Those of one kind in the order of their SKUs, behind one of them: at most query.limit.
std::vector<Alert> alerts_by_sku(store::Snapshot& snapshot, AlertKind kind,
                                 const std::string& after, const AlertQuery& query, Instant now);

// The costliest first. What sold nothing in four weeks is expected to sell nothing; what came for
// the first time since then has not shown how it sells, and is no overstock yet. Without a price or
// a cost price in the company's currency there is nothing to rank by, and no alert.
//
// Demand until a day is Poisson with the mean `per_day` times the days; the pieces missed are
// E[(N - free)+] and those left E[(free + coming - N)+] (Silver, Pyke and Thomas, Inventory and
// Production Management in Supply Chains, 4th ed., 7.7). A delivery comes on the day for which it
// is expected; where none is, after the mean time that those of the variant took, of all variants,
// or `lead` days.
std::vector<Alert> alerts(store::Snapshot& snapshot, const AlertQuery& query, Instant now);

}  // namespace sluis::stock
