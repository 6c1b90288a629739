#include "kernel/assert.h"

#include <cstdio>
#include <cstdlib>

namespace sluis {

void assertion_failed(std::string_view expected, std::source_location where) {
  std::fprintf(stderr, "assertion failed: %.*s (%s:%u)\n", static_cast<int>(expected.size()),
               expected.data(), where.file_name(), where.line());
  std::abort();
}

}  // namespace sluis
