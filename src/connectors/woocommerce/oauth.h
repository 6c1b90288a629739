// The signature of a request over plain HTTP, as WooCommerce's clients make it: OAuth 1.0a without
// a token, HMAC-SHA256, all in the query (RFC 5849, 3.4).
#pragma once

#include "platform/api/input.h"

namespace sluis::connectors::woocommerce {

// What was signed: the method, the address without its query, and all parameters but the signature
// itself, each in one canonical form.
std::string signed_text(std::string_view method, std::string_view address,
                        const api::Parameters& parameters);
// What it is signed with.
std::string signing_key(std::string_view secret);

// Of several of one name only the last, as WooCommerce reads them: its client for Node names each
// of its own twice and signs them once.
api::Parameters last_of_each(const api::Parameters& parameters);
// The last one of that name; empty where there is none.
std::string_view parameter(const api::Parameters& parameters, std::string_view name);

}  // namespace sluis::connectors::woocommerce
