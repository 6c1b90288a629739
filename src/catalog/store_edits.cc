#include "catalog/store_edits.h"

#include <limits>

namespace sluis::catalog::sql {
namespace {

using store::Snapshot;
using store::Statement;
using store::Tx;

constexpr Statement kInsertEdit{
    "catalog.insert_edit",
    "insert into catalog_edits (id, actor, moment, change, products, changes, undone, "
    "products_before, variants_before) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)"};
constexpr Statement kEdit{
    "catalog.edit",
    "select id, actor, moment, change, products, changes, undone from catalog_edits where id = $1"};
constexpr Statement kEdits{"catalog.edits",
                           "select id, actor, moment, change, products, changes, undone "
                           "from catalog_edits where id < $1 order by id desc limit $2"};
constexpr Statement kBefore{"catalog.edit_before",
                            "select products_before as products, "
                            "variants_before as variants from catalog_edits where id = $1"};
constexpr Statement kUndo{"catalog.undo_edit",
                          "update catalog_edits set undone = $2 where id = $1 and undone is null"};

constexpr const Statement* kEditStatements[] = {&kInsertEdit, &kEdit, &kEdits, &kBefore, &kUndo};

}  // namespace

void insert(Tx& tx, const Edit& edit, const Before& before) {
  std::apply(
      [&](const auto&... field) {
        tx.change(kInsertEdit, field..., before.products, before.variants);
      },
      tie_fields(edit));
}

std::optional<Edit> edit(Snapshot& snapshot, EditId id) {
  return snapshot.one<Edit>(kEdit, id);
}

std::vector<Edit> edits(Snapshot& snapshot, const std::optional<EditId>& before,
                        std::int64_t limit) {
  const EditId behind(std::numeric_limits<std::int64_t>::max());
  return snapshot.all<Edit>(kEdits, before.value_or(behind), limit + 1);
}

Before before(Snapshot& snapshot, EditId id) {
  return *snapshot.one<Before>(kBefore, id);
}

bool undo(Tx& tx, EditId id, Instant now) {
  return tx.change(kUndo, id, now) == 1;
}

std::span<const Statement* const> edit_statements() {
  return kEditStatements;
}

}  // namespace sluis::catalog::sql
