// What channels say of products, in each language in which anything is said. Pure.
#pragma once

#include "conflicts/facts.h"

namespace sluis::conflicts {

struct Worded {
  ChannelId channel;
  std::string title;  // empty where there is none in the language
  std::string description;
};
// Of a product in a language, on the live channels that sell or have a text of their own for it.
std::vector<Worded> worded(const catalog::ChannelTexts& product,
                           const catalog::LanguageCode& language, const Facts& facts);
std::vector<catalog::LanguageCode> languages_of(const catalog::ChannelTexts& product,
                                                const Facts& facts);

// What both say of a product, and what they sold of it.
Clash clash_of_texts(Kind kind, const catalog::ChannelTexts& product,
                     const catalog::LanguageCode& language, const Facts& facts, ChannelId channel,
                     ChannelId other);

}  // namespace sluis::conflicts
