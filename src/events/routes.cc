#include "events/routes.h"

#include "events/intake.h"
#include "events/native.h"
#include "events/quarantine.h"
#include "events/sources.h"
#include "events/store.h"
#include "kernel/assert.h"
#include "platform/api/refusal.h"

namespace sluis::events {
namespace {

using api::Allow;
using api::Call;
using store::Snapshot;
using store::Tx;

constexpr Allow kManagers = Allow::role(api::Role::admin) | Allow::role(api::Role::manager);
constexpr Allow kReaders = kManagers | Allow::role(api::Role::analyst);
constexpr Allow kSenders = Allow::key(api::KeyScope::ingest) | Allow::key(api::KeyScope::track);
constexpr std::uint64_t kBatchBytesMost = 10 * 1024 * 1024;
constexpr std::size_t kProblemsMost = 50;

// ---- Sending

// What an event may say, in our own words; what does not fit goes to the quarantine.
struct SentIdentity {
  std::string kind;
  std::string value;
};
BOOST_DESCRIBE_STRUCT(SentIdentity, (), (kind, value))

struct SentEvent {
  std::optional<std::string> message_id;
  std::optional<std::string> ts;
  std::optional<std::string> sent;
  std::optional<std::vector<SentIdentity>> identities;
  std::optional<std::string> channel;
  std::optional<std::string> kind;
  std::optional<std::string> phase;
  std::optional<std::string> campaign;
  std::optional<std::string> product;
  std::optional<std::string> quantity;
  std::optional<std::string> revenue;
  std::optional<std::string> cost;
  std::optional<std::string> currency;
  std::optional<std::int64_t> duration_s;
  std::optional<std::string> order;
  std::optional<std::string> part;
  std::optional<Json> props;
};
BOOST_DESCRIBE_STRUCT(SentEvent, (),
                      (message_id, ts, sent, identities, channel, kind, phase, campaign, product,
                       quantity, revenue, cost, currency, duration_s, order, part, props))

struct SendInput {
  api::RawJson<std::vector<SentEvent>> body;
};
BOOST_DESCRIBE_STRUCT(SendInput, (), (body))

// One that was not accepted as it is.
struct Problem {
  std::int64_t index = 0;
  Outcome outcome = Outcome::accepted;
  Reason reason = Reason::unreadable;
  std::string message;
};
BOOST_DESCRIBE_STRUCT(Problem, (), (index, outcome, reason, message))

struct Sent {
  std::int64_t accepted = 0;
  std::int64_t duplicates = 0;
  std::int64_t quarantined = 0;
  std::int64_t refused_by_consent = 0;
  std::vector<Problem> problems;
};
BOOST_DESCRIBE_STRUCT(Sent, (), (accepted, duplicates, quarantined, refused_by_consent, problems))

Sent sent_of(const std::vector<Verdict>& verdicts, Language language) {
  Sent sent;
  for (std::size_t i = 0; i < verdicts.size(); ++i) {
    const Verdict& verdict = verdicts[i];
    sent.accepted += verdict.outcome == Outcome::accepted;
    sent.duplicates += verdict.outcome == Outcome::duplicate;
    sent.refused_by_consent += verdict.outcome == Outcome::refused_by_consent;
    if (verdict.outcome != Outcome::quarantined) continue;
    ++sent.quarantined;
    if (sent.problems.size() == kProblemsMost) continue;
    sent.problems.push_back({.index = static_cast<std::int64_t>(i),
                             .outcome = verdict.outcome,
                             .reason = verdict.reason,
                             .message = std::string(text_of(verdict.reason).in(language))});
  }
  return sent;
}

auto sending(Intake* intake) {
  return [intake](const Call& call, const SendInput& in) -> Result<api::Rows<Sent>> {
    SLUIS_ASSERT(intake);
    const auto events = TRY(NativeEvents::read(in.body.bytes));
    const auto prepared =
        prepare(*intake, call.ids,
                {.sender = sender_of(call.who), .received = call.now, .drafts = events->drafts()});
    return api::Rows<Sent>{[events, prepared, language = call.language](Tx& tx) -> Result<Sent> {
      return sent_of(append(tx, *prepared), language);
    }};
  };
}

// ---- Sources

struct SourceList {
  std::vector<Source> sources;
};
BOOST_DESCRIBE_STRUCT(SourceList, (), (sources))

Result<SourceList> list_sources(Snapshot& snapshot, const Call&) {
  return SourceList{sources(snapshot)};
}

struct SourceInput {
  SourceId id;
};
BOOST_DESCRIBE_STRUCT(SourceInput, (), (id))

api::Reply<Source> reply_with(Source source, int status = 200) {
  const std::int64_t version = source.version;
  return {.value = std::move(source), .status = status, .version = version, .headers = {}};
}

Result<api::Reply<Source>> show_source(Snapshot& snapshot, const Call&, const SourceInput& in) {
  return reply_with(TRY(find_source(snapshot, in.id)));
}

struct AddSourceInput {
  SourceDraft body;
};
BOOST_DESCRIBE_STRUCT(AddSourceInput, (), (body))

Result<api::Reply<Source>> add_one(Tx& tx, const Call& call, const AddSourceInput& in) {
  return reply_with(TRY(add_source(tx, access::actor_of(call), in.body)), 201);
}

struct ChangeSourceInput {
  SourceId id;
  SourceChange body;
};
BOOST_DESCRIBE_STRUCT(ChangeSourceInput, (), (id, body))

Result<api::Reply<Source>> change_one(Tx& tx, const Call& call, const ChangeSourceInput& in) {
  return reply_with(
      TRY(change_source(tx, access::actor_of(call), in.id, call.expected_version, in.body)));
}

// ---- The quarantine

struct QuarantineInput {
  std::optional<SourceId> source;
  std::optional<Reason> reason;
  std::optional<std::string> kind;
  std::optional<QuarantineId> after;
  std::optional<Whole<1, 500>> limit;
};
BOOST_DESCRIBE_STRUCT(QuarantineInput, (), (source, reason, kind, after, limit))

QuarantineQuery query_of(const QuarantineInput& in) {
  return {.source = in.source,
          .reason = in.reason,
          .kind = in.kind,
          .after = in.after,
          .limit = in.limit ? in.limit->number : 100};
}

// With what to tell about the reason.
struct ShownQuarantined : Quarantined {
  std::string message;
};
BOOST_DESCRIBE_STRUCT(ShownQuarantined, (Quarantined), (message))

Result<api::Page<ShownQuarantined>> list_quarantine(Snapshot& snapshot, const Call& call,
                                                    const QuarantineInput& in) {
  const QuarantineQuery query = query_of(in);
  api::Page<ShownQuarantined> page;
  for (Quarantined& one : sql::quarantine(snapshot, query)) {
    const std::string_view message = text_of(one.reason).in(call.language);
    page.items.push_back({std::move(one), std::string(message)});
  }
  if (std::cmp_equal(page.items.size(), query.limit)) page.next = to_string(page.items.back().id);
  return page;
}

struct QuarantineCounts {
  std::vector<QuarantineCount> counts;
};
BOOST_DESCRIBE_STRUCT(QuarantineCounts, (), (counts))

Result<QuarantineCounts> count_quarantine(Snapshot& snapshot, const Call&) {
  return QuarantineCounts{sql::quarantine_counts(snapshot)};
}

struct ReplayOrder : QuarantineInput {
  std::optional<std::vector<Repair>> repairs;
};
BOOST_DESCRIBE_STRUCT(ReplayOrder, (QuarantineInput), (repairs))
struct ReplayInput {
  ReplayOrder body;
};
BOOST_DESCRIBE_STRUCT(ReplayInput, (), (body))

auto replaying(Intake* intake) {
  return [intake](Tx& tx, const Call& call, const ReplayInput& in) -> Result<Replayed> {
    SLUIS_ASSERT(intake);
    return replay(tx, *intake, access::actor_of(call), query_of(in.body),
                  in.body.repairs.value_or(std::vector<Repair>()));
  };
}

auto trying(Intake* intake) {
  return [intake](store::Store& store, const Call& call, const ReplayInput& in) {
    SLUIS_ASSERT(intake);
    return try_replay(store, *intake, access::actor_of(call), query_of(in.body),
                      in.body.repairs.value_or(std::vector<Repair>()));
  };
}

struct DropInput {
  QuarantineInput body;
};
BOOST_DESCRIBE_STRUCT(DropInput, (), (body))
struct Dropped {
  std::int64_t dropped = 0;
};
BOOST_DESCRIBE_STRUCT(Dropped, (), (dropped))

Result<Dropped> drop_some(Tx& tx, const Call& call, const DropInput& in) {
  return Dropped{TRY(drop(tx, access::actor_of(call), query_of(in.body)))};
}

// ---- What the channels know

struct FreshnessList {
  std::vector<Freshness> channels;
};
BOOST_DESCRIBE_STRUCT(FreshnessList, (), (channels))

Result<FreshnessList> show_freshness(Snapshot& snapshot, const Call&) {
  return FreshnessList{freshness(snapshot)};
}

struct CoverageList {
  std::vector<Coverage> coverage;
};
BOOST_DESCRIBE_STRUCT(CoverageList, (), (coverage))

Result<CoverageList> show_coverage(Snapshot& snapshot, const Call&) {
  return CoverageList{coverage(snapshot)};
}

auto listening(Intake* intake) {
  return [intake](Snapshot&, const Call&) -> api::Handler::Stream {
    SLUIS_ASSERT(intake);
    auto stream = std::make_shared<http::EventStream>();
    intake->live().follow(stream);
    return stream;
  };
}

std::vector<api::Route> source_routes() {
  using http::Method;
  return {
      {.operation = "events.list_sources",
       .method = Method::get,
       .path = "/api/v1/sources",
       .summary = {"Who sends events, and when they last did.",
                   "Wie gebeurtenissen stuurt, en wanneer voor het laatst."},
       .allow = kReaders,
       .handler = api::read(list_sources)},
      {.operation = "events.add_source",
       .method = Method::post,
       .path = "/api/v1/sources",
       .summary = {"Add a source of events.", "Voeg een bron van gebeurtenissen toe."},
       .allow = kManagers,
       .handler = api::write(add_one),
       .idempotency = api::Idempotency::by_key,
       .refusals = {&kind_of(SourceRefusal::source_taken)}},
      {.operation = "events.show_source",
       .method = Method::get,
       .path = "/api/v1/sources/{id}",
       .summary = {"One source with its contract.", "Eén bron met haar contract."},
       .allow = kReaders,
       .handler = api::read(show_source),
       .refusals = {&kind_of(SourceRefusal::source_unknown)}},
      {.operation = "events.change_source",
       .method = Method::patch,
       .path = "/api/v1/sources/{id}",
       .summary = {"Change a source: its channel, its contract, its alarm.",
                   "Wijzig een bron: haar kanaal, haar contract, haar alarm."},
       .allow = kManagers,
       .handler = api::write(change_one),
       .precondition = api::Precondition::version,
       .refusals = {&kind_of(SourceRefusal::source_unknown)}},
  };
}

std::vector<api::Route> quarantine_routes(Intake* intake) {
  using http::Method;
  return {
      {.operation = "events.list_quarantine",
       .method = Method::get,
       .path = "/api/v1/events/quarantine",
       .summary = {"Events that could not be understood, as they were sent.",
                   "Gebeurtenissen die niet te begrijpen waren, zoals ze gestuurd zijn."},
       .allow = kManagers,
       .handler = api::read(list_quarantine)},
      {.operation = "events.count_quarantine",
       .method = Method::get,
       .path = "/api/v1/events/quarantine/counts",
       .summary = {"How many events wait in the quarantine, by source, reason and kind.",
                   "Hoeveel gebeurtenissen in quarantaine wachten, per bron, reden en soort."},
       .allow = kReaders,
       .handler = api::read(count_quarantine)},
      {.operation = "events.replay_quarantine",
       .method = Method::post,
       .path = "/api/v1/events/quarantine/replay",
       .summary = {"Repair some of those that wait and take them in.",
                   "Herstel een deel van wat wacht en neem het op."},
       .allow = kManagers,
       .handler = api::write(replaying(intake)),
       .refusals = {&kind_of(QuarantineRefusal::repair_unfitting)}},
      {.operation = "events.try_quarantine",
       .method = Method::post,
       .path = "/api/v1/events/quarantine/trial",
       .summary = {"What a replay with these repairs would do; nothing is changed.",
                   "Wat opnemen met deze reparaties zou doen; er verandert niets."},
       .allow = kManagers,
       .handler = api::prepare(trying(intake)),
       .refusals = {&kind_of(QuarantineRefusal::repair_unfitting)}},
      {.operation = "events.drop_quarantine",
       .method = Method::post,
       .path = "/api/v1/events/quarantine/drop",
       .summary = {"Throw some of those that wait away, for good.",
                   "Gooi een deel van wat wacht weg, voorgoed."},
       .allow = kManagers,
       .handler = api::write(drop_some)},
  };
}

std::vector<api::Route> event_routes(Intake* intake) {
  using http::Method;
  return {
      {.operation = "events.send",
       .method = Method::post,
       .path = "/api/v1/events",
       .summary = {"Send events in Sluis's own words; answered when they are safe.",
                   "Stuur gebeurtenissen in de woorden van Sluis; beantwoord als ze veilig zijn."},
       .allow = kSenders,
       .handler = api::append(sending(intake)),
       .limits = {.body_bytes = kBatchBytesMost},
       .refusals = api::refuses<NativeRefusal>()},
      {.operation = "events.freshness",
       .method = Method::get,
       .path = "/api/v1/events/freshness",
       .summary = {"When each source last told something of each channel.",
                   "Wanneer elke bron voor het laatst iets over elk kanaal vertelde."},
       .allow = Allow::staff(),
       .handler = api::read(show_freshness)},
      {.operation = "events.coverage",
       .method = Method::get,
       .path = "/api/v1/events/coverage",
       .summary = {"Which channel knows what of its customers.",
                   "Welk kanaal wat van zijn klanten weet."},
       .allow = Allow::staff(),
       .handler = api::read(show_coverage)},
      {.operation = "events.live",
       .method = Method::get,
       .path = "/api/v1/events/live",
       .summary = {"How many events come in on each channel, each second (server-sent events).",
                   "Hoeveel gebeurtenissen er per kanaal binnenkomen, elke seconde "
                   "(server-sent events)."},
       .allow = kReaders,
       .handler = api::stream(listening(intake))},
  };
}

}  // namespace

Sender sender_of(const api::Principal& who) {
  return {.source = std::nullopt,
          .key = who.key,
          .scope = who.key_scope.value_or(api::KeyScope::track)};
}

std::vector<api::Route> routes(Intake* intake) {
  std::vector<api::Route> all = event_routes(intake);
  std::ranges::move(source_routes(), std::back_inserter(all));
  std::ranges::move(quarantine_routes(intake), std::back_inserter(all));
  return all;
}

}  // namespace sluis::events
