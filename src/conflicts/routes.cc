#include "conflicts/routes.h"

#include "company/company.h"
#include "conflicts/columns.h"
#include "conflicts/looking.h"
#include "conflicts/rules.h"
#include "conflicts/telling.h"
#include "platform/api/place.h"
#include "platform/api/refusal.h"
#include "platform/export/download.h"

namespace sluis {

template <>
struct TextForm<conflicts::Place> : api::PlaceForm<conflicts::Place> {};

}  // namespace sluis

namespace sluis::conflicts {
namespace {

using api::Call;
using store::Snapshot;
using store::Tx;

constexpr std::int64_t kExportedMost = 100'000;
constexpr int kJobsLookedAt = 50;

struct ChosenInput {
  std::optional<Line<0, 200>> search;
  std::optional<Kind> kind;
  std::optional<State> state;
  std::optional<ChannelId> channel;
  std::optional<UserId> owner;
  std::optional<Sort> sort;
  std::optional<bool> ascending;
};
BOOST_DESCRIBE_STRUCT(ChosenInput, (), (search, kind, state, channel, owner, sort, ascending))

struct ListInput : ChosenInput {
  std::optional<Place> after;
  std::optional<Whole<1, 500>> limit;
};
BOOST_DESCRIBE_STRUCT(ListInput, (ChosenInput), (after, limit))

struct IdInput {
  ConflictId id;
};
BOOST_DESCRIBE_STRUCT(IdInput, (), (id))

struct ChangeInput {
  ConflictId id;
  Change body;
};
BOOST_DESCRIBE_STRUCT(ChangeInput, (), (id, body))

struct HistoryInput {
  ConflictId id;
  std::optional<AuditId> after;
};
BOOST_DESCRIBE_STRUCT(HistoryInput, (), (id, after))

// A rule with what it found.
struct RuleView : Total {
  std::string compares;
  std::string formula;  // of the stake
};
BOOST_DESCRIBE_STRUCT(RuleView, (Total), (compares, formula))

struct Standing {
  std::optional<Instant> looked;  // nothing before the first time
  std::optional<JobId> looking;   // what is looking now
  Currency currency;
  std::vector<RuleView> rules;
};
BOOST_DESCRIBE_STRUCT(Standing, (), (looked, looking, currency, rules))

struct Begun {
  JobId job;
};
BOOST_DESCRIBE_STRUCT(Begun, (), (job))

Query query_of(const ChosenInput& in) {
  return {.search = in.search ? in.search->text : "",
          .kind = in.kind,
          .state = in.state,
          .channel = in.channel,
          .owner = in.owner,
          .sort = in.sort.value_or(Sort::stake),
          .ascending = in.ascending.value_or(false),
          .after = {}};
}

api::Reply<Conflict> versioned(Conflict conflict) {
  const std::int64_t version = conflict.version;
  return {.value = std::move(conflict), .version = version, .headers = {}};
}

Result<api::Page<Conflict>> list_conflicts(Snapshot& snapshot, const Call&, const ListInput& in) {
  Query query = query_of(in);
  query.after = in.after;
  if (in.limit) query.limit = in.limit->number;
  List found = list(snapshot, query);
  api::Page<Conflict> page{.items = std::move(found.conflicts), .next = {}};
  if (found.next) page.next = TextForm<Place>::print(*found.next);
  return page;
}

Result<api::Reply<Conflict>> show(Snapshot& snapshot, const Call&, const IdInput& in) {
  return versioned(TRY(find(snapshot, in.id)));
}

Result<api::Reply<Conflict>> change_one(Tx& tx, const Call& call, const ChangeInput& in) {
  return versioned(TRY(change(tx, access::actor_of(call), in.id, call.expected_version, in.body)));
}

Result<api::Page<access::AuditEntry>> history(Snapshot& snapshot, const Call&,
                                              const HistoryInput& in) {
  TRY_VOID(find(snapshot, in.id));
  return access::history_of(snapshot, kEntity, to_string(in.id), in.after);
}

std::optional<JobId> under_way(Snapshot& snapshot) {
  for (const jobs::Job& job : jobs::recent(snapshot, std::nullopt, kJobsLookedAt)) {
    const bool open = job.state == jobs::State::queued || job.state == jobs::State::running;
    if (job.kind == kLookJob && open) return job.id;
  }
  return std::nullopt;
}

Result<Standing> standing(Snapshot& snapshot, const Call& call) {
  Standing standing{.looked = looked(snapshot),
                    .looking = under_way(snapshot),
                    .currency = company::settings(snapshot).settings.currency,
                    .rules = {}};
  const std::vector<Total> found = totals(snapshot);
  for (const Rule& rule : rules()) {
    RuleView& view = standing.rules.emplace_back();
    static_cast<Total&>(view) = found[static_cast<std::size_t>(rule.kind)];
    view.compares = rule.compares.in(call.language);
    view.formula = rule.stake.in(call.language);
  }
  return standing;
}

// One that waits will do; one that runs may have read what was changed since.
Result<api::Reply<Begun>> post_look(Tx& tx, const Call& call) {
  const auto creator =
      call.who.audience == api::Audience::staff ? std::optional(call.who.user) : std::nullopt;
  const auto open = under_way(tx);
  const JobId job = open ? *open : begin_look(tx, call.ids, call.now, creator);
  return api::Reply<Begun>{.value = {job}, .status = 202, .version = {}, .headers = {}};
}

template <exporting::Form form>
Result<api::Download> export_conflicts(Snapshot& snapshot, const Call&, const ChosenInput& in) {
  Query query = query_of(in);
  query.limit = kExportedMost;
  return exporting::download_of(form, "conflicts",
                                table_of(snapshot, list(snapshot, query).conflicts));
}

constexpr Text kFile{
    "Conflicts as a file: the hundred thousand about most money of those chosen.",
    "Tegenspraken als bestand: de honderdduizend over het meeste geld van wie gekozen is."};

api::Route file_route(std::string_view operation, std::string_view path, exporting::Form form,
                      api::Handler handler) {
  return {.operation = operation,
          .method = http::Method::get,
          .path = path,
          .summary = kFile,
          .allow = kReaders,
          .handler = std::move(handler),
          .refusals = {&kind_of(exporting::ExportRefusal::not_written)},
          .content_type = exporting::media_type(form)};
}

}  // namespace

std::vector<api::Route> routes() {
  using api::refuses;
  using enum ConflictRefusal;
  using exporting::Form;
  using http::Method;
  return {
      {.operation = "conflicts.list",
       .method = Method::get,
       .path = "/api/v1/conflicts",
       .summary = {"What channels contradict each other in, what is about most money first.",
                   "Waarin kanalen elkaar tegenspreken, wat over het meeste geld gaat eerst."},
       .allow = kReaders,
       .handler = api::read(list_conflicts)},
      {.operation = "conflicts.standing",
       .method = Method::get,
       .path = "/api/v1/conflicts/standing",
       .summary = {"The rules with how much each found, and when was looked last.",
                   "De regels met hoeveel elk vond, en wanneer er het laatst gekeken is."},
       .allow = kReaders,
       .handler = api::read(standing)},
      {.operation = "conflicts.look",
       .method = Method::post,
       .path = "/api/v1/conflicts/looks",
       .summary = {"Look for conflicts now; it also happens every night.",
                   "Zoek nu naar tegenspraken; dat gebeurt ook elke nacht."},
       .allow = kReaders,
       .handler = api::write(post_look)},
      file_route("conflicts.csv", "/api/v1/conflicts/csv", Form::csv,
                 api::read(export_conflicts<Form::csv>)),
      file_route("conflicts.xlsx", "/api/v1/conflicts/xlsx", Form::xlsx,
                 api::read(export_conflicts<Form::xlsx>)),
      {.operation = "conflicts.show",
       .method = Method::get,
       .path = "/api/v1/conflicts/{id}",
       .summary = {"One conflict, with both values.", "Eén tegenspraak, met beide waarden."},
       .allow = kReaders,
       .handler = api::read(show),
       .refusals = refuses(conflict_unknown)},
      {.operation = "conflicts.change",
       .method = Method::patch,
       .path = "/api/v1/conflicts/{id}",
       .summary = {"Give a conflict an owner, accept it for a reason, or open it again.",
                   "Geef een tegenspraak een eigenaar, accepteer haar om een reden, of open haar "
                   "weer."},
       .allow = kWriters,
       .handler = api::write(change_one),
       .precondition = api::Precondition::version,
       .refusals = refuses(conflict_unknown, conflict_resolved)},
      {.operation = "conflicts.history",
       .method = Method::get,
       .path = "/api/v1/conflicts/{id}/history",
       .summary = {"What became of a conflict, the newest first.",
                   "Wat er van een tegenspraak werd, het nieuwste eerst."},
       .allow = kReaders,
       .handler = api::read(history),
       .refusals = refuses(conflict_unknown)},
  };
}

}  // namespace sluis::conflicts
