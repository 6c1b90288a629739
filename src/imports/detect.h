// What a file looks like: its form, what each column holds, and a mapping that fits it. Where a
// sample can be read in two ways, that is said as a doubt, for people to decide.
#pragma once

#include "imports/mapping.h"

namespace sluis::imports {

enum class Content : std::uint8_t {
  empty,
  text,
  number,
  money,
  moment,
  currency,
  email,
  phone,
  boolean
};
BOOST_DESCRIBE_ENUM(Content, empty, text, number, money, moment, currency, email, phone, boolean)

struct ColumnFound {
  std::string name;
  Content content = Content::empty;
  std::optional<Dates> dates;        // of moments: how they are written
  std::optional<Decimals> decimals;  // of numbers with decimals
  std::optional<Currency> currency;  // whose sign stands at the amounts
  std::string field;                 // of an event that it most likely is; empty: none
  std::int64_t filled = 0;           // cells of the sample
  std::vector<std::string> examples;
};
BOOST_DESCRIBE_STRUCT(ColumnFound, (),
                      (name, content, dates, decimals, currency, field, filled, examples))

// Something that a sample cannot decide. The first is what was taken.
struct Doubt {
  std::string column;
  std::string of;                    // "dates", "decimals", "currency"
  std::vector<std::string> choices;  // "dmy", "mdy"
};
BOOST_DESCRIBE_STRUCT(Doubt, (), (column, of, choices))

struct Detection {
  Form form;
  std::vector<ColumnFound> columns;
  std::vector<Doubt> doubts;
  Mapping mapping;
  std::int64_t rows = 0;  // that were looked at
};
BOOST_DESCRIBE_STRUCT(Detection, (), (form, columns, doubts, mapping, rows))

// From the first rows of a file. What `said` says is not looked for.
Result<Detection> detect(const std::filesystem::path& file, const Form& said);

// The pieces: what the cells of a column hold, and what to make of columns.
ColumnFound column_of(const std::string& name, const std::vector<std::string>& cells,
                      std::vector<Doubt>& doubts);
Mapping proposed(const std::vector<ColumnFound>& columns);

}  // namespace sluis::imports
