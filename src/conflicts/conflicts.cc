#include "conflicts/conflicts.h"

#include "conflicts/store.h"
#include "conflicts/telling.h"
#include "kernel/assert.h"
#include "platform/api/refusal.h"
#include "platform/outbox/outbox.h"

namespace sluis::conflicts {
namespace {

constexpr RefusalKind kUnknown{
    "conflict_unknown",
    Category::not_found,
    Retry::useless,
    {"There is no conflict with this id.", "Er is geen tegenspraak met dit id."}};
constexpr RefusalKind kResolved{
    "conflict_resolved",
    Category::conflict,
    Retry::useless,
    {"The channels contradict each other no more here, so there is nothing left to decide.",
     "De kanalen spreken elkaar hier niet meer tegen, dus er valt niets meer te beslissen."}};

constexpr Text kNoOwner{"There is no active user with this id.",
                        "Er is geen actieve gebruiker met dit id."};
constexpr Text kReasonNeeded{"Say why it may stay as it is.", "Zeg waarom het zo mag blijven."};
constexpr Text kReasonOfNothing{"Only what is accepted has a reason. Leave it out, or accept.",
                                "Alleen wat geaccepteerd is heeft een reden. Laat haar weg, of "
                                "accepteer."};

struct ConflictFact {
  ConflictId id;
  std::int64_t version;
};
BOOST_DESCRIBE_STRUCT(ConflictFact, (), (id, version))

Conflict decided(const Conflict& before, const Change& change) {
  Conflict after = before;
  change.owner.apply_to(after.owner);
  change.reason.apply_to(after.reason);
  if (!change.state.present) return after;
  after.state = change.state.value == Verdict::accepted ? State::accepted : State::open;
  if (after.state == State::open && !change.reason.present) after.reason = {};
  return after;
}

// An owner who left later is no reason to refuse a change.
std::vector<FieldProblem> problems_of(store::Snapshot& snapshot, const Conflict& before,
                                      const Conflict& after) {
  std::vector<FieldProblem> problems;
  if (after.owner && after.owner != before.owner) {
    const auto person = access::person(snapshot, *after.owner);
    if (!person || !person->active) problems.push_back({"/owner", "unknown", Message(kNoOwner)});
  }
  const bool accepted = after.state == State::accepted;
  if (accepted && after.reason.text.empty())
    problems.push_back({"/reason", "required", Message(kReasonNeeded)});
  if (!accepted && !after.reason.text.empty())
    problems.push_back({"/reason", "range", Message(kReasonOfNothing)});
  return problems;
}

std::string_view action_of(const Conflict& before, const Conflict& after) {
  if (before.state == after.state) return before.owner == after.owner ? "changed" : "assigned";
  return after.state == State::accepted ? "accepted" : "opened";
}

}  // namespace

const RefusalKind& kind_of(ConflictRefusal refusal) {
  switch (refusal) {
    case ConflictRefusal::conflict_unknown:
      return kUnknown;
    case ConflictRefusal::conflict_resolved:
      return kResolved;
  }
  assertion_failed("a ConflictRefusal");
}

List list(store::Snapshot& snapshot, const Query& query) {
  std::vector<sql::ListedRow> rows = sql::list(snapshot, query);
  List found;
  if (std::cmp_greater(rows.size(), query.limit)) {
    rows.pop_back();
    found.next = Place{rows.back().id, rows.back().sort_key};
  }
  for (sql::ListedRow& row : rows)
    found.conflicts.push_back(std::move(row));
  return found;
}

Result<Conflict> find(store::Snapshot& snapshot, ConflictId id) {
  auto found = sql::find(snapshot, id);
  if (!found) return refuse(ConflictRefusal::conflict_unknown);
  return *std::move(found);
}

std::vector<Total> totals(store::Snapshot& snapshot) {
  std::vector<Total> all;
  for (const Kind kind : enum_values<Kind>())
    all.push_back({.kind = kind});
  for (const Total& one : sql::totals(snapshot))
    all[static_cast<std::size_t>(one.kind)] = one;
  return all;
}

std::optional<Instant> looked(store::Snapshot& snapshot) {
  return sql::looked(snapshot);
}

Result<Conflict> change(store::Tx& tx, const access::Actor& actor, ConflictId id,
                        std::int64_t version, const Change& change) {
  Conflict before = TRY(find(tx, id));
  if (before.version != version) return refuse(api::ApiRefusal::version_changed);
  if (before.state == State::resolved) return refuse(ConflictRefusal::conflict_resolved);
  Conflict after = decided(before, change);
  if (after == before) return before;
  if (auto problems = problems_of(tx, before, after); !problems.empty())
    return std::unexpected(Refusal(kind_of(JsonRefusal::invalid)).with(std::move(problems)));
  ++after.version;
  after.changed = actor.now;
  if (!sql::update(tx, after, version)) return refuse(api::ApiRefusal::version_changed);
  record(tx, actor, action_of(before, after), &before, after);
  outbox::append(tx, actor.now, "conflicts.conflict_changed", ConflictFact{id, after.version});
  return after;
}

void record(store::Tx& tx, const access::Actor& actor, std::string_view action,
            const Conflict* before, const Conflict& after) {
  access::audit(tx, actor,
                {.entity = kEntity,
                 .id = to_string(after.id),
                 .action = action,
                 .before = before != nullptr ? Json{to_json(*before)} : Json{},
                 .after = Json{to_json(after)}});
}

}  // namespace sluis::conflicts
