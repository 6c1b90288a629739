// How fast a sample goes on: "5" is five events a second, "60x" sixty times as fast as time passes.
#pragma once

#include "kernel/text_form.h"

namespace sluis::simulator {

struct Speed {
  double number = 1;
  bool of_time = true;  // else of events, a second
};

// When events are due that follow each other in the time of the sample.
class Pace {
 public:
  Pace(Speed speed, Instant start) : speed_(speed), start_(start) {}
  // Of the next event, which happens at `ts` in the sample's own time.
  Instant due(Instant ts);

 private:
  const Speed speed_;
  const Instant start_;
  std::int64_t events_ = 0;
};

}  // namespace sluis::simulator

namespace sluis {

template <>
struct TextForm<simulator::Speed> {
  static std::optional<simulator::Speed> parse(std::string_view text);
  static std::string print(const simulator::Speed& value);
  static Message expected();
  static std::string schema() { return R"("type":"string")"; }
};

}  // namespace sluis
