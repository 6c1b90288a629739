// This process's number among those that share a store, for ids that never meet: a lease of one of
// 64, with a high-water mark that holds when a clock is set back.
#pragma once

#include <memory>
#include <thread>

#include "kernel/ids.h"
#include "platform/store/store.h"

namespace sluis::store {

enum class NodeRefusal : std::uint8_t { all_taken };
BOOST_DESCRIBE_ENUM(NodeRefusal, all_taken)
const RefusalKind& kind_of(NodeRefusal refusal);

struct LeaseOptions {
  std::chrono::milliseconds length{60'000};
  std::chrono::milliseconds renewal{20'000};
};

class NodeLease {
 public:
  // `lost` is called when the lease could not be renewed in time: the process must then stop.
  static Result<std::unique_ptr<NodeLease>> claim(Store& store, const Clock& clock,
                                                  std::move_only_function<void()> lost,
                                                  const LeaseOptions& options = {});
  // What claim() got.
  struct Claimed {
    unsigned node = 0;
    Instant high_water;
    Instant leased_until;
  };
  NodeLease(Store& store, const Clock& clock, const Claimed& claimed,
            std::move_only_function<void()> lost, const LeaseOptions& options);
  ~NodeLease();  // gives the number back

  IdSource& ids() { return ids_; }
  unsigned node() const { return node_; }

 private:
  Instant last_moment();
  bool renew();
  void keep(const std::stop_token& stop);

  Store& store_;
  const Clock& clock_;
  const LeaseOptions options_;
  const unsigned node_;
  Instant leased_until_;
  IdSource ids_;
  std::move_only_function<void()> lost_;
  std::jthread keeper_;
};

std::span<const Statement* const> statements();

}  // namespace sluis::store
