#include "conflicts/worded.h"

namespace sluis::conflicts {
namespace {

bool has_text(const catalog::ChannelTexts& product, ChannelId channel) {
  return std::ranges::any_of(product.content.texts,
                             [&](const catalog::Wording& one) { return one.channel == channel; });
}

}  // namespace

std::vector<Worded> worded(const catalog::ChannelTexts& product,
                           const catalog::LanguageCode& language, const Facts& facts) {
  std::vector<Worded> all;
  for (const channels::Channel& channel : facts.live) {
    if (!sells(channel) && !has_text(product, channel.id)) continue;
    catalog::Shown shown =
        catalog::texts_shown(product.product, product.content, channel.id, language);
    // The product's own text is in the company's language alone.
    const bool own = language == facts.language;
    if (!own && shown.title_from == catalog::Origin::product) shown.title.clear();
    if (!own && shown.description_from == catalog::Origin::product) shown.description.clear();
    all.push_back({channel.id, std::move(shown.title), std::move(shown.description)});
  }
  return all;
}

std::vector<catalog::LanguageCode> languages_of(const catalog::ChannelTexts& product,
                                                const Facts& facts) {
  std::set<catalog::LanguageCode> all{facts.language};
  for (const catalog::Wording& one : product.content.texts)
    all.insert(one.language);
  return {all.begin(), all.end()};
}

Clash clash_of_texts(Kind kind, const catalog::ChannelTexts& product,
                     const catalog::LanguageCode& language, const Facts& facts, ChannelId channel,
                     ChannelId other) {
  const auto stake = facts.sales.revenue(std::array{channel, other}, product.skus);
  return with_stake({.kind = kind,
                     .variant = {},
                     .product = product.product.id,
                     .name = product.product.name.text,
                     .language = language.letters,
                     .channel = channel,
                     .other = other,
                     .stake = {},
                     .no_stake = {}},
                    stake, facts.currency);
}

}  // namespace sluis::conflicts
