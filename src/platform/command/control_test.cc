#include "platform/command/control.h"

#include <sys/socket.h>
#include <sys/stat.h>

#include <latch>
#include <thread>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "platform/command/unix_socket.h"
#include "platform/store/testing.h"

namespace sluis::command {
namespace {

using store::testing::TemporaryFolder;

class Recorded : public Screen {
 public:
  void out(std::string_view bytes) override { out_ += bytes; }
  void err(std::string_view bytes) override { err_ += bytes; }
  void progress(std::int64_t done, std::int64_t total) override {
    progress_.emplace_back(done, total);
  }

  std::string out_;
  std::string err_;
  std::vector<std::pair<std::int64_t, std::int64_t>> progress_;
};

class ControlTest : public ::testing::Test {
 protected:
  void serve(ControlServer::Run run) {
    auto server = ControlServer::start(socket(), std::move(run));
    ASSERT_TRUE(server) << server.error().message().in(Language::en);
    server_ = *std::move(server);
  }
  void stop() { server_.reset(); }
  std::filesystem::path socket() const { return folder_.path() / "control.sock"; }

  Result<std::optional<End>> call(const Call& call, std::string_view input = "",
                                  const std::stop_token& cancel = {}) {
    return call_server(socket(), call, input, screen_, cancel);
  }

