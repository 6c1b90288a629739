#include "imports/values.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>

#include "kernel/decimal.h"
#include "kernel/fields.h"

namespace sluis::imports {
namespace {

constexpr bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
constexpr bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
constexpr char lowered(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

// ---- Amounts

constexpr int kDecimals = 6;

// "-1234.50" and no more: what nearly all cells are.
std::optional<Micro> parse_plain(std::string_view text, char point) {
  std::int64_t units = 0;
  int places = -1;  // behind the point; -1: before it
  const bool negative = text.starts_with('-');
  if (negative) text.remove_prefix(1);
  if (text.empty() || text.size() > 12) return std::nullopt;
  if (!is_digit(text.front()) || !is_digit(text.back())) return std::nullopt;
  for (const char c : text) {
    if (is_digit(c)) {
      units = units * 10 + (c - '0');
      places += places >= 0;
    } else if (c == point && places < 0) {
      places = 0;
    } else {
      return std::nullopt;
    }
  }
  if (places > kDecimals) return std::nullopt;
  for (int i = std::max(places, 0); i < kDecimals; ++i)
    units *= 10;
  return Micro(negative ? -units : units);
}

constexpr std::array<std::pair<std::string_view, std::string_view>, 6> kSigns = {
    {{"€", "EUR"}, {"US$", "USD"}, {"$", "USD"}, {"£", "GBP"}, {"¥", "JPY"}, {"zł", "PLN"}}};
// No-break spaces and the thin ones that stand between thousands.
constexpr std::array<std::string_view, 4> kSpaces = {"\xC2\xA0", "\xE2\x80\xAF", "\xE2\x80\x89",
                                                     " "};

bool take_prefix(std::string_view& text, std::string_view what) {
  if (!text.starts_with(what)) return false;
  text.remove_prefix(what.size());
  return true;
}

bool take_suffix(std::string_view& text, std::string_view what) {
  if (!text.ends_with(what)) return false;
  text.remove_suffix(what.size());
  return true;
}

bool strip_code(std::string_view& text) {
  if (text.size() < 4) return false;
  if (Currency::parse(text.substr(0, 3)) && !is_letter(text[3])) {
    text.remove_prefix(3);
    return true;
  }
  if (Currency::parse(text.substr(text.size() - 3)) && !is_letter(text[text.size() - 4])) {
    text.remove_suffix(3);
    return true;
  }
  return false;
}

// Takes one currency, sign or space off either end.
bool strip_once(std::string_view& text, bool& negative, bool& signed_already) {
  for (const std::string_view space : kSpaces) {
    if (take_prefix(text, space) || take_suffix(text, space)) return true;
  }
  for (const auto& [sign, code] : kSigns) {
    if (take_prefix(text, sign) || take_suffix(text, sign)) return true;
  }
  if (!signed_already) {
    const bool minus =
        take_prefix(text, "-") || take_prefix(text, "\xE2\x88\x92") || take_suffix(text, "-");
    const bool bracketed = !minus && text.starts_with('(') && text.ends_with(')');
    if (bracketed) text = text.substr(1, text.size() - 2);
    const bool plus = !minus && !bracketed && take_prefix(text, "+");
    negative = negative || minus || bracketed;
    signed_already = minus || bracketed || plus;
    if (signed_already) return true;
  }
  return strip_code(text);
}

// Whether a sign between thousands may stand here: three digits follow, then none.
bool parts_thousands(std::string_view behind) {
  if (behind.size() < 3) return false;
  return std::all_of(behind.begin(), behind.begin() + 3, is_digit) &&
         (behind.size() == 3 || !is_digit(behind[3]));
}

bool take_thousands(std::string_view& text, char sign) {
  for (const std::string_view space : kSpaces) {
    if (text.starts_with(space) && parts_thousands(text.substr(space.size()))) {
      text.remove_prefix(space.size());
      return true;
    }
  }
  const bool parts = text.front() == sign || text.front() == '\'';
  if (!parts || !parts_thousands(text.substr(1))) return false;
  text.remove_prefix(1);
  return true;
}

std::optional<int> parse_exponent(std::string_view text) {
  int exponent = 0;
  if (text.starts_with('+')) text.remove_prefix(1);
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), exponent);
  if (error != std::errc() || end != text.data() + text.size() || std::abs(exponent) > 40) {
    return std::nullopt;
  }
  return exponent;
}

// ---- Moments

constexpr std::array<std::string_view, 16> kMonths = {"jan", "feb", "mar", "apr", "may", "jun",
                                                      "jul", "aug", "sep", "oct", "nov", "dec",
                                                      "mrt", "mei", "okt", "maa"};
constexpr std::array<unsigned, 4> kDutchMonths = {3, 5, 10, 3};

class Scanner {
 public:
  explicit Scanner(std::string_view text) : rest_(text) {}

