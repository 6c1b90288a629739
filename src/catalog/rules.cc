#include "catalog/rules.h"

#include <algorithm>
#include <limits>
#include <map>
#include <span>
#include <tuple>

#include <fmt/format.h>

#include "kernel/fold.h"

namespace sluis {
namespace {

constexpr Text kGtin{"a GTIN of 8, 12, 13 or 14 digits whose last digit checks the others",
                     "een GTIN van 8, 12, 13 of 14 cijfers, waarvan het laatste klopt"};

// Written in 14 digits, the shortest of 8, 13 and 14 that lose only zeros.
std::string shortest(std::string_view fourteen) {
  if (fourteen.starts_with("000000")) return std::string(fourteen.substr(6));
  if (fourteen.starts_with('0')) return std::string(fourteen.substr(1));
  return std::string(fourteen);
}

}  // namespace

std::optional<catalog::Gtin> TextForm<catalog::Gtin>::parse(std::string_view text) {
  const std::string_view digits = trimmed(text);
  constexpr std::array<std::size_t, 4> lengths{8, 12, 13, 14};
  const bool is_length = std::ranges::count(lengths, digits.size()) != 0;
  const bool is_number = digits.find_first_not_of("0123456789") == std::string_view::npos;
  if (!is_length || !is_number || !catalog::check_digit_fits(digits)) return std::nullopt;
  return catalog::Gtin{shortest(fmt::format("{:0>14}", digits))};
}

Message TextForm<catalog::Gtin>::expected() {
  return {kGtin};
}

}  // namespace sluis

namespace sluis::catalog {
namespace {

constexpr std::size_t kOptionsMax = 4;
constexpr std::size_t kPricesMax = 200;
constexpr std::size_t kPartsMax = 50;

constexpr Text kTooMany{"At most {0}.", "Hoogstens {0}."};
constexpr Text kTwice{"{0} stands here twice.", "{0} staat hier twee keer."};
constexpr Text kValuePerOption{"One value for each of the {0} options of the product.",
                               "Eén waarde voor elk van de {0} opties van het product."};
constexpr Text kNotNegative{"Must not be below zero.", "Mag niet onder nul zijn."};
constexpr Text kEndsBeforeStart{"Must be later than when it starts, {0}.",
                                "Moet later zijn dan het begin, {0}."};
constexpr Text kSamePart{"This variant is a part already: change its quantity.",
                         "Deze variant is al een onderdeel: wijzig het aantal ervan."};
constexpr Text kSamePrice{
    "Another price already starts at this moment for the same channel, segment and currency.",
    "Er begint al een prijs op dit moment voor hetzelfde kanaal, segment en dezelfde valuta."};

Instant start_of(const Price& price) {
  return price.from.value_or(Instant(std::numeric_limits<std::int64_t>::min()));
}

bool holds(const Price& price, const Buyer& buyer) {
  const bool for_channel = !price.channel || *price.channel == buyer.channel;
  const bool for_buyer = !price.segment || std::ranges::count(buyer.segments, *price.segment) != 0;
  const bool now = start_of(price) <= buyer.at && (!price.to || buyer.at < *price.to);
  return price.currency == buyer.currency && for_channel && for_buyer && now;
}

// The greatest goes first.
auto rank(const Price& price) {
  return std::tuple(price.segment.has_value(), price.channel.has_value(), start_of(price),
                    -price.amount);
}

bool same_place(const Price& a, const Price& b) {
  return a.channel == b.channel && a.segment == b.segment && a.currency == b.currency &&
         a.from == b.from;
}

void check_price(const std::vector<Price>& prices, std::size_t at,
                 std::vector<FieldProblem>& problems) {
  const Price& price = prices[at];
  const auto add = [&](std::string_view field, std::string_view code, Message message) {
    problems.push_back({fmt::format("/prices/{}/{}", at, field), code, std::move(message)});
  };
  if (price.amount < Micro()) add("amount", "range", Message(kNotNegative));
  if (price.from && price.to && *price.to <= *price.from) {
    add("to", "range", Message(kEndsBeforeStart, to_string(*price.from)));
  }
  const auto before = std::span(prices).first(at);
  if (std::ranges::any_of(before, [&](const Price& one) { return same_place(one, price); })) {
    add("from", "range", Message(kSamePrice));
  }
}

void check_parts(const std::vector<Part>& parts, std::vector<FieldProblem>& problems) {
  if (parts.size() > kPartsMax) {
    problems.push_back({"/parts", "range", Message(kTooMany, std::to_string(kPartsMax))});
    return;
  }
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const auto before = std::span(parts).first(i);
    if (std::ranges::count(before, parts[i].variant, &Part::variant) != 0) {
      problems.push_back({fmt::format("/parts/{}/variant", i), "range", Message(kSamePart)});
    }
  }
}

}  // namespace

