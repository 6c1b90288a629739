// Events and purchases of an analyst: whatever the bytes are, the file is refused with a message or
// every conversion is on a path, and every parameter and every customer's figure is finite.
#include <cmath>

#include "journeys/event_file.h"
#include "kernel/assert.h"
#include "value/valuing.h"

namespace sluis::fuzz {

void make_paths(table::TableReader reader) {
  const auto events = journeys::read_events(reader, "revenue");
  if (!events || events->kinds.size() == 0) return;
  journeys::PathRules rules{.conversions = {}, .touches = {}, .window_s = 86'400};
  rules.conversions.add(0);
  rules.touches = journeys::other_kinds(*events, rules.conversions);
  std::size_t steps = 0;
  journeys::paths_of(*events, rules, [&](const methods::Paths& paths) {
    for (std::size_t i = 0; i < paths.size(); ++i) {
      SLUIS_ASSERT(paths[i].conversions + paths[i].nulls == 1);
      steps += paths[i].steps.size();
    }
  });
  SLUIS_ASSERT(steps <= events->index.events());
}

void value_customers(table::TableReader reader) {
  const auto purchases =
      value::read_purchases(reader, {.customer = "customer", .date = "day", .amount = "amount"});
  if (!purchases) return;
  const auto valuation = value::value(*purchases, {.until = Date(2026, 1, 1)});
  if (!valuation || !valuation->models.bg_nbd) return;
  SLUIS_ASSERT(std::isfinite(valuation->models.bg_nbd->log_likelihood));
  for (std::size_t i = 0; i < valuation->histories.buyers.size(); ++i) {
    const value::CustomerValue one = value_of(*valuation, i);
    SLUIS_ASSERT(one.alive >= 0 && one.alive <= 1 && std::isfinite(one.orders));
    SLUIS_ASSERT(std::isfinite(one.clv.value_or(0)));
  }
}

}  // namespace sluis::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using sluis::table::TableReader;
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  if (auto reader = TableReader::of("events", bytes)) sluis::fuzz::make_paths(*std::move(reader));
  if (auto reader = TableReader::of("purchases", bytes))
    sluis::fuzz::value_customers(*std::move(reader));
  return 0;
}
