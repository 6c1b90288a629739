#include "platform/mail/mail.h"

#include <algorithm>

#include <fmt/format.h>

#include "kernel/assert.h"
#include "platform/client/reason.h"
#include "platform/mail/handing.h"
#include "platform/mail/letter.h"
#include "platform/mail/message.h"
#include "platform/secrets/secrets.h"

namespace sluis::mail {
namespace {

constexpr std::size_t kKeyBytesMax = 200;
constexpr std::chrono::hours kRemembered{30 * 24};

constexpr Text kTestSubject{"A test of the mail of Sluis", "Een proef van de mail van Sluis"};
constexpr Text kTestText{
    "This mail was sent to see whether mail from Sluis arrives. It does.",
    "Deze mail is verstuurd om te zien of mail van Sluis aankomt. Dat doet zij."};

std::size_t bytes_of(const Mail& mail) {
  std::size_t bytes = mail.text.size() + mail.html.size();
  for (const Attachment& attachment : mail.attachments)
    bytes += attachment.bytes.size();
  return bytes;
}

Item item_of(const Mail& mail, MailId id, Instant now) {
  Item item{.id = id,
            .kind = mail.kind,
            .address = mail.to.text,
            .subject = mail.subject.text,
            .identity = {},
            .purpose = {},
            .created = now,
            .until = mail.until,
            .not_before = now,
            .settled = {},
            .why = {},
            .message = {},
            .message_nl = {}};
  if (!mail.consent) return item;
  item.identity = mail.consent->identity;
  item.purpose = mail.consent->purpose;
  return item;
}

}  // namespace

bool is_on(store::Snapshot& snapshot) {
  return !sql::server(snapshot).server.empty();
}

std::string origin(store::Snapshot& snapshot) {
  return sql::server(snapshot).origin;
}

Result<bool> queue(store::Tx& tx, IdSource& ids, const Mail& mail, Instant now) {
  SLUIS_ASSERT(!mail.key.empty() && mail.key.size() <= kKeyBytesMax);
  const Server server = sql::server(tx);
  if (server.server.empty()) return refuse(MailRefusal::off);
  if (bytes_of(mail) > kMailBytesMax) return refuse(MailRefusal::too_large);
  const Item item = item_of(mail, ids.next<MailId>(), now);
  const std::string content = written(mail, {server.address, server.name}, to_string(item.id), now);
  if (content.size() > kMailBytesMax) return refuse(MailRefusal::too_large);
  tx.announce_facts();
  return sql::insert(tx, item, mail.key, content);
}

void take_back(store::Tx& tx, std::string_view key) {
  sql::remove_waiting(tx, key);
}

void forget(store::Tx& tx, const std::string& key) {
  sql::forget_key(tx, key);
}

void forget(store::Tx& tx, std::span<const std::string> addresses) {
  for (const std::string& address : addresses)
    sql::forget_address(tx, address);
}

std::int64_t clean(store::Tx& tx, Instant now) {
  std::vector<Item> old = sql::waiting_since(tx, now - kGivenUpAfter);
  for (Item& item : old) {
    client::explain(item, Refusal(kind_of(MailRefusal::given_up)));
    item.state = State::given_up;
    item.settled = now;
    sql::settle(tx, item);
  }
  return std::ssize(old) + sql::remove_settled(tx, now - kRemembered);
}

Mail test_mail(const Email& to, Language language) {
  const std::string subject(kTestSubject.in(language));
  Letter letter(language);
  letter.heading(subject).paragraph(kTestText.in(language));
  return {.key = "platform.test:" + secrets::random_token(),
          .kind = "platform.test",
          .to = to,
          .name = {},
          .language = language,
          .subject = {subject},
          .text = letter.text(),
          .html = letter.html()};
}

}  // namespace sluis::mail
