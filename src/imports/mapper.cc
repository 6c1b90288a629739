#include "imports/mapper.h"

#include <sodium.h>

#include <fmt/format.h>

#include "kernel/assert.h"

namespace sluis::imports {
namespace {

constexpr Text kColumnsMissing{"The file does not fit the mapping \"{0}\".",
                               "Het bestand past niet bij de koppeling \"{0}\"."};
constexpr RefusalKind kMisfit{"mapping_misfit", Category::invalid, Retry::useless, kColumnsMissing};

struct Hash {
  std::array<unsigned char, crypto_shorthash_siphashx24_BYTES> bytes{};

  std::uint64_t number() const {
    std::uint64_t value = 0;
    std::memcpy(&value, bytes.data(), sizeof value);
    return value;
  }
  std::string hex() const {
    std::string text(2 * bytes.size() + 1, '\0');
    sodium_bin2hex(text.data(), text.size(), bytes.data(), bytes.size());
    text.pop_back();
    return text;
  }
};

// The key is no secret: it only has to stay the same for ever.
Hash hash_of(std::string_view content) {
  static constexpr std::array<unsigned char, crypto_shorthash_siphashx24_KEYBYTES> key = {
      's', 'l', 'u', 'i', 's', ' ', 'i', 'm', 'p', 'o', 'r', 't', ' ', 'r', 'o', 'w'};
  Hash hash;
  crypto_shorthash_siphashx24(hash.bytes.data(),
                              reinterpret_cast<const unsigned char*>(content.data()),
                              content.size(), key.data());
  return hash;
}

// Fields one behind the other, so that no two lists of fields look alike.
class HashedContent {
 public:
  explicit HashedContent(std::string& out) : out_(out) { out_.clear(); }

  HashedContent& text(std::string_view value) {
    number(static_cast<std::int64_t>(value.size()));
    out_ += value;
    return *this;
  }
  HashedContent& number(std::int64_t value) {
    out_.append(reinterpret_cast<const char*>(&value), sizeof value);
    return *this;
  }
  template <class T>
  HashedContent& amount(const std::optional<T>& value) {
    out_ += value ? '+' : '-';
    if (!value) return *this;
    if constexpr (std::same_as<T, Micro>) return number(value->units());
    if constexpr (std::same_as<T, std::int64_t>) return number(*value);
    return *this;
  }
  Hash hash() const { return hash_of(out_); }

