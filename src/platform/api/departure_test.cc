// A question to the analytical store ends when who asked it has left: through the real server, with
// a statement that nobody would see the end of.
#include <semaphore>

#include "platform/analytics/testing.h"
#include "platform/api/dispatch.h"
#include "platform/api/route.h"
#include "platform/http/serving.h"

namespace sluis::api {
namespace {

using store::Statement;

constexpr Statement kSlow{
    "slow.ask",
    "select cast(sum(one.n * other.n % 7) as bigint) from generate_series(1, 1000000) as one(n), "
    "generate_series(1, 1000000) as other(n)"};
constexpr Statement kQuick{"slow.quick", "select cast(7 as bigint)"};
constexpr const Statement* kStatements[] = {&kSlow, &kQuick};

struct Sum {
  std::int64_t sum = 0;
};
BOOST_DESCRIBE_STRUCT(Sum, (), (sum))

class DepartureTest : public analytics::testing::OnBothHomes {
 protected:
  void SetUp() override {
    OnBothHomes::SetUp();
    if (IsSkipped()) return;
    open();
    open_analytics({{}, {kStatements}}, {.queries = 1});
    dispatch_.emplace(
        std::vector{route("/slow", kSlow), route("/quick", kQuick)},
        Surroundings{.store = store(),
                     .clock = clock_,
                     .ids = ids_,
                     .authenticate = [](store::Snapshot&, const Credentials&,
                                        Instant) -> Result<Principal> { return Principal(); },
                     .analytics = &analytics(),
                     .observe = [](const Served&) {}});
    server_ = http::Server::start({.addresses = {"127.0.0.1"}}, *dispatch_, clock_).value();
  }
  void TearDown() override {
    server_.reset();
    if (dispatch_) dispatch_->finish();
    OnBothHomes::TearDown();
  }

  // Nothing but leaving ends the slow one before this test would be given up.
  Route route(std::string_view path, const Statement& statement) {
    const auto ask = [this, &statement](Stores& stores, const Call&) -> Result<Sum> {
      began_.release();
      return Sum{*stores.figures.one<std::int64_t>(statement)};
    };
    return {.operation = statement.name,
            .method = http::Method::get,
            .path = path,
            .summary = {"Ask", "Vraag"},
            .allow = Allow::anyone(),
            .handler = query(ask),
            .limits = {.query_time = std::chrono::hours(1)}};
  }
  http::BlockingClient asking(std::string_view path) {
    http::BlockingClient peer(server_->port());
    peer.send(fmt::format("GET {} HTTP/1.1\r\nHost: x\r\n\r\n", path));
    return peer;
  }
  void await_stopped(std::uint64_t times) {
    while (analytics().counters().stopped < times)
      std::this_thread::yield();
  }

  store::testing::SetClock clock_{Instant(1'800'000'000'000'000)};
  IdSource ids_{clock_, 0, Instant()};
  std::counting_semaphore<> began_{0};
  std::optional<Dispatch> dispatch_;
  std::unique_ptr<http::Server> server_;
};
SLUIS_ON_BOTH_HOMES(DepartureTest);

TEST_P(DepartureTest, AQuestionEndsWhenWhoAskedItLeaves) {
  auto peer = asking("/slow");
  began_.acquire();
  peer.close();
  await_stopped(1);
  EXPECT_EQ(asking("/quick").receive().body, R"({"sum":7})");
}

TEST_P(DepartureTest, UnreadRequestsDoNotHideThatThePeerLeft) {
  auto peer = asking("/slow");
  peer.send("GET /quick HTTP/1.1\r\nHost: x\r\n\r\n");
  began_.acquire();
  peer.close();
  await_stopped(1);
}

TEST_P(DepartureTest, AQuestionThatNobodyWaitsForIsNotBegun) {
  std::stop_source gone;
  gone.request_stop();
  const auto ask = [&](analytics::Snapshot&) -> Result<void> {
    began_.release();
    return {};
  };
  EXPECT_FALSE(analytics().snapshot(ask, std::chrono::hours(1), gone.get_token()));
  EXPECT_FALSE(began_.try_acquire());
}

}  // namespace
}  // namespace sluis::api
