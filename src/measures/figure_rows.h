// Figures as rows of a table or a file: `sluis kpi` and `sluis export kpi` give the same columns.
#pragma once

#include "measures/figures.h"

namespace sluis::measures {

enum class By : std::uint8_t { channel, day, week, month };
BOOST_DESCRIBE_ENUM(By, channel, day, week, month)

// The figures of a row, in the order of the columns.
struct Columns {
  std::int64_t orders = 0;
  Quantity units;
  Micro gross_revenue;
  Micro refunds;
  Micro net_revenue;
  Micro margin;
  Micro cost;
};
BOOST_DESCRIBE_STRUCT(Columns, (),
                      (orders, units, gross_revenue, refunds, net_revenue, margin, cost))

struct ChannelKey {
  std::string channel;
};
BOOST_DESCRIBE_STRUCT(ChannelKey, (), (channel))
struct DayKey {
  Date day;
};
BOOST_DESCRIBE_STRUCT(DayKey, (), (day))
struct WeekKey {
  Date week;
};
BOOST_DESCRIBE_STRUCT(WeekKey, (), (week))
struct MonthKey {
  Date month;
};
BOOST_DESCRIBE_STRUCT(MonthKey, (), (month))

template <class Key>
struct Row : Key, Columns {
  BOOST_DESCRIBE_CLASS(Row, (Key, Columns), (), (), ())
};

// In the order of their codes.
std::vector<Row<ChannelKey>> table_of(const std::vector<ChannelFigures>& figures,
                                      const Channels& worksheet);

Columns columns_of(const Figures& figures);
// All amounts as they are shown.
template <DescribedStruct Amounts>
Amounts shown(Amounts amounts, Currency currency) {
  for_each_field(amounts, [&]<class F>(std::string_view, F& field) {
    if constexpr (std::same_as<F, Micro>) field = shown(field, currency);
  });
  return amounts;
}

// As people call a channel; its id where it is on the worksheet no longer.
std::string code_of(const Channels& worksheet, ChannelId id);

template <class Key>
std::vector<Row<Key>> table_of(const std::vector<DatedFigures>& figures) {
  std::vector<Row<Key>> rows;
  for (const DatedFigures& one : figures)
    rows.push_back({{one.starts}, columns_of(one.figures)});
  return rows;
}

// Calls `take(rows)` with the rows that are asked for, of whichever type.
template <class Take>
Result<void> with_rows(By by, analytics::Snapshot& figures, const Filter& filter, Currency currency,
                       const Channels& worksheet, Take&& take) {
  const auto dated = [&](Every every) {
    return by_time(figures, filter, every, currency, worksheet);
  };
  switch (by) {
    case By::channel:
      return take(table_of(TRY(by_channel(figures, filter, currency, worksheet)), worksheet));
    case By::day:
      return take(table_of<DayKey>(TRY(dated(Every::day))));
    case By::week:
      return take(table_of<WeekKey>(TRY(dated(Every::week))));
    case By::month:
      return take(table_of<MonthKey>(TRY(dated(Every::month))));
  }
  __builtin_unreachable();
}

}  // namespace sluis::measures
