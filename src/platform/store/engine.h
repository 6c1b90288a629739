// A connection with what the store itself needs of it, beside the statements of the capabilities.
#pragma once

#include <string>
#include <unordered_set>

#include "platform/store/connection.h"
#include "platform/store/migrations.h"

namespace sluis::store {

using StatementSet = std::unordered_set<const Statement*>;

class Engine : public Connection {
 public:
  virtual Dialect dialect() const = 0;
  // Any SQL without parameters and rows; several statements with ";" between them.
  virtual void execute(const std::string& sql) = 0;
  // SQL that is made on the spot: for copying tables whose names are data.
  virtual std::unique_ptr<Rows> query_text(const std::string& sql,
                                           std::span<const Parameter> parameters) = 0;
  // The same, row by row as they come: for results that are too large for memory.
  virtual std::unique_ptr<Rows> stream(const std::string& sql) = 0;
  virtual std::int64_t change_text(const std::string& sql,
                                   std::span<const Parameter> parameters) = 0;
  // False once the connection is lost.
  virtual bool usable() const = 0;
  // Rolls back the transaction that may be open.
  virtual void abandon() noexcept = 0;
};

}  // namespace sluis::store
