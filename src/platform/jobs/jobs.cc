#include "platform/jobs/jobs.h"

namespace sluis::jobs {

std::span<const store::Statement* const> statements() {
  return {};
}

}  // namespace sluis::jobs
