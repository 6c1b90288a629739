// The two ways to the analytical data: a Snapshot reads one consistent state, a Tx also changes it.
// Types of their own, so that no operation is given the wrong store.
#pragma once

#include <span>

#include "platform/analytics/engine.h"
#include "platform/store/session.h"

namespace sluis::analytics {

using store::Statement;

class Snapshot : protected store::Snapshot {
 public:
  explicit Snapshot(Engine& engine) : store::Snapshot(engine.sql()), engine_(engine) {}

  using store::Snapshot::all;
  using store::Snapshot::each;
  using store::Snapshot::one;

  Engine& engine() { return engine_; }  // for what no named statement can say

 protected:
  Engine& engine_;
};

class Tx : public Snapshot {
 public:
  using Snapshot::Snapshot;

  // Returns how many rows were changed.
  template <class... P>
  std::int64_t change(const Statement& statement, const P&... parameters) {
    return connection_.change(statement, bound(parameters...));
  }

  // The insert with the fields of each row for $1, $2 …, but in bulk. The columns it names are the
  // fields in their order; nothing may follow the values.
  template <DescribedStruct Row>
  void append(const Statement& insert, std::span<const Row> rows) {
    if (rows.empty()) return;
    const auto appender = engine_.append(form_of(insert));
    for (const Row& row : rows) {
      for_each_field(row, [&]<class Field>(std::string_view, const Field& field) {
        appender->add(store::Stored<Field>::write(field));
      });
      appender->end_row();
    }
    appender->finish();
  }
  template <DescribedStruct Row>
  void append(const Statement& insert, const std::vector<Row>& rows) {
    append(insert, std::span<const Row>(rows));
  }
};

}  // namespace sluis::analytics
