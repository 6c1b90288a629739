// A time zone as clocks on the wall follow it.
#pragma once

#include <memory>
#include <optional>
#include <string_view>

#include "kernel/time.h"

namespace sluis::zones {

class Zone {
 public:
  static std::optional<Zone> find(std::string_view name);
  ~Zone();
  Zone(Zone&&) noexcept;
  Zone& operator=(Zone&&) noexcept;

  // When a clock on the wall shows this, given as if it stood in UTC. An hour that the clock shows
  // twice is the first of them; one that it skips is told as if it had not.
  Instant moment_of(Instant shown) const;
  // What a clock on the wall shows then, given in the same way.
  Instant shown_at(Instant moment) const;

 private:
  struct Rules;
  explicit Zone(std::unique_ptr<Rules> rules);
  std::unique_ptr<Rules> rules_;
};

}  // namespace sluis::zones
