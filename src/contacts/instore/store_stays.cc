#include "contacts/instore/store_stays.h"

namespace sluis::contacts::sql {
namespace {

using store::Joined;
using store::Snapshot;
using store::Statement;
using store::Tx;

constexpr std::string_view kSelect = "select ";
constexpr std::string_view kFields = "id, location, shelf, variant, since, ends, contact_id";
constexpr std::string_view kFrom = " from contacts_stays where ";

constexpr Statement kInsert{
    "contacts.insert_stay",
    "insert into contacts_stays (id, token, location, shelf, variant, text_version, since, ends) "
    "select cast($1 as bigint), cast($2 as text), cast($3 as bigint), cast($4 as text), "
    "cast($5 as bigint), cast($6 as text), cast($7 as bigint), cast($8 as bigint) "
    "where (select count(*) from contacts_stays as s where s.location = $3) < $9"};
constexpr Statement kGoOn{"contacts.go_on_with_stay",
                          "update contacts_stays set location = $2, shelf = $3, variant = $4, "
                          "ends = $5 where id = $1"};
constexpr Statement kBind{"contacts.bind_stay",
                          "update contacts_stays set contact_id = $2 where id = $1"};
constexpr std::string_view kById = "id = $1";
constexpr std::string_view kByToken = "token = $1";
constexpr std::string_view kByContact = "contact_id = $1";
constexpr std::string_view kInStore =
    "(location = $1 or $1 = 0) and ends > $2 order by ends, id limit $3";
constexpr Statement kStay{"contacts.stay", Joined<kSelect, kFields, kFrom, kById>::sql};
constexpr Statement kStayWith{"contacts.stay_with", Joined<kSelect, kFields, kFrom, kByToken>::sql};
constexpr Statement kStayOf{"contacts.stay_of", Joined<kSelect, kFields, kFrom, kByContact>::sql};
constexpr Statement kStaysIn{"contacts.stays_in", Joined<kSelect, kFields, kFrom, kInStore>::sql};
constexpr Statement kStaysOver{
    "contacts.stays_over", "select id from contacts_stays where ends <= $1 order by ends limit $2"};
constexpr Statement kWithGtin{"contacts.variant_with_gtin",
                              "select id from feed_variant where gtin = $1 and on_sale"};
constexpr Statement kForgetWhere{
    "contacts.forget_where_asked",
    "update contacts_contacts set location = null where id in "
    "(select contact_id from contacts_stays where contacts_stays.id = $1)"};
constexpr Statement kForgetStay{"contacts.forget_stay", "delete from contacts_stays where id = $1"};

constexpr const Statement* kStatements[] = {&kInsert,      &kGoOn,       &kBind,    &kStay,
                                            &kStayWith,    &kStayOf,     &kStaysIn, &kStaysOver,
                                            &kForgetWhere, &kForgetStay, &kWithGtin};

}  // namespace

bool insert_stay(Tx& tx, const Stay& s, const std::string& token, const Line<1, 100>& text_version,
                 std::int64_t most) {
  return tx.change(kInsert, s.id, token, s.location, s.shelf, s.variant, text_version, s.since,
                   s.ends, most) == 1;
}

void go_on(Tx& tx, const Stay& s) {
  tx.change(kGoOn, s.id, s.location, s.shelf, s.variant, s.ends);
}

void bind_contact(Tx& tx, StayId id, ContactId contact) {
  tx.change(kBind, id, contact);
}

std::optional<Stay> stay(Snapshot& snapshot, StayId id) {
  return snapshot.one<Stay>(kStay, id);
}

std::optional<Stay> stay_with(Snapshot& snapshot, const std::string& token) {
  return snapshot.one<Stay>(kStayWith, token);
}

std::optional<Stay> stay_of(Snapshot& snapshot, ContactId contact) {
  return snapshot.one<Stay>(kStayOf, contact);
}

std::vector<Stay> stays_in(Snapshot& snapshot, std::optional<LocationId> location, Instant now,
                           std::int64_t limit) {
  return snapshot.all<Stay>(kStaysIn, location ? location->number() : 0, now, limit);
}

std::vector<StayId> stays_over(Snapshot& snapshot, Instant now, std::int64_t limit) {
  return snapshot.all<StayId>(kStaysOver, now, limit);
}

std::optional<catalog::VariantId> variant_with(Snapshot& snapshot, const catalog::Gtin& gtin) {
  return snapshot.one<catalog::VariantId>(kWithGtin, gtin);
}

void forget_where_asked(Tx& tx, StayId id) {
  tx.change(kForgetWhere, id);
}

void forget_stay(Tx& tx, StayId id) {
  tx.change(kForgetStay, id);
}

void forget_stay(Tx& tx, ContactId contact) {
  const auto found = stay_of(tx, contact);
  if (!found) return;
  forget_where_asked(tx, found->id);
  forget_stay(tx, found->id);
}

std::span<const Statement* const> stay_statements() {
  return kStatements;
}

}  // namespace sluis::contacts::sql
