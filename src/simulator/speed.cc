#include "simulator/speed.h"

#include <charconv>

#include <fmt/format.h>

namespace sluis {
namespace {

constexpr double kMost = 100'000;
constexpr Text kExpected{
    "a number of events a second (\"5\"), or times as fast as time passes (\"60x\"), up to 100000",
    "een aantal gebeurtenissen per seconde (\"5\"), of keer zo snel als de tijd (\"60x\"), tot "
    "100000"};

}  // namespace

namespace simulator {

Instant Pace::due(Instant ts) {
  const double us = speed_.of_time ? static_cast<double>((ts - start_).count()) / speed_.number
                                   : static_cast<double>(events_++) * 1e6 / speed_.number;
  return start_ + Duration(static_cast<std::int64_t>(us));
}

}  // namespace simulator

std::optional<simulator::Speed> TextForm<simulator::Speed>::parse(std::string_view text) {
  simulator::Speed speed{.of_time = text.ends_with('x')};
  if (speed.of_time) text.remove_suffix(1);
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), speed.number);
  const bool whole = error == std::errc() && end == text.data() + text.size();
  if (!whole || !(speed.number > 0) || speed.number > kMost) return std::nullopt;
  return speed;
}

std::string TextForm<simulator::Speed>::print(const simulator::Speed& value) {
  return fmt::format("{}{}", value.number, value.of_time ? "x" : "");
}

Message TextForm<simulator::Speed>::expected() {
  return Message(kExpected);
}

}  // namespace sluis
