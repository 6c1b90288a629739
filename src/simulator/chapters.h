// A sample as one file for each month, written one after the other: never more than one is there.
#pragma once

#include <filesystem>
#include <optional>

#include "simulator/simulation.h"

namespace sluis::simulator {

struct Chapter {
  std::filesystem::path file;
  std::string name;  // as people know it
  std::int64_t days = 0;
};

class Chapters {
 public:
  Chapters(const Settings& settings, std::int64_t days, std::filesystem::path folder);

  // Writes the next one; nothing after the last.
  Result<std::optional<Chapter>> next();
  // Lives through the next one without writing it.
  void skip();

  const Simulation& simulation() const { return simulation_; }
  // By which customers were recognised somewhere until now.
  bool was_seen(std::uint32_t customer, Mark mark) const;

 private:
  bool in_month(int month) const;
  const std::vector<Event>& day();

  const Settings settings_;
  const Date end_;
  const std::filesystem::path folder_;
  Simulation simulation_;
  std::vector<std::uint8_t> seen_;  // of each customer, a bit for each mark
};

}  // namespace sluis::simulator
