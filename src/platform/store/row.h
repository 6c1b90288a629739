// A described struct from a row, field by field from the column of the same name; every field has
// its column and every column its field. A statement with one column also gives plain values.
#pragma once

#include "kernel/assert.h"
#include "platform/store/connection.h"

namespace sluis::store {

struct RowField {
  std::string_view name;
  void* (*in)(void* row);
  void (*read)(const Value& value, void* field);
};

template <class Field>
void read_field(const Value& value, void* field) {
  *static_cast<Field*>(field) = Stored<Field>::read(value);
}

template <DescribedStruct Row>
inline constexpr auto kRowFields = table_of_fields<RowField, Row>([]<class D>() -> RowField {
  return {D::name, field_in<Row, D>, read_field<FieldType<Row, D>>};
});

void read_fields(const Rows& rows, std::span<const RowField> fields, void* row);

template <class Row>
Row read_row(const Rows& rows) {
  if constexpr (DescribedStruct<Row>) {
    Row row{};
    read_fields(rows, kRowFields<Row>, &row);
    return row;
  } else {
    SLUIS_ASSERT(rows.width() == 1);
    return Stored<Row>::read(rows.value(0));
  }
}

}  // namespace sluis::store
