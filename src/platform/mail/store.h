// The SQL of mail, and its rows.
#pragma once

#include "platform/mail/mail.h"

namespace sluis::mail {

enum class State : std::uint8_t { waiting, sent, refused, given_up, too_late, not_allowed };
BOOST_DESCRIBE_ENUM(State, waiting, sent, refused, given_up, too_late, not_allowed)

// A mail without its content.
struct Item {
  MailId id;
  std::string kind;
  std::string address;
  std::string subject;
  std::optional<IdentityId> identity;
  std::string purpose;
  State state = State::waiting;
  Instant created;
  std::optional<Instant> until;
  Instant not_before;
  std::int64_t attempts = 0;
  std::optional<Instant> settled;  // when it went, or was given up
  std::string why;                 // the name of the refusal, and its words in each language
  std::string message;
  std::string message_nl;
};
BOOST_DESCRIBE_STRUCT(Item, (),
                      (id, kind, address, subject, identity, purpose, state, created, until,
                       not_before, attempts, settled, why, message, message_nl))

// What Sluis was started with, and how handing over goes.
struct Server {
  std::string server;  // "smtps://mail.example.com"; empty: mail is off
  std::string address;
  std::string name;
  std::int64_t per_minute = 60;
  std::string origin;  // where browsers find Sluis
  Instant next_turn;   // see client::turn_of
  Instant not_before;  // after failures
  Instant busy_until;  // somebody hands over
  std::int64_t failures = 0;
  std::string why;
  std::string message;
  std::string message_nl;
};
BOOST_DESCRIBE_STRUCT(Server, (),
                      (server, address, name, per_minute, origin, next_turn, not_before, busy_until,
                       failures, why, message, message_nl))

namespace sql {

// False when the key is there.
bool insert(store::Tx& tx, const Item& item, std::string_view key, std::string_view content);
// The newest first, older than `before`.
std::vector<Item> items(store::Snapshot& snapshot, std::optional<MailId> before,
                        std::int64_t limit);
std::int64_t waiting(store::Snapshot& snapshot);
// What is the first to go, whether it may already or not.
std::optional<Item> next(store::Snapshot& snapshot);
std::string content(store::Snapshot& snapshot, MailId id);
// How it went; the content stays only while it waits.
void settle(store::Tx& tx, const Item& after);
void hurry(store::Tx& tx, Instant now);
void remove_waiting(store::Tx& tx, std::string_view key);
void forget_key(store::Tx& tx, std::string_view key);
void forget_address(store::Tx& tx, std::string_view address);
std::vector<Item> waiting_since(store::Snapshot& snapshot, Instant before);
std::int64_t remove_settled(store::Tx& tx, Instant before);

Server server(store::Snapshot& snapshot);
// Sets what Sluis was started with.
void equip(store::Tx& tx, const Server& server);
// False when somebody else has the turn.
bool take_turn(store::Tx& tx, const Server& before, Instant busy_until, Instant next_turn);
void note(store::Tx& tx, const Server& after);

}  // namespace sql
}  // namespace sluis::mail
