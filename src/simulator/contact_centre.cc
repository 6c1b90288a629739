#include "simulator/contact_centre.h"

#include <algorithm>
#include <functional>

#include "kernel/assert.h"

namespace sluis::simulator {

Queue::Queue(std::size_t agents) : free_from_(agents) {
  SLUIS_ASSERT(agents > 0);
}

Wait Queue::call(std::int64_t arrival_s, std::int64_t patience_s, std::int64_t handling_s) {
  const std::int64_t wait_s = std::max<std::int64_t>(0, free_from_.front() - arrival_s);
  if (wait_s > patience_s) return {.answered = false, .seconds = patience_s};
  std::ranges::pop_heap(free_from_, std::greater());
  free_from_.back() = arrival_s + wait_s + handling_s;
  std::ranges::push_heap(free_from_, std::greater());
  return {.answered = true, .seconds = wait_s};
}

}  // namespace sluis::simulator
