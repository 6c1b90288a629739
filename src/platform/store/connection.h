// What a session asks of a database: the seam between typed rows and the two engines.
#pragma once

#include <cstdint>
#include <memory>
#include <span>

#include "platform/store/statement.h"
#include "platform/store/value.h"

namespace sluis::store {

// The rows of a running statement.
class Rows {
 public:
  virtual ~Rows() = default;
  // Goes to the next row; the first call to the first one. False after the last.
  virtual bool next() = 0;
  virtual std::size_t width() const = 0;
  virtual std::string_view name(std::size_t column) const = 0;
  virtual Value value(std::size_t column) const = 0;
};

class Connection {
 public:
  virtual ~Connection() = default;
  // Throws Error. The statement must be registered and not be running already.
  virtual std::unique_ptr<Rows> query(const Statement& statement,
                                      std::span<const Parameter> parameters) = 0;
  // The number of rows changed.
  virtual std::int64_t change(const Statement& statement,
                              std::span<const Parameter> parameters) = 0;
};

}  // namespace sluis::store
