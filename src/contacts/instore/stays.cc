#include "contacts/instore/stays.h"

#include <algorithm>
#include <array>

#include "contacts/instore/store_stays.h"
#include "contacts/queue/floor.h"
#include "platform/forget.h"
#include "platform/secrets/secrets.h"

namespace sluis::contacts {
namespace {

// More people than stand in any store: whoever says more of them at once makes them up.
constexpr std::int64_t kStaysMost = 500;

// No more than that somebody came, went on or is gone: nothing that says who.
struct StayFact {
  StayId id;
  LocationId location;
};
BOOST_DESCRIBE_STRUCT(StayFact, (), (id, location))

void tell_stay(const Desk& desk, const Stay& stay, std::string_view topic) {
  outbox::append(desk.tx, desk.actor.now, topic, StayFact{stay.id, stay.location});
}

bool comes_to(const stock::Location& place) {
  using enum stock::LocationKind;
  return place.active && (place.kind == store || place.kind == pop_up || place.kind == partner);
}

// The stay as it is after a scan at a spot.
Result<void> stand(const Desk& desk, Stay& stay, const Spot& spot) {
  stay.location = TRY(store_with(desk.tx, spot.store)).id;
  stay.variant = TRY(scanned_variant(desk.tx, spot.gtin, spot.sku));
  stay.shelf = {spot.shelf ? spot.shelf->text : std::string()};
  stay.ends = desk.actor.now + kStaysFor;
  return {};
}

Result<Stay> stay_now(const Desk& desk, std::string_view token) {
  auto found = sql::stay_with(desk.tx, hash_of(token));
  if (!found || found->ends <= desk.actor.now) return refuse(StayRefusal::stay_over);
  return *std::move(found);
}

void forget_where_asked(const Desk& desk, const Stay& stay) {
  if (!stay.contact_id) return;
  sql::forget_where_asked(desk.tx, stay.id);
  platform::forget_about(desk.tx, std::array{to_string(*stay.contact_id)});
}

void end(const Desk& desk, const Stay& stay) {
  forget_where_asked(desk, stay);
  sql::forget_stay(desk.tx, stay.id);
  tell_stay(desk, stay, "contacts.stay_ended");
}

// What a stay is at, in words.
struct Named {
  std::string sku;
  std::string product;
};
Named words_of(store::Snapshot& snapshot, const std::optional<catalog::VariantId>& variant) {
  if (!variant) return {};
  const auto head = catalog::variant_head(snapshot, *variant);
  if (!head) return {};
  const auto product = catalog::product(snapshot, head->product);
  return {.sku = head->sku.text, .product = product ? product->name.text : std::string()};
}

}  // namespace

Result<stock::Location> store_with(store::Snapshot& snapshot, const Slug& code) {
  for (stock::Location& place : stock::locations(snapshot, {}))
    if (place.code == code && comes_to(place)) return std::move(place);
  return refuse(StayRefusal::store_unknown, code.text);
}

Result<std::optional<catalog::VariantId>> scanned_variant(store::Snapshot& snapshot,
                                                          const std::optional<catalog::Gtin>& gtin,
                                                          const std::optional<catalog::Sku>& sku) {
  if (!gtin && !sku) return std::nullopt;
  const auto found =
      gtin ? sql::variant_with(snapshot, *gtin) : catalog::variant_with(snapshot, *sku);
  const std::string& code = gtin ? gtin->digits : sku->text;
  if (!found || !catalog::sellable(snapshot, *found)) {
    return refuse(StayRefusal::nothing_scanned, code);
  }
  return found;
}

Result<Entered> come_in(const Desk& desk, const StayDraft& draft) {
  Stay stay{.id = desk.actor.ids.next<StayId>(), .since = desk.actor.now};
  TRY_VOID(stand(desk, stay, draft));
  Entered entered{.token = secrets::random_token(), .ends = stay.ends};
  if (!sql::insert_stay(desk.tx, stay, hash_of(entered.token), draft.text_version, kStaysMost)) {
    return std::unexpected(Refusal(kind_of(StayRefusal::store_full), draft.store.text).after(60));
  }
  tell_stay(desk, stay, "contacts.stay_began");
  return entered;
}

Result<Entered> go_on(const Desk& desk, const std::string& token, const Spot& spot) {
  Stay stay = TRY(stay_now(desk, token));
  TRY_VOID(stand(desk, stay, spot));
  sql::go_on(desk.tx, stay);
  tell_stay(desk, stay, "contacts.stay_moved");
  return Entered{.token = token, .ends = stay.ends};
}

Result<void> go_out(const Desk& desk, std::string_view token) {
  end(desk, TRY(stay_now(desk, token)));
  return {};
}

Result<Visit> ask_from(const Desk& desk, std::string_view token, ContactDraft draft) {
  const Stay stay = TRY(stay_now(desk, token));
  draft.kind = Kind::store_request;
  draft.location = stay.location;
  Visit visit = TRY(begin_visit(desk, draft));
  forget_where_asked(desk, stay);  // a stay ends for one contact: the newest
  sql::bind_contact(desk.tx, stay.id, visit.contact);
  tell_stay(desk, stay, "contacts.stay_moved");
  return visit;
}

std::vector<StayView> stays(store::Snapshot& snapshot, const stock::Sight& sight,
                            std::optional<LocationId> location, Instant now) {
  const auto where = sight.location ? sight.location : location;
  std::vector<StayView> all;
  for (const Stay& one : sql::stays_in(snapshot, where, now, kStaysMost)) {
    StayView view;
    static_cast<Stay&>(view) = one;
    Named words = words_of(snapshot, one.variant);
    view.sku = std::move(words.sku);
    view.product = std::move(words.product);
    all.push_back(std::move(view));
  }
  return all;
}

std::optional<StandsAt> where_stands(store::Snapshot& snapshot, ContactId id) {
  const auto found = sql::stay_of(snapshot, id);
  if (!found) return std::nullopt;
  Named words = words_of(snapshot, found->variant);
  return StandsAt{.shelf = found->shelf,
                  .sku = std::move(words.sku),
                  .product = std::move(words.product),
                  .ends = found->ends};
}

Result<bool> end_if_over(const Desk& desk, StayId id) {
  const auto found = sql::stay(desk.tx, id);
  if (!found || found->ends > desk.actor.now) return false;
  end(desk, *found);
  return true;
}

}  // namespace sluis::contacts
