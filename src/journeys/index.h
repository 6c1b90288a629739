// The index of journeys: the tracks of all customers, read from the analytical store once and from
// then on kept current from the log, within a second of each event. Questions are answered from
// memory. A server has one; a command without a server makes one for itself.
#pragma once

#include <atomic>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <shared_mutex>
#include <thread>

#include "journeys/tracks.h"
#include "kernel/result.h"
#include "platform/outbox/outbox.h"
#include "platform/store/bell.h"

namespace sluis::store {
class Store;
class Snapshot;
}  // namespace sluis::store

namespace sluis::analytics {
class Store;
}

namespace sluis::journeys {

namespace sql {
struct Until;
}

enum class IndexRefusal : std::uint8_t { index_being_built };
BOOST_DESCRIBE_ENUM(IndexRefusal, index_being_built)
const RefusalKind& kind_of(IndexRefusal refusal);

// How far it is.
struct Standing {
  bool ready = false;
  std::int64_t done = 0;   // events read
  std::int64_t total = 0;  // of so many
  std::int64_t steps = 0;
  std::int64_t identities = 0;
  std::int64_t bytes = 0;
  std::optional<Instant> as_of;  // when the last batch arrived that is in it
};
BOOST_DESCRIBE_STRUCT(Standing, (), (ready, done, total, steps, identities, bytes, as_of))

class Index {
 public:
  Index(store::Store& store, analytics::Store& analytics);
  ~Index();

  // Builds and follows on a thread of its own, woken by a bell that is rung after each commit that
  // appended. `report` is told why something failed; it is tried again.
  void serve(store::Bell& appended, std::function<void(const Refusal&)> report);
  // The same on this thread: until all is in that is there now.
  Result<void> catch_up(const std::stop_token& stop = {});

  Standing standing() const;
  // Until what was appended up to there is in it.
  void await(outbox::Position position, const std::stop_token& stop) const;
  // Calls ask(tracks, as_of) on one state; refused until it is built.
  template <class Ask>
  auto ask(const Ask& ask) const -> std::invoke_result_t<const Ask&, const Tracks&, Instant> {
    const auto reading = read();
    if (!ready_) return refuse_building();
    return ask(*tracks_, as_of_);
  }

 private:
  struct Beginning;
  struct News;

  bool has(outbox::Position position) const;
  std::shared_lock<std::shared_mutex> read() const;
  std::unique_lock<std::shared_mutex> write();
  std::unexpected<Refusal> refuse_building() const;
  void run(const std::stop_token& stop, store::Bell& appended);
  Result<void> build(const std::stop_token& stop);
  Result<Beginning> beginning() const;
  Result<sql::Until> read_figures(std::unique_ptr<Tracks>& tracks, const std::stop_token& stop);
  Result<bool> follow();
  Result<News> news() const;
  void start_anew();
  void take_in(const News& news);
  Result<void> withdraw();
  void fold();

  store::Store& store_;
  analytics::Store& analytics_;
  std::function<void(const Refusal&)> report_;

  // Whoever wants to change it goes before those who come to read after it.
  mutable std::mutex turn_;
  mutable std::shared_mutex gate_;
  std::unique_ptr<Tracks> tracks_;
  Instant as_of_;

  outbox::Position log_;
  outbox::Position facts_;
  std::vector<EventId> withdrawn_;  // and not found yet
  std::atomic<bool> ready_{false};  // all is in it that there was when it was built
  mutable store::Bell changed_;     // rung when something was taken in
  std::atomic<std::int64_t> done_{0};
  std::atomic<std::int64_t> total_{0};
  std::jthread thread_;
};

}  // namespace sluis::journeys
