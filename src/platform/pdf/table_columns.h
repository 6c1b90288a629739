// How wide the columns of a table are, and how high its rows.
#pragma once

#include "platform/pdf/canvas.h"

namespace sluis::pdf {

inline constexpr double kBetweenColumns = 9;
inline constexpr double kAroundRow = 3.5;
inline constexpr Ink kCellInk{0.082, 0.090, 0.110};
inline constexpr Ink kCellQuietInk{0.337, 0.361, 0.412};
inline constexpr Face kCellFace{8.5, Weight::regular, kCellInk};
inline constexpr Face kTotalFace{8.5, Weight::semibold, kCellInk};
inline constexpr Face kColumnFace{7.5, Weight::medium, kCellQuietInk};
inline constexpr Face kCellNoteFace{7, Weight::regular, kCellQuietInk};

inline const Face& face_of(const Row& row) {
  return row.total ? kTotalFace : kCellFace;
}

// Numbers are never broken; words make room for them.
std::vector<double> widths_of(const Table& table, const Canvas& canvas, double width);
double height_of(const Row& row, const std::vector<double>& widths, const Canvas& canvas);

}  // namespace sluis::pdf
