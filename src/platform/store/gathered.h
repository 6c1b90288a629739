// Rows that units of one commit write together, because one by one they cost more. What was
// gathered is written before the next statement of any unit, at the latest before the commit:
// nobody can tell the difference, but a unit that gathers and asks nothing costs no statement.
#pragma once

#include <memory>
#include <utility>
#include <vector>

#include "platform/store/connection.h"

namespace sluis::store {

class Tx;

// One kind of such rows; a Tx makes it when it is asked for it.
class Gathering {
 public:
  virtual ~Gathering() = default;
  // The end of a unit: what it gathered counts, or is forgotten.
  virtual void keep_unit() = 0;
  virtual void drop_unit() = 0;
  // Writes what counts, and has nothing left.
  virtual void write(Tx& tx) = 0;
};

class Gathered {
 public:
  template <class Kind>
  Kind& of() {
    const void* const key = &kKey<Kind>;
    for (const auto& [known, gathering] : kinds_) {
      if (known == key) return static_cast<Kind&>(*gathering);
    }
    return static_cast<Kind&>(*kinds_.emplace_back(key, std::make_unique<Kind>()).second);
  }

  void keep_unit();
  void drop_unit();
  // Throws Error and nothing else; after one only forget() helps.
  void write(Connection& connection);
  // While this is true, rows of units that were kept may be lost: their transaction must not last.
  bool is_writing() const { return is_writing_; }
  // After a transaction that failed.
  void forget();

 private:
  template <class Kind>
  static constexpr char kKey = 0;

  std::vector<std::pair<const void*, std::unique_ptr<Gathering>>> kinds_;
  bool is_writing_ = false;
};

// The connection as a unit sees it: what was gathered is written before it asks anything.
class GatheringConnection final : public Connection {
 public:
  // `begin` runs once, before the first statement of this unit.
  GatheringConnection(Connection& connection, Gathered& gathered, const Statement* begin)
      : connection_(connection), gathered_(gathered), begin_(begin) {}

  std::unique_ptr<Rows> query(const Statement& statement,
                              std::span<const Parameter> parameters) override;
  std::int64_t change(const Statement& statement, std::span<const Parameter> parameters) override;
  bool has_begun() const { return has_begun_; }

 private:
  void before_statement();

  Connection& connection_;
  Gathered& gathered_;
  const Statement* const begin_;
  bool has_begun_ = false;
};

}  // namespace sluis::store
