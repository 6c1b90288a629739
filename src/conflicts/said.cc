#include "conflicts/said.h"

#include <algorithm>
#include <optional>

#include "kernel/fold.h"

namespace sluis::conflicts {
namespace {

constexpr std::size_t kDigitsMost = 12;
constexpr std::int64_t kThousandths = 1000;

struct Unit {
  std::string_view word;
  Measure measure;
  std::int64_t factor;  // to the measure
};

constexpr Unit kUnits[] = {
    {"uur", Measure::hours, 1},
    {"uren", Measure::hours, 1},
    {"hour", Measure::hours, 1},
    {"hours", Measure::hours, 1},
    {"dag", Measure::hours, 24},
    {"dagen", Measure::hours, 24},
    {"day", Measure::hours, 24},
    {"days", Measure::hours, 24},
    {"week", Measure::hours, 168},
    {"weken", Measure::hours, 168},
    {"weeks", Measure::hours, 168},
    {"werkdag", Measure::working_days, 1},
    {"werkdagen", Measure::working_days, 1},
    {"maand", Measure::months, 1},
    {"maanden", Measure::months, 1},
    {"month", Measure::months, 1},
    {"months", Measure::months, 1},
    {"jaar", Measure::months, 12},
    {"jaren", Measure::months, 12},
    {"year", Measure::months, 12},
    {"years", Measure::months, 12},
    {"mm", Measure::millimetres, 1},
    {"cm", Measure::millimetres, 10},
    {"m", Measure::millimetres, 1000},
    {"meter", Measure::millimetres, 1000},
    {"metre", Measure::millimetres, 1000},
    {"metres", Measure::millimetres, 1000},
    {"g", Measure::grams, 1},
    {"gram", Measure::grams, 1},
    {"kg", Measure::grams, 1000},
    {"kilo", Measure::grams, 1000},
    {"ml", Measure::millilitres, 1},
    {"cl", Measure::millilitres, 10},
    {"dl", Measure::millilitres, 100},
    {"l", Measure::millilitres, 1000},
    {"liter", Measure::millilitres, 1000},
    {"litre", Measure::millilitres, 1000},
    {"litres", Measure::millilitres, 1000},
    {"w", Measure::watts, 1},
    {"watt", Measure::watts, 1},
    {"kw", Measure::watts, 1000},
    {"v", Measure::volts, 1},
    {"volt", Measure::volts, 1},
    {"%", Measure::percent, 1},
    {"procent", Measure::percent, 1},
    {"percent", Measure::percent, 1},
    {"stuks", Measure::pieces, 1},
    {"pieces", Measure::pieces, 1},
};

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
// Of a word; letters beyond ASCII are bytes above it.
bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
}

// Of so few digits that it fits.
std::int64_t value_of(std::string_view digits) {
  std::int64_t value = 0;
  for (const char digit : digits)
    value = value * 10 + (digit - '0');
  return value;
}

// Reads what begins at a place of a text without capitals.
class Reading {
 public:
  explicit Reading(std::string_view text) : text_(text) {}

  std::size_t at = 0;

  bool ended() const { return at >= text_.size(); }
  char here() const { return ended() ? ' ' : text_[at]; }
  std::string_view since(std::size_t begin) const { return text_.substr(begin, at - begin); }

  std::string_view digits() {
    const std::size_t begin = at;
    while (is_digit(here()))
      ++at;
    return since(begin);
  }

  // In thousandths; behind the number. Nothing when it is too long to be one.
  std::optional<std::int64_t> number() {
    std::string whole(digits());
    std::string part;
    while ((here() == '.' || here() == ',') && at + 1 < text_.size() && is_digit(text_[at + 1])) {
      ++at;
      const std::string_view group = digits();
      if (group.size() == 3 && part.empty()) {
        whole += group;
      } else {
        part += group;
      }
    }
    if (whole.size() > kDigitsMost) return std::nullopt;
    part.resize(3, '0');
    return value_of(whole) * kThousandths + value_of(part);
  }

  const Unit* unit() {
    if (!ended() && (here() == ' ' || here() == '-')) ++at;
    const std::size_t begin = at;
    if (here() == '%') {
      ++at;
    } else {
      while (is_letter(here()))
        ++at;
    }
    const auto found = std::ranges::find(kUnits, since(begin), &Unit::word);
    return found == std::end(kUnits) ? nullptr : found;
  }

  // So that "usb3" and "2e" say nothing in numbers, and no number is read twice.
  void skip_word() {
    while (!ended() && (is_letter(here()) || is_digit(here())))
      ++at;
  }

 private:
  std::string_view text_;
};

bool has_own(const Numbers& a, const Numbers& b) {
  return std::ranges::any_of(a, [&](const auto& one) { return !b.contains(one.first); });
}

}  // namespace

std::map<Measure, Numbers> said_in(std::string_view text) {
  const std::string plain = folded(text);
  std::map<Measure, Numbers> said;
  Reading reading(plain);
  while (!reading.ended()) {
    if (is_letter(reading.here())) {
      reading.skip_word();
    } else if (is_digit(reading.here())) {
      const std::size_t begin = reading.at;
      const auto number = reading.number();
      const std::size_t behind = reading.at;
      const Unit* unit = reading.unit();
      if (number && unit != nullptr) {
        said[unit->measure].emplace(*number * unit->factor, reading.since(begin));
      } else {
        reading.at = behind;
        reading.skip_word();
      }
    } else {
      ++reading.at;
    }
  }
  return said;
}

bool contradict(const Numbers& a, const Numbers& b) {
  return has_own(a, b) && has_own(b, a);
}

}  // namespace sluis::conflicts
