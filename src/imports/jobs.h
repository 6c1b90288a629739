// Imports from the web as jobs.
#pragma once

#include <vector>

#include "imports/imports.h"
#include "platform/jobs/runner.h"

namespace sluis::imports {

inline constexpr std::string_view kJobKind = "imports.import";

// What such a job is told to do.
struct JobInput {
  ImportFileId file;
  Mapping mapping;
  std::string actor;
};
BOOST_DESCRIBE_STRUCT(JobInput, (), (file, mapping, actor))

// What the job works with.
struct Workplace {
  store::Store& store;
  events::Intake& intake;
  IdSource& ids;
  const Clock& clock;
};
jobs::Kind import_job(const Workplace& place);

}  // namespace sluis::imports
