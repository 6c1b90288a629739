#include "simulator/live.h"

#include <condition_variable>
#include <mutex>
#include <optional>

#include "kernel/assert.h"
#include "kernel/json.h"
#include "platform/client/caller.h"
#include "simulator/calendar.h"
#include "simulator/stream.h"
#include "simulator/wire.h"

namespace sluis::simulator {
namespace {

constexpr std::chrono::milliseconds kRhythm{200};
constexpr std::chrono::seconds kLooks{5};
constexpr std::chrono::seconds kRetry{1};
constexpr std::chrono::seconds kPatience{30};
constexpr std::int64_t kBatchMost = 500;

constexpr RefusalKind kUnreachable{
    "server_unreachable", Category::unavailable, Retry::may_help,
    Text{"No server answers at {0}. Start it, or say where it is with --server ADDRESS:PORT.",
         "Er antwoordt geen server op {0}. Start hem, of zeg met --server ADRES:POORT waar hij "
         "is."}};
constexpr RefusalKind kRefuses{
    "server_refuses", Category::invalid, Retry::useless,
    Text{"The server answered {0}: {1}", "De server antwoordde {0}: {1}"}};
constexpr RefusalKind kNothing{
    "nothing_to_continue", Category::conflict, Retry::useless,
    Text{"That server holds no sample company; fill it with `sluis simulate` first.",
         "Die server heeft geen voorbeeldbedrijf; vul hem eerst met `sluis simulate`."}};

class Server {
 public:
  Server(const Feed& feed, const Clock& clock, const std::stop_token& stop)
      : feed_(feed), clock_(clock), stop_(stop), caller_(feed.server, feed.key) {}

  Result<std::string> get(std::string_view path) {
    return answered([&] { return caller_.get(path); });
  }
  Result<std::string> post(std::string_view path, std::string_view json) {
    return answered([&] { return caller_.post(path, json); });
  }

  // True when it is time to stop.
  bool pause(std::chrono::microseconds time) {
    std::unique_lock lock(mutex_);
    wake_.wait_for(lock, stop_, time, [&] { return stop_.stop_requested(); });
    return stop_.stop_requested();
  }

 private:
  // Waits for a server that is away for a moment, but not for one that never answered.
  template <class Ask>
  Result<std::string> answered(const Ask& ask) {
    const Instant until = clock_.now() + kPatience;
    do {
      auto answer = ask();
      heard_ = heard_ || answer;
      if (!answer || answer->status >= 500) continue;
      if (answer->status < 300) return std::move(answer->body);
      return refuse(LiveRefusal::server_refuses, std::to_string(answer->status), answer->body);
    } while (heard_ && clock_.now() < until && !pause(kRetry));
    return refuse(LiveRefusal::server_unreachable, TextForm<config::Endpoint>::print(feed_.server));
  }

  const Feed& feed_;
  const Clock& clock_;
  const std::stop_token& stop_;
  client::Caller caller_;
  bool heard_ = false;
  std::mutex mutex_;
  std::condition_variable_any wake_;
};

// The sample that the server holds.
Result<Settings> settings_at(Server& server) {
  const auto reply = TRY(server.get("/api/v1/sample"));
  const auto view = TRY(from_json<SampleView>(reply));
  if (view.state != SampleState::present) return refuse(LiveRefusal::nothing_to_continue);
  return Settings{.world = *view.world,
                  .seed = static_cast<std::uint64_t>(*view.seed),
                  .customers = static_cast<std::uint32_t>(*view.customers),
                  .from = *view.from};
}

class Sender {
 public:
  Sender(Server& server, const Settings& settings, const Feed& feed, Instant start)
      : server_(server),
        left_(feed.events.value_or(INT64_MAX)),
        stream_(settings, start),
        pace_(feed.speed, start),
        names_{.day = local_day(start), .session = start.micros()} {}

  // What is due by now, in batches.
  Result<void> send_until(Instant now) {
    while (true) {
      const std::string batch = due_until(now);
      if (batch.empty()) return {};
      TRY(server_.post("/api/v1/events", batch));
      sent_ += in_batch_;
      left_ -= in_batch_;
    }
  }
  std::int64_t sent() const { return sent_; }
  bool may_go_on() const { return left_ > 0; }

 private:
  // A JSON list; empty when nothing is due.
  std::string due_until(Instant now) {
    std::string batch;
    for (in_batch_ = 0; in_batch_ < std::min(kBatchMost, left_); ++in_batch_) {
      if (!next_) {
        next_ = stream_.next();
        due_ = pace_.due(next_->ts);
      }
      if (due_ > now) break;
      batch += batch.empty() ? "[" : ",";
      batch += json_of(*next_, names_, ++number_);
      next_.reset();
    }
    return batch.empty() ? batch : batch + "]";
  }

  Server& server_;
  std::int64_t left_;
  std::int64_t sent_ = 0;
  Stream stream_;
  Pace pace_;
  const LiveNames names_;
  std::optional<Event> next_;
  Instant due_;
  std::int64_t number_ = 0;
  std::int64_t in_batch_ = 0;
};

}  // namespace

const RefusalKind& kind_of(LiveRefusal refusal) {
  switch (refusal) {
    case LiveRefusal::server_unreachable:
      return kUnreachable;
    case LiveRefusal::server_refuses:
      return kRefuses;
    case LiveRefusal::nothing_to_continue:
      return kNothing;
  }
  assertion_failed("a LiveRefusal");
}

Result<std::int64_t> go_on_live(const Feed& feed, const Clock& clock,
                                const std::function<void(std::int64_t)>& sent,
                                const std::stop_token& stop) {
  Server server(feed, clock, stop);
  const Settings settings = TRY(settings_at(server));
  Sender sender(server, settings, feed, clock.now());
  Instant looked = clock.now();
  while (sender.may_go_on() && !server.pause(kRhythm)) {
    TRY_VOID(sender.send_until(clock.now()));
    sent(sender.sent());
    if (clock.now() - looked < kLooks) continue;
    TRY(settings_at(server));  // it may have been removed
    looked = clock.now();
  }
  return sender.sent();
}

}  // namespace sluis::simulator
