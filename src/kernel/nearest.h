// What somebody probably meant: "did you mean …?"
#pragma once

#include <string_view>
#include <vector>

namespace sluis {

// The known word with the fewest edits to `word` (insert, remove, replace, swap neighbours); empty
// when all are more than a third of its letters away.
std::string_view nearest(std::string_view word, const std::vector<std::string_view>& known);

}  // namespace sluis
