// A table of figures with columns that are known only when it is made, for people and for programs:
// on the terminal, as CSV, as JSON, and with a drawing on a page (page.h).
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include "kernel/text.h"

namespace sluis::command {
struct Reader;
}

namespace sluis::report {

using Cell = std::variant<std::monostate, std::string, std::int64_t, double>;

struct Column {
  std::string name;  // for programs
  Message heading;   // for people
};

// How a page draws the sheet; the first column names what the others count.
enum class Drawing : std::uint8_t { none, bars, heat, lines };

struct Sheet {
  std::string name;  // for programs
  Message title;
  std::vector<Column> columns;
  std::vector<std::vector<Cell>> rows;
  std::vector<Message> notes = {};  // what one has to know to read it: n, definitions
  Drawing drawing = Drawing::none;
  std::size_t drawn = 0;  // how many of the columns behind the first are drawn; 0 for all
};

// A heading that is a name, the same in every language.
Message verbatim(std::string_view name);

// For people: whole numbers with signs between thousands, others with four significant digits.
std::string shown(const Cell& cell, Language language);

std::string table_of(const Sheet& sheet, const command::Reader& reader);
// Numbers are written with all their digits.
std::string csv_of(const Sheet& sheet);
// A list with an object for each row.
std::string json_of(const Sheet& sheet);

}  // namespace sluis::report
