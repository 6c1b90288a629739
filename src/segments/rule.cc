#include "segments/rule.h"

#include <algorithm>

namespace sluis::segments {
namespace {

constexpr Text kOneOf{"Say exactly one of all, any, none and where.",
                      "Geef precies één van all, any, none en where."};
constexpr Text kEmpty{"Give at least one condition.", "Geef ten minste één voorwaarde."};
constexpr Text kTooMany{"A rule has at most {0} conditions.",
                        "Een regel heeft ten hoogste {0} voorwaarden."};
constexpr Text kTooDeep{"Conditions are at most {0} levels deep.",
                        "Voorwaarden zijn ten hoogste {0} niveaus diep."};
constexpr Text kWhole{"This must be a whole number of at least 0.",
                      "Dit moet een geheel getal van ten minste 0 zijn."};
constexpr Text kKind{
    "A kind has lower-case letters, digits and underscores: store_visited.",
    "Een soort heeft kleine letters, cijfers en liggende streepjes: store_visited."};
constexpr Text kNotOfKind{"This is counted over orders; leave out the kind.",
                          "Dit wordt over orders geteld; laat de soort weg."};

bool is_money(Measure measure) {
  return measure == Measure::net_revenue || measure == Measure::margin;
}

bool is_kind(std::string_view text) {
  return std::ranges::all_of(
      text, [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; });
}

const std::vector<Rule>* parts_of(const Rule& rule) {
  for (const auto* parts : {&rule.all, &rule.any, &rule.none}) {
    if (*parts) return &**parts;
  }
  return nullptr;
}

std::string_view join_of(const Rule& rule) {
  return rule.all ? "/all" : rule.any ? "/any" : "/none";
}

class Checker {
 public:
  void check(const Rule& rule, const std::string& pointer, std::size_t depth) {
    const int said = rule.all.has_value() + rule.any.has_value() + rule.none.has_value() +
                     rule.where.has_value();
    if (said != 1) return add(pointer, "required", Message(kOneOf));
    if (rule.where) return check(*rule.where, pointer + "/where");
    if (depth == kDepthMost) {
      return add(pointer, "range", Message(kTooDeep, std::to_string(kDepthMost)));
    }
    const std::vector<Rule>& parts = *parts_of(rule);
    const std::string joined = pointer + std::string(join_of(rule));
    if (parts.empty()) add(joined, "required", Message(kEmpty));
    for (std::size_t i = 0; i < parts.size(); ++i)
      check(parts[i], joined + "/" + std::to_string(i), depth + 1);
  }

  std::vector<FieldProblem> take() {
    if (conditions_ > kConditionsMost)
      add("", "range", Message(kTooMany, std::to_string(kConditionsMost)));
    return std::move(problems_);
  }

 private:
  void check(const Condition& condition, const std::string& pointer) {
    ++conditions_;
    const bool whole =
        condition.value.units() >= 0 && condition.value.units() % Micro::kPerUnit == 0;
    if (!is_money(condition.measure) && !whole) add(pointer + "/value", "range", Message(kWhole));
    if (!condition.kind) return;
    if (!is_kind(condition.kind->text)) add(pointer + "/kind", "format", Message(kKind));
    if (condition.measure == Measure::days_since_order)
      add(pointer + "/kind", "unknown", Message(kNotOfKind));
  }
  void add(const std::string& pointer, std::string_view code, Message message) {
    problems_.push_back({pointer, code, std::move(message)});
  }

  std::size_t conditions_ = 0;
  std::vector<FieldProblem> problems_;
};

void collect(const Rule& rule, std::vector<Condition>& conditions) {
  if (rule.where) return conditions.push_back(*rule.where);
  for (const Rule& part : *parts_of(rule))
    collect(part, conditions);
}

// Takes the bits of its conditions, the lowest first.
bool evaluate(const Rule& rule, std::uint64_t& bits) {
  if (rule.where) {
    const bool held = (bits & 1) != 0;
    bits >>= 1;
    return held;
  }
  std::size_t held = 0;
  for (const Rule& part : *parts_of(rule))
    held += evaluate(part, bits) ? 1 : 0;
  if (rule.all) return held == rule.all->size();
  return rule.any ? held > 0 : held == 0;
}

}  // namespace

bool Rule::operator==(const Rule&) const = default;

std::vector<FieldProblem> problems_of(const Rule& rule) {
  Checker checker;
  checker.check(rule, "", 0);
  return checker.take();
}

std::vector<Condition> conditions_of(const Rule& rule) {
  std::vector<Condition> conditions;
  collect(rule, conditions);
  return conditions;
}

bool holds(const Rule& rule, std::uint64_t mask) {
  return evaluate(rule, mask);
}

}  // namespace sluis::segments
