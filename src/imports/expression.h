// The templates and formulas of a mapping, read once and then applied to each row.
#pragma once

#include <memory_resource>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "imports/mapping.h"

namespace sluis::imports {

// Keeps the texts of a batch of rows; all are gone at once.
class Texts {
 public:
  std::string_view keep(std::string_view text) {
    if (text.empty()) return {};
    char* const room = static_cast<char*>(memory_.allocate(text.size(), 1));
    text.copy(room, text.size());
    return {room, text.size()};
  }
  void clear() { memory_.release(); }

 private:
  std::string first_ = std::string(1 << 20, '\0');
  std::pmr::monotonic_buffer_resource memory_{first_.data(), first_.size()};
};

// A row with what is known of it beside its cells.
struct RowContext {
  const Row* row = nullptr;
  std::size_t number = 0;  // of the rows below the header, the first is 1
};

// Why a cell could not be turned into what a field wants.
enum class Trouble : std::uint8_t {
  amount_unreadable,
  amount_too_large,
  not_whole,
  moment_unreadable,
  moment_missing,
  currency_unknown,
  currency_missing,
  phase_unknown,
  lookup_unknown,
  division_by_zero,
};
BOOST_DESCRIBE_ENUM(Trouble, amount_unreadable, amount_too_large, not_whole, moment_unreadable,
                    moment_missing, currency_unknown, currency_missing, phase_unknown,
                    lookup_unknown, division_by_zero)
Message message_of(Trouble trouble, std::string_view value);

struct CellTrouble {
  Trouble trouble;
  std::string column;
  std::string value;
};
template <class T>
using Evaluated = std::expected<T, CellTrouble>;

// One change of a value: "lower", "before:-", "lookup:channels".
struct Transform {
  enum class Kind : std::uint8_t {
    lower,
    upper,
    slug,
    snake,
    digits,
    before,
    after,
    otherwise,
    unless,
    lookup
  };
  Kind kind;
  std::string argument;
  const Lookup* lookup = nullptr;
};

// What is wrong with the text of a template.
using ParseResult = std::optional<Message>;

// {Column|transform|transform}
struct Reference {
  enum class Of : std::uint8_t { column, row_number, line };
  Of of = Of::column;
  std::string column;
  std::vector<Transform> transforms;
  std::size_t place = 0;  // of the column in the file

  // Of what stands between the braces. `lookups` must outlive it.
  ParseResult parse(std::string_view text, const std::vector<Lookup>& lookups);
  // False when the file lacks its column.
  bool bind(const std::vector<std::string>& columns);
  // Empty when the cell is. The text is the cell itself, or in `room`.
  Evaluated<std::string_view> text(const RowContext& context, std::string& room) const;
};

class TextTemplate {
 public:
  ParseResult parse(std::string_view text, const std::vector<Lookup>& lookups);
  bool bind(const std::vector<std::string>& columns);
  std::vector<std::string> columns() const;

  // Nothing when it has columns and all of them are empty. The text lasts as long as row or `room`.
  Evaluated<std::string_view> text(const RowContext& context, std::string& room) const;
  bool given() const { return !parts_.empty(); }

 private:
  using Part = std::variant<std::string, Reference>;
  std::vector<Part> parts_;
};

class Formula {
 public:
  ParseResult parse(std::string_view text, const std::vector<Lookup>& lookups);
  bool bind(const std::vector<std::string>& columns);
  std::vector<std::string> columns() const;

  // Nothing when one of its columns is empty.
  Evaluated<std::optional<Micro>> amount(const RowContext& context, Decimals decimals) const;
  bool given() const { return !steps_.empty(); }

 private:
  friend class FormulaParser;
  class Stack;
  enum class Operation : std::uint8_t { add, subtract, multiply, divide, negate };
  using Step = std::variant<Micro, Reference, Operation>;  // in the order of a stack
  std::vector<Step> steps_;
};

}  // namespace sluis::imports
