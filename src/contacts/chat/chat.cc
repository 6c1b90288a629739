#include "contacts/chat/chat.h"

#include <algorithm>

#include "consent/consent.h"
#include "contacts/chat/store.h"
#include "contacts/queue/floor.h"
#include "contacts/store.h"
#include "contacts/teams/store.h"
#include "kernel/assert.h"
#include "kernel/fold.h"
#include "platform/api/refusal.h"
#include "platform/secrets/secrets.h"

namespace sluis::contacts {
namespace {

// More than anybody types; a program that floods is told to wait.
constexpr std::int64_t kSaidMost = 20;
constexpr std::chrono::seconds kSaidWithin{10};
constexpr std::int64_t kLooksBack = 100;

constexpr std::string_view kPageShown = "page_shown";
constexpr std::string_view kPageHidden = "page_hidden";
constexpr std::size_t kPageChangesMost = 100;

// The other side hears that there is something to ask for; the words stay in their table.
struct MessageFact {
  ContactId id;
  std::int64_t number = 0;
  Sender sender = Sender::customer;
  TeamId team;
  std::optional<UserId> agent;
};
BOOST_DESCRIBE_STRUCT(MessageFact, (), (id, number, sender, team, agent))

Result<void> check_speed(const Desk& desk, ContactId id, std::int64_t number) {
  const auto said = sql::said_since(desk.tx, id, number - kLooksBack, desk.actor.now - kSaidWithin);
  if (said < kSaidMost) return {};
  return std::unexpected(
      Refusal(kind_of(ChatRefusal::chat_too_fast)).after(static_cast<int>(kSaidWithin.count())));
}

// The number is taken first: who says something in the same contact waits for the end of this unit,
// so that what came before is seen.
Result<Message> say(const Desk& desk, const Contact& contact, Message message) {
  const auto number = sql::take_number(desk.tx, contact.id);
  if (!number) return refuse(ChatRefusal::chat_over);
  if (auto before = sql::message_of(desk.tx, contact.id, message.sender, message.client_id)) {
    sql::give_number_back(desk.tx, contact.id);
    return *std::move(before);
  }
  if (message.sender == Sender::customer) TRY_VOID(check_speed(desk, contact.id, *number));
  message.contact_id = contact.id;
  message.number = *number;
  message.moment = desk.actor.now;
  sql::insert(desk.tx, message);
  outbox::append(desk.tx, desk.actor.now, "contacts.message_said",
                 MessageFact{contact.id, *number, message.sender, contact.team, contact.agent});
  return message;
}

Message drawn_up(Sender sender, const MessageDraft& draft, const std::optional<SentFile>& file) {
  Message message{.sender = sender, .client_id = draft.client_id, .text = draft.text};
  if (file) {
    message.file = file->name;
    message.file_type = file->media_type;
    message.file_bytes = file->bytes;
  }
  return message;
}

bool names_somebody(const ContactDraft& draft) {
  const auto filled_in = [](const auto& text) { return text && !text->text.empty(); };
  return draft.identity || filled_in(draft.email) || filled_in(draft.phone);
}

// Whoever says something after all has not gone.
Result<void> resume(const Desk& desk, ContactId id) {
  Contact contact = TRY(taken(desk, id, Act::resume));
  contact.ended.reset();
  contact.due.reset();
  sql::settle(desk.tx, contact);
  tell(desk, contact, {.what = "resumed"});
  return {};
}

}  // namespace

Result<Message> say_as_agent(const Desk& desk, UserId user, ContactId id, const MessageDraft& draft,
                             const std::optional<SentFile>& file) {
  const auto contact = sql::contact(desk.tx, id);
  if (!contact) return refuse(ContactRefusal::contact_unknown);
  if (contact->agent != user) return refuse(ContactRefusal::contact_not_yours);
  if (contact->state != State::active && contact->state != State::wrap_up) {
    return refuse(ContactRefusal::act_not_allowed, enum_name(contact->state));
  }
  Message message = drawn_up(Sender::agent, draft, file);
  message.agent = user;
  return say(desk, *contact, std::move(message));
}

Result<Message> say_as_customer(const Desk& desk, ContactId id, const MessageDraft& draft,
                                const std::optional<SentFile>& file) {
  auto contact = sql::contact(desk.tx, id);
  if (!contact) return refuse(ContactRefusal::contact_unknown);
  if (contact->state == State::wrap_up) {
    TRY_VOID(resume(desk, id));
    contact = sql::contact(desk.tx, id);
  }
  return say(desk, *contact, drawn_up(Sender::customer, draft, file));
}

std::vector<Message> messages(store::Snapshot& snapshot, ContactId id, std::int64_t after,
                              std::int64_t limit) {
  return sql::messages(snapshot, id, after, limit);
}

Result<Visit> begin_visit(const Desk& desk, ContactDraft draft, std::optional<IdentityId> device) {
  if (!names_somebody(draft)) draft.identity = device;
  const Contact contact = TRY(ask(desk, draft));
  Visit visit{.token = secrets::random_token(), .contact = contact.id};
  sql::insert_visitor(desk.tx, hash_of(visit.token), contact.id, device);
  return visit;
}

std::optional<IdentityId> followed(store::Snapshot& snapshot, const DeviceName& name, Instant now) {
  const auto id = consent::find_identity(snapshot, identities::Kind::device, name.text);
  if (!id || !*id || !identities::find(snapshot, **id)) return std::nullopt;
  const auto person = identities::identities_of(snapshot, identities::customer_of(snapshot, **id));
  const auto verdict =
      consent::allowed(snapshot, person, consent::Means::web, consent::Purpose::tracking, now);
  using enum consent::Reason;
  if (verdict.reason == objected || verdict.reason == withdrawn) return std::nullopt;
  return *id;
}

Result<ContactId> contact_of_visit(store::Snapshot& snapshot, std::string_view token) {
  const auto found = sql::visitor(snapshot, hash_of(token));
  if (!found) return refuse(ChatRefusal::visit_unknown);
  return *found;
}

Result<void> show_page(const Desk& desk, ContactId id, bool shown) {
  sql::take_floor(desk.tx);
  const auto contact = sql::contact(desk.tx, id);
  if (!contact) return refuse(ContactRefusal::contact_unknown);
  std::vector<Note> changes = sql::timeline(desk.tx, id);
  std::erase_if(changes, [](const Note& note) {
    return note.what != kPageShown && note.what != kPageHidden;
  });
  const bool is_shown = !changes.empty() && changes.back().what == kPageShown;
  if (shown == is_shown) return {};
  if (shown && contact->state != State::active)
    return refuse(ContactRefusal::act_not_allowed, enum_name(contact->state));
  if (shown && changes.size() >= kPageChangesMost) return refuse(ChatRefusal::chat_too_fast);
  tell(desk, *contact, {.what = shown ? kPageShown : kPageHidden});
  return {};
}

Result<void> rate(const Desk& desk, ContactId id, const Rating& rating) {
  const auto contact = sql::contact(desk.tx, id);
  if (!contact) return refuse(ContactRefusal::contact_unknown);
  if (!contact->ended || !contact->answered) return refuse(ChatRefusal::not_yet_over);
  sql::set_rating(desk.tx, id, rating, desk.actor.now);
  tell(desk, *contact, {.what = "rated"});
  return {};
}

// ---- Answers

namespace {

void record(store::Tx& tx, const access::Actor& actor, const Answer* before, const Answer& after) {
  access::audit(tx, actor,
                {.entity = "answer",
                 .id = to_string(after.id),
                 .action = before == nullptr ? "created" : "changed",
                 .before = before == nullptr ? Json{} : Json{to_json(*before)},
                 .after = Json{to_json(after)}});
  outbox::append(tx, actor.now, "contacts.answer_changed", after);
}

bool is_found(const Answer& answer, std::string_view search) {
  const std::string all =
      folded(answer.code.text) + " " + folded(answer.title.text) + " " + folded(answer.text.text);
  std::string_view rest = search;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find(' '), rest.size());
    if (!all.contains(rest.substr(0, end))) return false;
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return true;
}

}  // namespace

