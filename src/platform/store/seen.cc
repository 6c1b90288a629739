#include "platform/store/session.h"

namespace sluis::store {
namespace {

// Rows are noted in the order of their numbers: what is old stands together, at the beginning.
constexpr Statement kForgetRows{
    "store.forget_marks_rows",
    "delete from platform_marks where number in (select number from platform_marks "
    "where number < (select coalesce(min(number), 0) from platform_marks where noted >= $1) "
    "order by number limit 1000)"};
constexpr Statement kForgetMarks{"store.forget_marks",
                                 "delete from platform_mark where noted < $1"};

constexpr const Statement* kStatements[] = {&kForgetRows, &kForgetMarks};

}  // namespace

std::int64_t forget_marks(Tx& tx, Instant before) {
  return tx.change(kForgetRows, before) + tx.change(kForgetMarks, before);
}

std::span<const Statement* const> seen_statements() {
  return kStatements;
}

}  // namespace sluis::store
