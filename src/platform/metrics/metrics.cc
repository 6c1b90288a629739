#include "platform/metrics/metrics.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "kernel/assert.h"

namespace sluis::metrics {
namespace {

// Backslash and line feed are escaped; in label values the double quote too.
std::string escaped(std::string_view text, bool quote) {
  std::string out;
  for (const char c : text) {
    if (c == '\\') {
      out += "\\\\";
    } else if (c == '\n') {
      out += "\\n";
    } else if (c == '"' && quote) {
      out += "\\\"";
    } else {
      out += c;
    }
  }
  return out;
}

std::string label_text(const Labels& labels) {
  std::string out;
  for (const auto& [name, value] : labels) {
    fmt::format_to(std::back_inserter(out), "{}{}=\"{}\"", out.empty() ? "" : ",", name,
                   escaped(value, true));
  }
  return out;
}

std::string number(double value) {
  if (std::isnan(value)) return "NaN";
  if (std::isinf(value)) return value > 0 ? "+Inf" : "-Inf";
  return fmt::format("{}", value);
}

bool is_name(std::string_view name) {
  const auto fits = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
  };
  return !name.empty() && std::ranges::all_of(name, fits) && !(name[0] >= '0' && name[0] <= '9');
}

void print_histogram(std::string& out, std::string_view name, const std::string& labels,
                     const Histogram& histogram) {
  const std::string_view comma = labels.empty() ? "" : ",";
  const std::string braced = labels.empty() ? "" : "{" + labels + "}";
  auto to = std::back_inserter(out);
  std::uint64_t below = 0;
  for (std::size_t i = 0; i <= histogram.bounds().size(); ++i) {
    below += histogram.count(i);
    const bool last = i == histogram.bounds().size();
    fmt::format_to(to, "{}_bucket{{{}{}le=\"{}\"}} {}\n", name, labels, comma,
                   last ? "+Inf" : number(histogram.bounds()[i]), below);
  }
  fmt::format_to(to, "{}_sum{} {}\n", name, braced, number(histogram.sum()));
  fmt::format_to(to, "{}_count{} {}\n", name, braced, below);
}

}  // namespace

Histogram::Histogram(std::vector<double> bounds)
    : bounds_(std::move(bounds)),
      counts_(std::make_unique<std::atomic<std::uint64_t>[]>(bounds_.size() + 1)) {
  SLUIS_ASSERT(std::ranges::is_sorted(bounds_));
}

void Histogram::observe(double value) {
  const auto at = std::ranges::lower_bound(bounds_, value);
  counts_[static_cast<std::size_t>(at - bounds_.begin())].fetch_add(1, std::memory_order_relaxed);
  sum_.fetch_add(value, std::memory_order_relaxed);
}

std::uint64_t Histogram::count(std::size_t bucket) const {
  return counts_[bucket].load(std::memory_order_relaxed);
}

std::vector<double> latency_bounds_s() {
  return {0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025,
          0.05,   0.1,     0.25,   0.5,   1,      2.5,   5,    10};
}

// One of these is there.
struct Registry::Series {
  std::unique_ptr<Counter> counter;
  std::unique_ptr<Gauge> gauge;
  std::unique_ptr<Histogram> histogram;
  std::function<std::uint64_t()> read_counter;
  std::function<double()> read_gauge;

  void print(std::string& out, std::string_view name, const std::string& labels) const {
    if (histogram) return print_histogram(out, name, labels, *histogram);
    const std::string value = counter        ? std::to_string(counter->value())
                              : read_counter ? std::to_string(read_counter())
                              : gauge        ? number(gauge->value())
                                             : number(read_gauge());
    const std::string braced = labels.empty() ? "" : "{" + labels + "}";
    fmt::format_to(std::back_inserter(out), "{}{} {}\n", name, braced, value);
  }
};

struct Registry::Family {
  std::string help;
  std::string type;
  std::map<std::string, Series> series;  // by the text of its labels
};

Registry::Registry() = default;
Registry::~Registry() = default;

Registry::Series& Registry::series(std::string_view name, std::string_view help,
                                   std::string_view type, Labels&& labels) {
  SLUIS_ASSERT(is_name(name));
  SLUIS_ASSERT(std::ranges::all_of(labels, [](const auto& label) { return is_name(label.first); }));
  auto& family = families_[std::string(name)];
  if (!family) family = std::make_unique<Family>(Family{std::string(help), std::string(type), {}});
  SLUIS_ASSERT(family->type == type);
  return family->series[label_text(labels)];
}

Counter& Registry::counter(std::string_view name, std::string_view help, Labels labels) {
  const std::scoped_lock lock(mutex_);
  auto& counter = series(name, help, "counter", std::move(labels)).counter;
  if (!counter) counter = std::make_unique<Counter>();
  return *counter;
}

Gauge& Registry::gauge(std::string_view name, std::string_view help, Labels labels) {
  const std::scoped_lock lock(mutex_);
  auto& gauge = series(name, help, "gauge", std::move(labels)).gauge;
  if (!gauge) gauge = std::make_unique<Gauge>();
  return *gauge;
}

Histogram& Registry::histogram(std::string_view name, std::string_view help, Labels labels,
                               std::vector<double> bounds) {
  const std::scoped_lock lock(mutex_);
  auto& histogram = series(name, help, "histogram", std::move(labels)).histogram;
  if (!histogram) histogram = std::make_unique<Histogram>(std::move(bounds));
  return *histogram;
}

void Registry::counter_from(std::string_view name, std::string_view help,
                            std::function<std::uint64_t()> read, Labels labels) {
  const std::scoped_lock lock(mutex_);
  series(name, help, "counter", std::move(labels)).read_counter = std::move(read);
}

void Registry::gauge_from(std::string_view name, std::string_view help,
                          std::function<double()> read, Labels labels) {
  const std::scoped_lock lock(mutex_);
  series(name, help, "gauge", std::move(labels)).read_gauge = std::move(read);
}

std::string Registry::exposition() const {
  const std::scoped_lock lock(mutex_);
  std::string out;
  for (const auto& [name, family] : families_) {
    fmt::format_to(std::back_inserter(out), "# HELP {} {}\n# TYPE {} {}\n", name,
                   escaped(family->help, false), name, family->type);
    for (const auto& [labels, series] : family->series)
      series.print(out, name, labels);
  }
  return out;
}

}  // namespace sluis::metrics
