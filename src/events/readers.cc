#include <thread>

#include "events/intake.h"
#include "events/knowledge.h"
#include "events/store.h"
#include "platform/store/bell.h"

namespace sluis::events {
namespace {

// Of other processes; our own batches come at once.
constexpr std::chrono::milliseconds kPoll{250};
// So that many small batches are read together.
constexpr std::chrono::milliseconds kPause{250};
constexpr std::int64_t kEventsPerUnit = 10'000;
constexpr Duration kRetry = std::chrono::seconds(5);

}  // namespace

class Readers::Loop {
 public:
  Loop(store::Store& store, const Clock& clock, Intake& intake, std::vector<Reader> readers,
       std::function<void(const Reader&, const Refusal&)> trouble)
      : store_(store), clock_(clock), intake_(intake), trouble_(std::move(trouble)) {
    followed_.push_back({.reader = knowledge_reader()});
    for (Reader& reader : readers)
      followed_.push_back({.reader = std::move(reader)});
    // Last, when all of the above is there.
    thread_ = std::jthread([this](const std::stop_token& stop) { run(stop); });
  }
  ~Loop() {
    thread_.request_stop();
    pause_.ring();
    intake_.appended().ring();
  }

  bool pass(const std::stop_token& stop) {
    const std::lock_guard lock(passing_);
    bool any = false;
    for (std::size_t i = 0; i < followed_.size(); ++i) {
      while (!stop.stop_requested() && step(i))
        any = true;
    }
    return any;
  }

 private:
  struct Followed {
    Reader reader;
    bool apart = false;  // after a refusal: without the others
    bool alone = false;  // after another one: one batch at a time
    Instant not_before{};
  };

  void run(const std::stop_token& stop) {
    while (!stop.stop_requested()) {
      const std::uint64_t seen = intake_.appended().count();
      if (!pass(stop)) intake_.appended().wait(seen, kPoll);
      pause_.wait(0, kPause);
    }
  }

  // How far a reader may go: everything for the first, else as far as the one before it.
  outbox::Position horizon(store::Snapshot& snapshot, std::size_t which) {
    if (which == 0) return sql::last_position(snapshot);
    return sql::cursor(snapshot, followed_[which - 1].reader.name);
  }

  // A look without writing, so that waiting costs no commits.
  bool has_batches(std::size_t which) {
    const auto behind = store_.snapshot([&](store::Snapshot& snapshot) -> Result<bool> {
      return sql::cursor(snapshot, followed_[which].reader.name) < horizon(snapshot, which);
    });
    return behind && *behind;
  }

  // One unit of a reader, and of those behind it that stand at the same place, so that all of them
  // read the batches once; false when it has nothing to do or must wait.
  bool step(std::size_t which) {
    Followed& followed = followed_[which];
    if (clock_.now() < followed.not_before || !has_batches(which)) return false;
    const auto consumed =
        store_.unit([&](store::Tx& tx) -> Result<void> { return consume_some(tx, which); },
                    store::Priority::background);
    if (consumed) {
      followed.alone = followed.apart = false;
      return true;
    }
    if (!followed.apart) return followed.apart = true;
    if (!followed.alone) return followed.alone = true;
    trouble_(followed.reader, consumed.error());
    followed.not_before = clock_.now() + kRetry;
    return false;
  }

  Result<void> consume_some(store::Tx& tx, std::size_t which) {
    const Instant now = clock_.now();
    const outbox::Position from = sql::hold_cursor(tx, followed_[which].reader.name, now);
    const std::size_t last = last_beside(tx, which, from, now);
    auto batches = batches_after(tx, from, followed_[which].alone ? 1 : kEventsPerUnit);
    const outbox::Position end = horizon(tx, which);
    while (!batches.empty() && batches.back().position > end)
      batches.pop_back();
    if (batches.empty()) return {};
    for (std::size_t i = which; i <= last; ++i) {
      TRY_VOID(followed_[i].reader.consume(tx, batches));
      sql::move_cursor(tx, followed_[i].reader.name, batches.back().position, now);
    }
    return {};
  }

  // The last of the readers that may go on together with this one. Nobody does with one that had
  // trouble: then it shows which of them has it.
  std::size_t last_beside(store::Tx& tx, std::size_t which, outbox::Position from, Instant now) {
    if (followed_[which].apart) return which;
    std::size_t last = which;
    while (last + 1 < followed_.size() && !followed_[last + 1].apart &&
           sql::hold_cursor(tx, followed_[last + 1].reader.name, now) == from)
      ++last;
    return last;
  }

  store::Store& store_;
  const Clock& clock_;
  Intake& intake_;
  const std::function<void(const Reader&, const Refusal&)> trouble_;
  store::Bell pause_;
  std::mutex passing_;
  std::vector<Followed> followed_;
  std::jthread thread_;
};

Readers::Readers(store::Store& store, const Clock& clock, Intake& intake,
                 std::vector<Reader> readers,
                 std::function<void(const Reader&, const Refusal&)> trouble)
    : loop_(std::make_unique<Loop>(store, clock, intake, std::move(readers), std::move(trouble))) {}

Readers::~Readers() = default;

void Readers::catch_up() {
  loop_->pass({});
}

}  // namespace sluis::events
