// How the report says numbers: in its language, and in the currency of the company.
#pragma once

#include "kernel/money.h"
#include "methods/trial.h"
#include "platform/pdf/document.h"
#include "reports/schedule.h"

namespace sluis::reports {

// Of fewer there is no percentage, but the range alone.
inline constexpr std::int64_t kFew = 30;

class Words {
 public:
  Words(Language language, Currency currency) : language_(language), currency_(currency) {}

  Language language() const { return language_; }
  template <class... Arguments>
  std::string say(const Text& text, const Arguments&... arguments) const {
    return Message(text, arguments...).in(language_);
  }

  std::string count(std::int64_t number) const;  // "1,234"
  std::string amount(Micro amount) const;        // "1,234.50": where the currency stands above
  std::string money(Micro amount) const;         // "€1,234.50"
  std::string part(double share) const;          // "12.3%"
  std::string with_sign(std::string told, bool negative) const;

  // "+€12.00 (+3.4%)": by how much it differs from before, and for what part, where both are of
  // enough to say so and neither is below zero.
  std::string change(Micro now, Micro before, bool of_enough) const;
  std::string change(std::int64_t now, std::int64_t before) const;
  // Money per customer, with the range in which it lies; of few only the range.
  std::string around(const methods::Estimate& estimate, bool of_enough) const;
  std::string between(const std::string& low, const std::string& high) const;
  std::string days(const Week& period) const;  // "16 to 22 November 2026"

 private:
  std::string grouped(const std::string& digits) const;
  std::string part_of_change(Micro now, Micro before) const;

  const Language language_;
  const Currency currency_;
};

}  // namespace sluis::reports
