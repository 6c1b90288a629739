// Finds out how a file is written, from its beginning.
#include <algorithm>
#include <fstream>

#include "imports/rows.h"
#include "imports/values.h"
#include "kernel/assert.h"
#include "kernel/fields.h"

namespace sluis::imports {
namespace {

constexpr std::size_t kSampleBytes = 256 * 1024;
constexpr std::size_t kSampleRows = 100;
constexpr std::array kSeparators = {Separator::comma, Separator::semicolon, Separator::tab,
                                    Separator::pipe};

constexpr Text kRagged{"has {0} cells where the header has {1}",
                       "heeft {0} cellen waar de kop er {1} heeft"};
constexpr Text kNotUtf8{"has bytes that are no UTF-8; name the encoding if the file has another",
                        "bevat bytes die geen UTF-8 zijn; noem de codering als het een andere is"};
constexpr Text kQuoteOpen{"opens a quote that is closed nowhere",
                          "opent een aanhalingsteken dat nergens wordt gesloten"};
constexpr Text kQuoteMisplaced{"has text behind a closing quote",
                               "heeft tekst achter een sluitend aanhalingsteken"};
constexpr Text kTooLong{"is longer than 4 MB", "is langer dan 4 MB"};
constexpr Text kNotJson{"is no JSON object", "is geen JSON-object"};

std::string decoded_text(std::string_view beginning, Encoding encoding) {
  const auto bytes = decoded(bytes_of(beginning), encoding);
  return beginning_of(*bytes, 3 * beginning.size() + 4).value_or("");
}

// The sample as it would be read with a separator: its whole rows.
std::vector<std::size_t> widths(std::string_view sample, const Form& form) {
  const auto rows = csv_rows(bytes_of(sample), form, "", 0);
  std::vector<std::size_t> found;
  Row row;
  if (!rows) return found;
  while (found.size() < kSampleRows) {
    const auto more = (*rows)->next(row);
    if (!more || !*more) break;
    found.push_back(row.cells.size());
  }
  return found;
}

// How well a separator explains a sample: rows that have as many cells as the first, and how many
// cells that are. Without a second cell it explains nothing.
std::size_t score_of(const std::vector<std::size_t>& found) {
  if (found.empty() || found.front() < 2) return 0;
  const auto alike = static_cast<std::size_t>(std::ranges::count(found, found.front()));
  return alike * 100 / found.size() * 1000 + std::min<std::size_t>(found.front(), 999);
}

Separator separator_of(std::string_view sample, Form form) {
  form.header = false;
  form.encoding = Encoding::utf8;
  Separator best = Separator::comma;
  std::size_t best_score = 0;
  for (const Separator separator : kSeparators) {
    form.separator = separator;
    const std::size_t score = score_of(widths(sample, form));
    if (score > best_score) {
      best = separator;
      best_score = score;
    }
  }
  return best;
}

// Single quotes only where they stand around cells and double ones nowhere.
Quote quote_of(std::string_view sample) {
  if (sample.find('"') != std::string_view::npos) return Quote::twofold;
  std::size_t opening = 0;
  for (const std::string_view around : {"','", "';'", "'\t'", "'|'"})
    opening += sample.find(around) != std::string_view::npos;
  return opening > 0 ? Quote::single : Quote::twofold;
}

// A header has a name in each cell, no two alike; numbers and days are no names.
bool has_header(std::string_view sample, Form form) {
  form.header = false;
  form.encoding = Encoding::utf8;
  const auto rows = csv_rows(bytes_of(sample), form, "", 0);
  Row first;
  if (!rows || !(*rows)->next(first).value_or(false)) return true;
  std::vector<std::string_view> names;
  for (const std::string_view cell : first.cells) {
    const std::string_view name = trimmed(cell);
    if (looks_like_data(name)) return false;
    if (!name.empty()) names.push_back(name);
  }
  std::ranges::sort(names);
  return !names.empty() && std::ranges::adjacent_find(names) == names.end();
}

// Without the row that the end of the sample cuts off.
std::string_view whole_rows(std::string_view sample) {
  const std::size_t end = sample.rfind('\n');
  return end == std::string_view::npos ? sample : sample.substr(0, end + 1);
}

std::optional<Format> format_of(std::string_view beginning, const std::filesystem::path& file) {
  if (beginning.starts_with("PK\x03\x04")) return Format::xlsx;
  if (beginning.starts_with("PAR1")) return Format::parquet;
  std::string extension = file.extension().string();
  if (extension == ".gz") extension = file.stem().extension().string();
  const std::size_t first = beginning.find_first_not_of("\xEF\xBB\xBF \t\r\n");
  const bool object = first != std::string_view::npos && beginning[first] == '{';
  if (object || extension == ".jsonl" || extension == ".ndjson") return Format::jsonl;
  // Binary files have zeros, and are not UTF-16.
  const bool zeros = beginning.find('\0') != std::string_view::npos;
  const Encoding encoding = encoding_of(beginning);
  const bool wide = encoding == Encoding::utf16_le || encoding == Encoding::utf16_be;
  if (zeros && !wide) return std::nullopt;
  return Format::csv;
}

}  // namespace

Message message_of(Flaw flaw, std::size_t cells, std::size_t columns) {
  switch (flaw) {
    case Flaw::none:
      break;
    case Flaw::ragged:
      return {kRagged, std::to_string(cells), std::to_string(columns)};
    case Flaw::not_utf8:
      return {kNotUtf8};
    case Flaw::quote_open:
      return {kQuoteOpen};
    case Flaw::quote_misplaced:
      return {kQuoteMisplaced};
    case Flaw::too_long:
      return {kTooLong};
    case Flaw::not_json:
      return {kNotJson};
  }
  assertion_failed("a flaw");
}

std::vector<std::string> column_names(const std::vector<std::string_view>& header) {
  std::vector<std::string> names;
  std::set<std::string> taken;
  for (const std::string_view cell : header) {
    std::string name(trimmed(cell));
    if (name.empty()) name = fmt::format("column_{}", names.size() + 1);
    const std::string wanted = name;
    for (int number = 2; !taken.insert(name).second; ++number)
      name = fmt::format("{}_{}", wanted, number);
    names.push_back(std::move(name));
  }
  return names;
}

Form csv_form_of(std::string_view beginning, Form form) {
  form.format = Format::csv;
  if (!form.encoding) form.encoding = encoding_of(beginning);
  const std::string text = decoded_text(beginning, *form.encoding);
  const std::string_view sample = whole_rows(text);
  if (!form.quote) form.quote = quote_of(sample);
  if (!form.separator) form.separator = separator_of(sample, form);
  if (!form.header) form.header = has_header(sample, form);
  return form;
}

Result<Form> form_of(const std::filesystem::path& file, Form form) {
  const std::string name = file.filename().string();
  const auto bytes = TRY(open_bytes(file));
  const std::string beginning = TRY(beginning_of(*bytes, kSampleBytes));
  if (beginning.empty()) return refuse(FileRefusal::file_empty, name);
  if (!form.format) form.format = format_of(beginning, file);
  if (!form.format) return refuse(FileRefusal::format_unknown, name);
  if (*form.format == Format::csv) return csv_form_of(beginning, std::move(form));
  if (!form.encoding) form.encoding = encoding_of(beginning);
  return form;
}

namespace {

// A mapping is held against the columns before the first row, so they are looked for first.
Result<std::unique_ptr<Rows>> jsonl_file_rows(const std::filesystem::path& file, const Form& form,
                                              std::uint64_t size) {
  constexpr int kRowsSeen = 10'000;
  auto sample = TRY(open_bytes(file));
  const auto beginning = TRY(jsonl_rows(decoded(std::move(sample), *form.encoding), {}, size));
  Row row;
  for (int i = 0; i < kRowsSeen && TRY(beginning->next(row)); ++i) {
  }
  auto bytes = TRY(open_bytes(file));
  return jsonl_rows(decoded(std::move(bytes), *form.encoding), beginning->columns(), size);
}

}  // namespace

Result<std::unique_ptr<Rows>> open_rows(const std::filesystem::path& file, const Form& form) {
  const std::string name = file.filename().string();
  std::error_code error;
  const std::uint64_t size = std::filesystem::file_size(file, error);
  if (error) return refuse(FileRefusal::file_unreadable, name);
  switch (*form.format) {
    case Format::csv:
      return csv_rows(TRY(open_bytes(file)), form, name, size);
    case Format::jsonl:
      return jsonl_file_rows(file, form, size);
    case Format::xlsx:
      return xlsx_rows(file, form, name);
    case Format::parquet:
      return parquet_rows(file, name);
  }
  assertion_failed("a format");
}

}  // namespace sluis::imports
