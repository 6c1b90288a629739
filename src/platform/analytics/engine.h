// A connection to the analytical data, with what is not SQL: adding rows in bulk, and being stopped
// from another thread.
#pragma once

#include "platform/store/engine.h"

namespace sluis::analytics {

// "insert into TABLE (A, B) values ($1, $2)", of which only the names count.
struct InsertForm {
  std::string table;
  std::vector<std::string> columns;
};
InsertForm form_of(const store::Statement& insert);

// Takes rows value by value; they belong to the transaction of the connection. Throws Error.
class Appender {
 public:
  virtual ~Appender() = default;
  virtual void add(const store::Parameter& value) = 0;  // the next column
  virtual void end_row() = 0;
  virtual void finish() = 0;  // once; before any other statement
};

class Engine {
 public:
  virtual ~Engine() = default;
  virtual store::Engine& sql() = 0;
  virtual std::unique_ptr<Appender> append(const InsertForm& form) = 0;
  // Until the end of the transaction it may read the published views, and nothing else where the
  // database has such rights.
  virtual void become_analyst() = 0;
  // Ends the statement that is running, which then throws `over_limit`. From any thread.
  virtual void interrupt() noexcept = 0;
};

}  // namespace sluis::analytics
