#include "platform/command/display_width.h"

#include <algorithm>
#include <array>

namespace sluis::command {
namespace {

struct Range {
  char32_t first;
  char32_t last;
};

// Unicode 15: general categories Mn, Me and Cf, as far as people write them.
constexpr std::array kZeroWidth = {
    Range{0x0300, 0x036F},   Range{0x0483, 0x0489},   Range{0x0591, 0x05BD},
    Range{0x05BF, 0x05C2},   Range{0x0610, 0x061A},   Range{0x064B, 0x065F},
    Range{0x0670, 0x0670},   Range{0x06D6, 0x06DC},   Range{0x0900, 0x0902},
    Range{0x093C, 0x093C},   Range{0x0941, 0x0948},   Range{0x094D, 0x094D},
    Range{0x0E31, 0x0E31},   Range{0x0E34, 0x0E3A},   Range{0x0E47, 0x0E4E},
    Range{0x1AB0, 0x1AFF},   Range{0x1DC0, 0x1DFF},   Range{0x200B, 0x200F},
    Range{0x202A, 0x202E},   Range{0x2060, 0x2064},   Range{0x20D0, 0x20F0},
    Range{0x302A, 0x302D},   Range{0x3099, 0x309A},   Range{0xFE00, 0xFE0F},
    Range{0xFE20, 0xFE2F},   Range{0xFEFF, 0xFEFF},   Range{0x1F3FB, 0x1F3FF},
    Range{0xE0001, 0xE007F}, Range{0xE0100, 0xE01EF},
};

// Unicode 15: East Asian Width W and F.
constexpr std::array kWide = {
    Range{0x1100, 0x115F},   Range{0x231A, 0x231B},   Range{0x23E9, 0x23EC},
    Range{0x2614, 0x2615},   Range{0x2648, 0x2653},   Range{0x26A1, 0x26A1},
    Range{0x2705, 0x2705},   Range{0x274C, 0x274C},   Range{0x2753, 0x2755},
    Range{0x2757, 0x2757},   Range{0x2795, 0x2797},   Range{0x2B50, 0x2B50},
    Range{0x2E80, 0x303E},   Range{0x3041, 0x33FF},   Range{0x3400, 0x4DBF},
    Range{0x4E00, 0xA4CF},   Range{0xA960, 0xA97C},   Range{0xAC00, 0xD7A3},
    Range{0xF900, 0xFAFF},   Range{0xFE30, 0xFE6F},   Range{0xFF01, 0xFF60},
    Range{0xFFE0, 0xFFE6},   Range{0x1F004, 0x1F004}, Range{0x1F0CF, 0x1F0CF},
    Range{0x1F18E, 0x1F18E}, Range{0x1F191, 0x1F19A}, Range{0x1F1E6, 0x1F202},
    Range{0x1F210, 0x1F23B}, Range{0x1F300, 0x1F64F}, Range{0x1F680, 0x1F6FF},
    Range{0x1F7E0, 0x1F7EB}, Range{0x1F90C, 0x1F9FF}, Range{0x1FA70, 0x1FAFF},
    Range{0x20000, 0x3FFFD},
};

constexpr char32_t kJoiner = 0x200D;         // joins emoji into one
constexpr char32_t kEmojiSelector = 0xFE0F;  // makes the character before it an emoji

template <std::size_t N>
bool within(const std::array<Range, N>& ranges, char32_t c) {
  const auto at = std::ranges::lower_bound(ranges, c, {}, &Range::last);
  return at != ranges.end() && c >= at->first;
}

// Takes one code point from the front; a byte that begins none stands for itself.
char32_t take(std::string_view& text) {
  const auto lead = static_cast<unsigned char>(text[0]);
  const std::size_t size = lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  if (size == 1 || text.size() < size) {
    text.remove_prefix(1);
    return lead;
  }
  char32_t point = lead & (0xFFu >> (size + 1));
  for (std::size_t i = 1; i < size; ++i) {
    point = (point << 6) | (static_cast<unsigned char>(text[i]) & 0x3Fu);
  }
  text.remove_prefix(size);
  return point;
}

// Adds up the widths of code points that follow each other.
class Ruler {
 public:
  int add(char32_t c) {
    int width = within(kZeroWidth, c) ? 0 : within(kWide, c) ? 2 : 1;
    if (joined_) width = 0;
    if (c == kEmojiSelector && last_ == 1) width = 1;
    joined_ = c == kJoiner;
    last_ = width;
    return total_ += width;
  }
  int total() const { return total_; }

 private:
  int total_ = 0;
  int last_ = 0;
  bool joined_ = false;
};

}  // namespace

int display_width(std::string_view text) {
  Ruler ruler;
  while (!text.empty())
    ruler.add(take(text));
  return ruler.total();
}

std::string cut_to_width(std::string_view text, int width) {
  if (display_width(text) <= width) return std::string(text);
  Ruler ruler;
  std::string_view rest = text;
  std::size_t fits = 0;
  while (ruler.add(take(rest)) < width)
    fits = text.size() - rest.size();
  return std::string(text.substr(0, fits)) + "…";
}

std::string on_one_line(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const std::string_view before = text;
    const char32_t c = take(text);
    const bool control = c < 0x20 || (c >= 0x7F && c < 0xA0);
    const bool bidirectional = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    if (control || bidirectional) {
      out += ' ';
    } else {
      out += before.substr(0, before.size() - text.size());
    }
  }
  return out;
}

}  // namespace sluis::command
