#include "channels/routes.h"

#include "channels/channels.h"
#include "channels/import.h"
#include "channels/rules.h"
#include "channels/templates.h"
#include "company/company.h"
#include "kernel/csv.h"
#include "platform/api/place.h"
#include "platform/api/problem.h"
#include "platform/api/refusal.h"

namespace sluis {

template <>
struct TextForm<channels::Place> : api::PlaceForm<channels::Place> {};

}  // namespace sluis

namespace sluis::channels {
namespace {

using api::Allow;
using api::Call;
using api::Role;
using store::Snapshot;
using store::Tx;

constexpr Allow kWriters = Allow::role(Role::admin) | Allow::role(Role::manager);
constexpr Allow kCostReaders = kWriters | Allow::role(Role::analyst);
constexpr std::uint64_t kBodyMax = 1024 * 1024;
constexpr std::uint64_t kFileMax = 20 * 1024 * 1024;

// What goes over the wire

// A channel and what follows from it.
struct View : Channel {
  Kind kind = Kind::internet;
  std::vector<Trait> traits;
  std::vector<Need> missing;          // what it still needs to go live
  std::vector<State> moves;           // the states it can go to
  std::vector<Money> cost_per_month;  // now
  bool costs_shown = false;           // false: not for the reader's eyes
};
BOOST_DESCRIBE_STRUCT(View, (Channel), (kind, traits, missing, moves, cost_per_month, costs_shown))

struct ListInput {
  std::optional<Line<0, 200>> search;
  std::optional<Kind> kind;
  std::optional<Phase> phase;
  std::optional<State> state;
  std::optional<UserId> owner;
  std::optional<Sort> sort;
  std::optional<bool> descending;
  std::optional<Place> after;
  std::optional<Whole<1, 500>> limit;
};
BOOST_DESCRIBE_STRUCT(ListInput, (),
                      (search, kind, phase, state, owner, sort, descending, after, limit))

struct IdInput {
  ChannelId id;
};
BOOST_DESCRIBE_STRUCT(IdInput, (), (id))

struct AddInput {
  Draft body;
};
BOOST_DESCRIBE_STRUCT(AddInput, (), (body))

struct ChangeInput {
  ChannelId id;
  Change body;
};
BOOST_DESCRIBE_STRUCT(ChangeInput, (), (id, body))

struct MoveTo {
  State state = State::draft;
};
BOOST_DESCRIBE_STRUCT(MoveTo, (), (state))
struct MoveInput {
  ChannelId id;
  MoveTo body;
};
BOOST_DESCRIBE_STRUCT(MoveInput, (), (id, body))

struct Earlier {
  Whole<1, 1'000'000'000> version;
};
BOOST_DESCRIBE_STRUCT(Earlier, (), (version))
struct RestoreInput {
  ChannelId id;
  Earlier body;
};
BOOST_DESCRIBE_STRUCT(RestoreInput, (), (id, body))

struct HistoryInput {
  ChannelId id;
  std::optional<AuditId> after;
};
BOOST_DESCRIBE_STRUCT(HistoryInput, (), (id, after))

struct CostInput {
  ChannelId id;
  Date from;
  Date to;
};
BOOST_DESCRIBE_STRUCT(CostInput, (), (id, from, to))
struct CostOfKind {
  CostKind kind = CostKind::fixed;
  std::vector<Money> totals;
};
BOOST_DESCRIBE_STRUCT(CostOfKind, (), (kind, totals))
struct CostReply {
  Date from;
  Date to;
  std::vector<Money> totals;  // one per currency; currencies are never added
  std::vector<CostOfKind> kinds;
};
BOOST_DESCRIBE_STRUCT(CostReply, (), (from, to, totals, kinds))

struct Corner {
  ChannelId id;
  std::int64_t version = 0;
  Slug code;
  Name name;
  Form form = Form::website;
  State state = State::draft;
};
BOOST_DESCRIBE_STRUCT(Corner, (), (id, version, code, name, form, state))
struct MatrixReply {
  std::vector<Corner> channels;
  std::vector<Joint> links;
};
BOOST_DESCRIBE_STRUCT(MatrixReply, (), (channels, links))

struct TemplateJoin {
  Slug to;
  std::vector<Shared> shares;
};
BOOST_DESCRIBE_STRUCT(TemplateJoin, (), (to, shares))
struct TemplateView {
  Slug code;
  std::string name;
  Form form = Form::website;
  Kind kind = Kind::internet;
  std::string goal;
  std::vector<Phase> phases;
  std::vector<Slug> kpis;
  std::vector<TemplateJoin> joins;
};
BOOST_DESCRIBE_STRUCT(TemplateView, (), (code, name, form, kind, goal, phases, kpis, joins))

struct Chosen {
  std::vector<Slug> templates;
};
BOOST_DESCRIBE_STRUCT(Chosen, (), (templates))
struct ChosenInput {
  Chosen body;
};
BOOST_DESCRIBE_STRUCT(ChosenInput, (), (body))

struct FormView {
  Form form = Form::website;
  Kind kind = Kind::internet;
  std::string name;
  std::vector<Trait> traits;
};
BOOST_DESCRIBE_STRUCT(FormView, (), (form, kind, name, traits))

struct ExportInput {
  std::optional<Separator> separator;
};
BOOST_DESCRIBE_STRUCT(ExportInput, (), (separator))

struct FileInput {
  api::RawBody body;
};
BOOST_DESCRIBE_STRUCT(FileInput, (), (body))
struct ImportReply {
  std::int64_t added = 0;
  std::int64_t changed = 0;
  std::int64_t unchanged = 0;
  std::vector<ImportedChannel> channels;
  std::vector<api::ProblemField> problems;  // at "/lines/12/amount": the line and the column
};
BOOST_DESCRIBE_STRUCT(ImportReply, (), (added, changed, unchanged, channels, problems))

View view_of(Channel channel, const Sight& sight, Date today) {
  View view;
  view.kind = kind_of(channel.form);
  view.traits = traits_of(channel);
  view.missing = missing(channel);
  view.moves = moves_from(channel.state);
  view.cost_per_month = monthly_totals(channel.costs, today);
  view.costs_shown = sight.costs;
  static_cast<Channel&>(view) = std::move(channel);
  return view;
}

Date today(Snapshot& snapshot, const Call& call) {
  return company::today(company::settings(snapshot).settings, call.now);
}

// What those who change channels see of them.
api::Reply<View> changed(Tx& tx, Channel channel, const Call& call, int status = 200) {
  const std::int64_t version = channel.version;
  return {.value = view_of(std::move(channel), kEverything, today(tx, call)),
          .status = status,
          .version = version,
          .headers = {}};
}

ImportReply reply_of(Import import, Language language) {
  ImportReply reply;
  for (const ImportedChannel& channel : import.channels) {
    reply.added += channel.outcome == Outcome::added;
    reply.changed += channel.outcome == Outcome::changed;
    reply.unchanged += channel.outcome == Outcome::unchanged;
  }
  reply.channels = std::move(import.channels);
  for (const FieldProblem& problem : import.problems) {
    reply.problems.push_back(
        {problem.pointer, std::string(problem.code), problem.message.in(language)});
  }
  return reply;
}

// By currency, and by kind of cost.
Result<CostReply> cost_reply(const Channel& channel, Period period) {
  static constexpr Text turned{"A day after {0}, and at most 50 years later.",
                               "Een dag na {0}, en hoogstens 50 jaar later."};
  static constexpr Text large{"Too large to add up over this period.",
                              "Te groot om over deze periode op te tellen."};
  const auto refused = [&](const Text& text) {
    return std::unexpected(Refusal(kind_of(api::ApiRefusal::invalid_parameters))
                               .with({{"?to", "range", Message(text, to_string(period.from))}}));
  };
  constexpr std::int64_t days_max = 50 * 366;
  if (period.to <= period.from || period.to - period.from > days_max) return refused(turned);
  auto all = totals(channel.costs, period);
  if (!all) return refused(large);
  CostReply reply{.from = period.from, .to = period.to, .totals = *std::move(all), .kinds = {}};
  for (const CostKind kind : enum_values<CostKind>()) {
    std::vector<Cost> lines = channel.costs;
    std::erase_if(lines, [&](const Cost& line) { return line.kind != kind; });
    if (!lines.empty()) reply.kinds.push_back({kind, totals(lines, period).value()});
  }
  return reply;
}

// Handlers

Result<api::Page<Listed>> list_channels(Snapshot& snapshot, const Call& call, const ListInput& in) {
  Query query{.search = in.search ? in.search->text : "",
              .kind = in.kind,
              .phase = in.phase,
              .state = in.state,
              .owner = in.owner,
              .sort = in.sort.value_or(Sort::name),
              .descending = in.descending.value_or(false),
              .after = in.after};
  if (in.limit) query.limit = in.limit->number;
  List found = list(snapshot, sight_of(call.who), query, call.now);
  api::Page<Listed> page{.items = std::move(found.channels), .next = {}};
  if (found.next) page.next = TextForm<Place>::print(*found.next);
  return page;
}

Result<api::Reply<View>> show(Snapshot& snapshot, const Call& call, const IdInput& in) {
  const Sight sight = sight_of(call.who);
  Channel channel = TRY(find(snapshot, sight, in.id));
  const std::int64_t version = channel.version;
  return api::Reply<View>{.value = view_of(std::move(channel), sight, today(snapshot, call)),
                          .version = version,
                          .headers = {}};
}

Result<api::Reply<View>> add_one(Tx& tx, const Call& call, const AddInput& in) {
  return changed(tx, TRY(add(tx, access::actor_of(call), in.body)), call, 201);
}

Result<api::Reply<View>> change_one(Tx& tx, const Call& call, const ChangeInput& in) {
  const auto actor = access::actor_of(call);
  return changed(tx, TRY(change(tx, actor, in.id, call.expected_version, in.body)), call);
}

Result<api::Reply<View>> move_one(Tx& tx, const Call& call, const MoveInput& in) {
  const auto actor = access::actor_of(call);
  return changed(tx, TRY(move(tx, actor, in.id, call.expected_version, in.body.state)), call);
}

Result<api::Reply<View>> restore_one(Tx& tx, const Call& call, const RestoreInput& in) {
  const auto actor = access::actor_of(call);
  const std::int64_t earlier = in.body.version.number;
  return changed(tx, TRY(restore(tx, actor, in.id, call.expected_version, earlier)), call);
}

Result<void> remove_one(Tx& tx, const Call& call, const IdInput& in) {
  return remove(tx, access::actor_of(call), in.id, call.expected_version);
}

Result<api::Page<access::AuditEntry>> history(Snapshot& snapshot, const Call&,
                                              const HistoryInput& in) {
  return access::history_of(snapshot, "channel", to_string(in.id), in.after);
}

Result<CostReply> cost(Snapshot& snapshot, const Call& call, const CostInput& in) {
  const Channel channel = TRY(find(snapshot, sight_of(call.who), in.id));
  return cost_reply(channel, {in.from, in.to});
}

Result<MatrixReply> show_matrix(Snapshot& snapshot, const Call& call) {
  Matrix found = matrix(snapshot, sight_of(call.who));
  MatrixReply reply{.channels = {}, .links = std::move(found.links)};
  for (const Head& head : found.channels) {
    reply.channels.push_back({head.id, head.version, head.code, head.name, head.form, head.state});
  }
  return reply;
}

Result<api::Page<TemplateView>> list_templates(Snapshot&, const Call& call) {
  api::Page<TemplateView> page;
  for (const Template& one : templates()) {
    TemplateView& view = page.items.emplace_back();
    view.code.text = one.code;
    view.name = one.name.in(call.language);
    view.form = one.form;
    view.kind = kind_of(one.form);
    view.goal = one.goal.in(call.language);
    view.phases = one.phases;
    for (const std::string_view kpi : one.kpis)
      view.kpis.push_back({std::string(kpi)});
    for (const TemplateLink& link : one.links)
      view.joins.push_back({{std::string(link.to)}, link.shares});
  }
  return page;
}

Result<api::Page<FormView>> list_forms(Snapshot&, const Call& call) {
  api::Page<FormView> page;
  for (const Form form : enum_values<Form>()) {
    page.items.push_back({.form = form,
                          .kind = kind_of(form),
                          .name = std::string(name_of(form).in(call.language)),
                          .traits = traits_of(form)});
  }
  return page;
}

Result<api::Reply<api::Page<View>>> use_templates(Tx& tx, const Call& call, const ChosenInput& in) {
  auto made = TRY(add_from_templates(tx, access::actor_of(call), in.body.templates, call.language));
  api::Reply<api::Page<View>> reply{.value = {}, .status = 201, .version = {}, .headers = {}};
  const Date day = today(tx, call);
  for (Channel& channel : made)
    reply.value.items.push_back(view_of(std::move(channel), kEverything, day));
  return reply;
}

Result<api::Download> export_csv(Snapshot& snapshot, const Call&, const ExportInput& in) {
  return api::Download{.content_type = "text/csv; charset=utf-8",
                       .file_name = "channels.csv",
                       .bytes = export_sheet(snapshot, in.separator.value_or(Separator::comma))};
}

Result<ImportReply> preview(Snapshot& snapshot, const Call& call, const FileInput& in) {
  return reply_of(TRY(preview_import(snapshot, access::actor_of(call), in.body.bytes)),
                  call.language);
}

Result<ImportReply> import_csv(Tx& tx, const Call& call, const FileInput& in) {
  return reply_of(TRY(import_sheet(tx, access::actor_of(call), in.body.bytes)), call.language);
}

}  // namespace

std::vector<api::Route> routes() {
  using api::refuses;
  using http::Method;
  using enum ChannelRefusal;
  return {
      {.operation = "channels.list",
       .method = Method::get,
       .path = "/api/v1/channels",
       .summary = {"The worksheet: channels with what they cost and what they miss.",
                   "Het werkblad: kanalen met wat ze kosten en wat er ontbreekt."},
       .allow = Allow::staff(),
       .handler = api::read(list_channels)},
      {.operation = "channels.add",
       .method = Method::post,
       .path = "/api/v1/channels",
       .summary = {"Add a channel as a draft.", "Voeg een kanaal toe als concept."},
       .allow = kWriters,
       .handler = api::write(add_one),
       .idempotency = api::Idempotency::by_key,
       .limits = {.body_bytes = kBodyMax},
       .refusals = refuses(code_taken)},
      {.operation = "channels.show",
       .method = Method::get,
       .path = "/api/v1/channels/{id}",
       .summary = {"One channel with all that is planned of it.",
                   "Eén kanaal met alles wat ervan gepland is."},
       .allow = Allow::staff(),
       .handler = api::read(show),
       .refusals = refuses(channel_unknown)},
      {.operation = "channels.change",
       .method = Method::patch,
       .path = "/api/v1/channels/{id}",
       .summary = {"Change fields of a channel; a list replaces the list.",
                   "Wijzig velden van een kanaal; een lijst vervangt de lijst."},
       .allow = kWriters,
       .handler = api::write(change_one),
       .precondition = api::Precondition::version,
       .limits = {.body_bytes = kBodyMax},
       .refusals = refuses(channel_unknown, incomplete)},
      {.operation = "channels.move",
       .method = Method::post,
       .path = "/api/v1/channels/{id}/state",
       .summary = {"Let a channel go live, pause, go on or end.",
                   "Laat een kanaal live gaan, pauzeren, doorgaan of eindigen."},
       .allow = kWriters,
       .handler = api::write(move_one),
       .precondition = api::Precondition::version,
       .refusals = refuses(channel_unknown, incomplete, move_not_allowed)},
      {.operation = "channels.restore",
       .method = Method::post,
       .path = "/api/v1/channels/{id}/restore",
       .summary = {"Bring back what an earlier version said.",
                   "Haal terug wat een eerdere versie zei."},
       .allow = kWriters,
       .handler = api::write(restore_one),
       .precondition = api::Precondition::version,
       .refusals = refuses(channel_unknown, incomplete, version_unknown)},
      {.operation = "channels.remove",
       .method = Method::del,
       .path = "/api/v1/channels/{id}",
       .summary = {"Remove a draft.", "Verwijder een concept."},
       .allow = kWriters,
       .handler = api::write(remove_one),
       .precondition = api::Precondition::version,
       .refusals = refuses(channel_unknown, not_a_draft)},
      {.operation = "channels.history",
       .method = Method::get,
       .path = "/api/v1/channels/{id}/history",
       .summary = {"Who changed what of a channel, the newest first.",
                   "Wie wat wijzigde aan een kanaal, het nieuwste eerst."},
       .allow = kCostReaders,
       .handler = api::read(history)},
      {.operation = "channels.cost",
       .method = Method::get,
       .path = "/api/v1/channels/{id}/cost",
       .summary = {"What a channel costs over a period, exactly.",
                   "Wat een kanaal over een periode precies kost."},
       .allow = kCostReaders,
       .handler = api::read(cost),
       .refusals = refuses(channel_unknown)},
      {.operation = "channels.matrix",
       .method = Method::get,
       .path = "/api/v1/channels/matrix",
       .summary = {"How every channel joins with every other one.",
                   "Hoe elk kanaal op elk ander kanaal aansluit."},
       .allow = Allow::staff(),
       .handler = api::read(show_matrix)},
      {.operation = "channels.forms",
       .method = Method::get,
       .path = "/api/v1/channels/forms",
       .summary = {"The forms a channel can have, with their kind and traits.",
                   "De vormen die een kanaal kan hebben, met soort en kenmerken."},
       .allow = Allow::staff(),
       .handler = api::read(list_forms)},
      {.operation = "channels.templates",
       .method = Method::get,
       .path = "/api/v1/channels/templates",
       .summary = {"Channels as people usually have them.",
                   "Kanalen zoals de meeste bedrijven ze hebben."},
       .allow = Allow::staff(),
       .handler = api::read(list_templates)},
      {.operation = "channels.use_templates",
       .method = Method::post,
       .path = "/api/v1/channels/templates",
       .summary = {"Add several channels from templates, joined with each other.",
                   "Voeg kanalen toe uit sjablonen, onderling verbonden."},
       .allow = kWriters,
       .handler = api::write(use_templates),
       .idempotency = api::Idempotency::by_key,
       .refusals = refuses(code_taken)},
      {.operation = "channels.export",
       .method = Method::get,
       .path = "/api/v1/channels/export",
       .summary = {"The whole worksheet as CSV, to be edited and sent back.",
                   "Het hele werkblad als CSV, om te bewerken en terug te sturen."},
       .allow = kCostReaders,
       .handler = api::read(export_csv),
       .content_type = "text/csv"},
      {.operation = "channels.preview_import",
       .method = Method::post,
       .path = "/api/v1/channels/import/preview",
       .summary = {"What a CSV file would change, and what is wrong with it.",
                   "Wat een CSV-bestand zou wijzigen, en wat er niet aan klopt."},
       .allow = kWriters,
       .handler = api::read(preview),
       .limits = {.body_bytes = kFileMax},
       .refusals = api::refuses<CsvRefusal>(),
       .content_type = "text/csv"},
      {.operation = "channels.import",
       .method = Method::post,
       .path = "/api/v1/channels/import",
       .summary = {"Carry out what a CSV file says, all of it or nothing.",
                   "Voer uit wat een CSV-bestand zegt, alles of niets."},
       .allow = kWriters,
       .handler = api::write(import_csv),
       .limits = {.body_bytes = kFileMax},
       .refusals = api::refuses<CsvRefusal>(),
       .content_type = "text/csv"},
  };
}

}  // namespace sluis::channels
