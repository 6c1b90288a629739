// A described struct from a row, field by field from the column of the same name; every field has
// its column and every column its field. A statement with one column also gives plain values.
#pragma once

#include "kernel/assert.h"
#include "platform/store/connection.h"

namespace sluis::store {

// The column of that name; statements mostly list columns in the order of the fields.
std::size_t column_of(const Rows& rows, std::string_view name, std::size_t likely);

template <class Row>
Row read_row(const Rows& rows) {
  if constexpr (DescribedStruct<Row>) {
    SLUIS_ASSERT(rows.width() == field_count<Row>());
    Row row{};
    std::size_t position = 0;
    for_each_field(row, [&]<class Field>(std::string_view name, Field& field) {
      field = Stored<Field>::read(rows.value(column_of(rows, name, position++)));
    });
    return row;
  } else {
    SLUIS_ASSERT(rows.width() == 1);
    return Stored<Row>::read(rows.value(0));
  }
}

}  // namespace sluis::store
