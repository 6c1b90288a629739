// The SQL of edits of many products at once.
#pragma once

#include <span>

#include "catalog/edits.h"

namespace sluis::catalog::sql {

// What one product, or one variant, was before an edit, and its version since.
struct EditedProduct {
  ProductId id;
  std::int64_t version = 0;  // since the edit
  CategoryPath category;
  VatClass vat = VatClass::standard;
  State state = State::draft;
  std::vector<Wording> texts;
};
BOOST_DESCRIBE_STRUCT(EditedProduct, (), (id, version, category, vat, state, texts))
struct EditedVariant {
  VariantId id;
  std::int64_t version = 0;  // since the edit
  std::optional<Micro> cost;
  std::vector<Price> prices;
};
BOOST_DESCRIBE_STRUCT(EditedVariant, (), (id, version, cost, prices))
struct Before {
  std::vector<EditedProduct> products;
  std::vector<EditedVariant> variants;
};
BOOST_DESCRIBE_STRUCT(Before, (), (products, variants))

void insert(store::Tx& tx, const Edit& edit, const Before& before);
std::optional<Edit> edit(store::Snapshot& snapshot, EditId id);
std::vector<Edit> edits(store::Snapshot& snapshot, const std::optional<EditId>& before,
                        std::int64_t limit);
Before before(store::Snapshot& snapshot, EditId id);
// False when it was undone already.
bool undo(store::Tx& tx, EditId id, Instant now);

std::span<const store::Statement* const> edit_statements();

}  // namespace sluis::catalog::sql
