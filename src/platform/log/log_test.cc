#include "platform/log/log.h"

#include <fcntl.h>
#include <unistd.h>

#include <gtest/gtest.h>

#include "kernel/json.h"
#include "platform/store/testing.h"

namespace sluis::log {
namespace {

const store::testing::SetClock kClock(Instant(1'767'603'600'000'000));

// What a log wrote into a pipe, up to its end.
class Pipe {
 public:
  Pipe() { EXPECT_EQ(::pipe2(ends_.data(), O_CLOEXEC), 0); }
  ~Pipe() {
    ::close(ends_[0]);
    close_writer();
  }

  int writer() const { return ends_[1]; }
  std::string read_to_end() {
    close_writer();
    std::string bytes;
    char chunk[4096];
    for (ssize_t size = 0; (size = ::read(ends_[0], chunk, sizeof chunk)) > 0;) {
      bytes.append(chunk, static_cast<std::size_t>(size));
    }
    return bytes;
  }
  std::string read_some(std::size_t size) {
    std::string bytes(size, '\0');
    bytes.resize(static_cast<std::size_t>(::read(ends_[0], bytes.data(), size)));
    return bytes;
  }

 private:
  void close_writer() {
    if (ends_[1] >= 0) ::close(ends_[1]);
    ends_[1] = -1;
  }
  std::array<int, 2> ends_{-1, -1};
};

std::string written(const Options& options, const std::function<void(Log&)>& write) {
  Pipe pipe;
  {
    Options to_pipe = options;
    to_pipe.descriptor = pipe.writer();
    Log log(to_pipe, kClock);
    write(log);
  }
  return pipe.read_to_end();
}

TEST(Log, WritesOneLineForPeople) {
  EXPECT_EQ(written({},
                    [](Log& log) {
                      log.info("request", {{"route", "/api/v1/channels/{id}"},
                                           {"status", std::int64_t{201}},
                                           {"kept", true}});
                    }),
            "2026-01-05T09:00:00Z info    request route=/api/v1/channels/{id} status=201 "
            "kept=true\n");
}

TEST(Log, WritesJsonThatCanBeRead) {
  const std::string line = written({.format = Format::json}, [](Log& log) {
    log.error("odd \"thing\"", {{"text", "a\nb\x01"}, {"ratio", 0.5}});
  });
  const auto document = JsonDocument::parse(line);
  ASSERT_TRUE(document) << line;
  EXPECT_EQ(document->root().find("level")->text(), "error");
  EXPECT_EQ(document->root().find("text")->text(), "a\nb\x01");
  EXPECT_EQ(document->root().find("ratio")->number(), 0.5);
  EXPECT_EQ(std::ranges::count(line, '\n'), 1);
}

TEST(Log, NoValueCanForgeALineOrAField) {
  const std::string line = written(
      {}, [](Log& log) { log.info("event\nfake", {{"name", "a\nb level=error"}, {"none", ""}}); });
  EXPECT_EQ(std::ranges::count(line, '\n'), 1);
  EXPECT_NE(line.find(R"(name="a\nb level=error" none="")"), std::string::npos) << line;
}

TEST(Log, LeavesOutWhatIsLessImportant) {
  const std::string lines = written({.level = Level::warning}, [](Log& log) {
    log.info("unheard");
    log.warning("heard");
  });
  EXPECT_EQ(lines.find("unheard"), std::string::npos);
  EXPECT_NE(lines.find("heard"), std::string::npos);
}

TEST(Log, KeepsLinesWholeWithManyThreads) {
  const std::string lines = written({}, [](Log& log) {
    std::vector<std::jthread> threads;
    for (int i = 0; i < 8; ++i) {
      threads.emplace_back([&log] {
        for (int n = 0; n < 100; ++n)
          log.info("line", {{"end", "here"}});
      });
    }
  });
  std::size_t whole = 0;
  for (std::size_t at = 0; (at = lines.find("line end=here\n", at)) != std::string::npos; ++at) {
    ++whole;
  }
  EXPECT_EQ(whole, 800u);
}

TEST(Log, DropsAndCountsWhenNobodyReads) {
  Pipe pipe;
  std::string all;
  {
    Log log({.descriptor = pipe.writer(), .queued_bytes_max = 4096}, kClock);
    while (log.dropped() == 0)
      log.info("filling", {{"with", std::string(1000, 'x')}});
    // The reader comes back, and hears how much it missed.
    while (all.find("log entries dropped") == std::string::npos)
      all += pipe.read_some(65'536);
  }
  EXPECT_NE(all.find("log entries dropped count="), std::string::npos);
}

}  // namespace
}  // namespace sluis::log
