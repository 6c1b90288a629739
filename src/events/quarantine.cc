#include "events/quarantine.h"

#include <deque>

#include "events/native.h"
#include "events/props.h"
#include "events/store.h"
#include "kernel/assert.h"

namespace sluis::events {
namespace {

constexpr std::string_view kEntity = "quarantine";
constexpr std::string_view kProps = "props/";

// The draft of a quarantined event with what was repaired of it; texts that are new live here.
class Repairing {
 public:
  Repairing(const Draft& draft, const std::vector<Repair>& repairs) : draft_(draft) {
    for (const Repair& repair : repairs)
      unfitting_ |= !apply(repair);
    draft_.fault.reset();
  }

  const Draft& draft() const { return draft_; }
  bool fits() const { return !unfitting_; }

 private:
  bool apply(const Repair& repair) {
    const std::string_view field = repair.field.text;
    if (field.starts_with(kProps)) return set_property(field.substr(kProps.size()), repair);
    if (auto* text = text_named(field)) return set_text(*text, repair);
    if (field == "ts") return set_parsed(draft_.ts, repair, parse_instant);
    if (field == "quantity") return set_parsed(draft_.quantity, repair, parse_micro);
    if (field == "revenue") return set_parsed(draft_.revenue, repair, parse_micro);
    if (field == "cost") return set_parsed(draft_.cost, repair, parse_micro);
    if (field == "identities") draft_.identities.clear();
    // What no event has was not read; it can only be left out.
    return !repair.to;
  }

  std::string_view* text_named(std::string_view field) {
    const std::pair<std::string_view, std::string_view*> texts[] = {
        {"kind", &draft_.kind},
        {"channel", &draft_.channel},
        {"campaign", &draft_.campaign},
        {"product", &draft_.product},
        {"order", &draft_.order},
        {"part", &draft_.part},
        {"currency", &draft_.currency},
        {"props", &draft_.props},
        {"message_id", &draft_.message_id}};
    for (const auto& [name, text] : texts) {
      if (name == field) return text;
    }
    return nullptr;
  }

  bool set_text(std::string_view& text, const Repair& repair) {
    if (repair.is && text != *repair.is) return true;
    text = repair.to ? std::string_view(texts_.emplace_back(*repair.to)) : std::string_view();
    return true;
  }

  template <class T, class Parse>
  bool set_parsed(std::optional<T>& value, const Repair& repair, Parse parse) {
    if (repair.is && value != parse(*repair.is)) return true;
    value = repair.to ? parse(*repair.to) : std::nullopt;
    return value.has_value() == repair.to.has_value();
  }

  bool set_property(std::string_view name, const Repair& repair) {
    bool fits = !repair.is;
    std::string wanted;
    if (repair.is) write_json_string(wanted, *repair.is);
    scan_props(draft_.props, [&](const Property& property) {
      fits |= property.name == name && (property.value == wanted || property.value == *repair.is);
    });
    if (fits) draft_.props = texts_.emplace_back(with_property(draft_.props, name, repair.to));
    return true;
  }

