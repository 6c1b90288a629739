// What follows from texts, pictures and needs alone.

#include <algorithm>
#include <functional>
#include <tuple>

#include <fmt/format.h>

#include "catalog/rules.h"

namespace sluis {
namespace {

constexpr Text kLanguageCode{"two letters of ISO 639-1, such as nl or en",
                             "twee letters van ISO 639-1, zoals nl of en"};
constexpr Text kNeedForm{
    "title: or description: with a language behind it, such as title:nl, or one of picture, "
    "category, price, gtin, cost",
    "title: of description: met een taal erachter, zoals title:nl, of een van picture, category, "
    "price, gtin, cost"};

bool is_text(catalog::Thing thing) {
  return thing == catalog::Thing::title || thing == catalog::Thing::description;
}

}  // namespace

std::optional<catalog::LanguageCode> TextForm<catalog::LanguageCode>::parse(std::string_view text) {
  constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyz";
  if (text.size() != 2 || text.find_first_not_of(letters) != std::string_view::npos) {
    return std::nullopt;
  }
  return catalog::LanguageCode{std::string(text)};
}

Message TextForm<catalog::LanguageCode>::expected() {
  return {kLanguageCode};
}

std::optional<catalog::Need> TextForm<catalog::Need>::parse(std::string_view text) {
  const std::size_t colon = text.find(':');
  const auto thing = TextForm<catalog::Thing>::parse(text.substr(0, colon));
  if (!thing || is_text(*thing) != (colon != std::string_view::npos)) return std::nullopt;
  if (!is_text(*thing)) return catalog::Need{*thing, {}};
  auto language = TextForm<catalog::LanguageCode>::parse(text.substr(colon + 1));
  if (!language) return std::nullopt;
  return catalog::Need{*thing, std::move(language)};
}

std::string TextForm<catalog::Need>::print(const catalog::Need& value) {
  const std::string thing(enum_name(value.thing));
  return value.language ? thing + ':' + value.language->letters : thing;
}

Message TextForm<catalog::Need>::expected() {
  return {kNeedForm};
}

std::string TextForm<catalog::Need>::schema() {
  return R"("type":"string","pattern":"^((title|description):[a-z]{2}|picture|category|price|gtin|cost)$")";
}

}  // namespace sluis

