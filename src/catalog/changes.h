// The one way in which the catalog changes: looked at from all sides, stored under its version,
// told in the trail and to the outbox.
#pragma once

#include "catalog/catalog.h"

namespace sluis::catalog {

// Gives the product its next version, unless nothing differs.
Result<Product> save(store::Tx& tx, const access::Actor& actor, const Product& before,
                     Product after);
Result<Product> insert(store::Tx& tx, const access::Actor& actor, Product product);

// Of texts and pictures: a change of the product as well.
Result<Product> save(store::Tx& tx, const access::Actor& actor, const Product& product,
                     const Content& before, const Content& after);

Result<Variant> save(store::Tx& tx, const access::Actor& actor, const Variant& before,
                     Variant after);
Result<Variant> insert(store::Tx& tx, const access::Actor& actor, const Product& product,
                       Variant variant);

// For whoever saw another version than the present one.
Refusal stale(std::int64_t present);

}  // namespace sluis::catalog
