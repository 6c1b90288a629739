// The routes of files that are sent in a conversation: an agent's by the contact, a visitor's by
// their token.

#include "contacts/chat/attachments.h"
#include "contacts/chat/switchboard.h"
#include "contacts/desk/opened.h"
#include "contacts/doors.h"
#include "contacts/routes.h"
#include "kernel/assert.h"
#include "platform/store/file.h"

namespace sluis::contacts {
namespace {

using api::Call;
using store::Snapshot;
using store::Tx;
using Token = Line<1, 64>;
using MessageNumber = Whole<1, 1'000'000'000>;

struct SendFileInput {
  ContactId id;
  ClientId client_id;
  Line<1, 255> name;
  api::FileBody body;
};
BOOST_DESCRIBE_STRUCT(SendFileInput, (), (id, client_id, name, body))
struct VisitorSendFileInput {
  Token token;
  ClientId client_id;
  Line<1, 255> name;
  api::FileBody body;
};
BOOST_DESCRIBE_STRUCT(VisitorSendFileInput, (), (token, client_id, name, body))
struct FileInput {
  ContactId id;
  MessageNumber number;
};
BOOST_DESCRIBE_STRUCT(FileInput, (), (id, number))
struct VisitorFileInput {
  Token token;
  MessageNumber number;
};
BOOST_DESCRIBE_STRUCT(VisitorFileInput, (), (token, number))

template <class Input>
Result<KeptFile> file_from(blobs::Blobs& blobs, const Input& in) {
  auto bytes = store::read_all(in.body.file->path());
  if (!bytes) return refuse(blobs::BlobRefusal::missing, in.body.file->path().string());
  return keep_file(blobs, {.client_id = in.client_id, .name = in.name, .bytes = *std::move(bytes)});
}

api::Download download_of(OpenedFile opened) {
  return {.content_type = std::move(opened.file.media_type),
          .file_name = std::move(opened.file.name.text),
          .bytes = std::move(opened.bytes)};
}

// Whoever has the contact.
Result<void> check_sender(Snapshot& snapshot, const Call& call, ContactId id) {
  const FullContact whole = TRY(find(snapshot, sight_of(call.who), id));
  if (whole.agent != call.who.user) return refuse(ContactRefusal::contact_not_yours);
  return {};
}

auto sending_file(events::Intake* intake, blobs::Blobs* blobs) {
  return [intake, blobs](store::Store& store, const Call& call,
                         const SendFileInput& in) -> Result<Message> {
    SLUIS_ASSERT(blobs != nullptr);
    const auto before =
        TRY(store.snapshot([&](Snapshot& snapshot) -> Result<std::optional<Message>> {
          TRY_VOID(check_sender(snapshot, call, in.id));
          return sent_before(snapshot, in.id, Sender::agent, in.client_id);
        }));
    if (before) return *before;
    const KeptFile file = TRY(file_from(*blobs, in));
    return store.unit([&](Tx& tx) {
      const CallDesk at(tx, call, intake);
      return send_as_agent(at.desk(), *blobs, call.who.user, in.id, file);
    });
  };
}

auto sending_file_as_visitor(events::Intake* intake, blobs::Blobs* blobs) {
  return [intake, blobs](store::Store& store, const Call& call,
                         const VisitorSendFileInput& in) -> Result<Said> {
    SLUIS_ASSERT(blobs != nullptr);
    const ContactId id = TRY(store.snapshot(
        [&](Snapshot& snapshot) { return contact_of_visit(snapshot, in.token.text); }));
    const auto before = TRY(store.snapshot([&](Snapshot& snapshot) {
      return sent_before(snapshot, id, Sender::customer, in.client_id);
    }));
    if (before) return said(*before);
    const KeptFile file = TRY(file_from(*blobs, in));
    return said(TRY(store.unit([&](Tx& tx) {
      const CallDesk at(tx, call, intake);
      return send_as_customer(at.desk(), *blobs, id, file);
    })));
  };
}

auto opening_file(const blobs::Blobs* blobs) {
  return
      [blobs](store::Store& store, const Call& call, const FileInput& in) -> Result<api::Download> {
        SLUIS_ASSERT(blobs != nullptr);
        const FullContact whole = TRY(store.snapshot(
            [&](Snapshot& snapshot) { return find(snapshot, sight_of(call.who), in.id); }));
        if (whole.agent != call.who.user)
          TRY_VOID(note_opened(store, access::actor_of(call), in.id));
        return download_of(TRY(store.snapshot([&](Snapshot& snapshot) {
          return open_file(snapshot, *blobs, in.id, in.number.number);
        })));
      };
}

auto opening_file_as_visitor(const blobs::Blobs* blobs) {
  return [blobs](store::Store& store, const Call&,
                 const VisitorFileInput& in) -> Result<api::Download> {
    SLUIS_ASSERT(blobs != nullptr);
    return download_of(TRY(store.snapshot([&](Snapshot& snapshot) -> Result<OpenedFile> {
      const ContactId id = TRY(contact_of_visit(snapshot, in.token.text));
      return open_file(snapshot, *blobs, id, in.number.number);
    })));
  };
}

std::vector<api::Route> visitor_file_routes(events::Intake* intake, blobs::Blobs* blobs) {
  using http::Method;
  using enum ChatRefusal;
  using enum FileRefusal;
  return {
      {.operation = "contacts.send_file_as_visitor",
       .method = Method::post,
       .path = "/api/v1/contacts/visits/{token}/files",
       .summary = {"Send a file as a customer (PNG, JPEG, WebP, GIF, PDF or plain text, at most 5 "
                   "MB); the same client_id is there once.",
                   "Stuur als klant een bestand (PNG, JPEG, WebP, GIF, pdf of platte tekst, "
                   "hoogstens 5 MB); hetzelfde client_id staat er één keer."},
       .allow = api::Allow::anyone(),
       .handler = api::file(sending_file_as_visitor(intake, blobs)),
       .limits = {.body_bytes = kFileBytesMost},
       .refusals = {&kind_of(visit_unknown), &kind_of(chat_over), &kind_of(chat_too_fast),
                    &kind_of(file_not_accepted), &kind_of(files_too_many), &kind_of(files_too_much),
                    &kind_of(DoorRefusal::network_too_much)},
       .content_type = "application/octet-stream"},
      {.operation = "contacts.file_of_visit",
       .method = Method::get,
       .path = "/api/v1/contacts/visits/{token}/files/{number}",
       .summary = {"A file of your conversation, by the number of its message; always to be saved.",
                   "Een bestand uit uw gesprek, op het nummer van zijn bericht; altijd om te "
                   "bewaren."},
       .allow = api::Allow::anyone(),
       .handler = api::prepare(opening_file_as_visitor(blobs)),
       .refusals = {&kind_of(visit_unknown), &kind_of(file_unknown),
                    &kind_of(blobs::BlobRefusal::missing)},
       .content_type = "*/*"},
  };
}

}  // namespace

std::vector<api::Route> file_routes(events::Intake* intake, blobs::Blobs* blobs) {
  using http::Method;
  using enum ContactRefusal;
  using enum FileRefusal;
  std::vector<api::Route> routes = {
      {.operation = "contacts.send_file",
       .method = Method::post,
       .path = "/api/v1/contacts/{id}/files",
       .summary =
           {"Send a file to the customer (PNG, JPEG, WebP, GIF, PDF or plain text, at most 5 "
            "MB); the same client_id is there once.",
            "Stuur de klant een bestand (PNG, JPEG, WebP, GIF, pdf of platte tekst, "
            "hoogstens 5 MB); hetzelfde client_id staat er één keer."},
       .allow = kHandlers,
       .handler = api::file(sending_file(intake, blobs)),
       .limits = {.body_bytes = kFileBytesMost},
       .refusals = {&kind_of(contact_unknown), &kind_of(contact_not_yours),
                    &kind_of(act_not_allowed), &kind_of(ChatRefusal::chat_over),
                    &kind_of(file_not_accepted), &kind_of(files_too_many),
                    &kind_of(files_too_much)},
       .content_type = "application/octet-stream"},
      {.operation = "contacts.file",
       .method = Method::get,
       .path = "/api/v1/contacts/{id}/files/{number}",
       .summary = {"A file that was sent, by the number of its message; always to be saved.",
                   "Een bestand dat is gestuurd, op het nummer van zijn bericht; altijd om te "
                   "bewaren."},
       .allow = kHandlers,
       .handler = api::prepare(opening_file(blobs)),
       .refusals = {&kind_of(contact_unknown), &kind_of(file_unknown),
                    &kind_of(blobs::BlobRefusal::missing)},
       .content_type = "*/*"},
  };
  std::ranges::move(visitor_file_routes(intake, blobs), std::back_inserter(routes));
  return routes;
}

}  // namespace sluis::contacts
