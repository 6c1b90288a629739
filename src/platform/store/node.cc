#include "platform/store/node.h"

#include "kernel/assert.h"

namespace sluis::store {
namespace {

struct FreeNode {
  unsigned node = 0;
  Instant high_water;
};
BOOST_DESCRIBE_STRUCT(FreeNode, (), (node, high_water))

// $1: now, $2: until when, $3: leases that end before this are free.
constexpr Statement kClaim{
    "store.claim_node",
    "update platform_node set leased_until = $2 where leased_until <= $3 and node = "
    "(select node from platform_node where leased_until <= $3 order by leased_until, node limit 1) "
    "returning node, case when high_water > $1 then high_water else $1 end as high_water"};
constexpr Statement kRenew{"store.renew_node",
                           "update platform_node set leased_until = $3, high_water = $4 "
                           "where node = $1 and leased_until = $2"};
constexpr Statement kRelease{"store.release_node",
                             "update platform_node set leased_until = 0, high_water = $3 "
                             "where node = $1 and leased_until = $2"};

constexpr const Statement* kStatements[] = {&kClaim, &kRenew, &kRelease};

}  // namespace

std::span<const Statement* const> statements() {
  return kStatements;
}

const RefusalKind& kind_of(NodeRefusal refusal) {
  static constexpr RefusalKind all_taken{
      "all_nodes_taken",
      Category::unavailable,
      Retry::may_help,
      {"64 processes share this database already; that is the most. Stop one, and wait a minute.",
       "Er delen al 64 processen deze database; meer kan niet. Stop er een en wacht een minuut."}};
  switch (refusal) {
    case NodeRefusal::all_taken:
      return all_taken;
  }
  assertion_failed("a NodeRefusal");
}

Result<std::unique_ptr<NodeLease>> NodeLease::claim(Store& store, const Clock& clock,
                                                    std::move_only_function<void()> lost,
                                                    const LeaseOptions& options) {
  const Instant now = clock.now();
  // Who has claimed the data folder is alone: whatever lease there is, its owner is gone.
  const bool alone = store.dialect() == Dialect::sqlite;
  const Instant free_before = alone ? Instant(std::numeric_limits<std::int64_t>::max()) : now;
  const Instant until = now + options.length;
  const auto claimed = TRY(store.unit([&](Tx& tx) -> Result<std::optional<FreeNode>> {
    const auto free = tx.one<FreeNode>(kClaim, now, until, free_before);
    if (free) tx.change(kRenew, free->node, until, until, free->high_water + options.length);
    return free;
  }));
  if (!claimed) return refuse(NodeRefusal::all_taken);
  return std::make_unique<NodeLease>(
      store, clock, Claimed{claimed->node, claimed->high_water, until}, std::move(lost), options);
}

NodeLease::NodeLease(Store& store, const Clock& clock, const Claimed& claimed,
                     std::move_only_function<void()> lost, const LeaseOptions& options)
    : store_(store),
      clock_(clock),
      options_(options),
      node_(claimed.node),
      leased_until_(claimed.leased_until),
      ids_(clock, claimed.node, claimed.high_water),
      lost_(std::move(lost)),
      keeper_([this](const std::stop_token& stop) { keep(stop); }) {}

NodeLease::~NodeLease() {
  keeper_.request_stop();
  keeper_.join();
  // A lease that cannot be given back ends by itself.
  static_cast<void>(store_.unit([&](Tx& tx) -> Result<void> {
    tx.change(kRelease, node_, leased_until_, last_moment() + std::chrono::milliseconds(1));
    return {};
  }));
}

Instant NodeLease::last_moment() {
  return IdSource::moment_of(ids_.next<JobId>().number());
}

bool NodeLease::renew() {
  const Instant until = std::max(clock_.now(), leased_until_ - options_.length) + options_.length;
  // A clock that was set back stands still for our ids, which then run ahead of it.
  const Instant mark = std::max(until, last_moment() + options_.length);
  const auto renewed = store_.unit([&](Tx& tx) -> Result<std::int64_t> {
    return tx.change(kRenew, node_, leased_until_, until, mark);
  });
  if (!renewed || *renewed != 1) return false;
  leased_until_ = until;
  return true;
}

void NodeLease::keep(const std::stop_token& stop) {
  std::mutex mutex;
  std::condition_variable_any wake;
  std::unique_lock lock(mutex);
  while (!wake.wait_for(lock, stop, options_.renewal, [&] { return stop.stop_requested(); })) {
    if (!renew() && clock_.now() >= leased_until_) return lost_();
  }
}

}  // namespace sluis::store
