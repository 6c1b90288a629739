#include "reports/words.h"

#include <cmath>

#include <fmt/format.h>

#include "measures/measures.h"
#include "platform/zones/zones.h"

namespace sluis::reports {
namespace {

constexpr Text kBetween{"{0} to {1}", "{0} tot {1}"};
constexpr Text kDays{"{0} to {1}", "{0} tot en met {1}"};

struct Sign {
  std::string_view code;
  std::string_view sign;
};
constexpr Sign kSigns[] = {{"EUR", "€"}, {"USD", "$"}, {"GBP", "£"}, {"JPY", "¥"}};

std::string sign_of(Currency currency) {
  for (const Sign& one : kSigns)
    if (one.code == currency.code()) return std::string(one.sign);
  return std::string(currency.code());
}

// "16" of "16 November 2026" and "22 November 2026": what the last one says anyway is left out.
std::string without_common_end(std::string first, std::string_view last) {
  while (true) {
    const std::size_t word = first.rfind(' ');
    if (word == std::string::npos || !last.ends_with(std::string_view(first).substr(word)))
      return first;
    last.remove_suffix(first.size() - word);
    first.resize(word);
  }
}

}  // namespace

std::string Words::grouped(const std::string& digits) const {
  std::string out;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (i > 0 && (digits.size() - i) % 3 == 0) out += language_ == Language::nl ? '.' : ',';
    out += digits[i];
  }
  return out;
}

std::string Words::with_sign(std::string told, bool negative) const {
  return negative ? "−" + told : told;
}

std::string Words::count(std::int64_t number) const {
  return with_sign(grouped(std::to_string(std::abs(number))), number < 0);
}

// The decimals are those of the currency: others are rounded away first.
std::string Words::amount(Micro amount) const {
  const std::string text = to_string(measures::shown(amount, currency_));
  const bool negative = text.starts_with('-');
  const std::size_t point = text.find('.');
  std::string out = grouped(text.substr(negative, point - negative));
  if (const auto decimals = static_cast<std::size_t>(currency_.decimals()); decimals > 0) {
    out += language_ == Language::nl ? ',' : '.';
    out += (text.substr(point + 1) + "000").substr(0, decimals);
  }
  return with_sign(out, negative);
}

std::string Words::money(Micro value) const {
  const bool negative = measures::shown(value, currency_) < Micro();
  const std::string sign = sign_of(currency_);
  const bool apart = language_ == Language::nl || sign == currency_.code();
  return with_sign(sign + (apart ? "\u00a0" : "") + amount(negative ? -value : value), negative);
}

std::string Words::part(double share) const {
  std::string text = fmt::format("{:.1f}", std::abs(share) * 100);
  if (language_ == Language::nl) text[text.find('.')] = ',';
  return with_sign(text + "%", share < 0);
}

std::string Words::part_of_change(Micro now, Micro before) const {
  if (before <= Micro() || now < Micro()) return {};
  const double change =
      static_cast<double>((now - before).units()) / static_cast<double>(before.units());
  return fmt::format(" ({}{})", change > 0 ? "+" : "", part(change));
}

std::string Words::change(Micro now, Micro before, bool of_enough) const {
  const Micro more = now - before;
  const std::string part = of_enough ? part_of_change(now, before) : std::string();
  return (more > Micro() ? "+" : "") + money(more) + part;
}

std::string Words::change(std::int64_t now, std::int64_t before) const {
  const std::string part =
      before >= kFew && now >= kFew ? part_of_change(Micro(now), Micro(before)) : std::string();
  return (now > before ? "+" : "") + count(now - before) + part;
}

std::string Words::between(const std::string& low, const std::string& high) const {
  return say(kBetween, low, high);
}

std::string Words::around(const methods::Estimate& estimate, bool of_enough) const {
  const auto told = [&](double units) {
    return money(Micro(std::llround(units * static_cast<double>(Micro::kPerUnit))));
  };
  const std::string range = between(told(estimate.low), told(estimate.high));
  return of_enough ? fmt::format("{} ({})", told(estimate.value), range) : range;
}

std::string Words::days(const Week& period) const {
  const std::string last = zones::day_in_words(period.to + std::chrono::days(-1), language_);
  return say(kDays, without_common_end(zones::day_in_words(period.from, language_), last), last);
}

}  // namespace sluis::reports
