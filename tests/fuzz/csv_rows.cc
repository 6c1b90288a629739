// Files of others as CSV and JSON lines: whatever the bytes are, their form is found and every row
// has a line, and as many cells as there are columns unless it says what is wrong with it.
#include "imports/rows.h"
#include "imports/values.h"
#include "kernel/assert.h"

namespace sluis::fuzz {

using imports::Dates;
using imports::Decimals;
using imports::Flaw;

void read_values(std::string_view cell) {
  for (const Decimals decimals : {Decimals::point, Decimals::comma})
    imports::parse_amount(cell, decimals);
  for (const Dates dates : enum_values<Dates>())
    imports::parse_moment(cell, dates);
  imports::parse_currency(cell);
}

void read_rows(const Result<std::unique_ptr<imports::Rows>>& rows, bool wide) {
  if (!rows) return;
  imports::Row row;
  std::size_t line = 0;
  while (true) {
    const auto more = (*rows)->next(row);
    if (!more || !*more) return;
    SLUIS_ASSERT(row.line > line);
    line = row.line;
    const std::size_t columns = (*rows)->columns().size();
    SLUIS_ASSERT(row.flaw != Flaw::none || !wide || row.cells.size() == columns ||
                 (row.cells.size() == 1 && columns == 1));
    for (const std::string_view cell : row.cells)
      read_values(cell);
  }
}

}  // namespace sluis::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace std::literals;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto form = sluis::imports::csv_form_of(text, {});
  SLUIS_ASSERT(form.encoding && form.separator && form.quote && form.header);
  sluis::fuzz::read_rows(
      sluis::imports::csv_rows(sluis::imports::bytes_of(text), form, "fuzz", size), true);
  auto decoded = sluis::imports::decoded(sluis::imports::bytes_of(text), *form.encoding);
  sluis::fuzz::read_rows(sluis::imports::jsonl_rows(std::move(decoded), {}, size), false);
  return 0;
}
