// A table as a file to download.
#pragma once

#include "platform/api/call.h"
#include "platform/export/table_bytes.h"

namespace sluis::exporting {

constexpr std::string_view media_type(Form form) {
  switch (form) {
    case Form::csv:
      return "text/csv";
    case Form::parquet:
      return "application/vnd.apache.parquet";
    case Form::xlsx:
      return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  }
  __builtin_unreachable();
}

// `name` is what the file is called, but for what tells its form.
inline api::Download download_of(Form form, std::string_view name, std::string bytes) {
  const std::string_view charset = form == Form::csv ? "; charset=utf-8" : "";
  return {.content_type = fmt::format("{}{}", media_type(form), charset),
          .file_name = fmt::format("{}.{}", name, enum_name(form)),
          .bytes = std::move(bytes)};
}

template <DescribedStruct Row>
Result<api::Download> download_of(Form form, std::string_view name, const std::vector<Row>& rows) {
  return download_of(form, name, TRY(bytes_of(form, rows)));
}

}  // namespace sluis::exporting
