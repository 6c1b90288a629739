// Looks every second for what time does to contacts and to who is there. In several processes of a
// store too: whoever comes second finds it done.
#pragma once

#include <thread>

#include "contacts/contacts.h"

namespace sluis::contacts {

class Rounds {
 public:
  // `trouble` is told what was refused.
  Rounds(store::Store& store, const Clock& clock, IdSource& ids, events::Intake& intake,
         std::function<void(const Refusal&)> trouble);

 private:
  void run(const std::stop_token& stop);
  void look();
  void act(const std::function<Result<bool>(const Desk&)>& what);

  store::Store& store_;
  const Clock& clock_;
  IdSource& ids_;
  events::Intake& intake_;
  const std::function<void(const Refusal&)> trouble_;
  std::jthread thread_;
};

}  // namespace sluis::contacts
