// What is sold against where it lies and through which channel, for a screen: each variant with
// its levels, and what of it can be promised, in a few statements a page.
#pragma once

#include "stock/alerts.h"
#include "stock/stock.h"

namespace sluis::stock {

struct MatrixQuery {
  std::string search;    // in SKU, GTIN, options, name and category of the product
  std::string category;  // this one and those below it; empty: all
  std::optional<LocationId> location;
  bool below_safety = false;  // only where fewer are left than are kept for those who stand there
  std::vector<ChannelId>
      channels;       // empty: those that leave something for the others, or hear late
  std::string after;  // the SKU that the page before ended with
  std::int64_t limit = 100;
  bool alerts = false;             // they are told too
  std::optional<AlertKind> alert;  // only what has one of this kind
  Instant now = {};                // for which alerts are reckoned
};

struct MatrixCell : Level {
  bool sells = false;     // else nothing of it is promised
  std::int64_t free = 0;  // for a channel that leaves nothing for the others
};
BOOST_DESCRIBE_STRUCT(MatrixCell, (Level), (sells, free))

struct MatrixChannel {
  ChannelId channel;
  std::int64_t buffer = 0;           // that it leaves at each location
  std::int64_t free = 0;             // of all locations together
  std::optional<Reckoned> reckoned;  // what the buffer follows from, where nobody set it
};
BOOST_DESCRIBE_STRUCT(MatrixChannel, (), (channel, buffer, free, reckoned))

// What an alert says in short; alerts.h tells what it follows from.
struct MatrixAlert {
  AlertKind kind = AlertKind::stock_out;
  double pieces = 0;
  Money cost;
};
BOOST_DESCRIBE_STRUCT(MatrixAlert, (), (kind, pieces, cost))

struct MatrixRow {
  VariantId variant;
  catalog::Sku sku;
  catalog::Name name;
  catalog::CategoryPath category;
  bool on_sale = false;  // else nothing is free
  bool bundle = false;   // made of others: its cells are those of the part that allows the fewest
  std::int64_t free = 0;
  std::vector<MatrixCell> cells;  // where it has ever been, the lowest rank first
  std::vector<MatrixChannel> channels;
  std::vector<MatrixAlert> alerts;  // where these are asked for; of a bundle none
};
BOOST_DESCRIBE_STRUCT(MatrixRow, (),
                      (variant, sku, name, category, on_sale, bundle, free, cells, channels,
                       alerts))

struct Matrix {
  std::vector<MatrixRow> rows;  // in the order of their SKUs
  std::optional<std::string> next;
};
Matrix matrix(store::Snapshot& snapshot, const Sight& sight, const MatrixQuery& query);

}  // namespace sluis::stock
