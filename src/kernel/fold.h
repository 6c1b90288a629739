// Text for looking things up: the same for "Café", "CAFÉ" and "café", and for "cafe" too.
#pragma once

#include <string>
#include <string_view>

namespace sluis {

// Lower case without accents for the letters of western European languages; all else stays as it
// is. Valid UTF-8 in, valid UTF-8 out.
std::string folded(std::string_view text);

// A pattern for `like … escape '\'` that finds the text anywhere in a column of folded text.
std::string containing(std::string_view text);

}  // namespace sluis
