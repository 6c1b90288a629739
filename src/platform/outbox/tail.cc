#include "platform/outbox/tail.h"

#include <list>
#include <thread>

#include "platform/outbox/pulse.h"

namespace sluis::outbox {

constexpr int kBatch = 500;

// One subscriber. Its mutex is held while it is called, so that it can be ended from outside, and
// may be taken again, so that it can end itself.
struct Tail::Subscription::Entry {
  std::recursive_mutex calling;
  bool ended = false;
  std::optional<Position> passed;  // nothing: from now on
  std::vector<std::string> topics;
  std::function<void(const Fact&)> take;

  void offer(const Fact& fact) {
    const std::lock_guard lock(calling);
    if (ended || fact.position <= *passed) return;
    passed = fact.position;
    if (wants(topics, fact.topic)) take(fact);
  }
};

Tail::Subscription::Subscription(std::shared_ptr<Entry> entry) : entry_(std::move(entry)) {}
Tail::Subscription::Subscription(Subscription&&) noexcept = default;

Tail::Subscription& Tail::Subscription::operator=(Subscription&& other) noexcept {
  std::swap(entry_, other.entry_);
  return *this;
}

Tail::Subscription::~Subscription() {
  if (!entry_) return;
  const std::lock_guard lock(entry_->calling);
  entry_->ended = true;
}

class Tail::Loop {
 public:
  using Entry = Subscription::Entry;

  Loop(store::Store& store, std::chrono::milliseconds poll)
      : store_(store), poll_(poll), passed_(read_last()) {
    // Last, when all of the above is there.
    thread_ = std::jthread([this](const std::stop_token& stop) { run(stop); });
  }
  ~Loop() {
    thread_.request_stop();
    store_.facts().ring();
  }

  void add(const std::shared_ptr<Entry>& entry) {
    {
      const std::lock_guard lock(mutex_);
      // A position of before a restore may lie ahead of everything.
      if (passed_) entry->passed = std::min(entry->passed.value_or(*passed_), *passed_);
      newcomers_.push_back(entry);
    }
    store_.facts().ring();
  }

 private:
  void run(const std::stop_token& stop) {
    Pulse pulse(store_, poll_);
    for (pulse.looking(); !stop.stop_requested(); pulse.looking())
      pulse.wait(look(stop));
  }

  // Hands on what is new; whether there was anything.
  bool look(const std::stop_token& stop) {
    const auto passed = where();
    if (!passed) return false;
    welcome(*passed, stop);
    const std::vector<Fact> facts = read_after(*passed);
    for (const Fact& fact : facts) {
      for (const auto& entry : entries_)
        entry->offer(fact);
    }
    if (!facts.empty()) {
      const std::lock_guard lock(mutex_);
      passed_ = facts.back().position;
    }
    entries_.remove_if([](const auto& entry) {
      const std::lock_guard lock(entry->calling);
      return entry->ended;
    });
    return !facts.empty();
  }

  // Unknown as long as the store could not be read.
  std::optional<Position> where() {
    const std::lock_guard lock(mutex_);
    if (!passed_) passed_ = read_last();
    return passed_;
  }

  // Newcomers first get what the others have had already.
  void welcome(Position passed, const std::stop_token& stop) {
    std::vector<std::shared_ptr<Entry>> newcomers;
    {
      const std::lock_guard lock(mutex_);
      newcomers.swap(newcomers_);
    }
    for (const auto& entry : newcomers) {
      entry->passed = std::min(entry->passed.value_or(passed), passed);
      replay(*entry, passed, stop);
      entries_.push_back(entry);
    }
  }

  void replay(Entry& entry, Position until, const std::stop_token& stop) {
    while (*entry.passed < until && !stop.stop_requested()) {
      const std::vector<Fact> facts = read_after(*entry.passed);
      for (const Fact& fact : facts) {
        if (fact.position <= until) entry.offer(fact);
      }
      if (facts.empty() || facts.back().position >= until) return;
    }
  }

  std::optional<Position> read_last() {
    const auto last = store_.snapshot(
        [](store::Snapshot& snapshot) -> Result<Position> { return last_position(snapshot); });
    return last ? std::optional(*last) : std::nullopt;
  }

  std::vector<Fact> read_after(Position position) {
    auto facts = store_.snapshot([&](store::Snapshot& snapshot) -> Result<std::vector<Fact>> {
      return facts_after(snapshot, position, kBatch);
    });
    return facts ? *std::move(facts) : std::vector<Fact>{};
  }

  store::Store& store_;
  const std::chrono::milliseconds poll_;
  std::list<std::shared_ptr<Entry>> entries_;  // only on the thread
  std::mutex mutex_;
  std::optional<Position> passed_;
  std::vector<std::shared_ptr<Entry>> newcomers_;
  std::jthread thread_;
};

Tail::Tail(store::Store& store, std::chrono::milliseconds poll)
    : loop_(std::make_unique<Loop>(store, poll)) {}
Tail::~Tail() = default;

Tail::Subscription Tail::follow(std::optional<Position> after, std::vector<std::string> topics,
                                std::function<void(const Fact&)> take) {
  auto entry = std::make_shared<Subscription::Entry>();
  entry->passed = after;
  entry->topics = std::move(topics);
  entry->take = std::move(take);
  loop_->add(entry);
  return Subscription(std::move(entry));
}

}  // namespace sluis::outbox
