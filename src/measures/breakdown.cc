#include "measures/breakdown.h"

#include "measures/store.h"

namespace sluis::measures {

using analytics::Snapshot;

std::vector<PartFigures> by_part(Snapshot& figures, const Filter& filter, Dimension by,
                                 Currency currency, std::int64_t most) {
  std::vector<PartFigures> parts;
  for (const sql::PartSums& row : sql::by_part(figures, filter, by, currency, most))
    parts.push_back({row.part, figures_of(row, {})});
  return parts;
}

std::vector<ExportedFact> facts_to_export(Snapshot& figures, const Filter& filter,
                                          std::optional<Currency> currency, std::int64_t most) {
  return sql::facts_to_export(figures, filter, currency, most);
}

std::vector<ViewColumn> views(Snapshot& figures) {
  return sql::views(figures);
}

}  // namespace sluis::measures
