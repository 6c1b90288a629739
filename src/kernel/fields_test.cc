#include "kernel/fields.h"

#include <gtest/gtest.h>

namespace sluis {
namespace {

TEST(Fields, TextIsValidUtf8AndCountedInCharacters) {
  EXPECT_EQ(utf8_length("Zoë €"), 5u);
  for (const char* wrong : {"\x80", "\xc0\xaf", "\xed\xa0\x80", "\xf4\x90\x80\x80", "\xe2\x82"}) {
    EXPECT_EQ(utf8_length(wrong), std::nullopt);
  }
}

TEST(Fields, ALineHasItsLengthAndNoControlCharacters) {
  using Name = Line<1, 5>;
  EXPECT_EQ(TextForm<Name>::parse("  Zoë€x ")->text, "Zoë€x");
  for (const char* wrong : {"", "   ", "sixsix", "a\nb", "a\tb", "\x7f"}) {
    EXPECT_FALSE(TextForm<Name>::parse(wrong)) << wrong;
  }
  EXPECT_TRUE(TextForm<Prose<20>>::parse("two\nlines"));
}

TEST(Fields, SlugsAreForMachines) {
  EXPECT_TRUE(TextForm<Slug>::parse("web-shop2"));
  for (const char* wrong : {"", "2web", "-web", "Web", "web shop", "wéb"}) {
    EXPECT_FALSE(TextForm<Slug>::parse(wrong)) << wrong;
  }
}

TEST(Fields, EmailsAreComparable) {
  EXPECT_EQ(TextForm<Email>::parse(" Zoe@Example.COM ")->text, "zoe@example.com");
  for (const char* wrong : {"", "zoe", "@example.com", "zoe@", "zoe@com", "a@b@c.nl", "a b@c.nl",
                            "zoe@.nl", "zoe@nl."}) {
    EXPECT_FALSE(TextForm<Email>::parse(wrong)) << wrong;
  }
}

TEST(Fields, UrlsAreOfTheWeb) {
  EXPECT_TRUE(TextForm<Url>::parse("https://example.com/a?b=c"));
  for (const char* wrong : {"", "javascript:alert(1)", "https://", "http://a b", "//x"}) {
    EXPECT_FALSE(TextForm<Url>::parse(wrong)) << wrong;
  }
}

}  // namespace
}  // namespace sluis
