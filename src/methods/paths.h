// Customer paths as columns: which channels a customer met, in order, and what came of it. Models
// take them in batches, so that millions of paths need no more memory than one batch.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace sluis::methods {

using Channel = std::uint16_t;  // its number, by order of appearance
inline constexpr std::size_t kChannelsMax = 1'000;

// One path, or many that went the same way.
struct Path {
  std::span<const Channel> steps;
  std::span<const float> ages_d;  // days from each step to the end; empty where no times are known
  double conversions = 0;
  double value = 0;  // of those conversions together
  double nulls = 0;  // times that the path led to nothing
};

class Paths {
 public:
  std::size_t size() const { return ends_.size(); }
  bool empty() const { return ends_.empty(); }
  Path operator[](std::size_t i) const {
    const std::size_t begin = i == 0 ? 0 : ends_[i - 1];
    const std::size_t length = ends_[i] - begin;
    return {.steps = {steps_.data() + begin, length},
            .ages_d = ages_d_.empty() ? std::span<const float>()
                                      : std::span(ages_d_.data() + begin, length),
            .conversions = conversions_[i],
            .value = values_[i],
            .nulls = nulls_[i]};
  }

  // A path is its steps, and then what came of it. Ages go with all steps or with none.
  void step(Channel channel) { steps_.push_back(channel); }
  void step(Channel channel, float age_d) {
    steps_.push_back(channel);
    ages_d_.push_back(age_d);
  }
  void end(double conversions, double value, double nulls) {
    ends_.push_back(steps_.size());
    conversions_.push_back(conversions);
    values_.push_back(value);
    nulls_.push_back(nulls);
  }
  void add_value(std::size_t path, double value) { values_[path] += value; }
  void append(const Paths& others);
  void clear();

 private:
  std::vector<Channel> steps_;
  std::vector<float> ages_d_;
  std::vector<std::size_t> ends_;
  std::vector<double> conversions_;
  std::vector<double> values_;
  std::vector<double> nulls_;
};

// What paths add up to: the n beside every figure.
struct Totals {
  double paths = 0;  // those that led to something and those that did not
  double conversions = 0;
  double value = 0;
  double nulls = 0;
  double conversions_without_channel = 0;  // of paths without a step: nobody can be credited

  void add(const Paths& batch);
};

}  // namespace sluis::methods
