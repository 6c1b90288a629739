#include "imports/expression.h"

#include <algorithm>

#include <fmt/format.h>

#include "kernel/assert.h"
#include "kernel/fold.h"

namespace sluis::imports {
namespace {

constexpr Text kBraceOpen{"a { that is closed nowhere", "een { die nergens wordt gesloten"};
constexpr Text kNoColumn{"{} that names no column", "{} zonder naam van een kolom"};
constexpr Text kTransformUnknown{
    "{0} is no transform; there are lower, upper, slug, snake, digits, before:, after:, default:, "
    "unless: and lookup:",
    "{0} is geen bewerking; er zijn lower, upper, slug, snake, digits, before:, after:, default:, "
    "unless: en lookup:"};
constexpr Text kLookupUnknown{"there is no lookup {0} in this mapping",
                              "deze koppeling heeft geen tabel {0}"};

constexpr Text kAmount{"\"{0}\" is no amount", "\"{0}\" is geen bedrag"};
constexpr Text kTooLarge{"\"{0}\" is too large", "\"{0}\" is te groot"};
constexpr Text kNotWhole{"\"{0}\" is no whole number", "\"{0}\" is geen geheel getal"};
constexpr Text kMoment{"\"{0}\" is no day or moment as this mapping expects it",
                       "\"{0}\" is geen dag of moment zoals deze koppeling verwacht"};
constexpr Text kNoMoment{"there is no day or moment", "er is geen dag of moment"};
constexpr Text kCurrency{"\"{0}\" is no currency; write a code such as EUR",
                         "\"{0}\" is geen valuta; schrijf een code zoals EUR"};
constexpr Text kNoCurrency{"there is an amount and no currency", "er is een bedrag en geen valuta"};
constexpr Text kPhase{"\"{0}\" is no phase", "\"{0}\" is geen fase"};
constexpr Text kLookup{"\"{0}\" is not in the lookup", "\"{0}\" staat niet in de tabel"};
constexpr Text kDivision{"the formula divides by zero", "de formule deelt door nul"};

std::string lowered(std::string_view text) {
  std::string out(text);
  std::ranges::transform(out, out.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return out;
}

std::string uppered(std::string_view text) {
  std::string out(text);
  std::ranges::transform(out, out.begin(), [](char c) {
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  });
  return out;
}

// Letters and digits without accents, and one `between` where others stood.
std::string joined_words(std::string_view text, char between) {
  std::string out;
  for (const char c : folded(text)) {
    const bool kept = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (kept) {
      out += c;
    } else if (!out.empty() && out.back() != between) {
      out += between;
    }
  }
  while (!out.empty() && out.back() == between)
    out.pop_back();
  return out;
}

std::string only_digits(std::string_view text) {
  std::string out;
  std::ranges::copy_if(text, std::back_inserter(out), [](char c) { return c >= '0' && c <= '9'; });
  return out;
}

std::string_view before(std::string_view text, std::string_view mark) {
  return text.substr(0, text.find(mark));
}

std::string_view after(std::string_view text, std::string_view mark) {
  const std::size_t at = text.find(mark);
  return at == std::string_view::npos ? std::string_view() : text.substr(at + mark.size());
}

const LookupEntry* entry_of(const Lookup& lookup, std::string_view value) {
  const auto found = std::ranges::find(
      lookup.entries, value,
      [](const LookupEntry& entry) -> std::string_view { return entry.from.text; });
  return found == lookup.entries.end() ? nullptr : &*found;
}

// Nothing when the lookup knows no answer.
std::optional<std::string> applied(const Transform& transform, std::string_view text) {
  using Kind = Transform::Kind;
  switch (transform.kind) {
    case Kind::lower:
      return lowered(text);
    case Kind::upper:
      return uppered(text);
    case Kind::slug:
      return joined_words(text, '-');
    case Kind::snake:
      return joined_words(text, '_');
    case Kind::digits:
      return only_digits(text);
    case Kind::before:
      return std::string(trimmed(before(text, transform.argument)));
    case Kind::after:
      return std::string(trimmed(after(text, transform.argument)));
    case Kind::otherwise:
      return text.empty() ? transform.argument : std::string(text);
    case Kind::unless:
      return text == transform.argument ? std::string() : std::string(text);
    case Kind::lookup:
      if (const LookupEntry* entry = entry_of(*transform.lookup, text)) return entry->to.text;
      if (transform.lookup->otherwise) return transform.lookup->otherwise->text;
      if (text.empty()) return std::string();
      return std::nullopt;
  }
  assertion_failed("a transform");
}

constexpr std::array<std::pair<std::string_view, Transform::Kind>, 5> kPlainTransforms = {
    {{"lower", Transform::Kind::lower},
     {"upper", Transform::Kind::upper},
     {"slug", Transform::Kind::slug},
     {"snake", Transform::Kind::snake},
     {"digits", Transform::Kind::digits}}};
constexpr std::array<std::pair<std::string_view, Transform::Kind>, 5> kTransformsOf = {
    {{"before:", Transform::Kind::before},
     {"after:", Transform::Kind::after},
     {"default:", Transform::Kind::otherwise},
     {"unless:", Transform::Kind::unless},
     {"lookup:", Transform::Kind::lookup}}};

std::optional<Transform> transform_of(std::string_view word) {
  for (const auto& [name, kind] : kPlainTransforms) {
    if (word == name) return Transform{kind, {}, nullptr};
  }
  for (const auto& [name, kind] : kTransformsOf) {
    if (word.starts_with(name)) return Transform{kind, std::string(word.substr(name.size())), {}};
  }
  return std::nullopt;
}

}  // namespace

ParseResult Reference::parse(std::string_view text, const std::vector<Lookup>& lookups) {
  std::size_t end = std::min(text.find('|'), text.size());
  column = trimmed(text.substr(0, end));
  if (column.empty()) return Message(kNoColumn);
  if (column == "#row") of = Of::row_number;
  if (column == "#line") of = Of::line;
  while (end < text.size()) {
    text.remove_prefix(end + 1);
    end = std::min(text.find('|'), text.size());
    const std::string_view word = text.substr(0, end);
    auto transform = transform_of(word);
    if (!transform) return Message(kTransformUnknown, word);
    if (transform->kind == Transform::Kind::lookup) {
      const auto found = std::ranges::find(lookups, transform->argument,
                                           [](const Lookup& lookup) { return lookup.name.text; });
      if (found == lookups.end()) return Message(kLookupUnknown, transform->argument);
      transform->lookup = &*found;
    }
    transforms.push_back(*std::move(transform));
  }
  return std::nullopt;
}

bool Reference::bind(const std::vector<std::string>& columns) {
  if (of != Of::column) return true;
  const auto found = std::ranges::find(columns, column);
  place = static_cast<std::size_t>(found - columns.begin());
  return found != columns.end();
}

Message message_of(Trouble trouble, std::string_view value) {
  switch (trouble) {
    case Trouble::amount_unreadable:
      return {kAmount, value};
    case Trouble::amount_too_large:
      return {kTooLarge, value};
    case Trouble::not_whole:
      return {kNotWhole, value};
    case Trouble::moment_unreadable:
      return {kMoment, value};
    case Trouble::moment_missing:
      return {kNoMoment};
    case Trouble::currency_unknown:
      return {kCurrency, value};
    case Trouble::currency_missing:
      return {kNoCurrency};
    case Trouble::phase_unknown:
      return {kPhase, value};
    case Trouble::lookup_unknown:
      return {kLookup, value};
    case Trouble::division_by_zero:
      return {kDivision};
  }
  assertion_failed("a trouble");
}

Evaluated<std::string_view> Reference::text(const RowContext& context, std::string& room) const {
  if (of != Of::column) {
    room = std::to_string(of == Of::row_number ? context.number : context.row->line);
    return room;
  }
  // A file of JSON lines may get its last columns later.
  const auto& cells = context.row->cells;
  const std::string_view cell = place < cells.size() ? trimmed(cells[place]) : std::string_view();
  if (transforms.empty()) return cell;
  std::string value(cell);
  for (const Transform& transform : transforms) {
    auto changed = applied(transform, value);
    if (!changed) return std::unexpected(CellTrouble{Trouble::lookup_unknown, column, value});
    value = *std::move(changed);
  }
  room = std::move(value);
  return room;
}

ParseResult TextTemplate::parse(std::string_view text, const std::vector<Lookup>& lookups) {
  while (!text.empty()) {
    const std::size_t open = std::min(text.find('{'), text.size());
    if (open > 0) parts_.emplace_back(std::string(text.substr(0, open)));
    text.remove_prefix(open);
    if (text.empty()) break;
    const std::size_t close = text.find('}');
    if (close == std::string_view::npos) return Message(kBraceOpen);
    Reference reference;
    if (auto wrong = reference.parse(text.substr(1, close - 1), lookups)) return wrong;
    parts_.emplace_back(std::move(reference));
    text.remove_prefix(close + 1);
  }
  return std::nullopt;
}

bool TextTemplate::bind(const std::vector<std::string>& columns) {
  return std::ranges::all_of(parts_, [&](Part& part) {
    auto* reference = std::get_if<Reference>(&part);
    return !reference || reference->bind(columns);
  });
}

std::vector<std::string> TextTemplate::columns() const {
  std::vector<std::string> columns;
  for (const Part& part : parts_) {
    const auto* reference = std::get_if<Reference>(&part);
    if (reference && reference->of == Reference::Of::column) columns.push_back(reference->column);
  }
  return columns;
}

Evaluated<std::string_view> TextTemplate::text(const RowContext& context, std::string& room) const {
  if (parts_.empty()) return std::string_view();
  if (parts_.size() == 1) {
    if (const auto* literal = std::get_if<std::string>(parts_.data())) return *literal;
    return std::get<Reference>(parts_[0]).text(context, room);
  }
  std::string all;
  bool has_columns = false;
  bool filled = false;
  for (const Part& part : parts_) {
    if (const auto* literal = std::get_if<std::string>(&part)) {
      all += *literal;
      continue;
    }
    const std::string_view value = TRY(std::get<Reference>(part).text(context, room));
    has_columns = true;
    filled = filled || !value.empty();
    all += value;
  }
  if (has_columns && !filled) return std::string_view();
  room = std::move(all);
  return room;
}

}  // namespace sluis::imports
