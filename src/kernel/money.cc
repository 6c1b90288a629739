#include "kernel/money.h"

#include <algorithm>
#include <array>
#include <limits>
#include <stdexcept>

#include <fmt/format.h>

#include "kernel/assert.h"

namespace sluis {
namespace {

constexpr Text kAmount{"an amount like 1234.50, with at most six decimals",
                       "een bedrag zoals 1234.50, met hoogstens zes decimalen"};
constexpr Text kCurrency{"a currency code of three letters, for example EUR",
                         "een valutacode van drie letters, bijvoorbeeld EUR"};
constexpr Text kMixed{"Amounts in {0} and {1} cannot be added.",
                      "Bedragen in {0} en {1} kunnen niet worden opgeteld."};

constexpr std::int64_t kEnteredUnitsMax = 1'000'000'000'000;  // 10^12: 10^18 micro-units

// ISO 4217, active codes of 2026; those with other than two decimals apart.
constexpr std::string_view kNoDecimals =
    "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV "
    "XAF XOF XPF ";
constexpr std::string_view kThreeDecimals = "BHD IQD JOD KWD LYD OMR TND ";
constexpr std::string_view kTwoDecimals =
    "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF "
    "CHF CNY COP CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD "
    "HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA "
    "MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN "
    "QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP "
    "TRY TTD TWD TZS UAH USD UYU UZS VED VES WST XCD XCG YER ZAR ZMW ZWG ";

bool lists(std::string_view codes, std::string_view code) {
  for (std::size_t i = 0; i + 3 <= codes.size(); i += 4) {
    if (codes.substr(i, 3) == code) return true;
  }
  return false;
}

std::int64_t checked_add(std::int64_t a, std::int64_t b) {
  std::int64_t sum = 0;
  if (__builtin_add_overflow(a, b, &sum)) throw std::overflow_error("a sum of money in 64 bits");
  return sum;
}

// a x b / c, rounded half away from zero.
std::int64_t rounded_ratio(std::int64_t a, std::int64_t b, std::int64_t c) {
  SLUIS_ASSERT(c > 0);
  const __int128 product = static_cast<__int128>(a) * b;
  const __int128 half = product < 0 ? -c / 2 : c / 2;
  const __int128 ratio = (product + half) / c;
  if (ratio > std::numeric_limits<std::int64_t>::max() ||
      ratio < std::numeric_limits<std::int64_t>::min()) {
    throw std::overflow_error("an amount of money in 64 bits");
  }
  return static_cast<std::int64_t>(ratio);
}

std::int64_t micros_per_minor(Currency currency) {
  std::int64_t micros = Micro::kPerUnit;
  for (int i = 0; i < currency.decimals(); ++i)
    micros /= 10;
  return micros;
}

// The digits behind the point as micro-units: "5" is 500,000.
std::optional<std::int64_t> parse_decimals(std::string_view digits) {
  if (digits.empty() || digits.size() > 6) return std::nullopt;
  std::int64_t value = 0;
  for (std::size_t i = 0; i < 6; ++i) {
    const char c = i < digits.size() ? digits[i] : '0';
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

}  // namespace

Micro operator+(Micro a, Micro b) {
  return Micro(checked_add(a.units_, b.units_));
}
Micro operator-(Micro a, Micro b) {
  return a + -b;
}
Minor operator+(Minor a, Minor b) {
  return Minor(checked_add(a.units_, b.units_));
}

Micro scaled(Micro amount, std::int64_t numerator, std::int64_t denominator) {
  return Micro(rounded_ratio(amount.units(), numerator, denominator));
}

std::string to_string(Micro amount) {
  const bool negative = amount.units() < 0;
  const auto magnitude = negative ? 0 - static_cast<std::uint64_t>(amount.units())
                                  : static_cast<std::uint64_t>(amount.units());
  const std::uint64_t per_unit = Micro::kPerUnit;
  std::string out =
      fmt::format("{}{}.{:06}", negative ? "-" : "", magnitude / per_unit, magnitude % per_unit);
  const std::size_t two_decimals = out.size() - 4;
  out.erase(std::max(out.find_last_not_of('0') + 1, two_decimals));
  return out;
}

std::optional<Micro> parse_micro(std::string_view text) {
  const bool negative = text.starts_with('-');
  if (negative) text.remove_prefix(1);
  const auto point = text.find('.');
  const std::string_view whole = text.substr(0, point);
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  if (whole.empty() || whole.size() > 13 || !std::all_of(whole.begin(), whole.end(), is_digit)) {
    return std::nullopt;
  }
  const auto units = TextForm<std::int64_t>::parse(whole);
  const auto decimals =
      point == std::string_view::npos ? 0 : parse_decimals(text.substr(point + 1));
  if (!units || !decimals || *units > kEnteredUnitsMax) return std::nullopt;
  const std::int64_t micros = *units * Micro::kPerUnit + *decimals;
  return Micro(negative ? -micros : micros);
}

std::optional<Currency> Currency::parse(std::string_view code) {
  if (code.size() != 3) return std::nullopt;
  if (!lists(kTwoDecimals, code) && !lists(kNoDecimals, code) && !lists(kThreeDecimals, code)) {
    return std::nullopt;
  }
  Currency currency;
  std::copy(code.begin(), code.end(), currency.code_.begin());
  return currency;
}

int Currency::decimals() const {
  if (lists(kNoDecimals, code())) return 0;
  if (lists(kThreeDecimals, code())) return 3;
  return 2;
}

Minor payable(Micro amount, Currency currency) {
  return Minor(rounded_ratio(amount.units(), 1, micros_per_minor(currency)));
}

Micro exact(Minor amount, Currency currency) {
  return Micro(rounded_ratio(amount.units(), micros_per_minor(currency), 1));
}

const RefusalKind& kind_of(MoneyRefusal refusal) {
  static constexpr RefusalKind mixed{"mixed_currencies", Category::invalid, Retry::useless, kMixed};
  switch (refusal) {
    case MoneyRefusal::mixed_currencies:
      return mixed;
  }
  assertion_failed("a MoneyRefusal");
}

Result<Money> sum(const Money& a, const Money& b) {
  if (a.currency != b.currency) {
    return refuse(MoneyRefusal::mixed_currencies, a.currency.code(), b.currency.code());
  }
  return Money{a.amount + b.amount, a.currency};
}

Message TextForm<Micro>::expected() {
  return kAmount;
}
std::string TextForm<Micro>::schema() {
  return R"("type":"string","pattern":"^-?[0-9]{1,13}(\\.[0-9]{1,6})?$")";
}
Message TextForm<Currency>::expected() {
  return kCurrency;
}
std::string TextForm<Currency>::schema() {
  return R"("type":"string","pattern":"^[A-Z]{3}$")";
}

template struct JsonFormOf<Micro>;
template struct JsonFormOf<Currency>;
template struct JsonFormOf<std::optional<Micro>>;

}  // namespace sluis
