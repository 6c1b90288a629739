#include "contacts/telephone/telephone.h"

#include <fmt/format.h>

#include "contacts/queue/floor.h"
#include "contacts/store.h"
#include "contacts/teams/store.h"
#include "contacts/telephone/store.h"
#include "platform/secrets/secrets.h"

namespace sluis::contacts {
namespace {

constexpr std::chrono::minutes kRingsAtMost{5};
constexpr std::chrono::hours kLastsAtMost{4};
constexpr std::chrono::minutes kCodeHolds{15};
constexpr int kTries = 8;
constexpr std::uint32_t kCodes = 1'000'000;

// Whose telephones ring, as far as they are known here.
struct RangFact {
  ContactId id;
  State state;
  TeamId team;
  std::vector<UserId> ringing;
};
BOOST_DESCRIBE_STRUCT(RangFact, (), (id, state, team, ringing))

std::vector<UserId> agents_of(store::Snapshot& snapshot, const CallNews& news) {
  std::vector<UserId> agents;
  for (const std::string& one : news.users) {
    if (const auto user = sql::agent_with(snapshot, one)) agents.push_back(*user);
  }
  return agents;
}

// Whoever hides their number is nobody.
std::optional<IdentityId> identity_of(const Desk& desk, const std::string& number) {
  const auto known =
      consent::remember_identity(desk.tx, identities::Kind::phone, number, desk.actor.now);
  return known ? std::optional(*known) : std::nullopt;
}

std::string customers_number(const CallNews& news) {
  const std::string& number = news.direction == Direction::in ? news.from : news.to;
  return number.substr(0, 40);
}

Contact drawn_up(const Desk& desk, TeamId team, Kind kind) {
  Contact contact{.id = desk.actor.ids.next<ContactId>(),
                  .version = 1,
                  .kind = kind,
                  .team = team,
                  .channel = team_of(desk.tx, team).channel,
                  .created = desk.actor.now};
  contact.rank = contact.created.micros();
  return contact;
}

// The call as it is known, with its contact: made when this is the first that is heard of it.
sql::Call call_of(const Desk& desk, const TelephoneLine& line, const CallNews& news) {
  if (auto known = sql::call(desk.tx, news.call_id, line.id)) return *std::move(known);
  Contact contact = drawn_up(desk, line.team, Kind::telephone);
  const std::string number = customers_number(news);
  contact.identity = identity_of(desk, number);
  contact.due = desk.actor.now + kRingsAtMost;
  sql::insert(desk.tx, contact);
  Caller caller;
  caller.phone = {number};
  sql::insert(desk.tx, contact.id, caller);
  tell(desk, contact, {.what = "asked"});
  const sql::Call call{.call_id = news.call_id,
                       .line = line.id,
                       .contact_id = contact.id,
                       .number = number,
                       .direction = news.direction,
                       .moment = desk.actor.now};
  sql::keep(desk.tx, call);
  outbox::append(desk.tx, desk.actor.now, "contacts.call_rang",
                 RangFact{contact.id, contact.state, contact.team, agents_of(desk.tx, news)});
  return call;
}

void answer(const Desk& desk, const CallNews& news, ContactId id) {
  Contact contact = *sql::take(desk.tx, id);
  const auto to = after(contact.state, Act::pick);
  if (!to) return;
  const auto agents = agents_of(desk.tx, news);
  contact.state = *to;
  if (agents.empty()) {
    contact.answered = desk.actor.now;
    contact.waited_s = (desk.actor.now - contact.created) / std::chrono::seconds(1);
  } else {
    sql::take_call(desk.tx, agents.front());
    begin_handling(desk, contact, agents.front());
  }
  contact.due = desk.actor.now + kLastsAtMost;
  sql::settle(desk.tx, contact);
  tell(desk, contact, {.what = "accepted"});
}

void hang_up(const Desk& desk, sql::Call call) {
  call.ended = true;
  sql::keep(desk.tx, call);
  Contact contact = *sql::take(desk.tx, *call.contact_id);
  const auto to = after(contact.state, Act::leave);
  if (!to) return;
  contact.state = *to;
  if (contact.state == State::wrap_up && contact.agent) {
    begin_wrap_up(desk, contact);
  } else {
    if (contact.state == State::wrap_up) contact.state = State::ended;
    close(desk, contact);
  }
  sql::settle(desk.tx, contact);
  tell(desk, contact, {.what = "left"});
}

std::string random_code() {
  const std::string bytes = secrets::random_bytes(4);
  std::uint32_t number = 0;
  for (const char byte : bytes)
    number = number << 8 | static_cast<unsigned char>(byte);
  return fmt::format("{:06}", number % kCodes);
}

Result<std::optional<IdentityId>> identity_of(const Desk& desk, const ByHand& draft) {
  if (draft.code) {
    const auto bound = sql::use_code(desk.tx, draft.code->text, desk.actor.now);
    if (!bound) return refuse(CallRefusal::code_unknown);
    return bound;
  }
  if (draft.phone && !draft.phone->text.empty()) {
    return TRY(consent::remember_identity(desk.tx, identities::Kind::phone, draft.phone->text,
                                          desk.actor.now));
  }
  return std::nullopt;
}

Result<TeamId> team_for(const Desk& desk, UserId user, const ByHand& draft) {
  if (draft.team) return TRY(team(desk.tx, *draft.team)).id;
  const auto teams = sql::teams_of(desk.tx, user);
  if (teams.empty()) return refuse(ContactRefusal::team_unknown);
  return teams.front();
}

}  // namespace

// ---- Exchanges

Result<NewLine> add_line(store::Tx& tx, const access::Actor& actor, const LineDraft& draft) {
  TRY_VOID(team(tx, draft.team));
  const std::string token = secrets::random_token();
  const TelephoneLine line{actor.ids.next<LineId>(), draft.name, draft.team, true};
  sql::insert(tx, line, hash_of(token));
  access::audit(tx, actor,
                {.entity = "telephone_line",
                 .id = to_string(line.id),
                 .action = "created",
                 .after = Json{to_json(line)}});
  NewLine made;
  static_cast<TelephoneLine&>(made) = line;
  made.path = "/api/v1/cti/" + token;
  return made;
}

std::vector<TelephoneLine> lines(store::Snapshot& snapshot) {
  return sql::lines(snapshot);
}

Result<void> hear_call(const Desk& desk, std::string_view token, const CallNews& news) {
  const auto line = sql::line(desk.tx, hash_of(token));
  if (!line) return refuse(CallRefusal::line_unknown);
  sql::take_floor(desk.tx);
  const sql::Call call = call_of(desk, *line, news);
  switch (news.event) {
    case CallEvent::new_call:
      // Its end came before its beginning.
      if (call.ended) hang_up(desk, call);
      break;
    case CallEvent::answer:
      if (!call.ended) answer(desk, news, *call.contact_id);
      break;
    case CallEvent::hangup:
      hang_up(desk, call);
      break;
  }
  return {};
}

// ---- Without any link

Result<SpokenCode> make_code(store::Tx& tx, const access::Actor& actor,
                             const Line<1, 254>& device) {
  const IdentityId identity =
      TRY(consent::remember_identity(tx, identities::Kind::device, device.text, actor.now));
  SpokenCode spoken{.code = {}, .expires = actor.now + kCodeHolds};
  for (int i = 0; i < kTries; ++i) {
    spoken.code = random_code();
    if (sql::insert_code(tx, spoken.code, identity, spoken.expires, actor.now)) return spoken;
  }
  return refuse(CallRefusal::no_code_free);
}

Result<Contact> write_down(const Desk& desk, UserId user, const ByHand& draft) {
  sql::take_floor(desk.tx);
  TRY_VOID(agent(desk.tx, user));
  const TeamId team = TRY(team_for(desk, user, draft));
  Contact contact = drawn_up(desk, team, draft.kind.value_or(Kind::telephone));
  contact.identity = TRY(identity_of(desk, draft));
  contact.state = State::active;
  if (takes_whole(contact.kind)) {
    sql::take_call(desk.tx, user);
  } else if (!sql::take_room(desk.tx, user, contact.kind)) {
    return refuse(ContactRefusal::no_room);
  }
  begin_handling(desk, contact, user);
  sql::insert(desk.tx, contact);
  Caller caller;
  if (draft.name) caller.name = *draft.name;
  if (draft.phone) caller.phone = *draft.phone;
  if (draft.question) caller.question = *draft.question;
  sql::insert(desk.tx, contact.id, caller);
  tell(desk, contact, {.what = "written_down"});
  return contact;
}

}  // namespace sluis::contacts
