// A mapping made ready: templates and formulas read, what an event lacks taken from what is said of
// all of them, columns bound to their places.
#pragma once

#include "identities/identities.h"
#include "imports/expression.h"

namespace sluis::imports {

struct CompiledCondition {
  TextTemplate of;
  Test test;
  std::string value;
  Micro number;  // of `above` and `below`
};

struct CompiledEvent {
  TextTemplate kind, ts, channel, phase, campaign, product, currency, order, part, message_id,
      once_per;
  Formula quantity, revenue, cost, duration_s;
  // The first that is filled is who did it.
  std::vector<std::pair<identities::Kind, TextTemplate>> identities;
  std::vector<std::pair<std::string, TextTemplate>> props;
  std::vector<CompiledCondition> when;
};

class Compiled {
 public:
  // Points into the mapping, which must stay where it is. What is wrong is in `problems`.
  Compiled(const Mapping& mapping, std::vector<FieldProblem>& problems);

  std::vector<CompiledEvent>& events() { return events_; }
  const std::vector<CompiledEvent>& events() const { return events_; }
  // Where columns are used that are not there; the others are bound.
  std::vector<FieldProblem> bind(const std::vector<std::string>& columns);

 private:
  std::vector<CompiledEvent> events_;
};

}  // namespace sluis::imports
