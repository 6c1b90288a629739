// Brings a sample into the home of a company, month after month, through the importer that reads
// everybody's files. The next month is written while one is read.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <stop_token>

#include "imports/imports.h"
#include "simulator/sample.h"

namespace sluis::simulator {

// The source that all months of all samples have.
inline constexpr std::string_view kImportSource = "import-sluis-sample";

struct Workplace {
  store::Store& store;
  events::Intake& intake;
  IdSource& ids;
  const Clock& clock;
  // For the month that is being read; the truth stays in it.
  std::filesystem::path folder;
};

// Of the events, in days.
using DaysRead = std::function<void(std::int64_t done, std::int64_t total)>;

class Loading {
 public:
  // Behind the months that were brought in before.
  static Result<std::unique_ptr<Loading>> begin(const Workplace& place, const Sample& sample,
                                                std::int64_t months, std::string actor);
  ~Loading();

  // Brings in the next month; false when it was the last, and everything is there. Refused when the
  // sample is not being loaded any more, or told to stop.
  Result<bool> next(const DaysRead& progress, const std::stop_token& stop);
  std::int64_t days_done() const;
  std::int64_t events() const;

 private:
  class Work;
  explicit Loading(std::unique_ptr<Work> work);
  std::unique_ptr<Work> work_;
};

}  // namespace sluis::simulator
