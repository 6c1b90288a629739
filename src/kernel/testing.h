// For tests: the large data sets, which the repository does not hold, and large sizes.
#pragma once

#include <filesystem>
#include <optional>

namespace sluis {

// What stands under that name in the folder that SLUIS_TEST_DATA names; nothing where it is not
// there, so that the test is skipped.
std::optional<std::filesystem::path> data_set(const std::filesystem::path& name);

// Whether `./test --deep` runs, where large sizes are tried.
bool deep();

}  // namespace sluis
