// Why a file as a whole cannot be imported. What is wrong with one row of it is a Flaw or a
// Problem.
#pragma once

#include <boost/describe/enum.hpp>

#include "kernel/result.h"

namespace sluis::imports {

// clang-format off
enum class FileRefusal : std::uint8_t {
  file_unreadable,    // gone, or not ours to read
  file_empty,         // not one byte
  file_no_rows,       // a header and nothing below it
  file_broken,        // ends in the middle, or is not what it begins as
  file_bomb,          // unpacks to far more than a file of its size can hold
  file_too_wide,      // more columns than a spreadsheet has
  sheet_unknown,      // the workbook has no sheet of that name
  format_unknown,     // none that we read
};
BOOST_DESCRIBE_ENUM(FileRefusal, file_unreadable, file_empty, file_no_rows, file_broken, file_bomb,
                    file_too_wide, sheet_unknown, format_unknown)
// clang-format on
const RefusalKind& kind_of(FileRefusal refusal);

}  // namespace sluis::imports
