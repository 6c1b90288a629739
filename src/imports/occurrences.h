// Counts how often something came by lately, in memory that does not grow: lines of a file that
// are alike are near each other. What did not come by for a quarter of a million others is
// forgotten.
#pragma once

#include <array>
#include <cstdint>
#include <memory>

namespace sluis::imports {

class Occurrences {
 public:
  Occurrences();
  ~Occurrences();
  Occurrences(Occurrences&&) noexcept;
  Occurrences& operator=(Occurrences&&) noexcept;

  // How often the thing with this hash came by, this time included.
  std::uint32_t count(std::uint64_t hash);

 private:
  struct Generations;
  std::unique_ptr<Generations> generations_;
};

}  // namespace sluis::imports
