// Mail that Sluis sends: queued in the unit of what it is about, so that none is lost and none goes
// twice; sent one after the other while Sluis serves (sending.h). What is put here goes out as it
// is: whoever queues it has asked whether it may, or says with `consent` what to ask when it goes.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "kernel/fields.h"
#include "kernel/ids.h"
#include "kernel/result.h"
#include "platform/store/session.h"

namespace sluis::mail {

struct MailIdTag {
  static constexpr std::string_view prefix = "mai";
};
using MailId = Id<MailIdTag>;

enum class MailRefusal : std::uint8_t {
  off,
  too_large,
  message_refused,
  message_put_off,
  server_unwilling,
  login_refused,
  no_encryption,
  address_unsupported,
  given_up,
  too_late,
  not_allowed,
};
BOOST_DESCRIBE_ENUM(MailRefusal, off, too_large, message_refused, message_put_off, server_unwilling,
                    login_refused, no_encryption, address_unsupported, given_up, too_late,
                    not_allowed)
const RefusalKind& kind_of(MailRefusal refusal);

struct Attachment {
  std::string name;        // as the reader sees it: "report.pdf"
  std::string media_type;  // "application/pdf"
  std::string bytes;
};

// Whose consent the mail needs at the moment it goes, and for what (consent/consent.h).
struct Consent {
  IdentityId identity;
  std::string purpose;  // "marketing"
};

struct Mail {
  // What is queued under the same key is the same mail, and goes once: "contacts.transcript:con_…".
  // At most 200 bytes; remembered for thirty days after it went.
  std::string key;
  std::string kind;  // for the list of what was sent: "contacts.transcript"
  Email to;
  Line<0, 100> name;  // of the reader
  Language language = Language::en;
  Line<1, 200> subject;
  std::string text;  // letter.h makes both forms
  std::string html;  // empty: text alone
  std::vector<Attachment> attachments = {};
  std::optional<Url> unsubscribe = {};  // where one request ends it (RFC 8058)
  std::optional<Instant> until = {};    // there is no sense in sending it from then on
  std::optional<Consent> consent = {};  // none: the reader asked for it, or works here
};

inline constexpr std::size_t kMailBytesMax = 10 * 1024 * 1024;  // of one mail as it is sent

// Whether mail-url and mail-from are set where Sluis serves.
bool is_on(store::Snapshot& snapshot);

// Where browsers find Sluis, for links ("https://sluis.example"); empty where nobody said so.
std::string origin(store::Snapshot& snapshot);

// False when its key was queued before. Refuses off and too_large.
Result<bool> queue(store::Tx& tx, IdSource& ids, const Mail& mail, Instant now);

// Takes back what was queued under the key and did not go yet, and forgets it.
void take_back(store::Tx& tx, std::string_view key);

// Forgets it, whether it waits or went.
void forget(store::Tx& tx, const std::string& key);
// Forgets all mail to these addresses, also what still waits: of people who are erased.
void forget(store::Tx& tx, std::span<const std::string> addresses);

// Gives up what waited for two days, forgets what went or was given up thirty days ago; how many.
std::int64_t clean(store::Tx& tx, Instant now);

// A mail that says nothing, to see whether it arrives.
Mail test_mail(const Email& to, Language language);

std::span<const store::Statement* const> statements();

}  // namespace sluis::mail