  Draft draft_;
  std::deque<std::string> texts_;
  bool unfitting_ = false;
};

// What could not be read is not in the draft: it counts as repaired once a repair names it.
bool is_readable(const Quarantined& one, const std::vector<Repair>& repairs) {
  const bool read = one.reason != Reason::unreadable && one.reason != Reason::time_unreadable &&
                    one.reason != Reason::amount_unreadable &&
                    one.reason != Reason::event_too_large;
  return read || std::ranges::any_of(repairs, [&](const Repair& repair) {
           return !repair.is && "/" + repair.field.text == one.pointer;
         });
}

void count(Replayed& sum, const Verdict& verdict) {
  ++sum.looked_at;
  sum.accepted += verdict.outcome == Outcome::accepted;
  sum.duplicates += verdict.outcome == Outcome::duplicate;
  sum.waiting += verdict.outcome == Outcome::quarantined;
}

Result<Verdict> replay_one(store::Tx& tx, Intake& intake, const access::Actor& actor,
                           const Quarantined& one, const std::vector<Repair>& repairs) {
  const auto events = TRY(NativeEvents::read(one.draft.text));
  SLUIS_ASSERT(events->drafts().size() == 1);
  const Repairing repairing(events->drafts().front(), repairs);
  if (!repairing.fits()) return refuse(QuarantineRefusal::repair_unfitting);
  if (!is_readable(one, repairs)) return Verdict{Outcome::quarantined, one.reason};
  const Arrival arrival{.sender = {.source = one.source, .key = {}},
                        .received = one.received,
                        .drafts = std::span(&repairing.draft(), 1),
                        .replayed = true};
  const Verdict verdict = append(tx, intake, actor.ids, arrival).front();
  if (verdict.outcome == Outcome::quarantined) {
    sql::rewrite_quarantined(tx, one.id, native_json(repairing.draft()), actor.now);
  } else {
    sql::settle_quarantined(tx, one.id, QuarantineState::replayed, actor.now);
  }
  return verdict;
}

void record(store::Tx& tx, const access::Actor& actor, std::string_view action, const Json& after) {
  access::audit(tx, actor, {.entity = kEntity, .id = "events", .action = action, .after = after});
}

struct Dropped {
  std::int64_t events = 0;
};
BOOST_DESCRIBE_STRUCT(Dropped, (), (events))

}  // namespace

const RefusalKind& kind_of(QuarantineRefusal refusal) {
  static constexpr RefusalKind kUnknown{
      "quarantined_unknown",
      Category::not_found,
      Retry::useless,
      {"There is no such event in the quarantine.", "Er is geen zo'n gebeurtenis in quarantaine."}};
  static constexpr RefusalKind kUnfitting{
      "repair_unfitting",
      Category::invalid,
      Retry::useless,
      {"A repair names a field that no event has, or gives it a value that it cannot have.",
       "Een reparatie noemt een veld dat geen gebeurtenis heeft, of geeft het een waarde die niet "
       "kan."}};
  static constexpr RefusalKind kTried{"only_tried",
                                      Category::conflict,
                                      Retry::useless,
                                      {"This was only tried.", "Dit was alleen een proef."}};
  switch (refusal) {
    case QuarantineRefusal::only_tried:
      return kTried;
    case QuarantineRefusal::quarantined_unknown:
      return kUnknown;
    case QuarantineRefusal::repair_unfitting:
      return kUnfitting;
  }
  assertion_failed("a QuarantineRefusal");
}

Result<Replayed> replay(store::Tx& tx, Intake& intake, const access::Actor& actor,
                        const QuarantineQuery& query, const std::vector<Repair>& repairs) {
  Replayed sum;
  const auto waiting = sql::quarantine(tx, query);
  for (const Quarantined& one : waiting)
    count(sum, TRY(replay_one(tx, intake, actor, one, repairs)));
  if (std::cmp_equal(waiting.size(), query.limit)) sum.next = waiting.back().id;
  if (!waiting.empty()) record(tx, actor, "replayed", Json{to_json(sum)});
  return sum;
}

// The unit does it all and is then given up, so a trial can never tell another story than the
// replay.
Result<Replayed> try_replay(store::Store& store, Intake& intake, const access::Actor& actor,
                            const QuarantineQuery& query, const std::vector<Repair>& repairs) {
  std::optional<Replayed> tried;
  const auto outcome = store.unit([&](store::Tx& tx) -> Result<void> {
    tried = TRY(replay(tx, intake, actor, query, repairs));
    return refuse(QuarantineRefusal::only_tried);
  });
  if (tried) return *tried;
  return std::unexpected(outcome.error());
}

Result<std::int64_t> drop(store::Tx& tx, const access::Actor& actor, const QuarantineQuery& query) {
  Dropped dropped;
  for (const Quarantined& one : sql::quarantine(tx, query)) {
    dropped.events += sql::settle_quarantined(tx, one.id, QuarantineState::dropped, actor.now);
  }
  if (dropped.events > 0) record(tx, actor, "dropped", Json{to_json(dropped)});
  return dropped.events;
}

}  // namespace sluis::events
