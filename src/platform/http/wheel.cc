#include "platform/http/wheel.h"

#include <algorithm>

namespace sluis::http {

void Wheel::add(Entry& entry) {
  ++count_;
  entry.looked_at_ = now_ + kSlots - 1;
  slot(entry.looked_at_).push_front(&entry);
  entry.self_ = slot(entry.looked_at_).begin();
}

void Wheel::remove(Entry& entry) {
  --count_;
  slot(entry.looked_at_).erase(entry.self_);
}

void Wheel::look_at(Entry& entry, std::uint64_t tick) {
  const std::uint64_t next = std::clamp(tick, now_ + 1, now_ + kSlots - 1);
  slot(next).splice(slot(next).begin(), slot(entry.looked_at_), entry.self_);
  entry.looked_at_ = next;
}

void Wheel::turn() {
  ++now_;
  // What is due may remove any entry, also its neighbour: so always the first.
  while (!slot(now_).empty()) {
    Entry& entry = *slot(now_).front();
    const bool due = entry.due_ <= now_;
    if (due) clear(entry);
    look_at(entry, entry.due_);
    if (due) entry.on_due();
  }
}

}  // namespace sluis::http
