// The queue of the contact centre: who comes first is helped first, and who has waited longer than
// they want to hangs up. So what a call brings hangs on how many others call.
#pragma once

#include <cstdint>
#include <vector>

namespace sluis::simulator {

struct Wait {
  bool answered = false;
  std::int64_t seconds = 0;  // until answered, or until they hung up
};

// One day. Calls come in the order of their arrival.
class Queue {
 public:
  explicit Queue(std::size_t agents);
  Wait call(std::int64_t arrival_s, std::int64_t patience_s, std::int64_t handling_s);

 private:
  std::vector<std::int64_t> free_from_;  // a heap, the agent who is free first on top
};

}  // namespace sluis::simulator
