// Which tables a statement needs beside those of its owner, as PostgreSQL's own rights tell.
#pragma once

#include "platform/store/postgres.h"

namespace sluis::store {

// What the server says against the statement when it may use only the tables of `owner` and the
// views feed_… of the schema; empty when nothing.
std::string touched_beyond(Postgres& connection, std::string_view schema,
                           const Statement& statement, std::string_view owner);

}  // namespace sluis::store
