#include "platform/outbox/driver.h"

#include <thread>

#include "platform/outbox/pulse.h"
#include "platform/outbox/store.h"

namespace sluis::outbox {
namespace {

using SteadyTime = std::chrono::steady_clock::time_point;

// Longer would keep interactive units waiting.
constexpr std::chrono::milliseconds kUnitLongest{5};
constexpr Duration kKept = std::chrono::days(7);

}  // namespace

class Driver::Loop {
 public:
  Loop(store::Store& store, const Clock& clock, std::vector<Consumer> consumers,
       const DriverOptions& options,
       std::function<void(const Consumer&, const Fact&, const Refusal&)> trouble)
      : store_(store), clock_(clock), options_(options), trouble_(std::move(trouble)) {
    for (Consumer& consumer : consumers)
      readers_.push_back({.consumer = std::move(consumer)});
    // Last, when all of the above is there.
    thread_ = std::jthread([this](const std::stop_token& stop) { run(stop); });
  }
  ~Loop() {
    stopping_ = true;
    thread_.request_stop();
    store_.facts().ring();
  }

  // Every consumer as far as it gets; whether any had something to do.
  bool pass() {
    const std::lock_guard lock(passing_);
    bool any = false;
    for (Reader& reader : readers_) {
      while (!stopping_ && step(reader))
        any = true;
    }
    return any;
  }

 private:
  struct Reader {
    Consumer consumer;
    Position passed{};  // as far as is known here
    int batch = 0;      // fewer facts than usual after a refusal; 0: as usual
    SteadyTime not_before{};
  };
  struct Refused {
    Fact fact;
    Refusal refusal;
    int before;  // facts of the batch that went well
  };

  void run(const std::stop_token& stop) {
    Pulse pulse(store_, options_.poll);
    for (pulse.looking(); !stop.stop_requested(); pulse.looking())
      pulse.wait(pass());
  }

  // One unit of a consumer; false when it has nothing to do or must wait.
  bool step(Reader& reader) {
    if (std::chrono::steady_clock::now() < reader.not_before || !has_facts(reader)) return false;
    std::optional<Refused> refused;
    const auto passed = store_.unit(
        [&](store::Tx& tx) -> Result<Position> {
          refused.reset();
          return consume_some(tx, reader, refused);
        },
        store::Priority::background);
    if (passed) {
      reader.passed = *passed;
      reader.batch = 0;
    } else if (refused && refused->before > 0) {
      reader.batch = refused->before;  // first those that go well
    } else {
      if (refused) trouble_(reader.consumer, refused->fact, refused->refusal);
      reader.not_before = std::chrono::steady_clock::now() + options_.retry;
      return false;
    }
    return true;
  }

  // A look without writing, so that an idle driver costs no commits.
  bool has_facts(Reader& reader) {
    const auto any = store_.snapshot([&](store::Snapshot& snapshot) -> Result<bool> {
      reader.passed = std::max(reader.passed, cursor(snapshot, reader.consumer.name));
      return !facts_after(snapshot, reader.passed, 1).empty();
    });
    return any && *any;
  }

  Result<Position> consume_some(store::Tx& tx, const Reader& reader,
                                std::optional<Refused>& refused) {
    const auto end = std::chrono::steady_clock::now() + kUnitLongest;
    const Instant now = clock_.now();
    Position position = hold_cursor(tx, reader.consumer.name, now);
    int passed = 0;
    const int batch = reader.batch > 0 ? reader.batch : options_.batch;
    for (const Fact& fact : facts_after(tx, position, batch)) {
      if (passed > 0 && std::chrono::steady_clock::now() > end) break;
      if (wants(reader.consumer.topics, fact.topic)) {
        if (const auto consumed = reader.consumer.consume(tx, fact); !consumed) {
          refused = Refused{fact, consumed.error(), passed};
          return std::unexpected(consumed.error());
        }
      }
      position = fact.position;
      ++passed;
    }
    move_cursor(tx, reader.consumer.name, position, now);
    return position;
  }

  store::Store& store_;
  const Clock& clock_;
  const DriverOptions options_;
  const std::function<void(const Consumer&, const Fact&, const Refusal&)> trouble_;
  std::atomic<bool> stopping_{false};
  std::mutex passing_;
  std::vector<Reader> readers_;
  std::jthread thread_;
};

Driver::Driver(store::Store& store, const Clock& clock, std::vector<Consumer> consumers,
               DriverOptions options,
               std::function<void(const Consumer&, const Fact&, const Refusal&)> trouble)
    : loop_(std::make_unique<Loop>(store, clock, std::move(consumers), options,
                                   std::move(trouble))) {}

Driver::~Driver() = default;

void Driver::catch_up() {
  loop_->pass();
}

Result<std::int64_t> clean(store::Store& store, Instant now) {
  std::int64_t removed = 0;
  std::int64_t of_unit = 0;
  do {
    of_unit = TRY(store.unit(
        [&](store::Tx& tx) -> Result<std::int64_t> { return remove_passed(tx, now - kKept); },
        store::Priority::background));
    removed += of_unit;
  } while (of_unit > 0);
  return removed;
}

}  // namespace sluis::outbox
