#include "contacts/chat/attachments.h"

#include <algorithm>
#include <array>

#include "catalog/catalog.h"
#include "contacts/chat/store.h"
#include "contacts/doors.h"
#include "contacts/queue/life.h"
#include "contacts/store.h"
#include "kernel/assert.h"
#include "kernel/fields.h"
#include "kernel/fold.h"
#include "platform/secrets/secrets.h"

namespace sluis::contacts {
namespace {

constexpr RefusalKind kFileNotAccepted{
    "file_not_accepted",
    Category::invalid,
    Retry::useless,
    {"This file is no picture (PNG, JPEG, WebP, GIF), PDF or plain text, whatever it is called. "
     "Send one of these.",
     "Dit bestand is geen foto (PNG, JPEG, WebP, GIF), pdf of platte tekst, hoe het ook heet. "
     "Stuur een van deze."}};
constexpr RefusalKind kFileUnknown{
    "file_unknown",
    Category::not_found,
    Retry::useless,
    {"There is no such file (any more).", "Dit bestand is er niet (meer)."}};
constexpr RefusalKind kFilesTooMany{
    "files_too_many",
    Category::conflict,
    Retry::useless,
    {"At most {0} files can be sent in one conversation.",
     "In één gesprek kunnen hoogstens {0} bestanden worden gestuurd."}};
constexpr RefusalKind kFilesTooMuch{
    "files_too_much",
    Category::conflict,
    Retry::useless,
    {"The files of one conversation can be {0} MB together. Send the rest in another way.",
     "De bestanden van één gesprek kunnen samen {0} MB zijn. Stuur de rest op een andere manier."}};

constexpr std::string_view kPdf = "application/pdf";
constexpr std::string_view kPlainText = "text/plain; charset=utf-8";

// How the names of each end; the first is given to what ends otherwise.
struct Ending {
  std::string_view media_type;
  std::string_view usual;
  std::string_view other;
};
constexpr Ending kEndings[] = {{"image/png", ".png", ".png"},    {"image/jpeg", ".jpg", ".jpeg"},
                               {"image/webp", ".webp", ".webp"}, {"image/gif", ".gif", ".gif"},
                               {kPdf, ".pdf", ".pdf"},           {kPlainText, ".txt", ".text"}};
constexpr std::size_t kLettersMost = 94;  // before the ending

bool is_control(char byte) {
  constexpr unsigned char first_printed = 0x20;
  constexpr unsigned char deleted = 0x7f;
  const auto code = static_cast<unsigned char>(byte);
  return code < first_printed || code == deleted;
}

bool is_plain_text(std::string_view bytes) {
  constexpr std::string_view allowed = "\n\r\t\f";
  return !bytes.empty() && utf8_length(bytes) && std::ranges::none_of(bytes, [&](char byte) {
    return is_control(byte) && !allowed.contains(byte);
  });
}

// What turns the direction of a text around, so that its end stands before its middle (Unicode,
// UAX 9): U+200E, U+200F, U+202A to U+202E and U+2066 to U+2069.
bool turns_around(std::string_view rest) {
  constexpr std::array marks = {"\u200e", "\u200f", "\u202a", "\u202b", "\u202c", "\u202d",
                                "\u202e", "\u2066", "\u2067", "\u2068", "\u2069"};
  return std::ranges::any_of(marks, [&](std::string_view mark) { return rest.starts_with(mark); });
}

std::string seen_of(std::string_view told) {
  constexpr std::size_t mark_bytes = 3;
  std::string seen;
  while (!told.empty()) {
    if (turns_around(told)) {
      told.remove_prefix(mark_bytes);
      continue;
    }
    if (!is_control(told.front())) seen += told.front();
    told.remove_prefix(1);
  }
  return seen;
}

bool begins_letter(char byte) {
  constexpr unsigned char continuing = 0x80;
  constexpr unsigned char two_bits = 0xc0;
  return (static_cast<unsigned char>(byte) & two_bits) != continuing;
}

void shorten(std::string& name) {
  std::size_t letters = 0;
  const auto end = std::ranges::find_if(
      name, [&](char byte) { return begins_letter(byte) && ++letters > kLettersMost; });
  name.erase(end, name.end());
}

// In the unit in which it is said. One that was sent before is there already.
Result<Message> placed(const Desk& desk, blobs::Blobs& blobs, const Message& message,
                       const KeptFile& kept) {
  if (sql::file_of(desk.tx, message.contact_id, message.number)) return message;
  if (sql::files_by(desk.tx, message.contact_id, message.sender) > kFilesMost) {
    return refuse(FileRefusal::files_too_many, std::to_string(kFilesMost));
  }
  if (sql::file_bytes_by(desk.tx, message.contact_id, message.sender) > kAllFilesBytesMost) {
    constexpr std::int64_t megabyte = 1024 * 1024;
    return refuse(FileRefusal::files_too_much, std::to_string(kAllFilesBytesMost / megabyte));
  }
  if (message.sender == Sender::customer) TRY_VOID(count_file(desk, kept.file.bytes));
  TRY_VOID(blobs.link(desk.tx, desk.actor.now, kept.staged, "application/octet-stream"));
  sql::insert(desk.tx, sql::FilePlace{.contact_id = message.contact_id,
                                      .number = message.number,
                                      .sha256 = kept.staged.sha256(),
                                      .secret = kept.secret});
  return message;
}

}  // namespace

const RefusalKind& kind_of(FileRefusal refusal) {
  switch (refusal) {
    case FileRefusal::file_not_accepted:
      return kFileNotAccepted;
    case FileRefusal::file_unknown:
      return kFileUnknown;
    case FileRefusal::files_too_many:
      return kFilesTooMany;
    case FileRefusal::files_too_much:
      return kFilesTooMuch;
  }
  assertion_failed("a FileRefusal");
}

std::optional<std::string_view> media_type_of(std::string_view bytes) {
  if (const auto picture = catalog::picture_in(bytes)) return picture->media_type;
  if (bytes.starts_with("%PDF-")) return kPdf;
  if (is_plain_text(bytes)) return kPlainText;
  return std::nullopt;
}

FileName file_name_of(std::string_view told, std::string_view media_type) {
  const auto* ending = std::ranges::find(kEndings, media_type, &Ending::media_type);
  SLUIS_ASSERT(ending != std::end(kEndings));
  told.remove_prefix(told.find_last_of("/\\") + 1);
  std::string name = seen_of(told);
  const std::string lower = folded(name);
  const bool ends_so = lower.ends_with(ending->usual) || lower.ends_with(ending->other);
  std::string end(ending->usual);
  if (ends_so) {
    end = name.substr(name.rfind('.'));
    name.resize(name.rfind('.'));
  }
  shorten(name);
  if (name.empty()) name = "file";
  return {name + end};
}

Result<std::optional<Message>> sent_before(store::Snapshot& snapshot, ContactId id, Sender sender,
                                           const ClientId& client_id) {
  if (auto before = sql::message_of(snapshot, id, sender, client_id)) return before;
  const auto contact = sql::contact(snapshot, id);
  if (!contact) return refuse(ContactRefusal::contact_unknown);
  if (!waits(contact->state) && !is_held(contact->state)) return refuse(ChatRefusal::chat_over);
  if (sql::files_by(snapshot, id, sender) < kFilesMost) return std::nullopt;
  return refuse(FileRefusal::files_too_many, std::to_string(kFilesMost));
}

Result<KeptFile> keep_file(blobs::Blobs& blobs, const FileDraft& draft) {
  const auto media_type = media_type_of(draft.bytes);
  if (!media_type) return refuse(FileRefusal::file_not_accepted);
  std::string secret = secrets::random_token();
  blobs::Staged staged = TRY(blobs.stage());
  TRY_VOID(staged.write(secrets::sealed(secrets::sha256(secret), draft.bytes)));
  TRY_VOID(staged.finish());
  TRY_VOID(blobs.keep(staged));
  return KeptFile{.client_id = draft.client_id,
                  .file = {.name = file_name_of(draft.name.text, *media_type),
                           .media_type = std::string(*media_type),
                           .bytes = std::ssize(draft.bytes)},
                  .secret = std::move(secret),
                  .staged = std::move(staged)};
}

Result<Message> send_as_customer(const Desk& desk, blobs::Blobs& blobs, ContactId id,
                                 const KeptFile& kept) {
  const Message message =
      TRY(say_as_customer(desk, id, {.client_id = kept.client_id, .text = {}}, kept.file));
  return placed(desk, blobs, message, kept);
}

Result<Message> send_as_agent(const Desk& desk, blobs::Blobs& blobs, UserId user, ContactId id,
                              const KeptFile& kept) {
  const Message message =
      TRY(say_as_agent(desk, user, id, {.client_id = kept.client_id, .text = {}}, kept.file));
  return placed(desk, blobs, message, kept);
}

Result<OpenedFile> open_file(store::Snapshot& snapshot, const blobs::Blobs& blobs, ContactId id,
                             std::int64_t number) {
  const auto place = sql::file_of(snapshot, id, number);
  const auto said = sql::messages(snapshot, id, number - 1, 1);
  if (!place || said.empty() || !said.front().file) return refuse(FileRefusal::file_unknown);
  const std::string sealed = TRY(blobs.read(snapshot, place->sha256));
  auto bytes = secrets::unsealed(secrets::sha256(place->secret), sealed);
  if (!bytes) return refuse(FileRefusal::file_unknown);
  const Message& message = said.front();
  return OpenedFile{.file = {.name = *message.file,
                             .media_type = message.file_type.value_or(""),
                             .bytes = std::ssize(*bytes)},
                    .bytes = *std::move(bytes)};
}

}  // namespace sluis::contacts
