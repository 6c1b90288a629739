// The counters while they are counting.
#pragma once

#include <atomic>

#include "platform/store/store.h"

namespace sluis::store {

struct Tally {
  std::atomic<std::uint64_t> units{0};
  std::atomic<std::uint64_t> commits{0};
  std::atomic<std::uint64_t> readings{0};
  std::atomic<std::uint64_t> failures{0};
  std::atomic<std::uint64_t> retries{0};

  Counters with_waiting(std::size_t writes, std::size_t reads) const {
    return {units, commits, readings, failures, retries, writes, reads};
  }
};

}  // namespace sluis::store
