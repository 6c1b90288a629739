#include "measures/figure_rows.h"

#include <algorithm>

namespace sluis::measures {
namespace {

std::int64_t micros_per_minor(Currency currency) {
  std::int64_t micros = Micro::kPerUnit;
  for (int i = 0; i < currency.decimals(); ++i)
    micros /= 10;
  return micros;
}

}  // namespace

Micro shown(Micro amount, Currency currency) {
  const std::int64_t step = micros_per_minor(currency);
  const std::int64_t behind = amount.units() % step;  // of the sign of the amount
  const std::int64_t towards_zero = amount.units() - behind;
  const std::int64_t twice = 2 * (behind < 0 ? -behind : behind);
  const bool even = towards_zero / step % 2 == 0;
  if (twice < step || (twice == step && even)) return Micro(towards_zero);
  return Micro(towards_zero) + Micro(behind < 0 ? -step : step);
}

std::string code_of(const Channels& worksheet, ChannelId id) {
  const auto found = std::ranges::find(worksheet, id, &channels::Channel::id);
  return found == worksheet.end() ? to_string(id) : found->code.text;
}

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
