// The SQL of alerts: what lies, sells and is to come, of all variants at once.
#pragma once

#include <span>

#include "stock/alerts.h"

namespace sluis::stock::sql {

// Of which variants; nothing: of all.
using Asked = std::optional<std::span<const VariantId>>;

// A variant that is on sale and has pieces of its own.
struct StockedItem {
  VariantId variant;
  catalog::ProductId product;
  catalog::Sku sku;
  catalog::Name name;
  std::optional<Micro> cost;
  Currency cost_currency;
  std::int64_t free = 0;
};
BOOST_DESCRIBE_STRUCT(StockedItem, (), (variant, product, sku, name, cost, cost_currency, free))
std::vector<StockedItem> stocked(store::Snapshot& snapshot, Asked asked);

struct Pieces {
  VariantId variant;
  std::int64_t pieces = 0;
};
BOOST_DESCRIBE_STRUCT(Pieces, (), (variant, pieces))
// Handed over since then, and promised to orders since then and still here.
std::vector<Pieces> handed_over(store::Snapshot& snapshot, Instant from, Asked asked);
std::vector<Pieces> promised(store::Snapshot& snapshot, Instant from, Asked asked);

struct ToCome {
  VariantId variant;
  std::int64_t pieces = 0;  // promised to nobody
  Instant arrives;
};
BOOST_DESCRIBE_STRUCT(ToCome, (), (variant, pieces, arrives))
std::vector<ToCome> to_come(store::Snapshot& snapshot);

// How long deliveries took that are closed, from when they were written down.
struct Lead {
  VariantId variant;
  std::int64_t microseconds = 0;  // together
  std::int64_t deliveries = 0;
};
BOOST_DESCRIBE_STRUCT(Lead, (), (variant, microseconds, deliveries))
std::vector<Lead> leads(store::Snapshot& snapshot);

bool moved_before(store::Snapshot& snapshot, VariantId variant, Instant moment);
// Through which pieces were promised since then, of each variant the one with the most first.
struct Through {
  VariantId variant;
  ChannelId channel;
};
BOOST_DESCRIBE_STRUCT(Through, (), (variant, channel))
std::vector<Through> through(store::Snapshot& snapshot, std::span<const VariantId> variants,
                             Instant from);

std::span<const store::Statement* const> alert_statements();

}  // namespace sluis::stock::sql
