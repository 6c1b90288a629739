// Money. Amounts are whole micro-units (10^-6 of the currency), since real sources carry four
// decimals; what is payable is in minor units (cents). Never a float, never two currencies added.
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

#include "kernel/json.h"

namespace sluis {

// An amount in micro-units of a currency that is known elsewhere.
class Micro {
 public:
  constexpr Micro() = default;
  constexpr explicit Micro(std::int64_t units) : units_(units) {}

  static constexpr std::int64_t kPerUnit = 1'000'000;
  constexpr std::int64_t units() const { return units_; }
  constexpr auto operator<=>(const Micro&) const = default;
  // Sums are exact; one that does not fit in 64 bits throws std::overflow_error. What people may
  // enter is at most 10^12 units, so that takes millions of the largest amounts.
  friend Micro operator+(Micro a, Micro b);
  friend Micro operator-(Micro a, Micro b);
  constexpr Micro operator-() const { return Micro(-units_); }
  Micro& operator+=(Micro other) { return *this = *this + other; }

 private:
  std::int64_t units_ = 0;
};

// amount x numerator / denominator, rounded half away from zero; denominator > 0.
Micro scaled(Micro amount, std::int64_t numerator, std::int64_t denominator);

// A decimal like "1234.50" or "-0.0375": two to six decimals.
std::string to_string(Micro amount);
std::optional<Micro> parse_micro(std::string_view text);

// A currency of ISO 4217 that people pay with today.
class Currency {
 public:
  constexpr Currency() = default;  // EUR
  static std::optional<Currency> parse(std::string_view code);
  std::string_view code() const { return {code_.data(), code_.size()}; }
  // Decimals of what is payable: 2 for EUR, 0 for JPY, 3 for KWD.
  int decimals() const;
  constexpr auto operator<=>(const Currency&) const = default;

 private:
  std::array<char, 3> code_ = {'E', 'U', 'R'};
};

// What can be paid: whole cents (or what the currency has).
class Minor {
 public:
  constexpr Minor() = default;
  constexpr explicit Minor(std::int64_t units) : units_(units) {}
  constexpr std::int64_t units() const { return units_; }
  constexpr auto operator<=>(const Minor&) const = default;
  friend Minor operator+(Minor a, Minor b);

 private:
  std::int64_t units_ = 0;
};

// Rounded half away from zero: once per document.
Minor payable(Micro amount, Currency currency);
Micro exact(Minor amount, Currency currency);

// An amount in its currency. There is no `+`: use `sum`, which refuses mixed currencies.
struct Money {
  Micro amount;
  Currency currency;
  bool operator==(const Money&) const = default;
};
BOOST_DESCRIBE_STRUCT(Money, (), (amount, currency))

enum class MoneyRefusal { mixed_currencies };
BOOST_DESCRIBE_ENUM(MoneyRefusal, mixed_currencies)
const RefusalKind& kind_of(MoneyRefusal refusal);

Result<Money> sum(const Money& a, const Money& b);

template <>
struct TextForm<Micro> {
  static std::optional<Micro> parse(std::string_view text) { return parse_micro(text); }
  static std::string print(const Micro& value) { return to_string(value); }
  static Message expected();
  static std::string schema();
};

template <>
struct TextForm<Currency> {
  static std::optional<Currency> parse(std::string_view text) { return Currency::parse(text); }
  static std::string print(const Currency& value) { return std::string(value.code()); }
  static Message expected();
  static std::string schema();
};

// Compiled once, not in every room.
extern template struct JsonFormOf<Micro>;
extern template struct JsonFormOf<Currency>;
extern template struct JsonFormOf<std::optional<Micro>>;

}  // namespace sluis
