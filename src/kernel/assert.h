// Assertions that stay on in production. They guard against programmer errors, never user input.
#pragma once

#include <source_location>
#include <string_view>

namespace sluis {

// Prints the place and what was expected, then aborts.
[[noreturn]] void assertion_failed(std::string_view expected,
                                   std::source_location where = std::source_location::current());

}  // namespace sluis

#define SLUIS_ASSERT(expected) \
  ((expected) ? static_cast<void>(0) : ::sluis::assertion_failed(#expected))
