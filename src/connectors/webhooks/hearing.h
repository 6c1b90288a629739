// What shops tell of their products and stock. Ours hold, so nothing here changes them: it is what
// the shop believes, and where that is not so it is told.
#pragma once

#include "connectors/webhooks/taking.h"

namespace sluis::connectors::webhooks {

Result<Outcome> hear_woo_product(const orders::Desk& desk, const Connection& of, ingest::Node body);
Result<Outcome> hear_woo_product_gone(const orders::Desk& desk, const Connection& of,
                                      ingest::Node body);
Result<Outcome> hear_shopify_level(const orders::Desk& desk, const Connection& of,
                                   ingest::Node body);
Result<Outcome> hear_shopify_product(const orders::Desk& desk, const Connection& of,
                                     ingest::Node body);
Result<Outcome> hear_shopify_product_gone(const orders::Desk& desk, const Connection& of,
                                          ingest::Node body);

}  // namespace sluis::connectors::webhooks
