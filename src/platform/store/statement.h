// A statement is a named constant in a capability's store.cc: one SQL text that runs unchanged on
// SQLite and PostgreSQL. Only statements that the store was opened with may be prepared.
#pragma once

#include <string_view>

namespace sluis::store {

struct Statement {
  std::string_view name;  // "channels.insert"
  std::string_view sql;   // $1, $2 … are its parameters
};

}  // namespace sluis::store
