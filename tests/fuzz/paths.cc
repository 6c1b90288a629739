// Paths of an analyst: whatever the bytes are, the file is refused with a message or every credit
// is a finite number and all of them add up to the conversions.
#include <cmath>
#include <numeric>

#include "journeys/crediting.h"
#include "kernel/assert.h"

namespace sluis::fuzz {

void credit_all(std::string bytes) {
  auto reader = table::TableReader::of("fuzz", std::move(bytes));
  if (!reader) return;
  const auto credits = journeys::credit(
      [&](table::Names& channels, const journeys::TakePaths& take) {
        return journeys::read_paths(*reader, channels, take);
      },
      {.models = {.models = enum_values<methods::Model>(), .order = 2}});
  if (!credits) return;
  for (const methods::ModelCredit& model : credits->credits) {
    const auto& given = model.credit.conversions;
    const double sum = std::accumulate(given.begin(), given.end(), 0.0);
    const double right = credits->totals.conversions;
    SLUIS_ASSERT(std::abs(sum - right) <= 1e-6 * right);
  }
}

}  // namespace sluis::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  sluis::fuzz::credit_all(std::string(reinterpret_cast<const char*>(data), size));
  return 0;
}
