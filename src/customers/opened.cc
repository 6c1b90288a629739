#include "customers/opened.h"

#include <algorithm>

namespace sluis::customers {
namespace {

constexpr std::string_view kEntity = "customer";
constexpr std::string_view kOpened = "opened";
constexpr std::chrono::hours kToldFor{1};

}  // namespace

bool is_told(store::Snapshot& snapshot, const access::Actor& actor, CustomerId customer) {
  const auto latest = access::history_of(snapshot, kEntity, to_string(customer), std::nullopt);
  return std::ranges::any_of(latest.items, [&](const access::AuditEntry& entry) {
    return entry.action == kOpened && entry.actor == actor.name && entry.ts > actor.now - kToldFor;
  });
}

void tell_opened(store::Tx& tx, const access::Actor& actor, CustomerId customer) {
  if (is_told(tx, actor, customer)) return;
  access::audit(tx, actor, {.entity = kEntity, .id = to_string(customer), .action = kOpened});
}

}  // namespace sluis::customers
