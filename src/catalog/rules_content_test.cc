#include <gtest/gtest.h>

#include "catalog/picture.h"
#include "catalog/rules.h"
#include "kernel/testing.h"

namespace sluis::catalog {
namespace {

const ChannelId kToldShop(1);
const ChannelId kMarket(2);
const LanguageCode kDutch{"nl"};
const LanguageCode kEnglish{"en"};

Wording said(std::optional<ChannelId> channel, const LanguageCode& language,
             const std::string& title) {
  return {.channel = channel, .language = language, .title = {title}, .description = {}};
}

TEST(ContentRules, EachTextIsTheNearestThatSaysSomething) {
  Product mug;
  mug.name = {"Mok"};
  const Content content{.texts = {said({}, kEnglish, "Mug"), said(kMarket, kEnglish, "Mug, 30 cl")},
                        .pictures = {}};
  const auto title = [&](ChannelId channel, const LanguageCode& language) {
    const Shown shown = texts_shown(mug, content, channel, language);
    return std::pair(shown.title, shown.title_from);
  };
  EXPECT_EQ(title(kMarket, kEnglish), std::pair(std::string("Mug, 30 cl"), Origin::channel));
  EXPECT_EQ(title(kToldShop, kEnglish), std::pair(std::string("Mug"), Origin::everywhere));
  EXPECT_EQ(title(kToldShop, kDutch), std::pair(std::string("Mok"), Origin::product));
}

// A property: what is filled in is missing no more, and nothing else changes.
TEST(ContentRules, WhatIsFilledInIsMissingNoMore) {
  const Requirement all{.channel = kToldShop,
                        .version = 1,
                        .needs = {{Thing::title, kEnglish},
                                  {Thing::description, kDutch},
                                  {Thing::picture, {}},
                                  {Thing::category, {}},
                                  {Thing::price, {}},
                                  {Thing::gtin, {}},
                                  {Thing::cost, {}}}};
  constexpr int kinds = 7;
  for (int filled = 0; filled < 1 << kinds; ++filled) {
    const auto is = [&](int thing) { return (filled >> thing & 1) != 0; };
    Holding holding;
    holding.variants = 2;
    if (is(0)) holding.texts.push_back(said({}, kEnglish, "Mug"));
    holding.description = is(1);
    holding.picture = is(2);
    holding.category = is(3);
    // One of its variants has a price for all channels, the other for this one alone.
    holding.priced = 1;
    if (is(4)) holding.priced_there[kToldShop] = 1;
    holding.priced_there[kMarket] = 1;
    holding.with_gtin = is(5) ? 2 : 1;
    holding.with_cost = is(6) ? 2 : 1;
    std::vector<Need> expected;
    for (int thing = 0; thing < kinds; ++thing)
      if (!is(thing)) expected.push_back(all.needs[static_cast<std::size_t>(thing)]);
    EXPECT_EQ(missing_of(holding, all, kDutch), expected) << filled;
  }
}

TEST(ContentRules, WhatHasNoVariantHasNoPrice) {
  const Requirement priced{.channel = kToldShop, .version = 1, .needs = {{Thing::price, {}}}};
  EXPECT_EQ(missing_of({}, priced, kDutch), priced.needs);
}

TEST(ContentRules, ANeedIsReadAsItIsWritten) {
  for (const std::string_view text : {"title:nl", "description:en", "picture", "gtin"})
    EXPECT_EQ(TextForm<Need>::print(TextForm<Need>::parse(text).value()), text);
  for (const std::string_view text : {"title", "picture:nl", "title:", "title:nld", "", "weight"})
    EXPECT_FALSE(TextForm<Need>::parse(text)) << text;
}

TEST(PictureTest, TellsTheFormByWhatIsInIt) {
  using namespace std::string_literals;
  const std::string gif = "GIF89a\x02\x01\x04\x00"s;
  EXPECT_EQ(picture_in(gif), (PictureForm{"image/gif", 258, 4}));
  // An application segment of four bytes, then the frame: 3 high and 5 wide.
  const std::string jpeg =
      "\xFF\xD8\xFF\xE0\x00\x04\x00\x00\xFF\xC0\x00\x0B\x08\x00\x03\x00\x05\x01\x00\x00\x00"s;
  EXPECT_EQ(picture_in(jpeg), (PictureForm{"image/jpeg", 5, 3}));
  const std::string webp =
      "RIFF\x1A\x00\x00\x00WEBPVP8X\x0A\x00\x00\x00\x00\x00\x00\x00\x07\x00\x00\x09\x00\x00"s;
  EXPECT_EQ(picture_in(webp), (PictureForm{"image/webp", 8, 10}));
  EXPECT_FALSE(picture_in("<svg xmlns=\"http://www.w3.org/2000/svg\"/>"));
  for (const std::string& whole : {gif, jpeg, webp})
    for (std::size_t length = 0; length + 3 < whole.size(); ++length)
      EXPECT_FALSE(picture_in(whole.substr(0, std::min(length, std::size_t{9})))) << length;
}

}  // namespace
}  // namespace sluis::catalog
