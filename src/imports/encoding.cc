// Foreign encodings as UTF-8, a buffer at a time.
#include <cstring>

#include "imports/bytes.h"
#include "kernel/fields.h"

namespace sluis::imports {
namespace {

constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";
constexpr std::string_view kLittleMark = "\xFF\xFE";
constexpr std::string_view kBigMark = "\xFE\xFF";
constexpr char32_t kUnreadable = 0xFFFD;

// What Windows-1252 has where Latin-1 has control characters (0x80 to 0x9F); 0: nothing.
constexpr std::array<char32_t, 32> kWindows = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

void append_utf8(std::string& out, char32_t c) {
  const auto tail = [&](int shift) { out += static_cast<char>(0x80 | ((c >> shift) & 0x3F)); };
  if (c < 0x80) {
    out += static_cast<char>(c);
  } else if (c < 0x800) {
    out += static_cast<char>(0xC0 | (c >> 6));
    tail(0);
  } else if (c < 0x10000) {
    out += static_cast<char>(0xE0 | (c >> 12));
    tail(6);
    tail(0);
  } else {
    out += static_cast<char>(0xF0 | (c >> 18));
    tail(12);
    tail(6);
    tail(0);
  }
}

// The last bytes of a sample may be the beginning of a character.
bool is_utf8_so_far(std::string_view text) {
  for (int cut = 0; cut < 4 && !text.empty(); ++cut) {
    if (utf8_length(text)) return true;
    text.remove_suffix(1);
  }
  return text.empty();
}

// Text in UTF-16 without a mark has a zero in every second byte, nearly everywhere.
std::optional<Encoding> utf16_by_zeros(std::string_view text) {
  std::array<std::size_t, 2> zeros{};
  for (std::size_t i = 0; i < text.size(); ++i)
    zeros.at(i % 2) += text[i] == '\0';
  const std::size_t most = text.size() / 2 * 7 / 10;
  const std::size_t few = text.size() / 2 / 10;
  if (text.size() < 4) return std::nullopt;
  if (zeros[1] > most && zeros[0] <= few) return Encoding::utf16_le;
  if (zeros[0] > most && zeros[1] <= few) return Encoding::utf16_be;
  return std::nullopt;
}

// Takes a mark off, and nothing else.
class MarklessBytes : public Bytes {
 public:
  explicit MarklessBytes(std::unique_ptr<Bytes> bytes) : bytes_(std::move(bytes)) {}

  Result<std::size_t> read(std::span<char> room) override {
    if (!begun_) {
      begun_ = true;
      beginning_ = TRY(beginning_of(*bytes_, kUtf8Mark.size()));
      if (beginning_ == kUtf8Mark) beginning_.clear();
    }
    if (beginning_.empty()) return bytes_->read(room);
    const std::size_t count = beginning_.copy(room.data(), room.size());
    beginning_.erase(0, count);
    return count;
  }
  std::uint64_t taken() const override { return bytes_->taken(); }

 private:
  std::unique_ptr<Bytes> bytes_;
  std::string beginning_;
  bool begun_ = false;
};

// Reads a buffer, turns it into UTF-8, hands that out.
class DecodedBytes : public Bytes {
 public:
  DecodedBytes(std::unique_ptr<Bytes> bytes, Encoding encoding)
      : bytes_(std::move(bytes)), encoding_(encoding) {}

  Result<std::size_t> read(std::span<char> room) override {
    while (given_ == text_.size()) {
      text_.clear();
      given_ = 0;
      const std::size_t count = TRY(bytes_->read(input_));
      if (count == 0) {
        if (!at_end()) return std::size_t{0};
        continue;
      }
      decode({input_.data(), count});
    }
    const std::size_t count = text_.copy(room.data(), room.size(), given_);
    given_ += count;
    return count;
  }
  std::uint64_t taken() const override { return bytes_->taken(); }

 private:
  bool wide() const { return encoding_ == Encoding::utf16_le || encoding_ == Encoding::utf16_be; }

  void decode(std::string_view part) {
    for (const char c : part) {
      const auto byte = static_cast<unsigned char>(c);
      if (wide()) {
        take_half(byte);
      } else {
        append_utf8(text_, single(byte));
      }
    }
  }

  char32_t single(unsigned char byte) const {
    if (encoding_ == Encoding::latin_1 || byte < 0x80 || byte > 0x9F) return byte;
    const char32_t known = kWindows.at(byte - 0x80);
    return known == 0 ? kUnreadable : known;
  }

  void take_half(unsigned char byte) {
    if (!half_) {
      half_ = byte;
      return;
    }
    const bool little = encoding_ == Encoding::utf16_le;
    const unsigned unit = little ? *half_ | byte << 8 : *half_ << 8 | byte;
    half_.reset();
    take_unit(static_cast<char16_t>(unit));
  }

  void take_unit(char16_t unit) {
    const bool first = !begun_;
    begun_ = true;
    if (first && unit == 0xFEFF) return;
    const bool low = unit >= 0xDC00 && unit < 0xE000;
    if (high_ != 0) {
      const char32_t pair = 0x10000 + ((high_ - 0xD800u) << 10) + (unit - 0xDC00u);
      append_utf8(text_, low ? pair : kUnreadable);
      high_ = 0;
      if (low) return;
    }
    if (unit >= 0xD800 && unit < 0xDC00) {
      high_ = unit;
    } else {
      append_utf8(text_, low ? kUnreadable : unit);
    }
  }

  // True when something was left half.
  bool at_end() {
    const bool left = half_ || high_ != 0;
    half_.reset();
    high_ = 0;
    if (left) append_utf8(text_, kUnreadable);
    return left;
  }

  std::unique_ptr<Bytes> bytes_;
  const Encoding encoding_;
  std::array<char, 64 * 1024> input_{};
  std::string text_;
  std::size_t given_ = 0;
  std::optional<unsigned char> half_;
  char16_t high_ = 0;
  bool begun_ = false;
};

}  // namespace

Encoding encoding_of(std::string_view beginning) {
  if (beginning.starts_with(kUtf8Mark)) return Encoding::utf8;
  if (beginning.starts_with(kLittleMark)) return Encoding::utf16_le;
  if (beginning.starts_with(kBigMark)) return Encoding::utf16_be;
  if (const auto wide = utf16_by_zeros(beginning)) return *wide;
  return is_utf8_so_far(beginning) ? Encoding::utf8 : Encoding::windows_1252;
}

std::unique_ptr<Bytes> decoded(std::unique_ptr<Bytes> bytes, Encoding encoding) {
  if (encoding == Encoding::utf8) return std::make_unique<MarklessBytes>(std::move(bytes));
  return std::make_unique<DecodedBytes>(std::move(bytes), encoding);
}

}  // namespace sluis::imports
