#include "contacts/chat/store.h"

#include "contacts/doors.h"

namespace sluis::contacts::sql {
namespace {

using store::Snapshot;
using store::Statement;
using store::Tx;

constexpr Statement kTakeNumber{
    "contacts.take_number",
    "update contacts_contacts set messages = messages + 1 where id = $1 "
    "and state in ('waiting', 'offered', 'active', 'wrap_up') returning messages"};
constexpr Statement kGiveNumberBack{
    "contacts.give_number_back",
    "update contacts_contacts set messages = messages - 1 where id = $1"};
constexpr Statement kMessageOf{"contacts.message_of",
                               "select contact_id, number, sender, agent, client_id, words as "
                               "text, moment, file, file_type, file_bytes from contacts_messages "
                               "where contact_id = $1 and sender = $2 and client_id = $3"};
constexpr Statement kInsertMessage{
    "contacts.insert_message",
    "insert into contacts_messages (contact_id, number, sender, agent, client_id, words, moment, "
    "file, file_type, file_bytes) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)"};
constexpr Statement kMessages{"contacts.messages",
                              "select contact_id, number, sender, agent, client_id, words as text, "
                              "moment, file, file_type, file_bytes from contacts_messages "
                              "where contact_id = $1 and number > $2 order by number limit $3"};
constexpr Statement kSaidSince{
    "contacts.said_since",
    "select count(*) from contacts_messages where contact_id = $1 and number > $2 "
    "and moment > $3 and sender = 'customer'"};

constexpr Statement kInsertFile{
    "contacts.insert_file",
    "insert into contacts_files (contact_id, number, sha256, secret) values ($1, $2, $3, $4)"};
constexpr Statement kFileOf{"contacts.file_of",
                            "select contact_id, number, sha256, secret from contacts_files "
                            "where contact_id = $1 and number = $2"};
constexpr Statement kFilesBy{"contacts.files_by",
                             "select count(*) from contacts_messages "
                             "where contact_id = $1 and sender = $2 and file is not null"};

constexpr Statement kFileBytesBy{
    "contacts.file_bytes_by",
    "select cast(coalesce(sum(file_bytes), 0) as bigint) from contacts_messages "
    "where contact_id = $1 and sender = $2 and file is not null"};

// Anew, or added to what came before as long as that is within the limits ($5, $6).
constexpr Statement kEnter{
    "contacts.enter",
    "insert into contacts_doors (network, hour, visits, bytes) values ($1, $2, $3, $4) "
    "on conflict (network, hour) do update set visits = contacts_doors.visits + $3, "
    "bytes = contacts_doors.bytes + $4 "
    "where contacts_doors.visits + $3 <= $5 and contacts_doors.bytes + $4 <= $6"};
constexpr Statement kForgetDoors{"contacts.forget_doors",
                                 "delete from contacts_doors where hour < $1"};

constexpr Statement kInsertVisitor{
    "contacts.insert_visitor",
    "insert into contacts_visitors (token, contact_id, device) values ($1, $2, $3)"};
constexpr Statement kDeviceOf{"contacts.device_of",
                              "select device from contacts_visitors "
                              "where contact_id = $1 and device is not null limit 1"};
constexpr Statement kForgetDevice{"contacts.forget_device",
                                  "update contacts_visitors set device = null where device = $1"};
constexpr Statement kVisitor{"contacts.visitor",
                             "select contact_id from contacts_visitors where token = $1"};
constexpr Statement kSetRating{
    "contacts.set_rating",
    "insert into contacts_ratings (contact_id, rating, remark, moment) values ($1, $2, $3, $4) "
    "on conflict (contact_id) do update set rating = excluded.rating, remark = excluded.remark, "
    "moment = excluded.moment"};
constexpr Statement kRating{"contacts.rating",
                            "select rating from contacts_ratings where contact_id = $1"};

constexpr Statement kInsertAnswer{
    "contacts.insert_answer",
    "insert into contacts_answers (id, version, code, title, language, words, active) "
    "values ($1, $2, $3, $4, $5, $6, $7) on conflict (code) do nothing"};
constexpr Statement kUpdateAnswer{
    "contacts.update_answer",
    "update contacts_answers set version = version + 1, title = $3, language = $4, words = $5, "
    "active = $6 where id = $1 and version = $2"};
constexpr Statement kAnswer{"contacts.answer",
                            "select id, version, code, title, language, words as text, active from "
                            "contacts_answers where id = $1"};
constexpr Statement kAnswers{"contacts.answers",
                             "select id, version, code, title, language, words as text, active "
                             "from contacts_answers order by code"};

constexpr Statement kForgetMessages{
    "contacts.forget_messages",
    "update contacts_messages set words = '', client_id = cast(number as text), file = null, "
    "file_type = null, file_bytes = null where contact_id = $1"};
constexpr Statement kBlobsOf{"contacts.blobs_of",
                             "select sha256 from contacts_files where contact_id = $1"};
constexpr Statement kForgetFiles{"contacts.forget_files",
                                 "delete from contacts_files where contact_id = $1"};
constexpr Statement kForgetVisitor{"contacts.forget_visitor",
                                   "delete from contacts_visitors where contact_id = $1"};
constexpr Statement kForgetRemark{"contacts.forget_remark",
                                  "update contacts_ratings set remark = '' where contact_id = $1"};

constexpr const Statement* kStatements[] = {
    &kTakeNumber,    &kGiveNumberBack, &kMessageOf,   &kInsertMessage, &kMessages,
    &kSaidSince,     &kInsertVisitor,  &kVisitor,     &kSetRating,     &kRating,
    &kInsertAnswer,  &kUpdateAnswer,   &kAnswer,      &kAnswers,       &kForgetMessages,
    &kForgetVisitor, &kForgetRemark,   &kForgetFiles, &kInsertFile,    &kFileOf,
    &kFilesBy,       &kFileBytesBy,    &kEnter,       &kForgetDoors,   &kBlobsOf,
    &kDeviceOf,      &kForgetDevice};

template <class T>
auto insert_fields(Tx& tx, const Statement& statement, const T& value) {
  return std::apply([&](const auto&... field) { return tx.change(statement, field...); },
                    tie_fields(value));
}

}  // namespace

std::optional<std::int64_t> take_number(Tx& tx, ContactId id) {
  return tx.one<std::int64_t>(kTakeNumber, id);
}

void give_number_back(Tx& tx, ContactId id) {
  tx.change(kGiveNumberBack, id);
}

std::optional<Message> message_of(Snapshot& snapshot, ContactId id, Sender sender,
                                  const ClientId& client_id) {
  return snapshot.one<Message>(kMessageOf, id, sender, client_id);
}

void insert(Tx& tx, const Message& message) {
  insert_fields(tx, kInsertMessage, message);
}

std::vector<Message> messages(Snapshot& snapshot, ContactId id, std::int64_t after,
                              std::int64_t limit) {
  return snapshot.all<Message>(kMessages, id, after, limit);
}

std::int64_t said_since(Snapshot& snapshot, ContactId id, std::int64_t behind, Instant since) {
  return snapshot.one<std::int64_t>(kSaidSince, id, behind, since).value_or(0);
}

void insert(Tx& tx, const FilePlace& place) {
  insert_fields(tx, kInsertFile, place);
}

std::optional<FilePlace> file_of(Snapshot& snapshot, ContactId id, std::int64_t number) {
  return snapshot.one<FilePlace>(kFileOf, id, number);
}

std::int64_t files_by(Snapshot& snapshot, ContactId id, Sender sender) {
  return snapshot.one<std::int64_t>(kFilesBy, id, sender).value_or(0);
}

std::int64_t file_bytes_by(Snapshot& snapshot, ContactId id, Sender sender) {
  return snapshot.one<std::int64_t>(kFileBytesBy, id, sender).value_or(0);
}

bool enter(Tx& tx, const std::string& network, Instant hour, const Entry& entry) {
  return tx.change(kEnter, network, hour, entry.visits, entry.bytes, kVisitsOfNetwork,
                   kFileBytesOfNetwork) == 1;
}

std::int64_t forget_doors(Tx& tx, Instant before) {
  return tx.change(kForgetDoors, before);
}

void insert_visitor(Tx& tx, const std::string& token, ContactId id,
                    std::optional<IdentityId> device) {
  tx.change(kInsertVisitor, token, id, device);
}

std::optional<IdentityId> device_of(Snapshot& snapshot, ContactId id) {
  return snapshot.one<IdentityId>(kDeviceOf, id);
}

void forget_device(Tx& tx, IdentityId device) {
  tx.change(kForgetDevice, device);
}

std::optional<ContactId> visitor(Snapshot& snapshot, const std::string& token) {
  return snapshot.one<ContactId>(kVisitor, token);
}

void set_rating(Tx& tx, ContactId id, const Rating& rating, Instant now) {
  tx.change(kSetRating, id, rating.rating, rating.remark.value_or(Prose<1000>{}), now);
}

std::optional<std::int64_t> rating(Snapshot& snapshot, ContactId id) {
  return snapshot.one<std::int64_t>(kRating, id);
}

bool insert(Tx& tx, const Answer& answer) {
  return insert_fields(tx, kInsertAnswer, answer) == 1;
}

bool update(Tx& tx, const Answer& answer, std::int64_t version) {
  return tx.change(kUpdateAnswer, answer.id, version, answer.title, answer.language, answer.text,
                   answer.active) == 1;
}

std::optional<Answer> answer(Snapshot& snapshot, AnswerId id) {
  return snapshot.one<Answer>(kAnswer, id);
}

std::vector<Answer> answers(Snapshot& snapshot) {
  return snapshot.all<Answer>(kAnswers);
}

void forget_words(Tx& tx, ContactId id) {
  // Nobody else has a file under a key of its own.
  for (const std::string& sha256 : tx.all<std::string>(kBlobsOf, id))
    blobs::forget(tx, sha256);
  tx.change(kForgetMessages, id);
  tx.change(kForgetFiles, id);
  tx.change(kForgetVisitor, id);
  tx.change(kForgetRemark, id);
}

std::span<const Statement* const> chat_statements() {
  return kStatements;
}

}  // namespace sluis::contacts::sql
