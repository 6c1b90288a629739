// Money: currencies are never added blindly, nor cents to micro-units.
#include "kernel/money.h"

namespace sluis {

void money(Money euros, Money dollars, Micro micro, Minor cents) {
#if CASE == 0
  auto total = sum(euros, dollars);
  micro = micro + micro;
  cents = cents + cents;
  euros.amount += micro;
  static_cast<void>(total);
#elif CASE == 1
  // must not compile: "invalid operands to binary expression ('Money' and 'Money')"
  euros = euros + dollars;
#elif CASE == 2
  // must not compile: "invalid operands to binary expression ('Money' and 'Micro')"
  euros = euros + micro;
#elif CASE == 3
  // must not compile: "invalid operands to binary expression ('Minor' and 'Micro')"
  cents = cents + micro;
#elif CASE == 4
  // must not compile: "no viable overloaded '='"
  micro = cents;
#elif CASE == 5
  // must not compile: "no viable overloaded '='"
  micro = 12.5;
#elif CASE == 6
  // must not compile: "invalid operands to binary expression ('Minor' and 'Micro')"
  if (cents == micro) return;
#elif CASE == 7
  // must not pass clang-tidy: "bugprone-unused-return-value"
  sum(euros, dollars);
#endif
  static_cast<void>(euros), static_cast<void>(dollars);
  static_cast<void>(micro), static_cast<void>(cents);
}

}  // namespace sluis
