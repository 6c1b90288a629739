// The SQL of what is said, of visitors, and of answers that are ready.
#pragma once

#include "contacts/chat/attachments.h"

namespace sluis::contacts::sql {

// The next number; others who say something wait until this unit ends. Nothing where the contact is
// over.
std::optional<std::int64_t> take_number(store::Tx& tx, ContactId id);
void give_number_back(store::Tx& tx, ContactId id);
std::optional<Message> message_of(store::Snapshot& snapshot, ContactId id, Sender sender,
                                  const ClientId& client_id);
void insert(store::Tx& tx, const Message& message);
std::vector<Message> messages(store::Snapshot& snapshot, ContactId id, std::int64_t after,
                              std::int64_t limit);
// How many a customer said since a moment, of the last hundred.
std::int64_t said_since(store::Snapshot& snapshot, ContactId id, std::int64_t behind,
                        Instant since);

// Where a file lies that was sent in a message.
struct FilePlace {
  ContactId contact_id;
  std::int64_t number = 0;
  std::string sha256;
  std::string secret;
};
BOOST_DESCRIBE_STRUCT(FilePlace, (), (contact_id, number, sha256, secret))
void insert(store::Tx& tx, const FilePlace& place);
std::optional<FilePlace> file_of(store::Snapshot& snapshot, ContactId id, std::int64_t number);
std::int64_t files_by(store::Snapshot& snapshot, ContactId id, Sender sender);

std::int64_t file_bytes_by(store::Snapshot& snapshot, ContactId id, Sender sender);

// What comes from a network in an hour; false when it would be more than is let in (doors.h).
struct Entry {
  std::int64_t visits = 0;
  std::int64_t bytes = 0;
};
bool enter(store::Tx& tx, const std::string& network, Instant hour, const Entry& entry);
std::int64_t forget_doors(store::Tx& tx, Instant before);

void insert_visitor(store::Tx& tx, const std::string& token, ContactId id,
                    std::optional<IdentityId> device);
// The browser of a contact's visitor, where they agreed that it is followed.
std::optional<IdentityId> device_of(store::Snapshot& snapshot, ContactId id);
void forget_device(store::Tx& tx, IdentityId device);
std::optional<ContactId> visitor(store::Snapshot& snapshot, const std::string& token);
void set_rating(store::Tx& tx, ContactId id, const Rating& rating, Instant now);
std::optional<std::int64_t> rating(store::Snapshot& snapshot, ContactId id);

bool insert(store::Tx& tx, const Answer& answer);
bool update(store::Tx& tx, const Answer& answer, std::int64_t version);
std::optional<Answer> answer(store::Snapshot& snapshot, AnswerId id);
std::vector<Answer> answers(store::Snapshot& snapshot);

// With the files that were sent.
void forget_words(store::Tx& tx, ContactId id);

std::span<const store::Statement* const> chat_statements();

}  // namespace sluis::contacts::sql
