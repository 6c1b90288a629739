// Which picture a file is, told by what is in it and never by what it is called.
#pragma once

#include <optional>
#include <string_view>

#include "kernel/describe.h"
#include "kernel/text_form.h"

namespace sluis::catalog {

// The SHA-256 of the file in 64 hexadecimal digits: the same picture is kept once.
struct PictureName {
  std::string sha256;
  auto operator<=>(const PictureName&) const = default;
};

struct Picture {
  PictureName name;
  std::string media_type;  // image/png, image/jpeg, image/webp or image/gif
  std::int64_t width = 0;  // in pixels
  std::int64_t height = 0;
  std::int64_t bytes = 0;
  Instant created;
};
BOOST_DESCRIBE_STRUCT(Picture, (), (name, media_type, width, height, bytes, created))

constexpr std::int64_t kPixelsMost = 10'000;  // wide or high

struct PictureForm {
  std::string_view media_type;
  std::int64_t width = 0;
  std::int64_t height = 0;
  bool operator==(const PictureForm&) const = default;
};
// PNG (W3C, 11.2.1), JPEG (ITU T.81, annex B), WebP (RFC 9649) or GIF (89a); else nothing. Drawings
// that can run scripts, such as SVG, are no pictures here.
std::optional<PictureForm> picture_in(std::string_view bytes);

}  // namespace sluis::catalog

namespace sluis {

template <>
struct TextForm<catalog::PictureName> {
  static std::optional<catalog::PictureName> parse(std::string_view text);
  static std::string print(const catalog::PictureName& value) { return value.sha256; }
  static Message expected();
  static std::string schema() { return R"("type":"string","pattern":"^[0-9a-f]{64}$")"; }
};

}  // namespace sluis
