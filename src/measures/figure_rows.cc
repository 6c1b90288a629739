#include "measures/figure_rows.h"

#include <algorithm>

namespace sluis::measures {
namespace {

std::string code_of(const Channels& worksheet, ChannelId id) {
  const auto found = std::ranges::find(worksheet, id, &channels::Channel::id);
  return found == worksheet.end() ? to_string(id) : found->code.text;
}

}  // namespace

Columns columns_of(const Figures& figures) {
  return {figures.orders,      figures.units,  figures.gross_revenue, figures.refunds,
          figures.net_revenue, figures.margin, figures.cost};
}

std::vector<Row<ChannelKey>> table_of(const std::vector<ChannelFigures>& figures,
                                      const Channels& worksheet) {
  std::vector<Row<ChannelKey>> rows;
  for (const ChannelFigures& one : figures)
    rows.push_back({{code_of(worksheet, one.channel)}, columns_of(one.figures)});
  std::ranges::sort(rows, {}, &Row<ChannelKey>::channel);
  return rows;
}

}  // namespace sluis::measures
