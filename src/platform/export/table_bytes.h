// The same files as table_file.h writes, as bytes to answer with: for what fits in memory.
#pragma once

#include <functional>

#include "platform/export/table_file.h"

namespace sluis::exporting {

// What `write` puts into a file of this form.
Result<std::string> bytes_of(Form form, std::vector<Column> columns,
                             const std::function<Result<void>(TableFile&)>& write);

template <DescribedStruct Row>
Result<std::string> bytes_of(Form form, const std::vector<Row>& rows) {
  return bytes_of(form, columns_of<Row>(), [&](TableFile& file) -> Result<void> {
    for (const Row& row : rows)
      TRY_VOID(write_row(file, row));
    return {};
  });
}

}  // namespace sluis::exporting
