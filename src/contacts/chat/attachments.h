// Files that are sent in a conversation. What one is, is told by what is in it and never by what it
// is called. Each is kept under a key of its own that stands beside its message: when that is
// forgotten, nobody can read the file any more, wherever a copy of it lies.
#pragma once

#include "contacts/chat/chat.h"
#include "platform/blobs/blobs.h"

namespace sluis::contacts {

inline constexpr std::int64_t kFileBytesMost = 5LL * 1024 * 1024;
inline constexpr std::int64_t kFilesMost = 20;  // of one side, in one contact
inline constexpr std::int64_t kAllFilesBytesMost = 25LL * 1024 * 1024;  // the same

enum class FileRefusal : std::uint8_t {
  file_not_accepted,
  file_unknown,
  files_too_many,
  files_too_much,
};
BOOST_DESCRIBE_ENUM(FileRefusal, file_not_accepted, file_unknown, files_too_many, files_too_much)
const RefusalKind& kind_of(FileRefusal refusal);

// PNG, JPEG, WebP, GIF, PDF or plain text in UTF-8; nothing for all else. Pure.
std::optional<std::string_view> media_type_of(std::string_view bytes);
// What it is shown and saved as: without folders and what cannot be seen, at most 100 letters, and
// ending as what it is. Pure.
FileName file_name_of(std::string_view told, std::string_view media_type);

struct FileDraft {
  ClientId client_id;
  Line<1, 255> name;  // as the sender calls it
  std::string bytes;
};
// One that lies where it is kept and is not said yet.
struct KeptFile {
  ClientId client_id;
  SentFile file;
  std::string secret;  // its key is the hash of this
  blobs::Staged staged;
};
// Asked before anything is written: the message that is there already when it was sent before, and
// a refusal where nothing more can be sent.
Result<std::optional<Message>> sent_before(store::Snapshot& snapshot, ContactId id, Sender sender,
                                           const ClientId& client_id);
// Slow: encrypts, and writes a file.
Result<KeptFile> keep_file(blobs::Blobs& blobs, const FileDraft& draft);

// The message that is there already when it was sent before.
Result<Message> send_as_customer(const Desk& desk, blobs::Blobs& blobs, ContactId id,
                                 const KeptFile& kept);
Result<Message> send_as_agent(const Desk& desk, blobs::Blobs& blobs, UserId user, ContactId id,
                              const KeptFile& kept);

struct OpenedFile {
  SentFile file;
  std::string bytes;
};
// Of a message, by its number.
Result<OpenedFile> open_file(store::Snapshot& snapshot, const blobs::Blobs& blobs, ContactId id,
                             std::int64_t number);

}  // namespace sluis::contacts
