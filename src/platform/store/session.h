// The two ways to the data: a Snapshot reads one consistent state, a Tx also changes it. Both are
// arguments of the function that runs in them and end with it.
#pragma once

#include <array>
#include <functional>
#include <optional>
#include <vector>

#include "platform/store/gathered.h"
#include "platform/store/row.h"
#include "platform/store/seen.h"

namespace sluis::store {

class Snapshot {
 public:
  explicit Snapshot(Connection& connection) : connection_(connection) {}
  Snapshot(const Snapshot&) = delete;
  Snapshot& operator=(const Snapshot&) = delete;

  template <class Row, class... P>
  std::vector<Row> all(const Statement& statement, const P&... parameters) {
    std::vector<Row> rows;
    each<Row>(statement, [&](Row&& row) { rows.push_back(std::move(row)); }, parameters...);
    return rows;
  }

  // The statement gives at most one row.
  template <class Row, class... P>
  std::optional<Row> one(const Statement& statement, const P&... parameters) {
    std::optional<Row> found;
    each<Row>(
        statement,
        [&](Row&& row) {
          SLUIS_ASSERT(!found);
          found.emplace(std::move(row));
        },
        parameters...);
    return found;
  }

  // Calls `take(Row&&)` for each row; it may use the session, but not run the same statement.
  template <class Row, class Take, class... P>
  void each(const Statement& statement, Take&& take, const P&... parameters) {
    const auto values = bound(parameters...);
    const auto rows = connection_.query(statement, values);
    while (rows->next())
      take(read_row<Row>(*rows));
  }

 protected:
  template <class... P>
  static std::array<Parameter, sizeof...(P)> bound(const P&... parameters) {
    return {Stored<P>::write(parameters)...};
  }

  Connection& connection_;
};

class Tx : public Snapshot {
 public:
  // A store may keep no marks and gather nothing.
  explicit Tx(Connection& connection, Seen* seen = nullptr, Gathered* gathered = nullptr)
      : Snapshot(connection), seen_(seen), gathered_(gathered) {}

  // Returns how many rows were changed. A statement with `returning` goes through one() or all().
  template <class... P>
  std::int64_t change(const Statement& statement, const P&... parameters) {
    return connection_.change(statement, bound(parameters...));
  }

  // For each mark whether it was never seen in a unit that was kept, nor before in this one.
  std::vector<bool> first_time(std::span<const Mark> marks, Instant now) {
    SLUIS_ASSERT(seen_ != nullptr);
    return seen_->first_time(marks, now);
  }

  // Rows of one kind (gathered.h) that units of a commit write together; each adds its own.
  template <class Kind>
  Kind& gathered() {
    SLUIS_ASSERT(gathered_ != nullptr);
    return gathered_->of<Kind>();
  }

  // Runs once what is committed is durable, on the writer's thread: hand on, do not work.
  void after_commit(std::move_only_function<void()> action) {
    after_commit_.push_back(std::move(action));
  }
  // What follows facts of the outbox is woken after the commit.
  void announce_facts() { announces_facts_ = true; }

  // For the store that runs the unit.
  bool announces_facts() const { return announces_facts_; }
  std::vector<std::move_only_function<void()>>& actions_after_commit() { return after_commit_; }

 private:
  Seen* seen_;
  Gathered* gathered_;
  bool announces_facts_ = false;
  std::vector<std::move_only_function<void()>> after_commit_;
};

}  // namespace sluis::store
