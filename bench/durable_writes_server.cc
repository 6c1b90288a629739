// One route that writes one row and answers when it is durable: what bench/durable_writes measures.
//   bench_durable_writes_server PORT FOLDER full|off
// Runs until it is interrupted; then it prints how many units were written, in how many commits.
#include <cstdio>
#include <signal.h>
#include <string_view>

#include "platform/api/dispatch.h"
#include "platform/http/server.h"
#include "platform/own.h"

namespace {

namespace api = sluis::api;
namespace http = sluis::http;
namespace platform = sluis::platform;
namespace store = sluis::store;
using sluis::Clock;
using sluis::Duration;
using sluis::IdSource;
using sluis::Instant;
using sluis::JobId;
using sluis::Result;

constexpr store::Migration kMigrations[] = {
    {"bench/0001_bench",
     "create table bench_event (id bigint primary key, kind text not null, note text not null);"}};
constexpr store::Statement kInsert{"bench.insert",
                                   "insert into bench_event (id, kind, note) values ($1, $2, $3)"};
constexpr const store::Statement* kStatements[] = {&kInsert};

struct Event {
  std::string kind;
  std::string note;
};
BOOST_DESCRIBE_STRUCT(Event, (), (kind, note))

struct AddInput {
  Event body;
};
BOOST_DESCRIBE_STRUCT(AddInput, (), (body))

struct Added {
  JobId id;
};
BOOST_DESCRIBE_STRUCT(Added, (), (id))

Result<Added> add(store::Tx& tx, const api::Call& call, const AddInput& input) {
  const auto id = call.ids.next<JobId>();
  tx.change(kInsert, id, input.body.kind, input.body.note);
  return Added{id};
}

class SystemClock final : public Clock {
 public:
  Instant now() const override {
    const auto since_epoch = std::chrono::system_clock::now().time_since_epoch();
    return Instant(std::chrono::duration_cast<Duration>(since_epoch).count());
  }
};

sigset_t block_interrupts() {
  sigset_t interrupts;
  sigemptyset(&interrupts);
  sigaddset(&interrupts, SIGINT);
  sigaddset(&interrupts, SIGTERM);
  sigprocmask(SIG_BLOCK, &interrupts, nullptr);
  return interrupts;
}

void serve_until(const sigset_t& interrupts, std::uint16_t port, const store::Folder& folder,
                 bool durable) {
  const SystemClock clock;
  IdSource ids(clock, 0, Instant());
  const auto store = *store::Store::open(
      {&folder, ""}, {.durable = durable},
      {{platform::migrations(), kMigrations}, {platform::statements(), kStatements}});
  api::Dispatch dispatch(
      {{.operation = "bench.add",
        .method = http::Method::post,
        .path = "/events",
        .summary = {"Writes a row.", "Schrijft een rij."},
        .allow = api::Allow::anyone(),
        .handler = api::write(add)}},
      {.store = *store,
       .clock = clock,
       .ids = ids,
       .authenticate = [](store::Snapshot&, const api::Credentials&,
                          Instant) -> Result<api::Principal> { return api::Principal{}; }});
  http::Options options;
  options.port = port;
  const auto server = *http::Server::start(options, dispatch, clock);
  int signal = 0;
  sigwait(&interrupts, &signal);
  server->stop(std::chrono::milliseconds(500));
  const auto counters = store->counters();
  std::printf("%llu %llu\n", static_cast<unsigned long long>(counters.units),
              static_cast<unsigned long long>(counters.commits));
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 4) return 2;
  const auto port = sluis::TextForm<std::int64_t>::parse(argv[1]);
  if (!port) return 2;
  const sigset_t interrupts = block_interrupts();
  const auto folder = store::Folder::claim(argv[2]);
  if (!folder) return 1;
  serve_until(interrupts, static_cast<std::uint16_t>(*port), *folder,
              std::string_view(argv[3]) == "full");
  return 0;
}
