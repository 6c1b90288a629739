#include "imports/compiled.h"

#include <fmt/format.h>

#include "kernel/nearest.h"

namespace sluis::imports {
namespace {

using identities::Kind;

constexpr Text kNeeded{"is needed: every event has one", "is nodig: elke gebeurtenis heeft er een"};
constexpr Text kNumberNeeded{"must be a number to compare with", "moet een getal zijn"};
constexpr Text kNoColumn{"there is no column \"{0}\" in this file",
                         "dit bestand heeft geen kolom \"{0}\""};
constexpr Text kNearColumn{"there is no column \"{0}\" in this file; is it \"{1}\"?",
                           "dit bestand heeft geen kolom \"{0}\"; is het \"{1}\"?"};

// Reads the templates of one event, telling what is wrong with each at its place.
class EventReader {
 public:
  EventReader(const Mapping& mapping, std::size_t index, std::vector<FieldProblem>& problems)
      : mapping_(mapping), rule_(mapping.events[index]), index_(index), problems_(problems) {}

  CompiledEvent run() {
    texts();
    formulas();
    identities();
    props();
    conditions();
    return std::move(event_);
  }

 private:
  static const Fields& nothing() {
    static const Fields none;
    return none;
  }
  const Fields& of_all() const { return mapping_.all ? *mapping_.all : nothing(); }
  const std::vector<Lookup>& lookups() const { return mapping_.lookups.value; }

  void problem(std::string_view place, std::string_view code, Message message) {
    problems_.push_back({fmt::format("/events/{}/{}", index_, place), code, std::move(message)});
  }

  template <class Target>
  void read(std::string_view place, std::string_view text, Target& target) {
    if (auto wrong = target.parse(text, lookups())) problem(place, "format", *std::move(wrong));
  }

  template <class Target>
  void read(std::string_view place, std::optional<Template> Fields::* field, Target& target) {
    const auto& own = rule_.*field;
    const auto& common = of_all().*field;
    if (own) return read(place, own->text, target);
    if (common) read(place, common->text, target);
  }

  void texts() {
    read("kind", &Fields::kind, event_.kind);
    read("ts", &Fields::ts, event_.ts);
    read("channel", &Fields::channel, event_.channel);
    read("phase", &Fields::phase, event_.phase);
    read("campaign", &Fields::campaign, event_.campaign);
    read("product", &Fields::product, event_.product);
    read("currency", &Fields::currency, event_.currency);
    read("order", &Fields::order, event_.order);
    read("part", &Fields::part, event_.part);
    read("message_id", &Fields::message_id, event_.message_id);
    if (rule_.once_per) read("once_per", rule_.once_per->text, event_.once_per);
    if (!rule_.kind && !of_all().kind) problem("kind", "required", Message(kNeeded));
    if (!rule_.ts && !of_all().ts) problem("ts", "required", Message(kNeeded));
  }

  void formulas() {
    read("quantity", &Fields::quantity, event_.quantity);
    read("revenue", &Fields::revenue, event_.revenue);
    read("cost", &Fields::cost, event_.cost);
    read("duration_s", &Fields::duration_s, event_.duration_s);
  }

  void identities() {
    identity(Kind::user, "user", &Fields::user);
    identity(Kind::card, "card", &Fields::card);
    identity(Kind::marketplace, "marketplace", &Fields::marketplace);
    identity(Kind::email, "email", &Fields::email);
    identity(Kind::phone, "phone", &Fields::phone);
    identity(Kind::device, "device", &Fields::device);
    identity(Kind::session_code, "session_code", &Fields::session_code);
  }

  void identity(Kind kind, std::string_view place, std::optional<Template> Fields::* field) {
    TextTemplate value;
    read(place, field, value);
    if (value.given()) event_.identities.emplace_back(kind, std::move(value));
  }

  void props() {
    for (const Fields* fields : {&of_all(), static_cast<const Fields*>(&rule_)}) {
      for (const Attribute& attribute : fields->props.value) {
        TextTemplate value;
        read("props", attribute.value.text, value);
        event_.props.emplace_back(attribute.name.text, std::move(value));
      }
    }
  }

  void conditions() {
    for (const Condition& condition : rule_.when.value) {
      CompiledCondition& compiled = event_.when.emplace_back();
      read("when", condition.of.text, compiled.of);
      compiled.test = condition.test;
      if (condition.value) compiled.value = condition.value->text;
      if (condition.test != Test::above && condition.test != Test::below) continue;
      const auto number = parse_amount(compiled.value, Decimals::point);
      if (!number) problem("when", "format", Message(kNumberNeeded));
      compiled.number = number.value_or(Micro());
    }
  }

  const Mapping& mapping_;
  const EventRule& rule_;
  const std::size_t index_;
  std::vector<FieldProblem>& problems_;
  CompiledEvent event_;
};

// Every template and formula of an event, with the place it has in the mapping.
template <class Event, class Visit>
void for_each_part(Event& event, Visit visit) {
  visit("kind", event.kind);
  visit("ts", event.ts);
  visit("channel", event.channel);
  visit("phase", event.phase);
  visit("campaign", event.campaign);
  visit("product", event.product);
  visit("currency", event.currency);
  visit("order", event.order);
  visit("part", event.part);
  visit("message_id", event.message_id);
  visit("once_per", event.once_per);
  visit("quantity", event.quantity);
  visit("revenue", event.revenue);
  visit("cost", event.cost);
  visit("duration_s", event.duration_s);
  for (auto& [kind, value] : event.identities)
    visit(enum_name(kind), value);
  for (auto& [name, value] : event.props)
    visit("props", value);
  for (auto& condition : event.when)
    visit("when", condition.of);
}

Message no_column(const std::string& column, const std::vector<std::string>& columns) {
  const std::vector<std::string_view> names(columns.begin(), columns.end());
  const std::string_view meant = nearest(column, names);
  if (meant.empty()) return {kNoColumn, column};
  return {kNearColumn, column, meant};
}

}  // namespace

Compiled::Compiled(const Mapping& mapping, std::vector<FieldProblem>& problems) {
  for (std::size_t i = 0; i < mapping.events.size(); ++i)
    events_.push_back(EventReader(mapping, i, problems).run());
}

std::vector<FieldProblem> Compiled::bind(const std::vector<std::string>& columns) {
  std::vector<FieldProblem> problems;
  std::set<std::string> told;
  for (std::size_t i = 0; i < events_.size(); ++i) {
    for_each_part(events_[i], [&](std::string_view place, auto& part) {
      if (part.bind(columns)) return;
      for (const std::string& column : part.columns()) {
        const bool there = std::ranges::find(columns, column) != columns.end();
        if (there || !told.insert(column).second) continue;
        problems.push_back(
            {fmt::format("/events/{}/{}", i, place), "unknown", no_column(column, columns)});
      }
    });
  }
  return problems;
}

}  // namespace sluis::imports
