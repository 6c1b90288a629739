// What an agent may propose to whom they talk with: decided in the place on the channel of that
// conversation, by the same weighing as everywhere. A step is proposed only where its gain is above
// what it costs, and with the usual chance to somebody who is held out it is not.
#pragma once

#include "decisions/answers.h"
#include "decisions/engine.h"
#include "decisions/explaining.h"

namespace sluis::decisions {

// Nothing is proposed without a customer, or without a place on that channel.
struct Step {
  DecisionView decision;
  std::optional<Explained> weighed;  // what is proposed: its gain, its cost and how sure that is
};
BOOST_DESCRIBE_STRUCT(Step, (), (decision, weighed))

// From memory, and kept before it is told.
Result<Step> next_step(store::Store& store, Engine& engine, const api::Call& call,
                       contacts::ContactId contact);
// By the agent who has that contact.
Result<Answered> answer_step(const contacts::Desk& desk, const contacts::Sight& sight,
                             DecisionId id, contacts::ContactId contact, const AnswerDraft& draft);

}  // namespace sluis::decisions
