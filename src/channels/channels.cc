#include "channels/channels.h"

#include <map>

#include <fmt/format.h>

#include "channels/changes.h"
#include "channels/rules.h"
#include "channels/store.h"
#include "channels/templates.h"
#include "company/company.h"
#include "kernel/assert.h"
#include "platform/api/refusal.h"

namespace sluis::channels {
namespace {

constexpr RefusalKind kUnknown{"channel_unknown",
                               Category::not_found,
                               Retry::useless,
                               {"There is no such channel, or it is not yours to see.",
                                "Dit kanaal bestaat niet, of u mag het niet zien."}};
constexpr RefusalKind kCodeTaken{
    "channel_code_taken",
    Category::conflict,
    Retry::useless,
    {"There is already a channel with the code {0}. Choose another code.",
     "Er is al een kanaal met de code {0}. Kies een andere code."}};
constexpr RefusalKind kIncomplete{"channel_incomplete",
                                  Category::conflict,
                                  Retry::useless,
                                  {"The channel cannot go live yet. Missing: {0}.",
                                   "Het kanaal kan nog niet live. Er ontbreekt: {0}."}};
constexpr RefusalKind kMoveNotAllowed{
    "channel_move_not_allowed",
    Category::conflict,
    Retry::useless,
    {"This channel is {0} and cannot become {1}; it can become: {2}.",
     "Dit kanaal is {0} en kan niet {1} worden; het kan wel worden: {2}."}};
constexpr RefusalKind kNotADraft{
    "channel_not_a_draft",
    Category::conflict,
    Retry::useless,
    {"This channel has been live. End it instead, so that its history stays.",
     "Dit kanaal is live geweest. Beëindig het, dan blijft de geschiedenis bewaard."}};
constexpr RefusalKind kVersionUnknown{"channel_version_unknown",
                                      Category::not_found,
                                      Retry::useless,
                                      {"The trail holds no version {0} of this channel.",
                                       "Van dit kanaal is geen versie {0} bewaard."}};

constexpr Text kTemplateUnknown{"There is no template {0}.", "Er is geen sjabloon {0}."};

void load_parts(store::Snapshot& snapshot, const Sight& sight, Channel& channel) {
  if (sight.costs) channel.costs = sql::costs(snapshot, channel.id);
  channel.targets = kpis::targets_of(snapshot, kpis::subject_of(channel.id));
  channel.links = sql::links(snapshot, channel.id);
  channel.checks = sql::checks(snapshot, channel.id);
}

bool sees(const Sight& sight, const Head& channel) {
  return (!sight.partner || channel.partner == sight.partner) &&
         (!sight.location || channel.location == sight.location);
}

Channel whole(store::Snapshot& snapshot, const Sight& sight, Head head) {
  Channel channel;
  static_cast<Head&>(channel) = std::move(head);
  load_parts(snapshot, sight, channel);
  return channel;
}

// The channel at the version that the caller has seen.
Result<Channel> seen(store::Snapshot& snapshot, ChannelId id, std::int64_t version) {
  Channel channel = TRY(find(snapshot, kEverything, id));
  if (channel.version != version) return std::unexpected(stale(snapshot, id));
  return channel;
}

Listed listed(store::Snapshot& snapshot, const Sight& sight, sql::ListedRow row, Date today) {
  Listed listed;
  listed.kind = row.kind;
  listed.missing = std::move(row.missing);
  listed.kpis = row.kpis;
  static_cast<Head&>(listed) = std::move(static_cast<Head&>(row));
  if (sight.costs) listed.cost_per_month = monthly_totals(sql::costs(snapshot, listed.id), today);
  return listed;
}

// No channel joins with it any more.
Result<void> leave(store::Tx& tx, const access::Actor& actor, ChannelId id) {
  for (const ChannelId joined : sql::joined_with(tx, id)) {
    const Channel before = TRY(find(tx, kEverything, joined));
    Channel after = before;
    std::erase_if(after.links, [&](const Link& link) { return link.to == id; });
    TRY(save(tx, actor, before, std::move(after)));
  }
  return {};
}

Result<void> take_away(store::Tx& tx, const access::Actor& actor, const Channel& channel) {
  TRY_VOID(leave(tx, actor, channel.id));
  kpis::set_targets(tx, kpis::subject_of(channel.id), {});
  if (!sql::remove(tx, channel.id, channel.version)) return std::unexpected(stale(tx, channel.id));
  record(tx, actor, &channel, nullptr);
  return {};
}

// The trail's record of a channel at a version.
Result<Channel> recorded(store::Snapshot& snapshot, ChannelId id, std::int64_t version) {
  std::optional<AuditId> after;
  do {
    const auto page = access::history_of(snapshot, kEntity, to_string(id), after);
    for (const access::AuditEntry& entry : page.items) {
      auto channel = from_json<Channel>(entry.after.text);
      if (channel && channel->version == version) return channel;
    }
    after = page.next ? parse_id<AuditIdTag>(*page.next) : std::nullopt;
  } while (after);
  return refuse(ChannelRefusal::version_unknown, std::to_string(version));
}

Result<void> check_templates(const std::vector<Slug>& codes) {
  std::vector<FieldProblem> problems;
  for (std::size_t i = 0; i < codes.size(); ++i) {
    if (find_template(codes[i]) != nullptr) continue;
    problems.push_back(
        {fmt::format("/templates/{}", i), "unknown", Message(kTemplateUnknown, codes[i].text)});
  }
  if (problems.empty()) return {};
  return std::unexpected(Refusal(kind_of(JsonRefusal::invalid)).with(std::move(problems)));
}

// To the channels made beside it, else to those that bear the code of a template already.
std::vector<Link> links_of(store::Snapshot& snapshot, const Template& from,
                           const std::map<std::string_view, ChannelId>& made) {
  std::vector<Link> links;
  for (const TemplateLink& link : from.links) {
    const auto beside = made.find(link.to);
    const auto to = beside != made.end() ? std::optional(beside->second)
                                         : sql::find_code(snapshot, {std::string(link.to)});
    if (to) links.push_back({.to = *to, .state = LinkState::planned, .shares = link.shares});
  }
  return links;
}

}  // namespace

const RefusalKind& kind_of(ChannelRefusal refusal) {
  switch (refusal) {
    case ChannelRefusal::channel_unknown:
      return kUnknown;
    case ChannelRefusal::code_taken:
      return kCodeTaken;
    case ChannelRefusal::incomplete:
      return kIncomplete;
    case ChannelRefusal::move_not_allowed:
      return kMoveNotAllowed;
    case ChannelRefusal::not_a_draft:
      return kNotADraft;
    case ChannelRefusal::version_unknown:
      return kVersionUnknown;
  }
  assertion_failed("a ChannelRefusal");
}

Sight sight_of(const api::Principal& who) {
  using api::Role;
  const bool costs = who.has(Role::admin) || who.has(Role::manager) || who.has(Role::analyst);
  if (costs || who.has(Role::agent)) return {.costs = costs, .partner = {}, .location = {}};
  // Whoever is bound to a partner or a store, but to none that exists, sees nothing.
  Sight sight;
  if (who.has(Role::partner)) sight.partner = who.partner.value_or(PartnerId(-1));
  if (who.has(Role::store)) sight.location = who.location.value_or(LocationId(-1));
  return sight;
}

List list(store::Snapshot& snapshot, const Sight& sight, const Query& query, Instant now) {
  const company::Settings company = company::settings(snapshot).settings;
  const Date today = company::today(company, now);
  std::vector<sql::ListedRow> rows = sql::list(snapshot, sight, query, company.currency, today);
  List list;
  if (std::cmp_greater(rows.size(), query.limit)) {
    rows.pop_back();
    list.next = Place{rows.back().id, rows.back().sort_key};
  }
  for (sql::ListedRow& row : rows)
    list.channels.push_back(listed(snapshot, sight, std::move(row), today));
  return list;
}

Result<Channel> find(store::Snapshot& snapshot, const Sight& sight, ChannelId id) {
  auto head = sql::head(snapshot, id);
  if (!head || !sees(sight, *head)) return refuse(ChannelRefusal::channel_unknown);
  return whole(snapshot, sight, *std::move(head));
}

std::vector<Channel> all(store::Snapshot& snapshot, const Sight& sight) {
  std::vector<Channel> channels;
  for (Head& head : sql::heads(snapshot, sight))
    channels.push_back(whole(snapshot, sight, std::move(head)));
  return channels;
}

Matrix matrix(store::Snapshot& snapshot, const Sight& sight) {
  return {.channels = sql::heads(snapshot, sight), .links = sql::all_links(snapshot, sight)};
}

Result<Channel> add(store::Tx& tx, const access::Actor& actor, const Draft& draft) {
  std::vector<Channel> channels = {new_channel(tx, actor)};
  channels[0].code = free_code(code_for(draft.name), sql::codes(tx));
  apply_change(draft, channels[0]);
  TRY_VOID(insert(tx, actor, channels));
  return std::move(channels[0]);
}

Result<Channel> change(store::Tx& tx, const access::Actor& actor, ChannelId id,
                       std::int64_t version, const Change& change) {
  const Channel before = TRY(seen(tx, id, version));
  Channel after = before;
  apply_change(change, after);
  return save(tx, actor, before, std::move(after));
}

Result<Channel> move(store::Tx& tx, const access::Actor& actor, ChannelId id, std::int64_t version,
                     State to) {
  const Channel before = TRY(seen(tx, id, version));
  if (!may_move(before.state, to)) {
    return refuse(ChannelRefusal::move_not_allowed, Message(name_of(before.state)),
                  Message(name_of(to)), names_of(moves_from(before.state)));
  }
  Channel after = before;
  after.state = to;
  return save(tx, actor, before, std::move(after));
}

Result<Channel> restore(store::Tx& tx, const access::Actor& actor, ChannelId id,
                        std::int64_t version, std::int64_t earlier) {
  const Channel before = TRY(seen(tx, id, version));
  Channel after = TRY(recorded(tx, id, earlier));
  after.version = before.version;
  after.state = before.state;
  after.changed = before.changed;
  return save(tx, actor, before, std::move(after));
}

Result<void> remove(store::Tx& tx, const access::Actor& actor, ChannelId id, std::int64_t version) {
  const Channel before = TRY(seen(tx, id, version));
  if (before.state != State::draft) return refuse(ChannelRefusal::not_a_draft);
  return take_away(tx, actor, before);
}

Result<void> discard(store::Tx& tx, const access::Actor& actor, ChannelId id) {
  return take_away(tx, actor, TRY(find(tx, kEverything, id)));
}

Result<std::vector<Channel>> add_from_templates(store::Tx& tx, const access::Actor& actor,
                                                const std::vector<Slug>& codes, Language language) {
  TRY_VOID(check_templates(codes));
  const Date today = company::today(company::settings(tx).settings, actor.now);
  std::vector<Slug> taken = sql::codes(tx);
  std::map<std::string_view, ChannelId> made;  // by the code of their template
  std::vector<Channel> channels;
  for (const Slug& code : codes) {
    Channel& channel = channels.emplace_back(new_channel(tx, actor));
    fill(channel, *find_template(code), language, today);
    channel.code = free_code(channel.code, taken);
    taken.push_back(channel.code);
    made.emplace(code.text, channel.id);
  }
  for (std::size_t i = 0; i < codes.size(); ++i)
    channels[i].links = links_of(tx, *find_template(codes[i]), made);
  TRY_VOID(insert(tx, actor, channels));
  return channels;
}

}  // namespace sluis::channels