  TemporaryFolder folder_;
  std::unique_ptr<ControlServer> server_;
  Recorded screen_;
};

TEST_F(ControlTest, NobodyIsThere) {
  const auto end = call({});
  ASSERT_TRUE(end);
  EXPECT_FALSE(end->has_value());
}

TEST_F(ControlTest, RunsThereAndBringsEverythingBack) {
  serve([](const Call& call, std::string input, Screen& screen, const std::stop_token&) {
    screen.progress(1, 2);
    screen.out("got " + call.words.at(1) + " and " + std::to_string(input.size()) + " bytes");
    screen.out(std::string("\0\xff", 2));
    screen.err("a note");
    return End{call.width, false};
  });
  const std::string input(3 << 20, '\xfe');  // larger than any socket's buffer, and no UTF-8
  const auto end = call({.words = {"a", "é"}, .width = 42}, input);
  ASSERT_TRUE(end && *end);
  EXPECT_EQ((*end)->code, 42);
  EXPECT_EQ(screen_.out_, "got é and 3145728 bytes" + std::string("\0\xff", 2));
  EXPECT_EQ(screen_.err_, "a note");
  EXPECT_EQ(screen_.progress_, (std::vector<std::pair<std::int64_t, std::int64_t>>{{1, 2}}));
}

TEST_F(ControlTest, BringsBackMuchOutput) {
  const std::string much(5'000'000, 'x');
  serve([&](const Call&, std::string, Screen& screen, const std::stop_token&) {
    screen.out(much);
    return End{};
  });
  ASSERT_TRUE(call({}));
  EXPECT_EQ(screen_.out_, much);
}

// Waits until it is cancelled.
End until_cancelled(const std::stop_token& cancel) {
  std::latch stopped(1);
  const std::stop_callback on_stop(cancel, [&] { stopped.count_down(); });
  stopped.wait();
  return End{130, false};
}

TEST_F(ControlTest, CancelIsHeardThere) {
  std::stop_source cancel;
  serve([&](const Call&, std::string, Screen&, const std::stop_token& token) {
    cancel.request_stop();
    return until_cancelled(token);
  });
  const auto end = call({}, "", cancel.get_token());
  ASSERT_TRUE(end && *end);
  EXPECT_EQ((*end)->code, 130);
}

TEST_F(ControlTest, ACallerThatVanishesIsACancel) {
  std::latch started(1);
  std::latch ended(1);
  serve([&](const Call&, std::string, Screen&, const std::stop_token& token) {
    started.count_down();
    const End end = until_cancelled(token);
    ended.count_down();
    return end;
  });
  {
    const Descriptor client = connect_to(socket());
    ASSERT_TRUE(send_all(client.get(), frame_bytes(FrameKind::call, to_json(Call{}))));
    started.wait();
  }
  ended.wait();
}

TEST_F(ControlTest, AServerThatStopsCancelsWhatRuns) {
  std::latch started(1);
  serve([&](const Call&, std::string, Screen&, const std::stop_token& token) {
    started.count_down();
    return until_cancelled(token);
  });
  const std::jthread client([&] {
    const auto end = call({});
    ASSERT_FALSE(end);
    EXPECT_TRUE(is(end.error(), ControlRefusal::server_lost));
  });
  started.wait();
  stop();
  EXPECT_FALSE(std::filesystem::exists(socket()));
}

TEST_F(ControlTest, SeveralCallersRunAtOnce) {
  std::latch together(4);
  serve([&](const Call&, std::string, Screen&, const std::stop_token&) {
    together.arrive_and_wait();
    return End{};
  });
  std::vector<std::jthread> callers;
  for (int i = 0; i < 4; ++i) {
    callers.emplace_back([&] {
      Recorded screen;
      EXPECT_TRUE(call_server(socket(), {}, "", screen, {}));
    });
  }
}

TEST_F(ControlTest, IsForItsOwnerOnlyAndReplacesAStaleOne) {
  std::filesystem::create_directories(folder_.path());
  {
    const Descriptor stale = listen_at(socket());
  }
  serve([](const Call&, std::string, Screen&, const std::stop_token&) { return End{}; });
  struct stat status{};
  ASSERT_EQ(::stat(socket().c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 0777, 0600u);
  EXPECT_TRUE(call({}));
}

TEST_F(ControlTest, WorksInAFolderWithALongName) {
  const auto deep = folder_.path() / std::string(200, 'x') / "control.sock";
  std::filesystem::create_directories(deep.parent_path());
  const auto server = ControlServer::start(
      deep,
      [](const Call&, std::string, Screen&, const std::stop_token&) { return End{7, false}; });
  ASSERT_TRUE(server);
  const auto end = call_server(deep, {}, "", screen_, {});
  ASSERT_TRUE(end && *end);
  EXPECT_EQ((*end)->code, 7);
}

TEST_F(ControlTest, SaysWhyItCannotListen) {
  const auto server = ControlServer::start(
      folder_.path() / "none/control.sock",
      [](const Call&, std::string, Screen&, const std::stop_token&) { return End{}; });
  ASSERT_FALSE(server);
  EXPECT_TRUE(is(server.error(), ControlRefusal::cannot_listen));
}

TEST_F(ControlTest, ForeignBytesEndTheirConnectionAndNothingElse) {
  serve([](const Call&, std::string, Screen&, const std::stop_token&) { return End{}; });
  const std::string frames[] = {
      "GET / HTTP/1.1\r\n\r\n",
      std::string("\xff\xff\xff\xff"
                  "c",
                  5),
      frame_bytes(FrameKind::call, "{\"version\":7}"),
      frame_bytes(FrameKind::call, "not json"),
      frame_bytes(FrameKind::out, "from a client"),
      frame_bytes(FrameKind::cancel, "") + frame_bytes(FrameKind::end, "{}"),
  };
  for (const std::string& bytes : frames) {
    const Descriptor client = connect_to(socket());
    send_all(client.get(), bytes);
    ::shutdown(client.get(), SHUT_WR);
    char answer = 0;
    EXPECT_EQ(::recv(client.get(), &answer, 1, 0), 0) << bytes;
  }
  const auto end = call({});
  EXPECT_TRUE(end && *end);
}

RC_GTEST_PROP(Frame, ComesBackHoweverItIsCut, (const std::vector<std::string>& payloads)) {
  std::string bytes;
  for (const std::string& payload : payloads)
    bytes += frame_bytes(FrameKind::out, payload);
  FrameReader reader;
  std::vector<std::string> read;
  while (!bytes.empty()) {
    const std::size_t size =
        std::min<std::size_t>(bytes.size(), *rc::gen::inRange<std::size_t>(1, 8));
    reader.feed(bytes.substr(0, size));
    bytes.erase(0, size);
    while (const auto frame = reader.next())
      read.push_back(frame->payload);
  }
  RC_ASSERT(read == payloads);
  RC_ASSERT(!reader.broken());
}

}  // namespace
}  // namespace sluis::command
