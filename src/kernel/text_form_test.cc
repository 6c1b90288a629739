#include "kernel/text_form.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace sluis {
namespace {

TEST(PlainText, TakesOnlyWhatEveryHomeCanKeep) {
  using namespace std::string_view_literals;
  EXPECT_EQ(TextForm<std::string>::parse("één\n\ttwee"), "één\n\ttwee");
  EXPECT_EQ(TextForm<std::string>::parse("a\0b"sv), std::nullopt);
  EXPECT_EQ(TextForm<std::string>::parse("r\xE9sum\xE9"), std::nullopt);
}

TEST(DurationText, ReadsEveryUnit) {
  EXPECT_EQ(TextForm<Duration>::parse("250ms"), Duration(250'000));
  EXPECT_EQ(TextForm<Duration>::parse("90s"), Duration(90'000'000));
  EXPECT_EQ(TextForm<Duration>::parse("15m"), Duration(900'000'000));
  EXPECT_EQ(TextForm<Duration>::parse("2h"), Duration(7'200'000'000));
  EXPECT_EQ(TextForm<Duration>::parse("7d"), Duration(604'800'000'000));
}

TEST(DurationText, RefusesWhatIsNone) {
  for (const auto* text : {"", "s", "10", "-1s", "1 s", "1.5s", "9223372036854775807d", "10S"}) {
    EXPECT_EQ(TextForm<Duration>::parse(text), std::nullopt) << text;
  }
}

RC_GTEST_PROP(DurationText, ReadsWhatItPrints, (std::uint32_t number, std::uint8_t zeros)) {
  std::int64_t micros = number;
  for (int i = 0; i < zeros % 9; ++i)
    micros *= 10;
  const Duration duration(micros);
  RC_ASSERT(TextForm<Duration>::parse(TextForm<Duration>::print(duration)) == duration);
}

}  // namespace
}  // namespace sluis
