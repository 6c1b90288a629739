#include "access/key_memory.h"

namespace sluis::access {
namespace {

constexpr Duration kLongest = std::chrono::seconds(2);
constexpr std::size_t kMost = 1'000;

}  // namespace

bool KeyMemory::holds(const Entry& entry, Instant now) const {
  return entry.facts == facts_.count() && now - entry.kept < kLongest && entry.kept <= now;
}

std::optional<sql::KeyHolder> KeyMemory::find(const sql::Token& token, Instant now) const {
  const std::lock_guard lock(mutex_);
  const auto found = entries_.find(token.data);
  if (found == entries_.end() || !holds(found->second, now)) return std::nullopt;
  return found->second.holder;
}

void KeyMemory::keep(const sql::Token& token, const sql::KeyHolder& holder, Instant now) {
  const std::lock_guard lock(mutex_);
  if (entries_.size() >= kMost) entries_.clear();
  entries_.insert_or_assign(token.data,
                            Entry{.holder = holder, .kept = now, .facts = facts_.count()});
}

}  // namespace sluis::access