  bool ended() const { return rest_.empty(); }
  std::string_view rest() const { return rest_; }
  char peek() const { return rest_.empty() ? '\0' : rest_.front(); }
  bool take(char c) {
    if (peek() != c || rest_.empty()) return false;
    rest_.remove_prefix(1);
    return true;
  }
  void skip_spaces() {
    while (take(' ')) {
    }
  }
  std::string_view digits() {
    return take_while([](char c) { return is_digit(c); });
  }
  std::string_view letters() {
    return take_while([](char c) { return is_letter(c); });
  }

 private:
  template <class Wanted>
  std::string_view take_while(Wanted wanted) {
    const auto end = std::find_if_not(rest_.begin(), rest_.end(), wanted);
    const std::string_view taken(rest_.data(), static_cast<std::size_t>(end - rest_.begin()));
    rest_.remove_prefix(taken.size());
    return taken;
  }

  std::string_view rest_;
};

std::optional<unsigned> number(std::string_view digits, std::size_t most) {
  if (digits.empty() || digits.size() > most) return std::nullopt;
  unsigned value = 0;
  for (const char c : digits)
    value = value * 10 + static_cast<unsigned>(c - '0');
  return value;
}

std::optional<unsigned> month_named(std::string_view word) {
  if (word.size() < 3) return std::nullopt;
  const std::array<char, 3> letters = {lowered(word[0]), lowered(word[1]), lowered(word[2])};
  const auto found = std::ranges::find(kMonths, std::string_view(letters.data(), 3));
  if (found == kMonths.end()) return std::nullopt;
  const auto place = static_cast<std::size_t>(found - kMonths.begin());
  return place < 12 ? static_cast<unsigned>(place) + 1 : kDutchMonths.at(place - 12);
}

std::optional<int> year_of(std::string_view digits) {
  const auto value = number(digits, 4);
  if (!value || (digits.size() != 2 && digits.size() != 4)) return std::nullopt;
  const int year = static_cast<int>(*value);
  return digits.size() == 4 ? year : year < 70 ? 2000 + year : 1900 + year;
}

std::optional<Date> date_of(std::string_view year, std::optional<unsigned> month,
                            std::string_view day) {
  constexpr int kFirstYear = 1900;
  const auto y = year_of(year);
  const auto d = number(day, 2);
  if (!y || !month || !d || *y < kFirstYear) return std::nullopt;
  const std::chrono::year_month_day date =
      std::chrono::year(*y) / std::chrono::month(*month) / std::chrono::day(*d);
  if (!date.ok()) return std::nullopt;
  return Date(std::chrono::sys_days(date));
}

// 20110131 or 110131, without anything between.
std::optional<Date> compact_date(std::string_view digits, Dates dates) {
  const bool short_year = digits.size() == 6 && dates != Dates::iso;
  if (digits.size() != 8 && !short_year) return std::nullopt;
  const std::size_t year = digits.size() - 4;
  if (dates == Dates::dmy || dates == Dates::mdy) {
    const auto first = digits.substr(0, 2);
    const auto second = digits.substr(2, 2);
    const bool day_first = dates == Dates::dmy;
    return date_of(digits.substr(4), number(day_first ? second : first, 2),
                   day_first ? first : second);
  }
  return date_of(digits.substr(0, year), number(digits.substr(year, 2), 2),
                 digits.substr(year + 2));
}

struct DatePart {
  std::string_view digits;
  std::string_view letters;
  std::optional<unsigned> as_month() const {
    return letters.empty() ? number(digits, 2) : month_named(letters);
  }
};

bool take_date_separator(Scanner& scanner) {
  if (scanner.take('-') || scanner.take('/') || scanner.take('.')) {
    scanner.skip_spaces();  // "31. Jan 2011"
    return true;
  }
  if (scanner.peek() != ' ' && scanner.peek() != ',') return false;
  scanner.take(',');
  scanner.skip_spaces();
  return true;
}

std::optional<Date> take_date(Scanner& scanner, Dates dates) {
  std::array<DatePart, 3> parts;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i > 0 && !take_date_separator(scanner)) return std::nullopt;
    parts.at(i) = {scanner.digits(), scanner.letters()};
    if (i == 0 && parts[0].digits.size() >= 6) return compact_date(parts[0].digits, dates);
    // "20T", "1st": letters belong to no number here, but for the T of ISO, put back below.
    if (!parts.at(i).digits.empty() && !parts.at(i).letters.empty()) return std::nullopt;
    // Day, month and year are all there; a T stands before the time.
    if (i == 2) break;
  }
  switch (dates) {
    case Dates::iso:
      if (parts[0].digits.size() != 4) return std::nullopt;
      [[fallthrough]];
    case Dates::ymd:
      return date_of(parts[0].digits, parts[1].as_month(), parts[2].digits);
    case Dates::dmy:
      return date_of(parts[2].digits, parts[1].as_month(), parts[0].digits);
    case Dates::mdy:
      return date_of(parts[2].digits, parts[0].as_month(), parts[1].digits);
    default:
      return std::nullopt;
  }
}

