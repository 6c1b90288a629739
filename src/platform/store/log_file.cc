#include "platform/store/log_file.h"

#include "platform/store/sqlite.h"

namespace sluis::store {

bool empty_log(const Location& location) {
  if (!location.embedded()) return true;
  try {
    Sqlite connection(location.folder->database(), {.access = Sqlite::Access::write}, nullptr);
    const auto rows = connection.query_text("pragma wal_checkpoint(truncate)", {});
    return rows->next() && read_integer(rows->value(0)) == 0;  // 1: somebody was in the way
  } catch (const Error&) {
    return false;
  }
}

}  // namespace sluis::store
