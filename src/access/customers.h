// Customers come in by a one-time link that somebody sends them, for one purpose, and see only
// their own routes.
#pragma once

#include "access/sessions.h"

namespace sluis::access {

// "/customer#TOKEN", good once.
Link make_customer_link(store::Tx& tx, const Actor& actor, CustomerId customer,
                        const Slug& purpose);
Result<Opened> open_customer_session(store::Tx& tx, const api::Call& call, std::string_view token);
void end_customer_session(store::Tx& tx, const Actor& actor, CustomerId customer, SessionId id);

}  // namespace sluis::access
