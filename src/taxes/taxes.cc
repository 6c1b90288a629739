#include "taxes/taxes.h"

#include "kernel/assert.h"
#include "taxes/rates.h"

namespace sluis {

Message TextForm<taxes::Country>::expected() {
  static constexpr Text text{"the two capitals of a country, for example NL",
                             "de twee hoofdletters van een land, bijvoorbeeld NL"};
  return {text};
}

}  // namespace sluis

namespace sluis::taxes {

const RefusalKind& kind_of(TaxRefusal refusal) {
  static constexpr RefusalKind kRateUnknown{"vat_rate_unknown",
                                            Category::conflict,
                                            Retry::useless,
                                            {"The VAT rate {1} of {0} on {2} is not known.",
                                             "Het btw-tarief {1} van {0} op {2} is niet bekend."}};
  switch (refusal) {
    case TaxRefusal::rate_unknown:
      return kRateUnknown;
  }
  assertion_failed("a TaxRefusal");
}

std::optional<Country> Country::parse(std::string_view code) {
  const auto capital = [](char c) { return c >= 'A' && c <= 'Z'; };
  if (code.size() != 2 || !capital(code[0]) || !capital(code[1])) return std::nullopt;
  Country country;
  country.code_ = {code[0], code[1]};
  return country;
}

Result<BasisPoints> rate_at(Country country, VatClass vat, Date day) {
  if (vat == VatClass::zero || vat == VatClass::exempt) return 0;
  const KnownRate* found = nullptr;
  for (const KnownRate& one : known_rates()) {
    if (one.country == country.code() && one.vat == vat && one.first_day() <= day) found = &one;
  }
  if (found == nullptr) {
    return refuse(TaxRefusal::rate_unknown, country.code(), enum_name(vat), to_string(day));
  }
  return found->basis_points;
}

std::vector<Rate> rates() {
  std::vector<Rate> rates;
  for (const KnownRate& one : known_rates()) {
    rates.push_back({.country = *Country::parse(one.country),
                     .vat = one.vat,
                     .from = one.first_day(),
                     .basis_points = one.basis_points,
                     .source = std::string(source_of(one.country))});
  }
  return rates;
}

Taxed taxed(Micro amount, bool includes_vat, BasisPoints rate) {
  if (includes_vat) {
    const Micro net = scaled(amount, kWhole, kWhole + rate);
    return {.net = net, .vat = amount - net, .gross = amount};
  }
  const Micro vat = scaled(amount, rate, kWhole);
  return {.net = amount, .vat = vat, .gross = amount + vat};
}

Taxed operator+(const Taxed& a, const Taxed& b) {
  return {.net = a.net + b.net, .vat = a.vat + b.vat, .gross = a.gross + b.gross};
}

Taxed operator-(const Taxed& a, const Taxed& b) {
  return {.net = a.net - b.net, .vat = a.vat - b.vat, .gross = a.gross - b.gross};
}

Total total_of(std::span<const Taxed> lines, Currency currency) {
  Total total;
  for (const Taxed& line : lines)
    total.lines = total.lines + line;
  total.payable = payable(total.lines.gross, currency);
  total.rounding = exact(total.payable, currency) - total.lines.gross;
  return total;
}

}  // namespace sluis::taxes
