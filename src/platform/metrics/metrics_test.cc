#include "platform/metrics/metrics.h"

#include <thread>

#include <gtest/gtest.h>

namespace sluis::metrics {
namespace {

TEST(Metrics, PrintsPrometheusText) {
  Registry registry;
  registry.counter("b_total", "Second.", {{"class", "2xx"}, {"operation", "a.b"}}).add(3);
  registry.gauge("a", "First.").set(1.5);
  EXPECT_EQ(registry.exposition(),
            "# HELP a First.\n# TYPE a gauge\na 1.5\n"
            "# HELP b_total Second.\n# TYPE b_total counter\n"
            "b_total{class=\"2xx\",operation=\"a.b\"} 3\n");
}

TEST(Metrics, EscapesHelpAndLabels) {
  Registry registry;
  registry.counter("a_total", "One\\two\nthree \"four\"", {{"l", "back\\slash \"q\"\nend"}});
  EXPECT_EQ(registry.exposition(),
            "# HELP a_total One\\\\two\\nthree \"four\"\n# TYPE a_total counter\n"
            "a_total{l=\"back\\\\slash \\\"q\\\"\\nend\"} 0\n");
}

TEST(Metrics, HistogramBucketsAddUpAndIncludeTheirBound) {
  Registry registry;
  Histogram& histogram = registry.histogram("h", "H.", {{"o", "x"}}, {0.1, 1});
  for (const double value : {0.05, 0.1, 0.5, 2.0})
    histogram.observe(value);
  EXPECT_EQ(registry.exposition(),
            "# HELP h H.\n# TYPE h histogram\n"
            "h_bucket{o=\"x\",le=\"0.1\"} 2\n"
            "h_bucket{o=\"x\",le=\"1\"} 3\n"
            "h_bucket{o=\"x\",le=\"+Inf\"} 4\n"
            "h_sum{o=\"x\"} 2.65\n"
            "h_count{o=\"x\"} 4\n");
}

TEST(Metrics, TheSameNameAndLabelsAreTheSameSeries) {
  Registry registry;
  registry.counter("a_total", "A.", {{"l", "1"}}).add();
  registry.counter("a_total", "A.", {{"l", "1"}}).add();
  EXPECT_EQ(registry.counter("a_total", "A.", {{"l", "1"}}).value(), 2u);
  EXPECT_EQ(registry.counter("a_total", "A.", {{"l", "2"}}).value(), 0u);
}

TEST(Metrics, AsksForFiguresWhenSomebodyLooks) {
  Registry registry;
  std::uint64_t count = 1;
  registry.counter_from("a_total", "A.", [&] { return count; });
  registry.gauge_from("b", "B.", [&] { return -static_cast<double>(count); });
  count = 7;
  const std::string text = registry.exposition();
  EXPECT_NE(text.find("\na_total 7\n"), std::string::npos);
  EXPECT_NE(text.find("\nb -7\n"), std::string::npos);
}

TEST(Metrics, CountsOnManyThreads) {
  Registry registry;
  {
    std::vector<std::jthread> threads;
    for (int i = 0; i < 8; ++i) {
      threads.emplace_back([&] {
        for (int n = 0; n < 1000; ++n)
          registry.counter("a_total", "A.").add();
      });
    }
  }
  EXPECT_EQ(registry.counter("a_total", "A.").value(), 8000u);
}

}  // namespace
}  // namespace sluis::metrics
