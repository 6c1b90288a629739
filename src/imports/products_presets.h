// Files of others that tell which products there are, read as files of the catalog: their rows
// become lines with the columns of products_line.h, one for each SKU however many rows name it.
#pragma once

#include "imports/rows.h"

namespace sluis::imports {

// The preset whose columns a file has: "adventureworks" or "online_retail"; empty: none.
std::string_view products_preset_of(const std::vector<std::string>& columns);

// All rows of the file, read at once: what is kept is one line for each SKU. A later row goes
// before an earlier one, and a cell that is empty before none.
Result<std::unique_ptr<Rows>> preset_rows(std::string_view preset, std::unique_ptr<Rows> rows);

}  // namespace sluis::imports
