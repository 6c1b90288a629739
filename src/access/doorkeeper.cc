#include "access/access.h"
#include "access/cookies.h"
#include "access/key_memory.h"
#include "access/store.h"
#include "platform/api/refusal.h"

namespace sluis::access {
namespace {

using api::Principal;

// Written beside the request that showed it, so that no read becomes a write.
void note(store::Store& store, std::move_only_function<void(store::Tx&)> what) {
  store.write(store::Priority::background, {.run =
                                                [what = std::move(what)](store::Tx& tx) mutable {
                                                  what(tx);
                                                  return true;
                                                },
                                            .done = [](std::optional<store::Failure>) {}});
}

Result<Principal> staff(store::Store& store, store::Snapshot& snapshot, std::string_view cookie,
                        Instant now) {
  const sql::Token token = sql::hashed(cookie);
  const auto session =
      sql::session(snapshot, token, {.started = now - kSessionLife, .seen = now - kSessionIdle});
  if (!session) return refuse(api::ApiRefusal::unauthenticated);
  const Instant seen_before = now - kSeenEvery;
  if (session->last_seen <= seen_before) {
    note(store, [=](store::Tx& tx) { sql::see_session(tx, token, now, seen_before); });
  }
  return Principal{.audience = api::Audience::staff,
                   .user = session->user_id,
                   .session = session->id,
                   .roles = session->roles,
                   .partner = session->partner,
                   .location = session->location,
                   .language = session->language};
}

Result<Principal> customer(store::Store& store, store::Snapshot& snapshot, std::string_view cookie,
                           Instant now) {
  const sql::Token token = sql::hashed(cookie);
  const auto session = sql::customer_session(
      snapshot, token, {.started = now - kCustomerSessionLife, .seen = now - kCustomerSessionIdle});
  if (!session) return refuse(api::ApiRefusal::unauthenticated);
  const Instant seen_before = now - kSeenEvery;
  if (session->last_seen <= seen_before) {
    note(store, [=](store::Tx& tx) { sql::see_customer_session(tx, token, now, seen_before); });
  }
  return Principal{
      .audience = api::Audience::customer, .customer = session->customer, .session = session->id};
}

// A public key works only on the sites that it was made for.
bool fits_origin(const sql::KeyHolder& holder, std::string_view origin) {
  if (holder.scope != api::KeyScope::track) return true;
  const auto from = TextForm<Origin>::parse(origin);
  return from &&
         std::find(holder.origins.begin(), holder.origins.end(), *from) != holder.origins.end();
}

Result<Principal> principal_of(const sql::KeyHolder& holder, std::string_view origin) {
  if (!fits_origin(holder, origin)) return refuse(KeyRefusal::key_not_for_origin);
  return Principal{.audience = api::Audience::key,
                   .key = holder.id,
                   .roles = holder.roles,
                   .key_scope = holder.scope,
                   .partner = holder.partner,
                   .location = holder.location};
}

Result<Principal> program(store::Store& store, store::Snapshot& snapshot, KeyMemory& keys,
                          const api::Credentials& credentials, Instant now) {
  const auto key = key_of(credentials.authorization);
  if (!key) return refuse(api::ApiRefusal::unauthenticated);
  const sql::Token token = sql::hashed(*key);
  const auto holder = sql::key_holder(snapshot, token);
  if (!holder) return refuse(api::ApiRefusal::unauthenticated);
  keys.keep(token, *holder, now);
  const Date today = utc_day(now);
  if (holder->last_used != today) {
    note(store, [id = holder->id, today](store::Tx& tx) { sql::see_key(tx, id, today); });
  }
  return principal_of(*holder, credentials.origin);
}

}  // namespace

Doorkeeper::Doorkeeper(store::Store& store)
    : store_(store), keys_(std::make_unique<KeyMemory>(store.facts())) {}

Doorkeeper::~Doorkeeper() = default;

std::optional<Result<Principal>> Doorkeeper::recognise(const api::Credentials& credentials,
                                                       Instant now) const {
  const auto key = key_of(credentials.authorization);
  if (!key) return std::nullopt;
  const auto holder = keys_->find(sql::hashed(*key), now);
  if (!holder) return std::nullopt;
  return principal_of(*holder, credentials.origin);
}

Result<Principal> Doorkeeper::admit(store::Snapshot& snapshot, const api::Credentials& credentials,
                                    Instant now) const {
  if (!credentials.authorization.empty())
    return program(store_, snapshot, *keys_, credentials, now);
  // A browser sends the customer's cookie only to customers' routes, where it goes first.
  const auto of_customer = customer_token(credentials.cookies);
  if (!of_customer.empty()) return customer(store_, snapshot, of_customer, now);
  const auto of_staff = staff_token(credentials.cookies);
  if (!of_staff.empty()) return staff(store_, snapshot, of_staff, now);
  return Principal{};
}

}  // namespace sluis::access
