// A text as a QR code (ISO/IEC 18004), as a picture that every printer can draw. Pure.
#pragma once

#include <string>
#include <string_view>

#include "kernel/describe.h"

namespace sluis::contacts {

// Dark squares of one by one, as the path of an SVG of so many squares a side. Around it belong
// four squares of white.
struct QrCode {
  std::int64_t squares = 0;
  std::string path;
};
BOOST_DESCRIBE_STRUCT(QrCode, (), (squares, path))

// Up to 2,000 bytes. What is scratched or stained by a seventh still reads (level M).
QrCode qr_code(std::string_view text);

}  // namespace sluis::contacts
