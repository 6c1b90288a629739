#include "contacts/telling.h"

#include <fmt/format.h>

#include "contacts/store.h"
#include "kernel/assert.h"
#include "platform/outbox/outbox.h"

namespace sluis::contacts {
namespace {

constexpr std::string_view kOwnSource = "contacts";

struct ContactFact {
  ContactId id;
  Kind kind;
  State state;
  TeamId team;
  std::optional<TeamId> from;
  std::optional<UserId> agent;
};
BOOST_DESCRIBE_STRUCT(ContactFact, (), (id, kind, state, team, from, agent))

struct PresenceFact {
  UserId id;
  Presence presence;
};
BOOST_DESCRIBE_STRUCT(PresenceFact, (), (id, presence))

// What the log keeps of a contact beside who, where and how long.
struct Props {
  ContactId contact;
  Kind kind;
  State state;
  TeamId team;
  std::optional<UserId> agent;
  Outcome outcome;
  std::int64_t waited_s;
  std::string order;
};
BOOST_DESCRIBE_STRUCT(Props, (), (contact, kind, state, team, agent, outcome, waited_s, order))

// A source that is there from the first contact on.
SourceId own_source(const Desk& desk, ChannelId channel) {
  const Slug code{std::string(kOwnSource)};
  if (const auto found = events::source_named(desk.tx, code)) return found->id;
  events::SourceDraft draft;
  draft.name = {"Contacts"};
  draft.code = code;
  draft.channel = channel;
  draft.precedence = events::Precedence::own;
  const auto added = events::add_source(desk.tx, desk.actor, draft);
  if (!added) throw store::Error(store::Failure::contended, "the source was added meanwhile");
  return added->id;
}

std::string_view kind_of_event(const Contact& contact) {
  if (contact.state == State::ended || contact.answered) return "contact_closed";
  return "call_abandoned";
}

}  // namespace

void tell(const Desk& desk, const Contact& contact, const Deed& deed) {
  sql::insert(desk.tx, Note{.contact_id = contact.id,
                            .id = desk.actor.ids.next<NoteId>(),
                            .moment = desk.actor.now,
                            .actor = desk.actor.name,
                            .what = std::string(deed.what),
                            .agent = contact.agent,
                            .team = contact.team,
                            .note = deed.note});
  outbox::append(
      desk.tx, desk.actor.now, fmt::format("contacts.contact_{}", deed.what),
      ContactFact{contact.id, contact.kind, contact.state, contact.team, deed.from, contact.agent});
}

void tell_presence(const Desk& desk, const Agent& agent) {
  outbox::append(desk.tx, desk.actor.now, "contacts.presence_changed",
                 PresenceFact{agent.user_id, agent.presence});
}

void report(const Desk& desk, const Contact& contact) {
  const std::string channel =
      channels::find(desk.tx, channels::kEverything, contact.channel).value().code.text;
  std::optional<identities::Identity> who;
  if (contact.identity) who = identities::find(desk.tx, *contact.identity);
  const std::string message_id = fmt::format("{}:closed", to_string(contact.id));
  const std::string props =
      to_json(Props{contact.id, contact.kind, contact.state, contact.team, contact.agent,
                    contact.outcome, contact.waited_s, contact.order_reference.text});
  events::Draft draft;
  draft.message_id = message_id;
  draft.kind = kind_of_event(contact);
  draft.channel = channel;
  draft.duration_s = contact.handled_s;
  draft.props = props;
  if (who) draft.identities = {{who->kind, who->value}};
  const events::Arrival arrival{.sender = {.source = own_source(desk, contact.channel), .key = {}},
                                .received = desk.actor.now,
                                .drafts = std::span(&draft, 1)};
  // Whoever refuses to be observed stays out of the log; the contact itself is kept.
  const auto verdicts = events::append(desk.tx, desk.intake, desk.actor.ids, arrival);
  SLUIS_ASSERT(verdicts.front().outcome != events::Outcome::quarantined);
}

}  // namespace sluis::contacts
