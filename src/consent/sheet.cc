#include "consent/sheet.h"

#include "consent/store.h"
#include "kernel/csv.h"

namespace sluis::consent {
namespace {

constexpr std::int64_t kPage = 5'000;

template <class T>
std::string cell(const T& value) {
  if constexpr (is_optional<T>) {
    return value ? cell(*value) : std::string();
  } else {
    return TextForm<T>::print(value);
  }
}

}  // namespace

std::string evidence_sheet(store::Snapshot& snapshot) {
  CsvWriter csv(',');
  std::vector<std::string> heading;
  for_each_field_type<Evidence>(
      [&]<class F>(std::string_view name, Type<F>) { heading.emplace_back(name); });
  csv.row(heading);
  sql::Filter filter{.ground = {}, .means = {}, .before = {}, .limit = kPage};
  std::vector<Evidence> rows;
  do {
    rows = sql::page(snapshot, filter);
    for (const Evidence& row : rows) {
      std::vector<std::string> cells;
      for_each_field(row,
                     [&](std::string_view, const auto& field) { cells.push_back(cell(field)); });
      csv.row(cells);
      filter.before = row.id;
    }
  } while (std::ssize(rows) == kPage);
  return csv.take();
}

}  // namespace sluis::consent
