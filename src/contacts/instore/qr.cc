#include "contacts/instore/qr.h"

#include <memory>
#include <qrencode.h>

#include <fmt/format.h>

#include "kernel/assert.h"

namespace sluis::contacts {
namespace {

constexpr unsigned char kDark = 1;

struct FreeCode {
  void operator()(QRcode* code) const { QRcode_free(code); }
};

}  // namespace

QrCode qr_code(std::string_view text) {
  const std::unique_ptr<QRcode, FreeCode> code(
      QRcode_encodeString8bit(std::string(text).c_str(), 0, QR_ECLEVEL_M));
  SLUIS_ASSERT(code != nullptr);
  QrCode drawn{.squares = code->width};
  const auto is_dark = [&](int row, int column) {
    return column < code->width && (code->data[row * code->width + column] & kDark) != 0;
  };
  for (int row = 0; row < code->width; ++row) {
    for (int column = 0; column < code->width; ++column) {
      const int from = column;
      while (is_dark(row, column))
        ++column;
      if (column == from) continue;
      drawn.path += fmt::format("M{} {}h{}v1h-{}z", from, row, column - from, column - from);
    }
  }
  return drawn;
}

}  // namespace sluis::contacts
