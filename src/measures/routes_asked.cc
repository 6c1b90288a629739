#include "measures/routes_asked.h"

#include "measures/rules.h"
#include "segments/segments.h"

namespace sluis::measures {

using api::Stores;

Result<Filter> checked(Stores& stores, Filter filter, const std::optional<MembersOf>& members) {
  TRY_VOID(check(filter));
  if (!members) return filter;
  filter.segment = members->segment;
  return stores.store.snapshot([&](store::Snapshot& snapshot) -> Result<Filter> {
    TRY_VOID(segments::find(snapshot, members->segment));
    return filter;
  });
}

Result<Filter> filter_of(Stores& stores, const FilterInput& in) {
  return checked(stores,
                 {.from = in.from,
                  .to = in.to,
                  .channel = in.channel,
                  .kind = text_of(in.kind),
                  .campaign = text_of(in.campaign),
                  .product = text_of(in.product)},
                 in.segment);
}

std::optional<Filter> compared_with(const Filter& filter, std::optional<Compare> compare) {
  switch (compare.value_or(Compare::none)) {
    case Compare::none:
      return std::nullopt;
    case Compare::previous:
      return period_before(filter);
    case Compare::year:
      return year_before(filter);
  }
  __builtin_unreachable();
}

Result<Setting> setting_of(Stores& stores) {
  Setting known = TRY(stores.store.snapshot(
      [](store::Snapshot& snapshot) -> Result<Setting> { return setting(snapshot); }));
  known.worksheet = charged(stores.figures, std::move(known.worksheet));
  return known;
}

Result<void> describe(About& about, Stores& stores, const Filter& filter,
                      std::optional<Currency> asked, const Setting& known) {
  about.currencies = currencies(stores.figures, filter.from, filter.to);
  about.currency = TRY(currency_of(about.currencies, asked, known.currency));
  about.as_of = as_of(stores.figures);
  return {};
}

std::vector<const RefusalKind*> refusals_of_period() {
  return {&kind_of(MeasureRefusal::period_empty), &kind_of(MeasureRefusal::period_too_long),
          &kind_of(segments::SegmentRefusal::segment_unknown)};
}

std::vector<const RefusalKind*> refusals_of_figures() {
  auto refusals = refusals_of_period();
  refusals.push_back(&kind_of(MeasureRefusal::several_currencies));
  refusals.push_back(&kind_of(MeasureRefusal::cost_too_large));
  return refusals;
}

}  // namespace sluis::measures
