// One file per form; see table_file.h.
#pragma once

#include "platform/export/table_file.h"

namespace sluis::exporting {

// A cell as text: amounts as decimals, moments in RFC 3339, flags as true and false.
std::string text_of(const Cell& cell, Type type);

std::unique_ptr<TableFile> csv_file(const std::filesystem::path& path, std::vector<Column> columns);
std::unique_ptr<TableFile> parquet_file(const std::filesystem::path& path,
                                        std::vector<Column> columns);
std::unique_ptr<TableFile> xlsx_file(const std::filesystem::path& path,
                                     std::vector<Column> columns);

std::unexpected<Refusal> not_written(const std::filesystem::path& path, std::string_view why);

}  // namespace sluis::exporting
