#include "contacts/desk/opened.h"

#include <algorithm>

namespace sluis::contacts {
namespace {

constexpr std::string_view kEntity = "contact";
constexpr std::string_view kOpened = "opened";
constexpr std::chrono::hours kToldFor{1};

bool is_told(store::Snapshot& snapshot, const access::Actor& actor, ContactId id) {
  const auto latest = access::history_of(snapshot, kEntity, to_string(id), std::nullopt);
  return std::ranges::any_of(latest.items, [&](const access::AuditEntry& entry) {
    return entry.action == kOpened && entry.actor == actor.name && entry.ts > actor.now - kToldFor;
  });
}

}  // namespace

Result<void> note_opened(store::Store& store, const access::Actor& actor, ContactId id) {
  const bool told = TRY(store.snapshot(
      [&](store::Snapshot& snapshot) -> Result<bool> { return is_told(snapshot, actor, id); }));
  if (told) return {};
  return store.unit([&](store::Tx& tx) -> Result<void> {
    if (is_told(tx, actor, id)) return {};
    access::audit(tx, actor, {.entity = kEntity, .id = to_string(id), .action = kOpened});
    return {};
  });
}

}  // namespace sluis::contacts
