#include "kernel/fold.h"

#include <algorithm>
#include <array>

namespace sluis {
namespace {

// What U+00C0 to U+00FF fold to, in order; an empty place stays as it is.
constexpr std::array<std::string_view, 64> kLatin = {
    "a", "a", "a", "a", "a", "a", "ae", "c", "e", "e", "e", "e", "i", "i", "i",  "i",
    "d", "n", "o", "o", "o", "o", "o",  "",  "o", "u", "u", "u", "u", "y", "th", "ss",
    "a", "a", "a", "a", "a", "a", "ae", "c", "e", "e", "e", "e", "i", "i", "i",  "i",
    "d", "n", "o", "o", "o", "o", "o",  "",  "o", "u", "u", "u", "u", "y", "th", "y"};

// The letter of U+00C0 to U+00FF that starts here, or empty.
std::string_view latin_at(std::string_view text) {
  if (text.size() < 2 || text[0] != '\xC3') return {};
  return kLatin.at(static_cast<unsigned char>(text[1]) - 0x80u);
}

}  // namespace

std::string folded(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::string_view latin = latin_at(text.substr(i));
    if (!latin.empty()) {
      out += latin;
      ++i;
    } else {
      const char c = text[i];
      out += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
  }
  return out;
}

std::string containing(std::string_view text) {
  std::string pattern = "%";
  for (const char c : folded(text)) {
    if (c == '%' || c == '_' || c == '\\') pattern += '\\';
    pattern += c;
  }
  return pattern + '%';
}

}  // namespace sluis
