// The rows that arrivals add to the log. What arrives at the same time, event by event, is written
// as one row for each source: it is one commit anyway, and all who read the log read rows.
#pragma once

#include "events/store.h"

namespace sluis::events {

class LogRows final : public store::Gathering {
 public:
  void add(sql::NewBatch batch) { of_unit_.push_back(std::move(batch)); }

  void keep_unit() override;
  void drop_unit() override { of_unit_.clear(); }
  void write(store::Tx& tx) override;

 private:
  std::vector<sql::NewBatch> kept_;
  std::vector<sql::NewBatch> of_unit_;
};

}  // namespace sluis::events