std::vector<CategoryCount> tree_of(const std::vector<CategoryTotal>& totals) {
  constexpr std::string_view between = " / ";
  // By their parts, so that what is below a category comes right behind it.
  std::map<std::vector<std::string>, CategoryCount> tree;
  for (const CategoryTotal& total : totals) {
    const std::string& path = total.category.text;
    std::vector<std::string> parts;
    for (std::size_t begin = 0; begin <= path.size() && !path.empty();) {
      const std::size_t end = std::min(path.find(between, begin), path.size());
      parts.push_back(path.substr(begin, end - begin));
      CategoryCount& count = tree[parts];
      count.path = {path.substr(0, end)};
      count.name = {parts.back()};
      count.depth = std::ssize(parts) - 1;
      count.products += total.products;
      count.variants += total.variants;
      begin = end + between.size();
    }
  }
  std::vector<CategoryCount> counts;
  for (auto& [parts, count] : tree)
    counts.push_back(std::move(count));
  return counts;
}

bool check_digit_fits(std::string_view digits) {
  int sum = 0;
  int weight = 1;
  for (auto digit = digits.rbegin(); digit != digits.rend(); ++digit) {
    sum += (*digit - '0') * weight;
    weight = 4 - weight;
  }
  return sum % 10 == 0;
}

std::optional<Price> price_at(const std::vector<Price>& prices, const Buyer& buyer) {
  const Price* best = nullptr;
  for (const Price& price : prices) {
    if (holds(price, buyer) && (best == nullptr || rank(price) > rank(*best))) best = &price;
  }
  return best != nullptr ? std::optional(*best) : std::nullopt;
}

std::vector<FieldProblem> problems_of(const Product& product) {
  std::vector<FieldProblem> problems;
  if (product.options.size() > kOptionsMax) {
    problems.push_back({"/options", "range", Message(kTooMany, std::to_string(kOptionsMax))});
  }
  std::vector<std::string> seen;
  for (std::size_t i = 0; i < product.options.size(); ++i) {
    const std::string& name = product.options[i].text;
    if (std::ranges::count(seen, folded(name)) != 0) {
      problems.push_back({fmt::format("/options/{}", i), "range", Message(kTwice, name)});
    }
    seen.push_back(folded(name));
  }
  return problems;
}

std::vector<FieldProblem> problems_of(const Variant& variant, const Product& product) {
  std::vector<FieldProblem> problems;
  if (variant.option_values.size() != product.options.size()) {
    problems.push_back({"/option_values", "range",
                        Message(kValuePerOption, std::to_string(product.options.size()))});
  }
  if (variant.cost && *variant.cost < Micro()) {
    problems.push_back({"/cost", "range", Message(kNotNegative)});
  }
  check_parts(variant.parts, problems);
  if (variant.prices.size() > kPricesMax) {
    problems.push_back({"/prices", "range", Message(kTooMany, std::to_string(kPricesMax))});
    return problems;
  }
  for (std::size_t i = 0; i < variant.prices.size(); ++i)
    check_price(variant.prices, i, problems);
  return problems;
}

}  // namespace sluis::catalog
