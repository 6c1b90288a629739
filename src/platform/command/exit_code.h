// What the exit code of a command says; stable.
#pragma once

#include <cstdint>
#include <string>

#include "kernel/result.h"

namespace sluis::command {

enum class ExitCode : std::uint8_t {
  done = 0,
  refused = 1,
  misuse = 2,
  unavailable = 3,
  file = 4,
  fault = 5,
  cancelled = 130,
};

ExitCode exit_code_of(const Refusal& refusal);
// The table that `sluis help exit-codes` prints.
std::string exit_code_help(Language language);

}  // namespace sluis::command
