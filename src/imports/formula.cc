// Formulas: read once into the order of a stack, then worked out for each row, exactly.
#include <algorithm>
#include <limits>

#include "imports/expression.h"

namespace sluis::imports {
namespace {

constexpr Text kBraceOpen{"a { that is closed nowhere", "een { die nergens wordt gesloten"};
constexpr Text kFormula{"a formula has columns in braces, numbers, + - * / and ( ); not {0}",
                        "een formule heeft kolommen tussen accolades, getallen, + - * / en ( ); "
                        "geen {0}"};

constexpr __int128 kMost = std::numeric_limits<std::int64_t>::max();

// a / b, rounded half away from zero.
__int128 rounded_ratio(__int128 a, __int128 b) {
  if (b < 0) {
    a = -a;
    b = -b;
  }
  return (a + (a < 0 ? -b / 2 : b / 2)) / b;
}

}  // namespace

// Reads a formula into the order of a stack: "a * (b + c)" is a b c + *.
class FormulaParser {
 public:
  FormulaParser(std::string_view text, const std::vector<Lookup>& lookups, Formula& formula)
      : rest_(text), lookups_(lookups), formula_(formula) {}

  ParseResult run() {
    sum(0);
    skip_spaces();
    if (!wrong_ && !rest_.empty()) refuse_here();
    return wrong_;
  }

 private:
  using Operation = Formula::Operation;
  static constexpr int kDepthMax = 20;

  void sum(int depth) {
    product(depth);
    while (!wrong_) {
      const bool plus = take('+');
      if (!plus && !take('-')) return;
      product(depth);
      formula_.steps_.emplace_back(plus ? Operation::add : Operation::subtract);
    }
  }

  void product(int depth) {
    factor(depth);
    while (!wrong_) {
      const bool times = take('*');
      if (!times && !take('/')) return;
      factor(depth);
      formula_.steps_.emplace_back(times ? Operation::multiply : Operation::divide);
    }
  }

  void factor(int depth) {
    if (wrong_) return;
    if (depth > kDepthMax) return refuse_here();
    if (take('-')) {
      factor(depth + 1);
      formula_.steps_.emplace_back(Operation::negate);
    } else if (take('(')) {
      sum(depth + 1);
      if (!wrong_ && !take(')')) refuse_here();
    } else if (take('{')) {
      reference();
    } else {
      number();
    }
  }

  void reference() {
    const std::size_t close = rest_.find('}');
    if (close == std::string_view::npos) {
      wrong_ = Message(kBraceOpen);
      return;
    }
    Reference reference;
    wrong_ = reference.parse(rest_.substr(0, close), lookups_);
    formula_.steps_.emplace_back(std::move(reference));
    rest_.remove_prefix(close + 1);
  }

  void number() {
    skip_spaces();
    const std::size_t end = std::min(rest_.find_first_not_of("0123456789."), rest_.size());
    const auto value = parse_amount(rest_.substr(0, end), Decimals::point);
    if (!value) return refuse_here();
    formula_.steps_.emplace_back(*value);
    rest_.remove_prefix(end);
  }

  bool take(char c) {
    skip_spaces();
    if (!rest_.starts_with(c)) return false;
    rest_.remove_prefix(1);
    return true;
  }

  void skip_spaces() {
    while (rest_.starts_with(' '))
      rest_.remove_prefix(1);
  }

  void refuse_here() { wrong_ = Message(kFormula, "\"" + std::string(rest_) + "\""); }

  std::string_view rest_;
  const std::vector<Lookup>& lookups_;
  Formula& formula_;
  ParseResult wrong_;
};

ParseResult Formula::parse(std::string_view text, const std::vector<Lookup>& lookups) {
  if (trimmed(text).empty()) return std::nullopt;
  return FormulaParser(text, lookups, *this).run();
}

bool Formula::bind(const std::vector<std::string>& columns) {
  return std::ranges::all_of(steps_, [&](Step& step) {
    auto* reference = std::get_if<Reference>(&step);
    return !reference || reference->bind(columns);
  });
}

std::vector<std::string> Formula::columns() const {
  std::vector<std::string> columns;
  for (const Step& step : steps_) {
    const auto* reference = std::get_if<Reference>(&step);
    if (reference && reference->of == Reference::Of::column) columns.push_back(reference->column);
  }
  return columns;
}

// Amounts in micro-units. What the parser wrote never asks for more than there is.
class Formula::Stack {
 public:
  bool push(Micro value) {
    if (size_ == values_.size()) return false;
    values_.at(size_++) = value.units();
    return true;
  }

  std::optional<Trouble> apply(Operation operation) {
    const __int128 right = values_.at(--size_);
    if (operation == Operation::negate) return push_whole(-right);
    const __int128 left = values_.at(--size_);
    switch (operation) {
      case Operation::add:
        return push_whole(left + right);
      case Operation::subtract:
        return push_whole(left - right);
      case Operation::multiply:
        return push_whole(rounded_ratio(left * right, Micro::kPerUnit));
      case Operation::divide:
        if (right == 0) return Trouble::division_by_zero;
        return push_whole(rounded_ratio(left * Micro::kPerUnit, right));
      case Operation::negate:
        break;
    }
    return std::nullopt;
  }

  Micro result() const { return Micro(values_.front()); }

 private:
  std::optional<Trouble> push_whole(__int128 value) {
    if (value > kMost || value < -kMost) return Trouble::amount_too_large;
    values_.at(size_++) = static_cast<std::int64_t>(value);
    return std::nullopt;
  }

  std::array<std::int64_t, 64> values_{};
  std::size_t size_ = 0;
};

Evaluated<std::optional<Micro>> Formula::amount(const RowContext& context,
                                                Decimals decimals) const {
  Stack stack;
  std::string room;
  for (const Step& step : steps_) {
    std::optional<Trouble> trouble;
    if (const auto* constant = std::get_if<Micro>(&step)) {
      if (!stack.push(*constant)) trouble = Trouble::amount_too_large;
    } else if (const auto* reference = std::get_if<Reference>(&step)) {
      const std::string_view cell = TRY(reference->text(context, room));
      if (cell.empty()) return std::nullopt;
      const auto value = parse_amount(cell, decimals);
      if (!value) {
        return std::unexpected(
            CellTrouble{Trouble::amount_unreadable, reference->column, std::string(cell)});
      }
      if (!stack.push(*value)) trouble = Trouble::amount_too_large;
    } else {
      trouble = stack.apply(std::get<Operation>(step));
    }
    if (trouble) return std::unexpected(CellTrouble{*trouble, {}, {}});
  }
  return stack.result();
}

}  // namespace sluis::imports
