// What is said in a contact: numbered messages, of which each side asks for those behind the last
// that it saw, so that nothing is lost and nothing is there twice, whatever happens to connections.
#pragma once

#include "contacts/contacts.h"

namespace sluis::contacts {

enum class ChatRefusal : std::uint8_t {
  chat_over,
  chat_too_fast,
  visit_unknown,
  answer_unknown,
  answer_code_taken,
  not_yet_over,
};
BOOST_DESCRIBE_ENUM(ChatRefusal, chat_over, chat_too_fast, visit_unknown, answer_unknown,
                    answer_code_taken, not_yet_over)
const RefusalKind& kind_of(ChatRefusal refusal);

enum class Sender : std::uint8_t { customer, agent };
BOOST_DESCRIBE_ENUM(Sender, customer, agent)

using ClientId = Line<1, 64>;
using Words = Prose<4000>;

// A file as it is told of (attachments.h).
using FileName = Line<1, 120>;
struct SentFile {
  FileName name;
  std::string media_type;
  std::int64_t bytes = 0;
};

struct Message {
  ContactId contact_id;
  std::int64_t number = 0;  // from 1
  Sender sender = Sender::customer;
  std::optional<UserId> agent;
  ClientId client_id;  // the sender's own name for it
  Words text;
  Instant moment;
  std::optional<FileName> file;  // that was sent, in place of words
  std::optional<std::string> file_type;
  std::optional<std::int64_t> file_bytes;
  bool operator==(const Message&) const = default;
};
BOOST_DESCRIBE_STRUCT(Message, (),
                      (contact_id, number, sender, agent, client_id, text, moment, file, file_type,
                       file_bytes))

struct MessageDraft {
  ClientId client_id;
  Words text;
};
BOOST_DESCRIBE_STRUCT(MessageDraft, (), (client_id, text))

// The one that is there already when it was sent before.
Result<Message> say_as_agent(const Desk& desk, UserId user, ContactId id, const MessageDraft& draft,
                             const std::optional<SentFile>& file = std::nullopt);
Result<Message> say_as_customer(const Desk& desk, ContactId id, const MessageDraft& draft,
                                const std::optional<SentFile>& file = std::nullopt);
std::vector<Message> messages(store::Snapshot& snapshot, ContactId id, std::int64_t after,
                              std::int64_t limit);

// ---- Visitors

Result<ContactId> contact_of_visit(store::Snapshot& snapshot, std::string_view token);

// The browser that a tracker called by this name. It is silent until its visitor agrees, so one
// that the log knows has agreed; nothing of one that it does not know, or that takes it back.
using DeviceName = Line<1, 254>;
std::optional<IdentityId> followed(store::Snapshot& snapshot, const DeviceName& name, Instant now);

// The visitor lets who has the contact see the page they are on, or no longer: a line of its
// timeline each time that it changes. Pictures of the page are kept nowhere.
Result<void> show_page(const Desk& desk, ContactId id, bool shown);

struct Rating {
  Whole<1, 5> rating;
  std::optional<Prose<1000>> remark;
};
BOOST_DESCRIBE_STRUCT(Rating, (), (rating, remark))
// Once it is over; the last one counts.
Result<void> rate(const Desk& desk, ContactId id, const Rating& rating);

// ---- Answers that are ready. {name}, {agent} and {team} stand for whom it is about.

struct AnswerIdTag {
  static constexpr std::string_view prefix = "ans";
};
using AnswerId = Id<AnswerIdTag>;
struct Answer {
  AnswerId id;
  std::int64_t version = 0;
  Slug code;  // "/hours"
  Line<1, 120> title;
  std::optional<Tongue> language;  // none: any
  Words text;
  bool active = true;
  bool operator==(const Answer&) const = default;
};
BOOST_DESCRIBE_STRUCT(Answer, (), (id, version, code, title, language, text, active))
struct AnswerDraft {
  Slug code;
  Line<1, 120> title;
  std::optional<Tongue> language;
  Words text;
};
BOOST_DESCRIBE_STRUCT(AnswerDraft, (), (code, title, language, text))
struct AnswerChange {
  Patch<Line<1, 120>> title;
  Patch<std::optional<Tongue>> language;
  Patch<Words> text;
  Patch<bool> active;
};
BOOST_DESCRIBE_STRUCT(AnswerChange, (), (title, language, text, active))
Result<Answer> add_answer(store::Tx& tx, const access::Actor& actor, const AnswerDraft& draft);
Result<Answer> change_answer(store::Tx& tx, const access::Actor& actor, AnswerId id,
                             std::int64_t version, const AnswerChange& change);
// Those with all words of a search in code, title or text; each active one without a search.
std::vector<Answer> answers(store::Snapshot& snapshot, std::string_view search);

// Whom an answer is about.
struct About {
  std::string name;
  std::string agent;
  std::string team;
};
// Pure. What is not known of them falls away, with the space before it.
std::string filled(std::string_view text, const About& about);

}  // namespace sluis::contacts
