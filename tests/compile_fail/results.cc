// Results and texts: no refusal is overlooked, none is without its kind, no text lacks a language.
#include "kernel/result.h"

namespace sluis {

enum class Trouble : std::uint8_t { flood, fire };
enum class Unexplained : std::uint8_t { silence };

const RefusalKind& kind_of(Trouble trouble) {
  static const RefusalKind kFlood{"flood", Category::conflict, Retry::useless, {"Wet.", "Nat."}};
#if CASE == 0
#elif CASE == 1
  // must not compile: "enumeration value 'fire' not handled in switch"
  switch (trouble) {
    case Trouble::flood:
      return kFlood;
  }
#endif
  static_cast<void>(trouble);
  return kFlood;
}

Result<int> measure();

Result<int> results() {
#if CASE == 0
  const Text both{"Yes", "Ja"};
  const int depth = TRY(measure());
  if (both.en.empty()) return refuse(Trouble::fire);
  return depth;
#elif CASE == 2
  // must not pass clang-tidy: "bugprone-unused-return-value"
  measure();
#elif CASE == 3
  // must not compile: "no viable conversion from 'Result<int>'"
  const int depth = measure();
#elif CASE == 4
  // must not compile: "no matching function for call to 'refuse'"
  return refuse(Unexplained::silence);
#elif CASE == 5
  // must not compile: "call to consteval function 'sluis::Text::Text' is not a constant expression"
  const Text english_only{"Yes", ""};
#elif CASE == 6
  // must not compile: "no matching constructor for initialization of 'const Text'"
  const Text english_only{"Yes"};
#endif
  return 1;
}

}  // namespace sluis