Result<Answer> add_answer(store::Tx& tx, const access::Actor& actor, const AnswerDraft& draft) {
  Answer answer{.id = actor.ids.next<AnswerId>(), .version = 1};
  apply_change(draft, answer);
  if (!sql::insert(tx, answer)) return refuse(ChatRefusal::answer_code_taken, answer.code.text);
  record(tx, actor, nullptr, answer);
  return answer;
}

Result<Answer> change_answer(store::Tx& tx, const access::Actor& actor, AnswerId id,
                             std::int64_t version, const AnswerChange& change) {
  const auto before = sql::answer(tx, id);
  if (!before) return refuse(ChatRefusal::answer_unknown);
  if (before->version != version) return refuse(api::ApiRefusal::version_changed);
  Answer after = *before;
  apply_change(change, after);
  if (after == *before) return after;
  after.version = version + 1;
  if (!sql::update(tx, after, version)) return refuse(api::ApiRefusal::version_changed);
  record(tx, actor, &*before, after);
  return after;
}

std::vector<Answer> answers(store::Snapshot& snapshot, std::string_view search) {
  std::vector<Answer> all = sql::answers(snapshot);
  const std::string words = folded(search);
  std::erase_if(all, [&](const Answer& one) { return !one.active || !is_found(one, words); });
  return all;
}

std::string filled(std::string_view text, const About& about) {
  const std::pair<std::string_view, const std::string&> values[] = {
      {"{name}", about.name}, {"{agent}", about.agent}, {"{team}", about.team}};
  std::string out;
  while (!text.empty()) {
    const auto value =
        std::ranges::find_if(values, [&](const auto& one) { return text.starts_with(one.first); });
    if (value == std::end(values)) {
      out.push_back(text.front());
      text.remove_prefix(1);
    } else {
      if (value->second.empty() && out.ends_with(' ')) out.pop_back();
      out += value->second;
      text.remove_prefix(value->first.size());
    }
  }
  return out;
}

}  // namespace sluis::contacts
