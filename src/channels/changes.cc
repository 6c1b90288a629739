#include "channels/changes.h"

#include <algorithm>
#include <iterator>

#include <fmt/format.h>

#include "channels/rules.h"
#include "channels/store.h"
#include "company/company.h"
#include "platform/api/refusal.h"
#include "platform/outbox/outbox.h"

namespace sluis::channels {
namespace {

constexpr Text kOwnerUnknown{"There is no active user with this id.",
                             "Er is geen actieve gebruiker met dit id."};
constexpr Text kChannelUnknown{"There is no channel with this id.",
                               "Er is geen kanaal met dit id."};
constexpr Text kPresentVersion{"The present version is {0}.", "De huidige versie is {0}."};

struct ChannelFact {
  ChannelId id;
  Slug code;
  std::int64_t version;
};
BOOST_DESCRIBE_STRUCT(ChannelFact, (), (id, code, version))

void append(std::vector<FieldProblem>& all, std::vector<FieldProblem> more) {
  std::ranges::move(more, std::back_inserter(all));
}

bool has_link(const Channel* channel, ChannelId to) {
  return channel != nullptr && std::ranges::count(channel->links, to, &Link::to) != 0;
}

// An owner who left later, or a channel that was there before, is no reason to refuse a change.
std::vector<FieldProblem> unknown_names(store::Snapshot& snapshot, const Channel* before,
                                        const Channel& after) {
  std::vector<FieldProblem> problems;
  const bool new_owner = after.owner && (before == nullptr || before->owner != after.owner);
  if (new_owner) {
    const auto owner = access::person(snapshot, *after.owner);
    if (!owner || !owner->active) problems.push_back({"/owner", "unknown", Message(kOwnerUnknown)});
  }
  for (std::size_t i = 0; i < after.links.size(); ++i) {
    const ChannelId to = after.links[i].to;
    if (has_link(before, to) || sql::exists(snapshot, to)) continue;
    problems.push_back({fmt::format("/links/{}/to", i), "unknown", Message(kChannelUnknown)});
  }
  return problems;
}

Result<void> check(store::Snapshot& snapshot, const Channel* before, const Channel& after) {
  auto problems = problems_with(snapshot, before, after);
  if (!problems.empty()) {
    return std::unexpected(Refusal(kind_of(JsonRefusal::invalid)).with(std::move(problems)));
  }
  const std::vector<Need> needs = missing(after);
  if (after.state == State::draft || needs.empty()) return {};
  return std::unexpected(
      Refusal(kind_of(ChannelRefusal::incomplete), names_of(needs)).with(missing_problems(needs)));
}

std::string_view action_of(const Channel* before, const Channel* after) {
  if (before == nullptr) return "added";
  if (after == nullptr) return "removed";
  if (before->state == after->state) return "changed";
  switch (after->state) {
    case State::live:
      return "went_live";
    case State::paused:
      return "paused";
    case State::ended:
      return "ended";
    case State::draft:
      return "changed";
  }
  assertion_failed("a State");
}

void store_parts(store::Tx& tx, const Channel& before, const Channel& after) {
  sql::replace_parts(tx, before, after);
  if (before.targets != after.targets) {
    kpis::set_targets(tx, kpis::subject_of(after.id), after.targets);
  }
}

}  // namespace

Channel new_channel(store::Snapshot& snapshot, const access::Actor& actor) {
  Channel channel;
  channel.id = actor.ids.next<ChannelId>();
  channel.version = 1;
  channel.currency = company::settings(snapshot).settings.currency;
  channel.created = actor.now;
  channel.changed = actor.now;
  return channel;
}

std::vector<FieldProblem> problems_with(store::Snapshot& snapshot, const Channel* before,
                                        const Channel& after) {
  std::vector<FieldProblem> problems = problems_of(after);
  append(problems, unknown_names(snapshot, before, after));
  append(problems, kpis::problems_of(snapshot, after.targets, "/targets"));
  return problems;
}

Result<void> insert(store::Tx& tx, const access::Actor& actor, std::vector<Channel>& channels) {
  for (Channel& channel : channels) {
    settle_checks({}, channel.checks, actor.name, actor.now);
    if (!sql::insert(tx, channel)) return refuse(ChannelRefusal::code_taken, channel.code.text);
  }
  for (const Channel& channel : channels) {
    TRY_VOID(check(tx, nullptr, channel));
    store_parts(tx, {}, channel);
    record(tx, actor, nullptr, &channel);
  }
  return {};
}

Result<Channel> save(store::Tx& tx, const access::Actor& actor, const Channel& before,
                     Channel after) {
  settle_checks(before.checks, after.checks, actor.name, actor.now);
  if (after == before) return before;
  TRY_VOID(check(tx, &before, after));
  after.version = before.version + 1;
  after.changed = actor.now;
  if (!sql::update(tx, after, before.version)) return std::unexpected(stale(tx, before.id));
  store_parts(tx, before, after);
  record(tx, actor, &before, &after);
  return after;
}

void record(store::Tx& tx, const access::Actor& actor, const Channel* before,
            const Channel* after) {
  const std::string_view action = action_of(before, after);
  const Channel& latest = after != nullptr ? *after : *before;
  access::audit(tx, actor,
                {.entity = kEntity,
                 .id = to_string(latest.id),
                 .action = action,
                 .before = before != nullptr ? Json{to_json(*before)} : Json{},
                 .after = after != nullptr ? Json{to_json(*after)} : Json{}});
  outbox::append(tx, actor.now, fmt::format("channels.channel_{}", action),
                 ChannelFact{latest.id, latest.code, latest.version});
}

Refusal stale(store::Snapshot& snapshot, ChannelId id) {
  const auto present = sql::head(snapshot, id);
  if (!present) return Refusal(kind_of(ChannelRefusal::channel_unknown));
  return Refusal(kind_of(api::ApiRefusal::version_changed))
      .with({{"/version", "version", Message(kPresentVersion, std::to_string(present->version))}});
}

}  // namespace sluis::channels
