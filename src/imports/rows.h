// A file of others as a stream of rows of text, whatever its format, so that all that is above it
// knows rows alone. Memory stays flat however long the file is.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "imports/bytes.h"
#include "kernel/describe.h"

namespace sluis::imports {

// What can be wrong with one row, so that it cannot be read as cells.
enum class Flaw : std::uint8_t {
  none,
  ragged,
  not_utf8,
  quote_open,
  quote_misplaced,
  too_long,
  not_json
};
BOOST_DESCRIBE_ENUM(Flaw, none, ragged, not_utf8, quote_open, quote_misplaced, too_long, not_json)
Message message_of(Flaw flaw, std::size_t cells, std::size_t columns);

struct Row {
  std::size_t line = 0;  // of the file, where the row starts; the first is 1
  // UTF-8, as many as there are columns unless there is a flaw; until the next row is read.
  std::vector<std::string_view> cells;
  Flaw flaw = Flaw::none;
};

class Rows {
 public:
  virtual ~Rows() = default;
  // Names that differ from each other. With JSONL there may be more of them after a row.
  virtual const std::vector<std::string>& columns() const = 0;
  // False at the end. Refused when nothing more can be read.
  virtual Result<bool> next(Row& row) = 0;
  // How far it is, of `size`: for progress.
  virtual std::uint64_t taken() const = 0;
  virtual std::uint64_t size() const = 0;
};

enum class Format : std::uint8_t { csv, jsonl, xlsx, parquet };
BOOST_DESCRIBE_ENUM(Format, csv, jsonl, xlsx, parquet)
enum class Separator : std::uint8_t { comma, semicolon, tab, pipe };
BOOST_DESCRIBE_ENUM(Separator, comma, semicolon, tab, pipe)
enum class Quote : std::uint8_t { twofold, single, none };
BOOST_DESCRIBE_ENUM(Quote, twofold, single, none)

// How a file is written. What is not said is found out from its beginning.
struct Form {
  std::optional<Format> format;
  std::optional<Encoding> encoding;
  std::optional<Separator> separator;
  std::optional<Quote> quote;
  std::optional<bool> header;
  std::optional<std::string> sheet;  // of a workbook; else the first one that is not hidden
  bool operator==(const Form&) const = default;
};
BOOST_DESCRIBE_STRUCT(Form, (), (format, encoding, separator, quote, header, sheet))

// The form with what was found out. Of a CSV file everything is said.
Result<Form> form_of(const std::filesystem::path& file, Form form);
// Of a form that says everything. `name` is what the file is called when something is wrong with
// it.
Result<std::unique_ptr<Rows>> open_rows(const std::filesystem::path& file, const Form& form);

// The pieces, for those who have the bytes already.
Form csv_form_of(std::string_view beginning, Form form);
Result<std::unique_ptr<Rows>> csv_rows(std::unique_ptr<Bytes> bytes, const Form& form,
                                       const std::string& name, std::uint64_t size);
// `columns` are those that are known already; others are added behind them.
Result<std::unique_ptr<Rows>> jsonl_rows(std::unique_ptr<Bytes> bytes,
                                         std::vector<std::string> columns, std::uint64_t size);
Result<std::unique_ptr<Rows>> xlsx_rows(const std::filesystem::path& file, const Form& form,
                                        const std::string& name);
Result<std::unique_ptr<Rows>> parquet_rows(const std::filesystem::path& file,
                                           const std::string& name);

inline constexpr std::size_t kColumnsMax = 16'384;  // as many as a spreadsheet has

// Names for the columns of a header: trimmed; what is empty or there already gets a number.
std::vector<std::string> column_names(const std::vector<std::string_view>& header);

}  // namespace sluis::imports
