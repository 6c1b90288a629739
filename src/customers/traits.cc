#include "customers/traits.h"

#include <algorithm>
#include <set>

#include "kernel/fold.h"

namespace sluis::customers {
namespace {

constexpr std::size_t kWordMin = 2;
constexpr std::size_t kWordMax = 60;
constexpr std::size_t kWordsMax = 50;
const Micro kNumberMax(Micro::kPerUnit * 1'000'000'000);

// As tools write them.
constexpr std::string_view kNames[] = {"name", "full_name", "fullName", "displayName"};
constexpr std::string_view kFirst[] = {"first_name", "firstName", "firstname", "given_name"};
constexpr std::string_view kLast[] = {"last_name", "lastName", "lastname", "family_name"};
constexpr std::string_view kCompany[] = {"company", "organisation", "organization"};
constexpr std::string_view kFoundBy[] = {"email", "phone", "city", "postal_code", "postcode"};

std::optional<Micro> number_of(std::string_view value) {
  const auto number = parse_micro(value);
  if (!number || *number > kNumberMax || *number < -kNumberMax) return std::nullopt;
  return number;
}

std::optional<Micro> chosen(std::optional<Micro> one, std::optional<Micro> other, bool least) {
  if (!one || !other) return one ? one : other;
  return least ? std::min(*one, *other) : std::max(*one, *other);
}

// A scalar as text; nothing for lists, objects and null.
std::optional<std::string> scalar_text(JsonView view) {
  switch (view.kind()) {
    case JsonView::Kind::text:
      return std::string(view.text());
    case JsonView::Kind::integer:
      return std::to_string(view.integer());
    case JsonView::Kind::number:
      return TextForm<double>::print(view.number());
    case JsonView::Kind::boolean:
      return view.boolean() ? "true" : "false";
    case JsonView::Kind::null:
    case JsonView::Kind::list:
    case JsonView::Kind::object:
      return std::nullopt;
  }
  return std::nullopt;
}

void add_traits(JsonView object, Instant ts, std::int64_t tie, std::vector<TraitSeen>& traits) {
  if (object.kind() != JsonView::Kind::object) return;
  for (std::size_t i = 0; i < object.size() && traits.size() < kTraitsMax; ++i) {
    const auto value = scalar_text(object.item(i));
    const bool fits = value && !object.key(i).empty() && object.key(i).size() <= kTraitNameMax &&
                      value->size() <= kTraitValueMax && is_printable(*value, true);
    if (fits) traits.push_back({std::string(object.key(i)), *value, ts, tie});
  }
}

template <std::size_t N>
std::string first_of(const std::vector<Trait>& traits, const std::string_view (&names)[N]) {
  for (const std::string_view name : names) {
    const auto found = std::ranges::find(traits, name, &Trait::name);
    if (found != traits.end() && !found->value.empty()) return found->value;
  }
  return {};
}

template <std::size_t N>
bool is_one_of(std::string_view name, const std::string_view (&names)[N]) {
  return std::ranges::find(names, name) != std::end(names);
}

bool finds(const Trait& trait) {
  return is_one_of(trait.name, kNames) || is_one_of(trait.name, kFirst) ||
         is_one_of(trait.name, kLast) || is_one_of(trait.name, kCompany) ||
         is_one_of(trait.name, kFoundBy);
}

// What was cut may end in the middle of a letter.
std::string whole_letters(std::string word) {
  while (!utf8_length(word))
    word.pop_back();
  return word;
}

bool is_in_word(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x80 || (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z');
}

}  // namespace

Trait trait_of(const TraitSeen& seen) {
  const auto number = number_of(seen.value);
  return {.name = seen.name,
          .value = seen.value,
          .ts = seen.ts,
          .tie = seen.tie,
          .low = number,
          .high = number,
          .total = number.value_or(Micro()),
          .times = 1};
}

Trait joined(const Trait& one, const Trait& other) {
  const bool later =
      std::tie(one.ts, one.tie, one.value) < std::tie(other.ts, other.tie, other.value);
  Trait both = later ? other : one;
  both.low = chosen(one.low, other.low, true);
  both.high = chosen(one.high, other.high, false);
  both.total = one.total + other.total;
  both.times = one.times + other.times;
  return both;
}

std::vector<Trait> joined(std::vector<Trait> traits) {
  std::ranges::sort(traits, {}, &Trait::name);
  std::vector<Trait> all;
  for (Trait& trait : traits) {
    if (!all.empty() && all.back().name == trait.name) {
      all.back() = joined(all.back(), trait);
    } else {
      all.push_back(std::move(trait));
    }
  }
  return all;
}

std::vector<TraitSeen> traits_in(std::string_view props, Instant ts, std::int64_t tie) {
  std::vector<TraitSeen> traits;
  const auto document = JsonDocument::parse(props);
  if (!document || document->root().kind() != JsonView::Kind::object) return traits;
  const auto hidden = document->root().find("$private");
  if (!hidden || hidden->kind() != JsonView::Kind::object) return traits;
  for (const std::string_view name : {"traits", "traits_once"}) {
    if (const auto object = hidden->find(name)) add_traits(*object, ts, tie, traits);
  }
  return traits;
}

std::string display_name(const std::vector<Trait>& traits) {
  if (auto whole = first_of(traits, kNames); !whole.empty()) return whole;
  const std::string first = first_of(traits, kFirst);
  const std::string last = first_of(traits, kLast);
  if (!first.empty() && !last.empty()) return first + " " + last;
  if (!first.empty() || !last.empty()) return first + last;
  return first_of(traits, kCompany);
}

std::vector<std::string> words_in(std::string_view text) {
  const std::string plain = folded(text);
  std::vector<std::string> words;
  std::string word;
  for (const char c : plain + " ") {
    if (is_in_word(c)) {
      if (word.size() < kWordMax) word += c;
    } else if (!word.empty()) {
      words.push_back(whole_letters(std::exchange(word, {})));
    }
  }
  return words;
}

std::vector<std::string> words_of(const std::vector<Trait>& traits,
                                  const std::vector<std::string>& values) {
  std::set<std::string> words;
  const auto add = [&](std::string_view text) {
    for (std::string& word : words_in(text)) {
      if (word.size() >= kWordMin && words.size() < kWordsMax) words.insert(std::move(word));
    }
  };
  for (const std::string& value : values)
    add(value);
  for (const Trait& trait : traits) {
    if (finds(trait)) add(trait.value);
  }
  return {words.begin(), words.end()};
}

}  // namespace sluis::customers
