// What the law says of VAT: the rate of a class of goods in a country on a day, and what that makes
// of the lines and the total of a document. Pure: the rates come with the program.
#pragma once

#include <span>
#include <vector>

#include "kernel/fields.h"
#include "kernel/money.h"

namespace sluis {
struct Capability;
}

namespace sluis::taxes {

Capability capability();

enum class TaxRefusal : std::uint8_t { rate_unknown };
BOOST_DESCRIBE_ENUM(TaxRefusal, rate_unknown)
const RefusalKind& kind_of(TaxRefusal refusal);

// What the law says of the VAT on something. `zero` and `exempt` are 0 everywhere; they differ in
// what may be deducted.
enum class VatClass : std::uint8_t { standard, reduced, second_reduced, zero, exempt, lodging };
BOOST_DESCRIBE_ENUM(VatClass, standard, reduced, second_reduced, zero, exempt, lodging)

// ISO 3166-1, two capitals: "NL".
class Country {
 public:
  constexpr Country() = default;  // NL
  static std::optional<Country> parse(std::string_view code);
  std::string_view code() const { return {code_.data(), code_.size()}; }
  constexpr auto operator<=>(const Country&) const = default;

 private:
  std::array<char, 2> code_ = {'N', 'L'};
};

}  // namespace sluis::taxes

namespace sluis {

template <>
struct TextForm<taxes::Country> {
  static std::optional<taxes::Country> parse(std::string_view text) {
    return taxes::Country::parse(text);
  }
  static std::string print(const taxes::Country& value) { return std::string(value.code()); }
  static Message expected();
  static std::string schema() { return R"("type":"string","pattern":"^[A-Z]{2}$")"; }
};

}  // namespace sluis

namespace sluis::taxes {

// In hundredths of a per cent: 2,100 is 21 %.
using BasisPoints = std::int64_t;
inline constexpr BasisPoints kWhole = 10'000;

// From a day on, until the next line for the same country and class.
struct Rate {
  Country country;
  VatClass vat = VatClass::standard;
  Date from;
  BasisPoints basis_points = 0;
  std::string source;  // where it stands
};
BOOST_DESCRIBE_STRUCT(Rate, (), (country, vat, from, basis_points, source))

// All that are known, by country, class and day.
std::vector<Rate> rates();
// Refused where the law of that country is not known for that day.
Result<BasisPoints> rate_at(Country country, VatClass vat, Date day);

// An amount as the law sees it: net + vat = gross, exactly.
struct Taxed {
  Micro net;
  Micro vat;
  Micro gross;
  bool operator==(const Taxed&) const = default;
};
BOOST_DESCRIBE_STRUCT(Taxed, (), (net, vat, gross))
Taxed taxed(Micro amount, bool includes_vat, BasisPoints rate);
Taxed operator+(const Taxed& a, const Taxed& b);
Taxed operator-(const Taxed& a, const Taxed& b);

// What a document comes to: its lines, and what is payable of them in whole cents. `rounding` is
// the line that makes up the difference; it carries no VAT.
struct Total {
  Taxed lines;
  Micro rounding;
  Minor payable;
};
Total total_of(std::span<const Taxed> lines, Currency currency);

}  // namespace sluis::taxes