constexpr std::int64_t kSecond = 1'000'000;

// Digits behind a decimal sign as microseconds.
std::int64_t fraction_micros(std::string_view digits) {
  std::int64_t micros = 0;
  for (std::size_t i = 0; i < kDecimals; ++i)
    micros = micros * 10 + (i < digits.size() ? digits[i] - '0' : 0);
  return micros;
}

// "pm" moves the hour; nothing where the word is none of the two.
std::optional<unsigned> hour_of(unsigned hour, std::string_view word) {
  if (word.empty()) return hour <= 23 ? std::optional(hour) : std::nullopt;
  if (word.size() != 2 || lowered(word[1]) != 'm' || hour == 0 || hour > 12) return std::nullopt;
  if (lowered(word[0]) == 'a') return hour % 12;
  if (lowered(word[0]) == 'p') return hour % 12 + 12;
  return std::nullopt;
}

// "Z", "+02:00", "-0530", "UTC"; nothing at the end of the text. The minutes from UTC.
std::optional<std::optional<int>> take_offset(Scanner& scanner) {
  using Offset = std::optional<int>;
  if (scanner.ended()) return Offset();
  if (scanner.rest() == "Z" || scanner.rest() == "z" || scanner.rest() == "UTC" ||
      scanner.rest() == "GMT") {
    return Offset(0);
  }
  const bool east = scanner.peek() == '+';
  if (!scanner.take('+') && !scanner.take('-')) return std::nullopt;
  const std::string_view first = scanner.digits();
  const bool together = first.size() == 4;
  if (!together) scanner.take(':');
  const auto hours = number(first.substr(0, 2), 2);
  const auto minutes = together          ? number(first.substr(2), 2)
                       : scanner.ended() ? std::optional(0u)
                                         : number(scanner.digits(), 2);
  if (!scanner.ended() || !hours || !minutes || *hours > 14 || *minutes > 59) return std::nullopt;
  const int total = static_cast<int>(*hours * 60 + *minutes);
  return Offset(east ? total : -total);
}

std::optional<WallTime> take_time(Scanner& scanner, Date day) {
  const auto hour = number(scanner.digits(), 2);
  if (!hour || !scanner.take(':')) return std::nullopt;
  const auto minute = number(scanner.digits(), 2);
  std::optional<unsigned> second = 0;
  std::int64_t micros = 0;
  if (scanner.take(':')) {
    second = number(scanner.digits(), 2);
    if (scanner.take('.') || scanner.take(',')) micros = fraction_micros(scanner.digits());
  }
  scanner.skip_spaces();
  const bool half_day = lowered(scanner.peek()) == 'a' || lowered(scanner.peek()) == 'p';
  const auto full_hour = hour_of(*hour, half_day ? scanner.letters() : std::string_view());
  const auto offset = take_offset(scanner);
  if (!minute || !second || !full_hour || !offset) return std::nullopt;
  if (*minute > 59 || *second > 60) return std::nullopt;
  micros += (*full_hour * 3600 + *minute * 60 + *second) * kSecond;
  const auto midnight = std::chrono::duration_cast<Duration>(day.days().time_since_epoch());
  micros += midnight.count() - offset->value_or(0) * 60 * kSecond;
  return WallTime{Instant(micros), offset->has_value()};
}

