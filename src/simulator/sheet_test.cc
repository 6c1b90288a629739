#include "simulator/sheet.h"

#include <gtest/gtest.h>

#include "identities/identities.h"
#include "kernel/csv.h"
#include "simulator/simulation.h"

namespace sluis::simulator {
namespace {

TEST(SampleSheet, ARowHasACellForEachColumn) {
  Simulation simulation({.seed = 3, .customers = 500, .from = Date(2025, 6, 1)});
  std::string sheet(sheet_header());
  std::size_t events = 0;
  for (int day = 0; day < 20; ++day) {
    for (const Event& event : simulation.next_day())
      write_row(sheet, event, std::to_string(events++));
  }
  const CsvFile file = read_csv(sheet).value();
  ASSERT_EQ(file.rows.size(), events + 1);
  for (const CsvRow& row : file.rows)
    ASSERT_EQ(row.cells.size(), file.rows[0].cells.size());
}

TEST(SampleSheet, SaysWhatTheEventSays) {
  const OrderKey order{.day = Date(2026, 1, 2), .customer = 7, .number = 1};
  std::string row;
  write_row(row,
            {.ts = *parse_instant("2026-01-02T10:00:00Z"),
             .customer = 7,
             .place = Place::contact_centre,
             .kind = Kind::order_line,
             .line = 2,
             .seen = {Seen{Mark::phone, 7}, {Mark::user, 7}},
             .product = 12,
             .order = order,
             .quantity = 3,
             .revenue = Micro(12'340'000),
             .cost = Micro(5'000'000)},
            "s-1");
  EXPECT_EQ(row,
            "s-1,2026-01-02T10:00:00Z,contact-centre,order_line,,,+3197010000007,,,sample-7,,"
            "sample-012,3,12.34,5.00,,SAMPLE-20455-7-1,2,,,,\n");
}

TEST(SampleSheet, ItsIdentitiesAreRead) {
  for (const std::uint32_t number : {0U, 7U, 999'999U, 3'999'999U}) {
    for (const Mark mark : enum_values<Mark>()) {
      if (mark == Mark::none) continue;
      const auto kind = parse_enum<identities::Kind>(enum_name(mark)).value();
      const std::string name = name_of({mark, number});
      std::string room;
      EXPECT_EQ(identities::normal_form({kind, name}, "NL", room).value(), name);
    }
  }
}

}  // namespace
}  // namespace sluis::simulator
