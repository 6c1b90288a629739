#include "imports/products_line.h"

#include "kernel/json.h"

namespace sluis::imports {
namespace {

constexpr Text kNotList{"a list as in the API, such as [\"M\"]",
                        "een lijst zoals in de API, bijvoorbeeld [\"M\"]"};
constexpr Text kNeedsName{"A new product needs this.", "Een nieuw product heeft dit nodig."};

// A cell without the ' that keeps spreadsheets from running it.
std::string_view bare(std::string_view cell) {
  constexpr std::string_view formula = "=+-@\t\r";
  const bool kept = cell.size() > 1 && cell[0] == '\'' && formula.contains(cell[1]);
  return kept ? cell.substr(1) : cell;
}

void add(std::vector<FieldProblem>& problems, std::string_view column, const Message& message) {
  problems.push_back({"/" + std::string(column), "invalid", message});
}

// A cell as a value of its field; an empty one that may not be empty says nothing.
template <class T>
void read_cell(std::string_view column, std::string_view cell, Patch<T>& patch,
               std::vector<FieldProblem>& problems) {
  if constexpr (is_vector<T>) {
    if (cell.empty()) return;
    auto list = from_json<T>(cell);
    if (!list) return add(problems, column, Message(kNotList));
    patch = {true, *std::move(list)};
  } else if constexpr (is_optional<T>) {
    if (cell.empty()) return void(patch = {true, {}});
    auto value = TextForm<typename T::value_type>::parse(cell);
    if (!value) return add(problems, column, TextForm<typename T::value_type>::expected());
    patch = {true, std::move(value)};
  } else {
    auto value = TextForm<T>::parse(cell);
    if (!value && cell.empty()) return;
    if (!value) return add(problems, column, TextForm<T>::expected());
    patch = {true, *std::move(value)};
  }
}

template <class Struct>
void read_fields(std::string_view column, std::string_view cell, Struct& fields,
                 std::vector<FieldProblem>& problems) {
  for_each_field(fields, [&](std::string_view name, auto& patch) {
    if (name == column) read_cell(column, cell, patch, problems);
  });
}

template <class Struct>
bool has_field(std::string_view column) {
  bool has = false;
  for_each_field_type<Struct>([&](std::string_view name, auto) { has = has || name == column; });
  return has;
}

Refusal invalid(std::vector<FieldProblem> problems) {
  return Refusal(kind_of(JsonRefusal::invalid)).with(std::move(problems));
}

}  // namespace

bool is_product_column(std::string_view column) {
  return column == "product" || column == "sku" || has_field<catalog::ProductChange>(column) ||
         has_field<catalog::VariantDetails>(column) || column == "texts";
}

Result<ReadLine> read_line(const Row& row, const std::vector<std::string>& columns) {
  std::vector<FieldProblem> problems;
  if (row.flaw != Flaw::none) {
    problems.push_back({"", "invalid", message_of(row.flaw, row.cells.size(), columns.size())});
    return std::unexpected(invalid(std::move(problems)));
  }
  ReadLine line{.line = static_cast<std::int64_t>(row.line)};
  Patch<catalog::Sku> sku;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const std::string_view cell = bare(row.cells[i]);
    if (columns[i] == "product") line.product = cell;
    if (columns[i] == "sku") read_cell("sku", cell, sku, problems);
    read_fields(columns[i], cell, line.change, problems);
    read_fields(columns[i], cell, line.variant, problems);
    if (columns[i] == "texts") read_cell("texts", cell, line.content.texts, problems);
  }
  if (!sku.present && problems.empty()) {
    add(problems, "sku", TextForm<catalog::Sku>::expected());
  }
  if (!problems.empty()) return std::unexpected(invalid(std::move(problems)));
  line.sku = std::move(sku.value);
  return line;
}

Result<catalog::ProductDraft> draft_of(const ReadLine& line) {
  if (!line.change.name.present) {
    return std::unexpected(invalid({{"/name", "required", Message(kNeedsName)}}));
  }
  catalog::ProductDraft draft;
  static_cast<catalog::ProductDetails&>(draft) = line.change;
  draft.name = line.change.name.value;
  return draft;
}

}  // namespace sluis::imports
