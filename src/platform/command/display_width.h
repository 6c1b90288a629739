// How much room a text takes on a terminal.
#pragma once

#include <string>
#include <string_view>

namespace sluis::command {

// Columns: wide characters and emoji count two, combining ones none.
int display_width(std::string_view text);
// The text itself if it fits, else its beginning and "…".
std::string cut_to_width(std::string_view text, int width);
// Without control characters, which could move the cursor or end a row.
std::string on_one_line(std::string_view text);

}  // namespace sluis::command
