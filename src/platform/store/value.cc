#include "platform/store/value.h"

#include "platform/store/failure.h"
#include "platform/store/row.h"

namespace sluis::store {
namespace {

struct Describe {
  std::string operator()(Null) const { return "null"; }
  std::string operator()(std::int64_t number) const { return std::to_string(number); }
  std::string operator()(double number) const { return fmt::format("{}", number); }
  std::string operator()(std::string_view text) const { return fmt::format("\"{}\"", text); }
  std::string operator()(BytesView bytes) const {
    return fmt::format("{} bytes", bytes.data.size());
  }
};

}  // namespace

void not_readable_as(std::string_view wanted, const Value& value) {
  throw Error(Failure::internal,
              fmt::format("wanted {}, the column holds {}", wanted, std::visit(Describe{}, value)));
}

std::int64_t read_integer(const Value& value) {
  if (const auto* number = std::get_if<std::int64_t>(&value)) return *number;
  not_readable_as("an integer", value);
}

double read_real(const Value& value) {
  if (const auto* number = std::get_if<double>(&value)) return *number;
  if (const auto* number = std::get_if<std::int64_t>(&value)) return static_cast<double>(*number);
  not_readable_as("a number", value);
}

std::string_view read_text(const Value& value) {
  if (const auto* text = std::get_if<std::string_view>(&value)) return *text;
  not_readable_as("a text", value);
}

std::string_view read_bytes(const Value& value) {
  if (const auto* bytes = std::get_if<BytesView>(&value)) return bytes->data;
  not_readable_as("bytes", value);
}

namespace {

// The column of that name; statements mostly list columns in the order of the fields.
std::size_t column_of(const Rows& rows, std::string_view name, std::size_t likely) {
  if (rows.name(likely) == name) return likely;
  for (std::size_t column = 0; column < rows.width(); ++column) {
    if (rows.name(column) == name) return column;
  }
  assertion_failed(fmt::format("a column named {}", name));
}

}  // namespace

void read_fields(const Rows& rows, std::span<const RowField> fields, void* row) {
  SLUIS_ASSERT(rows.width() == fields.size());
  for (std::size_t i = 0; i < fields.size(); ++i) {
    const std::size_t column = column_of(rows, fields[i].name, i);
    fields[i].read(rows.value(column), fields[i].in(row));
  }
}

}  // namespace sluis::store
