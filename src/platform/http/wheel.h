// Deadlines, coarse and cheap: setting one later, as every request does, is a single store. An
// entry stands in the slot of the moment at which it is looked at next, not of its deadline.
#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <limits>
#include <list>

namespace sluis::http {

class Wheel {
 public:
  static constexpr std::chrono::milliseconds kTick{50};

  class Entry {
   public:
    Entry() = default;
    Entry(const Entry&) = delete;
    Entry& operator=(const Entry&) = delete;

   protected:
    ~Entry() = default;
    // The entry is not due again until it is set again.
    virtual void on_due() = 0;

   private:
    friend class Wheel;
    static constexpr std::uint64_t kNever = std::numeric_limits<std::uint64_t>::max();

    std::uint64_t due_ = kNever;
    std::uint64_t looked_at_ = 0;
    std::list<Entry*>::iterator self_;  // spliced from slot to slot: moving allocates nothing
  };

  // Ticks since the wheel began to turn.
  std::uint64_t now() const { return now_; }
  static std::uint64_t ticks(std::chrono::milliseconds time) {
    return static_cast<std::uint64_t>(time / kTick) + 1;
  }

  void add(Entry& entry);
  void remove(Entry& entry);
  bool empty() const { return count_ == 0; }

  void set(Entry& entry, std::uint64_t due) {
    entry.due_ = due;
    if (due < entry.looked_at_) look_at(entry, due);
  }
  void clear(Entry& entry) { entry.due_ = Entry::kNever; }

  // One tick has passed.
  void turn();

 private:
  static constexpr std::size_t kSlots = 512;
  using Slot = std::list<Entry*>;

  Slot& slot(std::uint64_t tick) { return slots_[tick % kSlots]; }
  void look_at(Entry& entry, std::uint64_t tick);

  std::array<Slot, kSlots> slots_;
  std::uint64_t now_ = 0;
  std::size_t count_ = 0;
};

}  // namespace sluis::http
