#include "catalog/picture.h"

namespace sluis {
namespace {

constexpr Text kPictureName{"the name of a picture that was sent in: 64 hexadecimal digits",
                            "de naam van een ingestuurd beeld: 64 hexadecimale cijfers"};
constexpr std::size_t kSha256Digits = 64;

}  // namespace

std::optional<catalog::PictureName> TextForm<catalog::PictureName>::parse(std::string_view text) {
  const bool is_hash = text.size() == kSha256Digits &&
                       text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
  if (!is_hash) return std::nullopt;
  return catalog::PictureName{std::string(text)};
}

Message TextForm<catalog::PictureName>::expected() {
  return {kPictureName};
}

}  // namespace sluis

namespace sluis::catalog {
namespace {

constexpr std::string_view kPng("\x89PNG\r\n\x1A\n", 8);
constexpr std::string_view kJpeg("\xFF\xD8\xFF", 3);

std::int64_t byte_at(std::string_view bytes, std::size_t at) {
  return static_cast<unsigned char>(bytes[at]);
}

// Of `count` bytes that are there.
std::int64_t big_endian(std::string_view bytes, std::size_t at, std::size_t count) {
  std::int64_t number = 0;
  for (std::size_t i = 0; i < count; ++i)
    number = number * 256 + byte_at(bytes, at + i);
  return number;
}
std::int64_t little_endian(std::string_view bytes, std::size_t at, std::size_t count) {
  std::int64_t number = 0;
  for (std::size_t i = count; i > 0; --i)
    number = number * 256 + byte_at(bytes, at + i - 1);
  return number;
}

std::optional<PictureForm> png_in(std::string_view bytes) {
  constexpr std::size_t header = 24;
  if (bytes.size() < header || bytes.substr(12, 4) != "IHDR") return std::nullopt;
  return PictureForm{"image/png", big_endian(bytes, 16, 4), big_endian(bytes, 20, 4)};
}

std::optional<PictureForm> gif_in(std::string_view bytes) {
  constexpr std::size_t header = 10;
  if (bytes.size() < header) return std::nullopt;
  return PictureForm{"image/gif", little_endian(bytes, 6, 2), little_endian(bytes, 8, 2)};
}

// Of the frame, which is behind the segments that say other things.
std::optional<PictureForm> jpeg_in(std::string_view bytes) {
  constexpr std::int64_t marker_begins = 0xFF;
  constexpr std::size_t frame = 9;  // marker, length, precision, height, width
  std::size_t at = 2;
  while (at + frame <= bytes.size() && byte_at(bytes, at) == marker_begins) {
    const std::int64_t marker = byte_at(bytes, at + 1);
    if (marker == marker_begins) {  // fills up
      ++at;
      continue;
    }
    // C0 to CF begin a frame, but for tables (C4, CC) and a reserved one (C8).
    if (marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC) {
      return PictureForm{"image/jpeg", big_endian(bytes, at + 7, 2), big_endian(bytes, at + 5, 2)};
    }
    at += 2 + static_cast<std::size_t>(big_endian(bytes, at + 2, 2));
  }
  return std::nullopt;
}

std::optional<PictureForm> webp_in(std::string_view bytes) {
  constexpr std::size_t header = 30;
  if (bytes.size() < header) return std::nullopt;
  const std::string_view chunk = bytes.substr(12, 4);
  constexpr std::int64_t low_14_bits = 0x3FFF;
  if (chunk == "VP8 ") {
    return PictureForm{"image/webp", little_endian(bytes, 26, 2) & low_14_bits,
                       little_endian(bytes, 28, 2) & low_14_bits};
  }
  if (chunk == "VP8L") {
    const std::int64_t both = little_endian(bytes, 21, 4);
    return PictureForm{"image/webp", (both & low_14_bits) + 1, (both >> 14 & low_14_bits) + 1};
  }
  if (chunk == "VP8X") {
    return PictureForm{"image/webp", little_endian(bytes, 24, 3) + 1,
                       little_endian(bytes, 27, 3) + 1};
  }
  return std::nullopt;
}

std::optional<PictureForm> form_in(std::string_view bytes) {
  if (bytes.starts_with(kPng)) return png_in(bytes);
  if (bytes.starts_with("GIF87a") || bytes.starts_with("GIF89a")) return gif_in(bytes);
  if (bytes.starts_with(kJpeg)) return jpeg_in(bytes);
  if (bytes.starts_with("RIFF") && bytes.size() > 8 && bytes.substr(8, 4) == "WEBP")
    return webp_in(bytes);
  return std::nullopt;
}

}  // namespace

std::optional<PictureForm> picture_in(std::string_view bytes) {
  const auto form = form_in(bytes);
  if (!form || form->width < 1 || form->height < 1) return std::nullopt;
  return form;
}

}  // namespace sluis::catalog
