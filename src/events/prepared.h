// An arrival on its way through the steps. Those that need no store (validate, normalise, identify)
// run when it is made, on the thread of whoever brought it; the others run in the unit. Each step
// goes over the whole batch before the next one starts.
#pragma once

#include <deque>

#include "events/intake.h"
#include "events/store.h"

namespace sluis::events {

class Prepared {
 public:
  Prepared(Intake& intake, IdSource& ids, const Arrival& arrival);

  // May run again, with the same ids.
  std::vector<Verdict> append(store::Tx& tx);

 private:
  // A draft with what became of it so far.
  struct Item {
    const Draft* draft = nullptr;
    std::optional<Fault> fault = {};
    bool refused = false;  // by consent
    bool is_new = true;

    bool goes() const { return !fault && !refused && is_new; }
    Event event;
    store::Mark mark;
  };

  // The steps from memory; false when something is missing that the unit must look up or add.
  bool run(const std::shared_ptr<const Known>& known);
  void validate();
  void normalise(const Known& known);
  bool place(const Known& known, Item& item, std::string_view code);
  void identify(const Known& known);
  void ask_consent();
  std::optional<Fault> identify_one(const Known& known, Item& item);
  std::string_view kept(std::string_view value, const std::string& room);

  void dedupe(store::Tx& tx);
  void settle_money(store::Tx& tx);
  void store(store::Tx& tx);
  void store_faults(store::Tx& tx);
  std::vector<Verdict> verdicts() const;
  void tell_afterwards(store::Tx& tx, const std::vector<Verdict>& verdicts);

  std::size_t going() const;
  void time(Step step, std::size_t came, std::uint64_t took_ns);

  Intake& intake_;
  IdSource& ids_;
  const Arrival arrival_;
  std::shared_ptr<const Known> known_;
  std::shared_ptr<const Source> source_;  // null: not known yet

  std::vector<Item> items_;
  std::vector<Named> names_;
  std::deque<std::string> normal_forms_;  // that differ from what was sent
  bool complete_ = false;

  // Of the unit; made anew when it runs again.
  std::vector<Event> going_events_;
  std::vector<Withdrawal> withdrawals_;
  std::vector<IdentityId> newly_named_;
};

// A number for what may come only once from a source: its message id, or its content.
// A faulty event has another one, with its content, so that it can come again when it was repaired.
store::Mark mark_of(const identities::Pepper& pepper, SourceId source, const Draft& draft,
                    bool faulty);

}  // namespace sluis::events
