#include "measures/outlook_rows.h"

#include <algorithm>

namespace sluis::measures {

std::vector<OutlookColumns> table_of(const Outlook& outlook, const Channels& worksheet) {
  std::vector<OutlookColumns> rows;
  for (const OutlookRow& row : outlook.rows) {
    OutlookColumns& columns = rows.emplace_back();
    const auto found = std::ranges::find(
        worksheet, row.channel, [](const auto& channel) { return std::optional(channel.id); });
    if (found != worksheet.end()) columns.channel = found->code.text;
    columns.kpi = row.kpi;
    columns.actual = row.actual;
    columns.expected = row.expected;
    if (row.range) {
      columns.low = row.range->low;
      columns.high = row.range->high;
    }
    columns.target = row.target;
  }
  return rows;
}

}  // namespace sluis::measures
