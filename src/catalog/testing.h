// For tests: a store with a worksheet and a catalog, on both homes, and short words for what is
// done with it.
#pragma once

#include "catalog/catalog.h"
#include "channels/testing.h"

namespace sluis::catalog::testing {

using channels::testing::pointers;
using channels::testing::why;

inline Price price_of(std::int64_t euros) {
  return {.channel = {},
          .segment = {},
          .currency = {},
          .amount = Micro(euros * Micro::kPerUnit),
          .from = {},
          .to = {}};
}

class CatalogTest : public store::testing::OnBothHomes {
 protected:
  void SetUp() override {
    OnBothHomes::SetUp();
    if (IsSkipped()) return;
    store::Registry registry;
    for (const Capability& one : capabilities()) {
      registry.migrations.push_back(one.migrations);
      registry.statements.push_back(one.statements);
    }
    open(registry);
  }

  // Those of higher rooms come behind these.
  virtual std::vector<Capability> capabilities() const {
    return {access::capability(), company::capability(), kpis::capability(), channels::capability(),
            capability()};
  }

  access::Actor actor() { return access::command_line(ids_, clock_.now()); }

  channels::Channel shop() {
    channels::Draft draft;
    draft.name = {"Shop"};
    draft.form = channels::Form::webshop;
    return store().unit([&](store::Tx& tx) { return channels::add(tx, actor(), draft); }).value();
  }

  Result<Product> add_one(const std::string& name, const ProductDetails& details = {}) {
    ProductDraft draft;
    static_cast<ProductDetails&>(draft) = details;
    draft.name = {name};
    return store().unit([&](store::Tx& tx) { return add_product(tx, actor(), draft); });
  }
  Product shirt() {
    ProductDetails details;
    details.options = {true, {{"Size"}}};
    details.category = {true, {"Clothing / Shirts"}};
    details.state = {true, State::on_sale};
    return add_one("Shirt", details).value();
  }
  Result<Product> changed(const Product& seen, const ProductChange& change) {
    return store().unit(
        [&](store::Tx& tx) { return change_product(tx, actor(), seen.id, seen.version, change); });
  }

  Result<Variant> add_one(const Product& product, const std::string& sku,
                          const VariantDetails& details) {
    VariantDraft draft;
    static_cast<VariantDetails&>(draft) = details;
    draft.sku = {sku};
    return store().unit([&](store::Tx& tx) { return add_variant(tx, actor(), product.id, draft); });
  }
  static VariantDetails size(const std::string& value) {
    VariantDetails details;
    details.option_values = {true, {{value}}};
    return details;
  }
  Result<Variant> changed(const Variant& seen, const VariantDetails& details) {
    const VariantChange change{details};
    return store().unit(
        [&](store::Tx& tx) { return change_variant(tx, actor(), seen.id, seen.version, change); });
  }
  Variant found(VariantId id) {
    return store()
        .snapshot([&](store::Snapshot& snapshot) { return variant(snapshot, id); })
        .value();
  }

  store::testing::SetClock clock_{*parse_instant("2026-01-05T09:00:00Z")};
  IdSource ids_{clock_, 1, Instant(0)};
};

}  // namespace sluis::catalog::testing