std::optional<double> parse_real(std::string_view text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(value)) {
    return std::nullopt;
  }
  return value;
}

// Days since 1899-12-30, as spreadsheets count them; to the millisecond, which is as far as they
// can be trusted.
std::optional<WallTime> excel_moment(std::string_view text) {
  constexpr double kLast = 2'958'466;  // 9999-12-31
  constexpr std::int64_t kDaysToEpoch = 25'569;
  const auto serial = parse_real(text);
  if (!serial || *serial < 1 || *serial >= kLast) return std::nullopt;
  const auto millis = std::llround(*serial * 86'400'000);
  return WallTime{Instant((millis - kDaysToEpoch * 86'400'000) * 1000), false};
}

std::optional<WallTime> unix_moment(std::string_view text, double per_second) {
  constexpr double kLast = 253'402'300'800;  // of the year 9999
  const auto value = parse_real(text);
  if (!value || *value < 0 || *value / per_second >= kLast) return std::nullopt;
  return WallTime{Instant(std::llround(*value / per_second * 1e6)), true};
}

}  // namespace

std::optional<Micro> parse_amount(std::string_view text, Decimals decimals) {
  const char point = decimals == Decimals::point ? '.' : ',';
  if (const auto plain = parse_plain(text, point)) return plain;
  bool negative = false;
  bool signed_already = false;
  while (strip_once(text, negative, signed_already)) {
  }
  Decimal digits;
  while (!text.empty()) {
    const char c = text.front();
    if (is_digit(c)) {
      digits.digit(c);
    } else if (c == point && !digits.has_point()) {
      digits.point();
    } else if (digits.has_digit() && (c == 'e' || c == 'E')) {
      const auto exponent = parse_exponent(text.substr(1));
      return exponent ? digits.micro(negative, *exponent) : std::nullopt;
    } else if (digits.has_digit() && !digits.has_point() &&
               take_thousands(text, point == '.' ? ',' : '.')) {
      continue;
    } else {
      return std::nullopt;
    }
    text.remove_prefix(1);
  }
  return digits.micro(negative, 0);
}

std::optional<WallTime> parse_moment(std::string_view text, Dates dates) {
  text = trimmed(text);
  if (dates == Dates::excel) return excel_moment(text);
  if (dates == Dates::unix_s) return unix_moment(text, 1);
  if (dates == Dates::unix_ms) return unix_moment(text, 1000);
  // "2011-01-31T14:05" has a T where others have a space.
  const std::size_t t = text.find('T');
  const bool has_t = t != std::string_view::npos && t >= 6 && is_digit(text[t - 1]);
  Scanner day_scanner(has_t ? text.substr(0, t) : text);
  const auto day = take_date(day_scanner, dates);
  if (!day) return std::nullopt;
  Scanner scanner(has_t ? text.substr(t + 1) : day_scanner.rest());
  if (!has_t) {
    scanner.take(',');
    scanner.skip_spaces();
  }
  if (scanner.ended() && !has_t) {
    return WallTime{
        Instant(std::chrono::duration_cast<Duration>(day->days().time_since_epoch()).count()),
        false};
  }
  if (has_t && !day_scanner.ended()) return std::nullopt;
  return take_time(scanner, *day);
}

std::optional<Currency> parse_currency(std::string_view text) {
  text = trimmed(text);
  for (const auto& [sign, code] : kSigns) {
    if (text == sign) return Currency::parse(code);
  }
  std::array<char, 3> upper{};
  if (text.size() != upper.size()) return std::nullopt;
  std::ranges::transform(text, upper.begin(), [](char c) {
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  });
  return Currency::parse({upper.data(), upper.size()});
}

bool looks_like_data(std::string_view cell) {
  if (cell.empty()) return false;
  return parse_amount(cell, Decimals::point) || parse_amount(cell, Decimals::comma) ||
         parse_moment(cell, Dates::ymd) || parse_moment(cell, Dates::dmy) ||
         parse_moment(cell, Dates::mdy) || TextForm<Email>::parse(cell).has_value();
}

}  // namespace sluis::imports
