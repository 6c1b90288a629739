// A CSV file of an analyst as blocks of rows of cells, at close to the speed of memory; also when
// it is packed with gzip. Strict: the first line that does not fit the header ends it, with its
// number, so that no figure is made of half a file. Whoever must forgive more reads with `imports`.
#pragma once

#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "kernel/result.h"

namespace sluis::table {

enum class TableRefusal : std::uint8_t {
  table_empty,
  table_column_missing,
  table_ragged,
  table_quote,
  table_line_long,
  table_cell_wrong,
};
BOOST_DESCRIBE_ENUM(TableRefusal, table_empty, table_column_missing, table_ragged, table_quote,
                    table_line_long, table_cell_wrong)
const RefusalKind& kind_of(TableRefusal refusal);

// Rows of cells that are good until the next block. `kPadding` bytes behind a cell may be read.
inline constexpr std::size_t kPadding = 64;

class Block {
 public:
  std::size_t rows() const { return lines_.size(); }
  std::span<const std::string_view> row(std::size_t i) const {
    return {cells_.data() + i * columns_, columns_};
  }
  std::size_t line(std::size_t i) const { return lines_[i]; }  // of the file; the first is 1

 private:
  friend class TableReader;
  std::size_t columns_ = 0;
  std::vector<std::string_view> cells_;
  std::vector<std::size_t> lines_;
};

class Source;

class TableReader {
 public:
  static Result<TableReader> open(const std::filesystem::path& path);
  // Of text in memory.
  static Result<TableReader> of(std::string name, std::string text);
  ~TableReader();
  TableReader(TableReader&&) noexcept;

  const std::vector<std::string>& columns() const { return columns_; }
  // Where a column stands; refused when the header lacks it.
  Result<std::size_t> column(std::string_view name) const;
  std::optional<std::size_t> find_column(std::string_view name) const;
  char decimal() const { return separator_ == ';' ? ',' : '.'; }

  // False at the end.
  Result<bool> next(Block& block);
  // For a cell that cannot be what it should: `expected` completes "it must be …".
  std::unexpected<Refusal> wrong(const Block& block, std::size_t row, std::size_t column,
                                 const Message& expected) const;

 private:
  explicit TableReader(std::string name, std::unique_ptr<Source> source);

  Result<void> read_header();
  Result<bool> fill();
  Result<void> split(Block& block);
  Result<void> end_row(Block& block, std::size_t row, std::size_t& cells);
  Result<std::size_t> split_line(Block& block, std::size_t row, std::size_t begin, std::size_t end);

  std::string name_;
  std::unique_ptr<Source> source_;
  std::vector<std::string> columns_;
  char separator_ = ',';
  std::string buffer_;      // whole lines, then the beginning of the next one
  std::size_t begin_ = 0;   // of what was not given yet
  std::size_t whole_ = 0;   // end of the whole lines
  std::size_t filled_ = 0;  // end of what was read
  bool ended_ = false;
  std::size_t line_ = 1;
};

}  // namespace sluis::table
