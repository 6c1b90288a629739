#include "events/sources.h"

#include "company/company.h"
#include "events/rules.h"
#include "events/store.h"
#include "kernel/assert.h"
#include "platform/api/refusal.h"
#include "platform/zones/zones.h"

namespace sluis::events {
namespace {

constexpr std::string_view kSource = "source";
constexpr Text kZoneUnknown{"must be a time zone such as Europe/Amsterdam",
                            "moet een tijdzone zijn zoals Europe/Amsterdam"};
constexpr Text kChannelUnknown{"There is no channel with this id.",
                               "Er is geen kanaal met dit id."};

struct SourceFact {
  SourceId id;
  Slug code;
};
BOOST_DESCRIBE_STRUCT(SourceFact, (), (id, code))

void tell(store::Tx& tx, Instant now, const Source& source, std::string_view what) {
  outbox::append(tx, now, fmt::format("events.source_{}", what),
                 SourceFact{source.id, source.code});
}

void record(store::Tx& tx, const access::Actor& actor, const Source* before, const Source& after,
            std::string_view action) {
  access::audit(tx, actor,
                {.entity = kSource,
                 .id = to_string(after.id),
                 .action = action,
                 .before = before != nullptr ? Json{to_json(*before)} : Json{},
                 .after = Json{to_json(after)}});
  tell(tx, actor.now, after, action);
}

Result<void> check(store::Snapshot& snapshot, const Source& source) {
  std::vector<FieldProblem> problems;
  if (!zones::exists(source.zone)) problems.push_back({"/zone", "format", Message(kZoneUnknown)});
  if (!channels::find(snapshot, channels::kEverything, source.channel)) {
    problems.push_back({"/channel", "unknown", Message(kChannelUnknown)});
  }
  if (problems.empty()) return {};
  return std::unexpected(Refusal(kind_of(JsonRefusal::invalid)).with(std::move(problems)));
}

// The code itself, or with the first of -2, -3 … that is not taken.
Slug free_code(store::Snapshot& snapshot, const Slug& wanted) {
  Slug code = wanted;
  for (int number = 2; sql::source_named(snapshot, code); ++number) {
    const std::string suffix = fmt::format("-{}", number);
    code.text = wanted.text.substr(0, 40 - suffix.size()) + suffix;
  }
  return code;
}

}  // namespace

const RefusalKind& kind_of(SourceRefusal refusal) {
  static constexpr RefusalKind kUnknown{
      "source_unknown",
      Category::not_found,
      Retry::useless,
      {"There is no such source of events.", "Er is geen zo'n bron van gebeurtenissen."}};
  static constexpr RefusalKind kTaken{
      "source_taken",
      Category::conflict,
      Retry::useless,
      {"The code {0} is taken, or the key has a source already.",
       "De code {0} is al gebruikt, of de sleutel heeft al een bron."}};
  switch (refusal) {
    case SourceRefusal::source_unknown:
      return kUnknown;
    case SourceRefusal::source_taken:
      return kTaken;
  }
  assertion_failed("a SourceRefusal");
}

Result<Source> add_source(store::Tx& tx, const access::Actor& actor, const SourceDraft& draft) {
  const company::Settings company = company::settings(tx).settings;
  Source source;
  source.id = actor.ids.next<SourceId>();
  source.version = 1;
  source.code = draft.code ? *draft.code : free_code(tx, code_of(draft.name.text));
  source.name = draft.name;
  source.kind = draft.kind;
  source.key = draft.key;
  source.channel = draft.channel;
  source.currency = draft.currency.value_or(company.currency);
  source.zone = draft.zone.value_or(company.zone);
  source.precedence = draft.precedence;
  source.created = source.changed = actor.now;
  TRY_VOID(check(tx, source));
  if (!sql::insert_source(tx, source)) {
    return refuse(SourceRefusal::source_taken, source.code.text);
  }
  record(tx, actor, nullptr, source, "added");
  return source;
}

Result<Source> find_source(store::Snapshot& snapshot, SourceId id) {
  auto source = sql::source(snapshot, id);
  if (!source) return refuse(SourceRefusal::source_unknown);
  return *std::move(source);
}

std::optional<Source> source_named(store::Snapshot& snapshot, const Slug& code) {
  return sql::source_named(snapshot, code);
}

std::vector<Source> sources(store::Snapshot& snapshot) {
  return sql::sources(snapshot);
}

Result<Source> change_source(store::Tx& tx, const access::Actor& actor, SourceId id,
                             std::int64_t version, const SourceChange& change) {
  const Source before = TRY(find_source(tx, id));
  Source after = before;
  apply_change(change, after);
  // A browser is never believed about money, whoever says so.
  if (before.precedence == Precedence::browser) after.precedence = Precedence::browser;
  after.changed = actor.now;
  TRY_VOID(check(tx, after));
  if (before.version != version || !sql::update_source(tx, after, version)) {
    return refuse(api::ApiRefusal::version_changed);
  }
  after.version = version + 1;
  record(tx, actor, &before, after, "changed");
  return after;
}

std::int64_t look_for_silence(store::Tx& tx, Instant now) {
  std::int64_t changed = 0;
  for (const Source& source : sql::sources(tx)) {
    const Instant heard = source.last_event.value_or(source.created);
    const bool silent = source.silence_minutes &&
                        now - heard > std::chrono::minutes(source.silence_minutes->number);
    if (silent == source.silent || !sql::set_silent(tx, source.id, silent)) continue;
    tell(tx, now, source, silent ? "silent" : "heard_again");
    ++changed;
  }
  return changed;
}

}  // namespace sluis::events
