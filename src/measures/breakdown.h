// What the figures are made of: which campaigns, products and kinds of events bring them; and the
// views over which an analyst asks anything else.
#pragma once

#include "measures/figures.h"

namespace sluis::measures {

enum class Dimension : std::uint8_t { campaign, product, kind };
BOOST_DESCRIBE_ENUM(Dimension, campaign, product, kind)

struct PartFigures {
  std::string part;
  Figures figures;
};
// Those with the most net revenue first; what belongs to none is left out. Parts bear no cost.
std::vector<PartFigures> by_part(analytics::Snapshot& figures, const Filter& filter, Dimension by,
                                 Currency currency, std::int64_t most);

// The newest that pass the filter, as they go into files.
std::vector<ExportedFact> facts_to_export(analytics::Snapshot& figures, const Filter& filter,
                                          std::optional<Currency> currency, std::int64_t most);

// A column of a published view, in the order in which the view has them.
struct ViewColumn {
  std::string view;
  std::string column;
  std::string type;
};
BOOST_DESCRIBE_STRUCT(ViewColumn, (), (view, column, type))
std::vector<ViewColumn> views(analytics::Snapshot& figures);

}  // namespace sluis::measures
