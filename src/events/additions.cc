#include "events/additions.h"

#include "events/rules.h"
#include "events/sources.h"
#include "events/store.h"
#include "kernel/assert.h"

namespace sluis::events {
namespace {

constexpr std::size_t kChannelsMost = 500;
constexpr std::string_view kUsual = "webshop";  // the template where nothing else is said

// The template of that code, or a channel of no special form.
channels::Head added_channel(store::Tx& tx, const access::Actor& actor, const Slug& code,
                             std::string_view name) {
  auto from_template = channels::add_from_templates(tx, actor, {code}, Language::nl);
  if (from_template) return from_template->front();
  channels::Draft draft;
  draft.name = {std::string(name)};
  draft.form = channels::Form::other_internet;
  draft.code = code;
  // The code was free and nothing else is said of it; so another unit took it meanwhile.
  const auto added = channels::add(tx, actor, draft);
  if (!added) throw store::Error(store::Failure::contended, "the channel was added meanwhile");
  return *added;
}

// The only live channel on the internet, else the only one, else one from the usual template.
ChannelId usual_channel(store::Tx& tx, const access::Actor& actor, Known& known) {
  std::vector<const channels::Head*> live;
  std::vector<const channels::Head*> all;
  for (const auto& [code, channel] : known.channels) {
    if (channels::kind_of(channel.form) != channels::Kind::internet) continue;
    all.push_back(&channel);
    if (channel.state == channels::State::live) live.push_back(&channel);
  }
  if (live.size() == 1) return live.front()->id;
  if (all.size() == 1) return all.front()->id;
  if (const auto usual = known.channels.find(kUsual); usual != known.channels.end()) {
    return usual->second.id;
  }
  const channels::Head added = added_channel(tx, actor, {std::string(kUsual)}, kUsual);
  known.add(added);
  return added.id;
}

Source new_source(store::Tx& tx, const access::Actor& actor, Known& known, const Sender& sender) {
  const std::string name = access::key_name(tx, sender.key).value_or("source");
  SourceDraft draft;
  draft.name = {name};
  draft.channel = usual_channel(tx, actor, known);
  draft.key = sender.key;
  draft.precedence =
      sender.scope == api::KeyScope::track ? Precedence::browser : Precedence::server;
  // Whoever was first to send with this key made it meanwhile: then that one holds.
  auto added = add_source(tx, actor, draft);
  if (!added) throw store::Error(store::Failure::contended, "the key got a source meanwhile");
  return *std::move(added);
}

}  // namespace

bool joins_worksheet(std::size_t channels, std::string_view code) {
  return channels < kChannelsMost && TextForm<Slug>::parse(code).has_value();
}

bool may_add_channel(const Known& known, const Source& source, std::string_view code) {
  return source.precedence != Precedence::browser && joins_worksheet(known.channels.size(), code);
}

std::shared_ptr<const Known> with_additions(store::Tx& tx, Intake& intake, IdSource& ids,
                                            const Arrival& arrival) {
  const auto before = intake.known();
  Known known = known_of(tx, before->pepper);
  const access::Actor actor{.name = arrival.sender.source ? to_string(*arrival.sender.source)
                                                          : to_string(arrival.sender.key),
                            .peer = "",
                            .now = arrival.received,
                            .ids = ids};
  auto source = known.source_of(arrival.sender);
  if (!source) {
    SLUIS_ASSERT(!arrival.sender.source);
    known.add(new_source(tx, actor, known, arrival.sender));
    source = known.source_of(arrival.sender);
  }
  for (const Draft& draft : arrival.drafts) {
    if (draft.channel.empty() || known.channels.contains(draft.channel)) continue;
    if (!may_add_channel(known, *source, draft.channel)) continue;
    known.add(added_channel(tx, actor, {std::string(draft.channel)}, draft.channel));
  }
  auto shared = std::make_shared<const Known>(known);
  tx.after_commit([&intake, before, known = std::move(known)]() mutable {
    intake.adopt(before, std::move(known));
  });
  return shared;
}

}  // namespace sluis::events