namespace sluis::catalog {
namespace {

constexpr std::size_t kTextsMax = 200;
constexpr std::size_t kPicturesMax = 50;
constexpr std::size_t kNeedsMax = 40;

constexpr Text kAtMost{"At most {0}.", "Hoogstens {0}."};
constexpr Text kSameText{"There is another text for this channel in this language already.",
                         "Er is al een andere tekst voor dit kanaal in deze taal."};
constexpr Text kSaysNothing{"Say something here or in the description, or leave the text out.",
                            "Zeg iets hier of in de omschrijving, of laat de tekst weg."};
constexpr Text kSamePicture{"This picture is there already.", "Dit beeld staat er al."};
constexpr Text kSameLanguage{"There is another one in this language already.",
                             "Er is er al een in deze taal."};
constexpr Text kSameNeed{"This is needed already.", "Dit is al nodig."};

template <class Item, class Same>
bool is_before(const std::vector<Item>& all, std::size_t at, const Same& same) {
  return std::any_of(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(at),
                     [&](const Item& one) { return same(one, all[at]); });
}

void check_texts(const std::vector<Wording>& texts, std::vector<FieldProblem>& problems) {
  const auto same = [](const Wording& a, const Wording& b) {
    return a.channel == b.channel && a.language == b.language;
  };
  for (std::size_t i = 0; i < texts.size(); ++i) {
    if (is_before(texts, i, same)) {
      problems.push_back({fmt::format("/texts/{}/language", i), "range", Message(kSameText)});
    }
    if (texts[i].title.text.empty() && texts[i].description.text.empty()) {
      problems.push_back({fmt::format("/texts/{}/title", i), "required", Message(kSaysNothing)});
    }
  }
}

void check_pictures(const std::vector<PlacedPicture>& pictures,
                    std::vector<FieldProblem>& problems) {
  const auto same = [](const PlacedPicture& a, const PlacedPicture& b) {
    return a.picture == b.picture;
  };
  const auto same_language = [](const Alt& a, const Alt& b) { return a.language == b.language; };
  for (std::size_t i = 0; i < pictures.size(); ++i) {
    if (is_before(pictures, i, same)) {
      problems.push_back({fmt::format("/pictures/{}/picture", i), "range", Message(kSamePicture)});
    }
    const std::vector<Alt>& alt = pictures[i].alt;
    for (std::size_t j = 0; j < alt.size(); ++j) {
      if (!is_before(alt, j, same_language)) continue;
      problems.push_back(
          {fmt::format("/pictures/{}/alt/{}/language", i, j), "range", Message(kSameLanguage)});
    }
  }
}

// What is said in the language by the channel itself, by all, or by nobody.
template <class Field>
std::pair<std::string, Origin> said(const std::vector<Wording>& texts, Field Wording::* field,
                                    ChannelId channel, const LanguageCode& language) {
  std::pair<std::string, Origin> best{"", Origin::product};
  for (const Wording& one : texts) {
    const std::string& text = (one.*field).text;
    if (one.language != language || text.empty()) continue;
    if (one.channel == channel) return {text, Origin::channel};
    if (!one.channel) best = {text, Origin::everywhere};
  }
  return best;
}

bool has_text(const Holding& holding, const Need& need, ChannelId channel,
              const LanguageCode& company) {
  const bool is_title = need.thing == Thing::title;
  const bool own = is_title || holding.description;
  if (own && *need.language == company) return true;
  const auto origin =
      is_title ? said(holding.texts, &Wording::title, channel, *need.language).second
               : said(holding.texts, &Wording::description, channel, *need.language).second;
  return origin != Origin::product;
}

bool has(const Holding& holding, const Need& need, ChannelId channel, const LanguageCode& company) {
  const auto all = [&](std::int64_t with) {
    return holding.variants > 0 && with >= holding.variants;
  };
  switch (need.thing) {
    case Thing::title:
    case Thing::description:
      return has_text(holding, need, channel, company);
    case Thing::picture:
      return holding.picture;
    case Thing::category:
      return holding.category;
    case Thing::price: {
      const auto there = holding.priced_there.find(channel);
      return all(holding.priced + (there != holding.priced_there.end() ? there->second : 0));
    }
    case Thing::gtin:
      return all(holding.with_gtin);
    case Thing::cost:
      return all(holding.with_cost);
  }
  return false;
}

// Where customers read and see for themselves what they buy.
bool shows_products(channels::Form form) {
  using enum channels::Form;
  constexpr std::array forms{website, webshop,     app,      portal,
                             social,  marketplace, ai_agent, catalogue};
  return std::ranges::count(forms, form) != 0;
}

}  // namespace

LanguageCode code_of(Language language) {
  return {std::string(enum_name(language))};
}

std::vector<FieldProblem> problems_of(const Content& content) {
  std::vector<FieldProblem> problems;
  if (content.texts.size() > kTextsMax) {
    problems.push_back({"/texts", "range", Message(kAtMost, std::to_string(kTextsMax))});
  }
  if (content.pictures.size() > kPicturesMax) {
    problems.push_back({"/pictures", "range", Message(kAtMost, std::to_string(kPicturesMax))});
  }
  if (!problems.empty()) return problems;
  check_texts(content.texts, problems);
  check_pictures(content.pictures, problems);
  return problems;
}

Shown texts_shown(const Product& product, const Content& content, ChannelId channel,
                  const LanguageCode& language) {
  Shown shown;
  std::tie(shown.title, shown.title_from) = said(content.texts, &Wording::title, channel, language);
  std::tie(shown.description, shown.description_from) =
      said(content.texts, &Wording::description, channel, language);
  if (shown.title_from == Origin::product) shown.title = product.name.text;
  if (shown.description_from == Origin::product) shown.description = product.description.text;
  return shown;
}

std::string alt_shown(const PlacedPicture& picture, const LanguageCode& language,
                      const LanguageCode& company, const std::string& title) {
  for (const LanguageCode& wanted : {language, company}) {
    const auto found = std::ranges::find(picture.alt, wanted, &Alt::language);
    if (found != picture.alt.end()) return found->text.text;
  }
  return title;
}

std::vector<Need> usual_needs(const channels::Head& channel, const LanguageCode& company) {
  std::vector<Need> needs;
  if (shows_products(channel.form)) {
    needs = {{Thing::title, company}, {Thing::description, company}, {Thing::picture, {}}};
  }
  if (std::ranges::count(channel.phases, channels::Phase::purchase) != 0) {
    needs.push_back({Thing::price, {}});
  }
  if (channel.form == channels::Form::marketplace) needs.push_back({Thing::gtin, {}});
  return needs;
}

std::vector<FieldProblem> problems_of(const std::vector<Need>& needs) {
  if (needs.size() > kNeedsMax) {
    return {{"/needs", "range", Message(kAtMost, std::to_string(kNeedsMax))}};
  }
  std::vector<FieldProblem> problems;
  for (std::size_t i = 0; i < needs.size(); ++i) {
    if (!is_before(needs, i, std::equal_to<>())) continue;
    problems.push_back({fmt::format("/needs/{}", i), "range", Message(kSameNeed)});
  }
  return problems;
}

std::vector<Need> missing_of(const Holding& holding, const Requirement& requirement,
                             const LanguageCode& company) {
  std::vector<Need> missing;
  for (const Need& need : requirement.needs)
    if (!has(holding, need, requirement.channel, company)) missing.push_back(need);
  return missing;
}

}  // namespace sluis::catalog
