#include "segments/segments.h"

#include <algorithm>

#include "channels/channels.h"
#include "kernel/assert.h"
#include "platform/api/refusal.h"
#include "platform/outbox/outbox.h"
#include "segments/store.h"

namespace sluis::segments {
namespace {

constexpr RefusalKind kUnknown{"segment_unknown", Category::not_found, Retry::useless,
                               Text{"There is no such segment.", "Dit segment bestaat niet."}};
constexpr RefusalKind kCodeTaken{"segment_code_taken", Category::conflict, Retry::useless,
                                 Text{"There is already a segment {0}. Choose another code.",
                                      "Er is al een segment {0}. Kies een andere code."}};
constexpr RefusalKind kPeriodEmpty{"segment_period_empty", Category::invalid, Retry::useless,
                                   Text{"A period ends on a later day than it begins.",
                                        "Een periode eindigt op een latere dag dan ze begint."}};
constexpr Text kNoOwner{"There is no active user with this id.",
                        "Er is geen actieve gebruiker met dit id."};
constexpr Text kNoChannel{"There is no channel {0}.", "Er is geen kanaal {0}."};
constexpr Text kPresentVersion{"The present version is {0}.", "De huidige versie is {0}."};

struct SegmentFact {
  SegmentId id;
  std::int64_t version = 0;
};
BOOST_DESCRIBE_STRUCT(SegmentFact, (), (id, version))

void record(store::Tx& tx, const access::Actor& actor, const Segment* before,
            const Segment& after) {
  const bool ends = before != nullptr && after.archived && !before->archived;
  const std::string_view action = before == nullptr ? "added" : ends ? "archived" : "changed";
  access::audit(tx, actor,
                {.entity = "segment",
                 .id = to_string(after.id),
                 .action = action,
                 .before = before != nullptr ? Json{to_json(*before)} : Json{},
                 .after = Json{to_json(after)}});
  outbox::append(tx, actor.now, fmt::format("segments.segment_{}", action),
                 SegmentFact{after.id, after.version});
}

Refusal stale(std::int64_t present) {
  return Refusal(kind_of(api::ApiRefusal::version_changed))
      .with({{"/version", "version", Message(kPresentVersion, std::to_string(present))}});
}

// Of every condition on a channel that is not on the worksheet.
void look_for_channels(const std::vector<channels::Channel>& known, const Rule& rule,
                       const std::string& pointer, std::vector<FieldProblem>& problems) {
  if (rule.where && rule.where->channel &&
      std::ranges::find(known, *rule.where->channel, &channels::Channel::code) == known.end()) {
    problems.push_back(
        {pointer + "/where/channel", "unknown", Message(kNoChannel, rule.where->channel->text)});
  }
  const auto look_in = [&](const auto& parts, const char* name) {
    if (!parts) return;
    for (std::size_t i = 0; i < parts->size(); ++i)
      look_for_channels(known, (*parts)[i], fmt::format("{}/{}/{}", pointer, name, i), problems);
  };
  look_in(rule.all, "all");
  look_in(rule.any, "any");
  look_in(rule.none, "none");
}

// An owner who left later is no reason to refuse a change.
Result<void> check_owner(store::Snapshot& snapshot, const std::optional<UserId>& owner) {
  if (!owner) return {};
  const auto person = access::person(snapshot, *owner);
  if (person && person->active) return {};
  return std::unexpected(
      Refusal(kind_of(JsonRefusal::invalid)).with({{"/owner", "unknown", Message(kNoOwner)}}));
}

Result<void> no_problems(std::vector<FieldProblem> problems) {
  if (problems.empty()) return {};
  return std::unexpected(Refusal(kind_of(JsonRefusal::invalid)).with(std::move(problems)));
}

}  // namespace

const RefusalKind& kind_of(SegmentRefusal refusal) {
  switch (refusal) {
    case SegmentRefusal::segment_unknown:
      return kUnknown;
    case SegmentRefusal::segment_code_taken:
      return kCodeTaken;
    case SegmentRefusal::segment_period_empty:
      return kPeriodEmpty;
  }
  assertion_failed("a SegmentRefusal");
}

std::vector<Segment> all(store::Snapshot& snapshot) {
  return sql::all(snapshot);
}

Result<Segment> find(store::Snapshot& snapshot, SegmentId id) {
  auto found = sql::find(snapshot, id);
  if (!found) return refuse(SegmentRefusal::segment_unknown);
  return *std::move(found);
}

Result<Segment> named(store::Snapshot& snapshot, std::string_view code_or_id) {
  if (const auto id = TextForm<SegmentId>::parse(code_or_id)) return find(snapshot, *id);
  auto segments = all(snapshot);
  const auto is_it = [&](const Segment& one) { return one.code.text == code_or_id; };
  const auto found = std::ranges::find_if(segments, is_it);
  if (found == segments.end()) return refuse(SegmentRefusal::segment_unknown);
  return std::move(*found);
}

Result<void> check(store::Snapshot& snapshot, const Rule& rule) {
  auto problems = problems_of(rule);
  for (FieldProblem& one : problems)
    one.pointer = "/rule" + one.pointer;
  look_for_channels(channels::all(snapshot, channels::kEverything), rule, "/rule", problems);
  return no_problems(std::move(problems));
}

Result<Segment> add(store::Tx& tx, const access::Actor& actor, const Draft& draft) {
  TRY_VOID(check(tx, draft.rule));
  TRY_VOID(check_owner(tx, draft.owner));
  Segment made{.id = actor.ids.next<SegmentId>(),
               .version = 1,
               .code = draft.code,
               .name = draft.name,
               .description = draft.description.value_or(Prose<2000>()),
               .rule = draft.rule,
               .owner = draft.owner,
               .created = actor.now,
               .changed = actor.now};
  if (!sql::insert(tx, made)) return refuse(SegmentRefusal::segment_code_taken, made.code.text);
  record(tx, actor, nullptr, made);
  return made;
}

Result<Segment> change(store::Tx& tx, const access::Actor& actor, SegmentId id,
                       std::int64_t version, const Change& change) {
  const Segment before = TRY(find(tx, id));
  Segment after = before;
  apply_change(change, after);
  if (change.rule.present) TRY_VOID(check(tx, after.rule));
  if (after.owner != before.owner) TRY_VOID(check_owner(tx, after.owner));
  after.version = version + 1;
  after.changed = actor.now;
  if (!sql::update(tx, after, version)) return std::unexpected(stale(before.version));
  record(tx, actor, &before, after);
  return after;
}

Result<Period> period_of(Date from, Date to) {
  if (from >= to) return refuse(SegmentRefusal::segment_period_empty);
  return Period{from, to};
}

Period before(const Period& period) {
  return {period.from + std::chrono::days(period.from - period.to), period.from};
}

VersionedThresholds thresholds(store::Snapshot& snapshot) {
  return sql::thresholds(snapshot);
}

Result<VersionedThresholds> set_thresholds(store::Tx& tx, const access::Actor& actor,
                                           const Thresholds& to, std::int64_t version) {
  TRY_VOID(no_problems(problems_of(to)));
  const VersionedThresholds before = sql::thresholds(tx);
  if (!sql::set_thresholds(tx, to, version)) return std::unexpected(stale(before.version));
  access::audit(tx, actor,
                {.entity = "pyramid",
                 .id = "thresholds",
                 .action = "changed",
                 .before = Json{to_json(before.thresholds)},
                 .after = Json{to_json(to)}});
  return VersionedThresholds{to, version + 1};
}

}  // namespace sluis::segments
