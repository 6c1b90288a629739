// The schema of a capability: numbered SQL files of its schema/ folder, compiled in by CMake.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace sluis::store {

// Written once, with bigint, text, boolean, double precision and bytea; what SQLite calls otherwise
// is translated when the migration is applied. Never changed after a release, only added to.
//   ${transaction_id}   in a default: the number of the running transaction (0 on SQLite)
//   ${settled_before}   the lowest transaction number that may still be running (1 on SQLite)
//   ${growing_number}   a bigint primary key that the database counts up itself
// DuckDB makes no index: it would live in memory, and a scan of columns is fast.
struct Migration {
  std::string_view name;  // "channels/0001_channels"
  std::string_view sql;
};

enum class Dialect : unsigned char { sqlite, postgres, duckdb };

// The migration in the words of one engine.
std::string in_dialect(const Migration& migration, Dialect dialect);

}  // namespace sluis::store
