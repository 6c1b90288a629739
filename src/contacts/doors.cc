#include "contacts/doors.h"

#include "contacts/chat/store.h"
#include "kernel/assert.h"
#include "kernel/network.h"

namespace sluis::contacts {
namespace {

constexpr std::chrono::hours kWindow{1};

constexpr RefusalKind kVisits{
    "visits_too_many",
    Category::too_many,
    Retry::may_help,
    {"More conversations were begun from your network in this hour than can be. Try again later, "
     "or call us.",
     "Vanaf uw netwerk zijn dit uur meer gesprekken begonnen dan kan. Probeer het later nog eens, "
     "of bel ons."}};
constexpr RefusalKind kMuch{
    "network_too_much",
    Category::too_many,
    Retry::may_help,
    {"More files were sent from your network in this hour than can be. Try again later.",
     "Vanaf uw netwerk zijn dit uur meer bestanden gestuurd dan kan. Probeer het later nog eens."}};

Instant hour_of(Instant now) {
  return now - Duration(now.micros() % Duration(kWindow).count());
}

bool is_here(std::string_view peer) {
  return peer.empty() || peer.starts_with("127.") || peer == "::1";
}

bool enters(const Desk& desk, const sql::Entry& entry) {
  if (is_here(desk.actor.peer)) return true;
  return sql::enter(desk.tx, network_of(desk.actor.peer), hour_of(desk.actor.now), entry);
}

std::unexpected<Refusal> refused(const Desk& desk, DoorRefusal why) {
  const Duration left = hour_of(desk.actor.now) + kWindow - desk.actor.now;
  const auto seconds = std::chrono::ceil<std::chrono::seconds>(left).count();
  return std::unexpected(Refusal(kind_of(why)).after(static_cast<int>(seconds)));
}

}  // namespace

const RefusalKind& kind_of(DoorRefusal refusal) {
  switch (refusal) {
    case DoorRefusal::visits_too_many:
      return kVisits;
    case DoorRefusal::network_too_much:
      return kMuch;
  }
  assertion_failed("a DoorRefusal");
}

Result<void> count_visit(const Desk& desk) {
  if (enters(desk, {.visits = 1, .bytes = 0})) return {};
  return refused(desk, DoorRefusal::visits_too_many);
}

Result<void> count_file(const Desk& desk, std::int64_t bytes) {
  if (enters(desk, {.visits = 0, .bytes = bytes})) return {};
  return refused(desk, DoorRefusal::network_too_much);
}

std::int64_t forget_doors(store::Tx& tx, Instant now) {
  return sql::forget_doors(tx, hour_of(now) - kWindow);
}

}  // namespace sluis::contacts
