#include "access/customers.h"

#include "access/store.h"
#include "platform/secrets/secrets.h"

namespace sluis::access {
namespace {

struct Visit {
  Slug purpose;
};
BOOST_DESCRIBE_STRUCT(Visit, (), (purpose))

}  // namespace

Link make_customer_link(store::Tx& tx, const Actor& actor, CustomerId customer,
                        const Slug& purpose) {
  const std::string token = secrets::random_token();
  const Instant expires = actor.now + kCustomerLinkLife;
  sql::insert_customer_link(tx, sql::hashed(token), {customer, purpose}, actor, expires);
  audit(tx, actor,
        {.entity = "customer",
         .id = to_string(customer),
         .action = "link_made",
         .after = Json{to_json(Visit{purpose})}});
  return {.path = "/customer#" + token, .expires = expires};
}

Result<Opened> open_customer_session(store::Tx& tx, const api::Call& call, std::string_view token) {
  const auto link = sql::take_customer_link(tx, sql::hashed(token), call.now);
  if (!link) return refuse(UserRefusal::link_invalid);
  Opened opened{.id = call.ids.next<SessionId>(), .token = secrets::random_token()};
  sql::insert_customer_session(tx, sql::hashed(opened.token),
                               {.id = opened.id,
                                .customer = link->customer,
                                .purpose = link->purpose,
                                .last_seen = call.now});
  Actor actor = actor_of(call);
  actor.name = to_string(link->customer);
  audit(tx, actor,
        {.entity = "customer",
         .id = to_string(link->customer),
         .action = "signed_in",
         .after = Json{to_json(Visit{link->purpose})}});
  return opened;
}

void end_customer_session(store::Tx& tx, const Actor& actor, CustomerId customer, SessionId id) {
  sql::end_customer_session(tx, customer, id);
  audit(tx, actor, {.entity = "customer", .id = to_string(customer), .action = "signed_out"});
}

}  // namespace sluis::access
