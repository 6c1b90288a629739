// The outlook as rows of a table or a file.
#pragma once

#include "measures/outlook.h"

namespace sluis::measures {

struct OutlookColumns {
  std::string channel;  // its code; empty: all together
  Slug kpi;
  Micro actual;
  std::optional<Micro> expected;
  std::optional<Micro> low;
  std::optional<Micro> high;
  std::optional<Micro> target;

  static constexpr Text headings[] = {{"Channel", "Kanaal"},    {"KPI", "KPI"},
                                      {"So far", "Tot nu toe"}, {"Expected", "Verwacht"},
                                      {"At least", "Minstens"}, {"At most", "Hoogstens"},
                                      {"Target", "Doel"}};
};
BOOST_DESCRIBE_STRUCT(OutlookColumns, (), (channel, kpi, actual, expected, low, high, target))

std::vector<OutlookColumns> table_of(const Outlook& outlook, const Channels& worksheet);

}  // namespace sluis::measures
