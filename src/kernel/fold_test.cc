#include "kernel/fold.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "kernel/fields.h"

namespace sluis {
namespace {

TEST(Fold, MakesSpellingsOfOneWordEqual) {
  EXPECT_EQ(folded("CAFÉ"), "cafe");
  EXPECT_EQ(folded("café"), "cafe");
  EXPECT_EQ(folded("Straße 5 × Ærø"), "strasse 5 × aero");
  EXPECT_EQ(folded("קנאל 🛒"), "קנאל 🛒");
}

TEST(Fold, EscapesWhatAPatternWouldRead) {
  EXPECT_EQ(containing("50%_\\É"), "%50\\%\\_\\\\e%");
}

RC_GTEST_PROP(Fold, FoldingTwiceChangesNothing, ()) {
  const auto letters = *rc::gen::container<std::vector<std::string>>(
      rc::gen::element<std::string>("A", "é", "Ü", "ß", "×", "z", "🛒", "%"));
  std::string text;
  for (const auto& letter : letters)
    text += letter;
  RC_ASSERT(folded(folded(text)) == folded(text));
  RC_ASSERT(utf8_length(folded(text)).has_value());
}

}  // namespace
}  // namespace sluis
