// Sends what is queued while the program serves: one mail after the other, on one thread, and the
// conversation with the server is kept as long as there is more to send.
#pragma once

#include <memory>
#include <thread>

#include "platform/mail/handing.h"
#include "platform/mail/smtp.h"
#include "platform/store/store.h"

namespace sluis::mail {

// What the program was started with.
struct Setup {
  std::optional<Account> account;  // none: nothing is sent, and nothing taken to be sent
  Email from;
  std::string name;
  std::int64_t per_minute = 60;
  std::string origin;  // where browsers find Sluis; empty where nobody said so
};

struct Places {
  store::Store& store;
  const Clock& clock;
  Gate gate;
};

class Courier {
 public:
  Courier(const Places& places, Account account);

  // Sends one mail, if there is one to send. Else when the next turn comes, where that is known.
  struct Step {
    bool handed_over = false;
    std::optional<Instant> not_before;
  };
  Result<Step> step(const std::stop_token& stop);
  // Ends the conversation.
  void rest() { conversation_.reset(); }

 private:
  Outcome hand_over(const Claimed& claimed, const std::stop_token& stop);

  const Places places_;
  const Account account_;
  std::unique_ptr<Conversation> conversation_;
};

class Sending {
 public:
  // Tells the store what the program was started with. `trouble` is told what the store refused.
  static Result<std::unique_ptr<Sending>> start(const Places& places, const Setup& setup,
                                                std::function<void(const Refusal&)> trouble);
  ~Sending();

 private:
  Sending(const Places& places, const Account& account,
          std::function<void(const Refusal&)> trouble);
  void run(const std::stop_token& stop);
  void step_or_wait(const std::stop_token& stop);

  const Places places_;
  Courier courier_;
  const std::function<void(const Refusal&)> trouble_;
  std::jthread thread_;
};

}  // namespace sluis::mail