 private:
  std::string& out_;
};

bool compares(Test test, std::string_view value, const CompiledCondition& condition) {
  switch (test) {
    case Test::is:
      return value == condition.value;
    case Test::is_not:
      return value != condition.value;
    case Test::starts_with:
      return value.starts_with(condition.value);
    case Test::starts_not_with:
      return !value.starts_with(condition.value);
    case Test::contains:
      return value.find(condition.value) != std::string_view::npos;
    case Test::contains_not:
      return value.find(condition.value) == std::string_view::npos;
    case Test::empty:
      return value.empty();
    case Test::filled:
      return !value.empty();
    case Test::above:
    case Test::below:
      break;
  }
  assertion_failed("a test of text");
}

Problem problem_of(std::size_t line, CellTrouble trouble) {
  return {line, std::string(enum_name(trouble.trouble)), std::move(trouble.column), trouble.value,
          message_of(trouble.trouble, trouble.value)};
}

}  // namespace

const RefusalKind& kind_of(MapRefusal refusal) {
  switch (refusal) {
    case MapRefusal::mapping_misfit:
      return kMisfit;
  }
  assertion_failed("a named refusal");
}

Mapper::Mapper(const Mapping& mapping, Compiled compiled, zones::Zone zone, std::size_t columns)
    : mapping_(&mapping),
      compiled_(std::move(compiled)),
      zone_(std::move(zone)),
      columns_(columns) {}

Result<Mapper> Mapper::make(const Mapping& mapping, const std::vector<std::string>& columns,
                            const std::string& company_zone) {
  std::vector<FieldProblem> problems;
  Compiled compiled(mapping, problems);
  auto zone = zones::Zone::find(mapping.zone ? mapping.zone->text : company_zone);
  SLUIS_ASSERT(problems.empty() && zone);
  auto missing = compiled.bind(columns);
  if (!missing.empty()) {
    return std::unexpected(Refusal(kMisfit, mapping.title.text).with(std::move(missing)));
  }
  return Mapper(mapping, std::move(compiled), *std::move(zone), columns.size());
}

std::optional<Problem> Mapper::map(const RowContext& context, Batch& batch) {
  const Row& row = *context.row;
  ++batch.rows;
  if (row.flaw != Flaw::none) {
    return Problem{row.line,
                   std::string(enum_name(row.flaw)),
                   {},
                   {},
                   message_of(row.flaw, row.cells.size(), columns_)};
  }
  const std::size_t before = batch.drafts.size();
  for (const CompiledEvent& event : compiled_.events()) {
    auto draft = draft_of(event, context, batch.texts);
    if (!draft) {
      batch.drafts.resize(before);
      return problem_of(row.line, std::move(draft).error());
    }
    if (*draft) batch.drafts.push_back(**std::move(draft));
  }
  batch.lines.resize(batch.drafts.size(), row.line);
  return std::nullopt;
}

Evaluated<bool> Mapper::holds(const CompiledCondition& condition, const RowContext& context) {
  const std::string_view value = TRY(condition.of.text(context, room_));
  if (condition.test != Test::above && condition.test != Test::below) {
    return compares(condition.test, value, condition);
  }
  const auto number = parse_amount(value, mapping_->decimals.value_or(Decimals::point));
  if (!number) {
    return std::unexpected(
        CellTrouble{Trouble::amount_unreadable,
                    condition.of.columns().empty() ? std::string() : condition.of.columns().front(),
                    std::string(value)});
  }
  return condition.test == Test::above ? *number > condition.number : *number < condition.number;
}

Evaluated<bool> Mapper::holds(const CompiledEvent& event, const RowContext& context) {
  for (const CompiledCondition& condition : event.when) {
    if (!TRY(holds(condition, context))) return false;
  }
  return true;
}

Evaluated<std::optional<events::Draft>> Mapper::draft_of(const CompiledEvent& event,
                                                         const RowContext& context, Texts& texts) {
  if (!TRY(holds(event, context))) return std::nullopt;
  events::Draft draft;
  draft.kind = TRY(kept(event.kind, context, texts));
  draft.channel = TRY(kept(event.channel, context, texts));
  if (event.once_per.given()) {
    const std::string_view key = TRY(event.once_per.text(context, room_));
    const Hash hash = HashedContent(content_).text(draft.kind).text(draft.channel).text(key).hash();
    if (key.empty() || occurrences_.count(hash.number()) > 1) return std::nullopt;
    draft.message_id = texts.keep(hash.hex());
  }
  draft.ts = TRY(moment_of(event, context));
  TRY_VOID(set_texts(event, context, texts, draft));
  TRY_VOID(set_amounts(event, context, texts, draft));
  TRY_VOID(set_identities(event, context, texts, draft));
  TRY_VOID(set_props(event, context, texts, draft));
  TRY_VOID(set_names(event, context, texts, draft));
  return draft;
}

Evaluated<std::string_view> Mapper::kept(const TextTemplate& from, const RowContext& context,
                                         Texts& texts) {
  return texts.keep(TRY(from.text(context, room_)));
}

Evaluated<Instant> Mapper::moment_of(const CompiledEvent& event, const RowContext& context) {
  const std::string_view text = TRY(event.ts.text(context, room_));
  const auto columns = [&] { return event.ts.columns(); };
  const auto trouble = [&](Trouble why) {
    const auto names = columns();
    return std::unexpected(
        CellTrouble{why, names.empty() ? std::string() : names.front(), std::string(text)});
  };
  if (text.empty()) return trouble(Trouble::moment_missing);
  const auto wall = parse_moment(text, mapping_->dates.value_or(Dates::iso));
  if (!wall) return trouble(Trouble::moment_unreadable);
  return wall->is_utc ? wall->shown : zone_.moment_of(wall->shown);
}

Evaluated<void> Mapper::set_texts(const CompiledEvent& event, const RowContext& context,
                                  Texts& texts, events::Draft& draft) {
  draft.campaign = TRY(kept(event.campaign, context, texts));
  draft.product = TRY(kept(event.product, context, texts));
  draft.order = TRY(kept(event.order, context, texts));
  draft.part = TRY(kept(event.part, context, texts));
  const std::string_view phase = TRY(event.phase.text(context, room_));
  if (phase.empty()) return {};
  draft.phase = parse_enum<channels::Phase>(phase);
  if (draft.phase) return {};
  return std::unexpected(CellTrouble{Trouble::phase_unknown, {}, std::string(phase)});
}

Evaluated<void> Mapper::set_amounts(const CompiledEvent& event, const RowContext& context,
                                    Texts& texts, events::Draft& draft) {
  const Decimals decimals = mapping_->decimals.value_or(Decimals::point);
  if (event.quantity.given()) draft.quantity = TRY(event.quantity.amount(context, decimals));
  if (event.revenue.given()) draft.revenue = TRY(event.revenue.amount(context, decimals));
  if (event.cost.given()) draft.cost = TRY(event.cost.amount(context, decimals));
  if (event.duration_s.given()) {
    const auto seconds = TRY(event.duration_s.amount(context, decimals));
    if (seconds) draft.duration_s = (seconds->units() + Micro::kPerUnit / 2) / Micro::kPerUnit;
  }
  if (!draft.revenue && !draft.cost) return {};
  const std::string_view text = TRY(event.currency.text(context, room_));
  const auto currency = text.empty() ? mapping_->currency : parse_currency(text);
  if (currency) {
    draft.currency = texts.keep(currency->code());
    return {};
  }
  if (!event.currency.given()) return {};  // that of the source
  const auto names = event.currency.columns();
  return std::unexpected(
      CellTrouble{text.empty() ? Trouble::currency_missing : Trouble::currency_unknown,
                  names.empty() ? std::string() : names.front(), std::string(text)});
}

Evaluated<void> Mapper::set_identities(const CompiledEvent& event, const RowContext& context,
                                       Texts& texts, events::Draft& draft) {
  for (const auto& [kind, value] : event.identities) {
    const std::string_view seen = TRY(kept(value, context, texts));
    if (!seen.empty()) draft.identities.push_back({kind, seen});
  }
  return {};
}

Evaluated<void> Mapper::set_props(const CompiledEvent& event, const RowContext& context,
                                  Texts& texts, events::Draft& draft) {
  content_.clear();
  for (const auto& [name, from] : event.props) {
    const std::string_view value = TRY(from.text(context, room_));
    if (value.empty()) continue;
    content_ += content_.empty() ? '{' : ',';
    write_json_string(content_, name);
    content_ += ':';
    write_json_string(content_, value);
  }
  if (content_.empty()) return {};
  content_ += '}';
  draft.props = texts.keep(content_);
  return {};
}

// What the event is known by. Lines of an order that are alike are told apart by how many came
// before them; so it does not matter which file they come in, nor in which order.
Evaluated<void> Mapper::set_names(const CompiledEvent& event, const RowContext& context,
                                  Texts& texts, events::Draft& draft) {
  if (event.once_per.given()) return {};
  draft.message_id = TRY(kept(event.message_id, context, texts));
  if (draft.message_id.empty()) {
    HashedContent content(content_);
    content.text(draft.kind).text(draft.channel).number(draft.ts->micros());
    for (const identities::Seen& seen : draft.identities)
      content.number(static_cast<std::int64_t>(seen.kind)).text(seen.value);
    content.text(draft.campaign).text(draft.product).text(draft.order).text(draft.part);
    content.amount(draft.quantity).amount(draft.revenue).amount(draft.cost);
    content.amount(draft.duration_s).text(draft.currency).text(draft.props);
    const Hash hash = content.hash();
    const std::uint32_t alike = occurrences_.count(hash.number());
    draft.message_id =
        texts.keep(alike == 1 ? hash.hex() : fmt::format("{}~{}", hash.hex(), alike));
  }
  if (draft.order.empty()) return {};
  const Hash place = HashedContent(content_)
                         .text("part")
                         .text(draft.kind)
                         .text(draft.channel)
                         .text(draft.order)
                         .text(draft.part)
                         .hash();
  const std::uint32_t nth = occurrences_.count(place.number());
  if (nth > 1) draft.part = texts.keep(fmt::format("{}~{}", draft.part, nth));
  return {};
}

}  // namespace sluis::imports
