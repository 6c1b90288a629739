#include "platform/store/gathered.h"

#include "platform/store/failure.h"
#include "platform/store/session.h"

namespace sluis::store {

void Gathered::keep_unit() {
  for (const auto& [_, gathering] : kinds_)
    gathering->keep_unit();
}

void Gathered::drop_unit() {
  for (const auto& [_, gathering] : kinds_)
    gathering->drop_unit();
}

void Gathered::write(Connection& connection) {
  if (is_writing_) throw Error(Failure::internal, "rows gathered before were not written");
  if (kinds_.empty()) return;
  is_writing_ = true;
  Tx tx(connection);
  try {
    for (const auto& [_, gathering] : kinds_)
      gathering->write(tx);
  } catch (const Error&) {
    throw;
  } catch (const std::exception& error) {
    throw Error(Failure::internal, error.what());
  }
  is_writing_ = false;
}

void Gathered::forget() {
  kinds_.clear();
  is_writing_ = false;
}

std::unique_ptr<Rows> GatheringConnection::query(const Statement& statement,
                                                 std::span<const Parameter> parameters) {
  before_statement();
  return connection_.query(statement, parameters);
}

std::int64_t GatheringConnection::change(const Statement& statement,
                                         std::span<const Parameter> parameters) {
  before_statement();
  return connection_.change(statement, parameters);
}

// What units before this one gathered lasts when this one does not, so it comes before its begin;
// what this one gathered so far goes with it.
void GatheringConnection::before_statement() {
  if (!has_begun_) {
    gathered_.write(connection_);
    if (begin_ != nullptr) connection_.change(*begin_, {});
    has_begun_ = true;
  }
  gathered_.keep_unit();
  gathered_.write(connection_);
}

}  // namespace sluis::store
