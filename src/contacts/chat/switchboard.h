// Who listens now: visitors to their contact, agents to all that is theirs. It follows the facts as
// they are committed, in every process, and brings each listener what is new. Nothing in it has to
// last: whoever comes back asks for what is behind the last that they saw.
#pragma once

#include <functional>
#include <memory>

#include "contacts/chat/chat.h"
#include "platform/outbox/tail.h"

namespace sluis::contacts {

// Said from one side of a contact to the other and kept nowhere: that somebody types or has read,
// how two browsers find each other for voice and video, and the page that a visitor shows. An agent
// asks for it (`page_ask`), needs all of it anew (`page_anew`) and still looks (`page_look`);
// pieces of it are `page`; either side is done with it (`page_off`).
enum class Signal : std::uint8_t {
  typing,
  read,
  offer,
  answer,
  ice,
  hang_up,
  page_ask,
  page,
  page_anew,
  page_look,
  page_off,
};
BOOST_DESCRIBE_ENUM(Signal, typing, read, offer, answer, ice, hang_up, page_ask, page, page_anew,
                    page_look, page_off)
struct SignalDraft {
  Signal signal = Signal::typing;
  std::optional<Prose<32'000>> data;  // as the other side understands it
};
BOOST_DESCRIBE_STRUCT(SignalDraft, (), (signal, data))

// Whether the other side listens now.
struct PassedOn {
  bool heard = false;
};
BOOST_DESCRIBE_STRUCT(PassedOn, (), (heard))

// A message as it goes to who listens.
struct Said {
  ContactId contact;
  std::int64_t number = 0;
  Sender sender = Sender::customer;
  ClientId client_id;
  Words text;
  Instant moment;
  std::optional<FileName> file;
  std::optional<std::string> file_type;
  std::optional<std::int64_t> file_bytes;
};
BOOST_DESCRIBE_STRUCT(Said, (),
                      (contact, number, sender, client_id, text, moment, file, file_type,
                       file_bytes))
Said said(const Message& message);

class Switchboard {
 public:
  Switchboard(store::Store& store, outbox::Tail& tail);
  ~Switchboard();

  // Takes what is new: what it is, its number where it has one, and JSON. Quick, from any thread.
  using Ear =
      std::function<void(std::string_view what, std::string_view number, const std::string& data)>;
  // It is told as long as this lives.
  using Subscription = std::shared_ptr<void>;
  // Messages behind `after`, and whatever happens to the contact.
  [[nodiscard]] Subscription listen_to(ContactId contact, std::int64_t after, Ear ear);
  // What is offered to somebody, happens to what they have, and is said there.
  [[nodiscard]] Subscription listen_as(UserId user, Ear ear);
  // To whoever listens on the other side in this process.
  PassedOn pass_to_visitor(ContactId contact, const SignalDraft& signal);
  // Refuses what is more than a page that changes all the time.
  Result<PassedOn> pass_to_agent(ContactId contact, std::optional<UserId> agent,
                                 const SignalDraft& signal, Instant now);

 private:
  struct Board;
  void hear(const outbox::Fact& fact);
  void deliver(ContactId contact);
  void deliver(ContactId contact, std::int64_t number, UserId agent);
  void tell_visitors(ContactId contact);

  store::Store& store_;
  const std::shared_ptr<Board> board_;  // outlives each subscription
  std::optional<outbox::Tail::Subscription> subscription_;
};

}  // namespace sluis::contacts
