#include "channels/sheet.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace sluis::channels {
namespace {

enum class LineKind : std::uint8_t { channel, cost, target, link, check };
BOOST_DESCRIBE_ENUM(LineKind, channel, cost, target, link, check)

constexpr std::array<std::string_view, 25> kColumns = {
    "line",  "code",       "name",   "form",       "state",    "own_traits", "phases",
    "goal",  "owner",      "reach",  "reach_note", "currency", "partner",    "location",
    "notes", "kind",       "amount", "per",        "from",     "to",         "kpi",
    "value", "joins_with", "shares", "note"};

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";  // or Excel takes it for Latin-1
constexpr std::string_view kEmptyList = "none";              // an empty cell: as the form has it

constexpr Text kMustBe{"Must be {0}.", "Moet zijn: {0}."};
constexpr Text kAmount{"an amount that can be read in one way, like 1234.50 or 1234,50",
                       "een bedrag dat op één manier te lezen is, zoals 1234,50 of 1234.50"};
constexpr Text kDay{"a date like 2026-01-31 or 31-1-2026",
                    "een datum zoals 31-1-2026 of 2026-01-31"};
constexpr Text kColumnUnknown{"There is no column {0}; known are: {1}.",
                              "De kolom {0} bestaat niet; wel: {1}."};
constexpr Text kColumnTwice{"The column {0} is here twice.", "De kolom {0} staat er twee keer."};
constexpr Text kColumnMissing{"The column {0} is missing.", "De kolom {0} ontbreekt."};
constexpr Text kTooManyCells{"This line has {0} cells; the first line has {1}.",
                             "Deze regel heeft {0} cellen; de eerste regel heeft er {1}."};
constexpr Text kNoSuchChannel{"No line of this file tells of the channel {0}.",
                              "Geen regel van dit bestand gaat over het kanaal {0}."};
constexpr Text kTwice{"The channel {0} has a line above already.",
                      "Het kanaal {0} heeft hierboven al een regel."};

bool is_column(std::string_view name) {
  return std::ranges::count(kColumns, name) != 0;
}

// ---- from fields to cells

template <class T>
concept HasCell =
    HasTextForm<T> || is_optional<T> || (is_vector<T> && HasTextForm<typename T::value_type>);

template <HasTextForm T>
std::string cell_of(const T& value, char separator) {
  if constexpr (std::same_as<T, Micro>) {
    return csv_amount(value, separator);
  } else {
    return TextForm<T>::print(value);
  }
}

template <HasTextForm T>
std::string cell_of(const std::vector<T>& list, char separator) {
  std::string cell;
  for (const T& item : list)
    cell += (cell.empty() ? "" : ", ") + cell_of(item, separator);
  return cell;
}

template <class T>
std::string cell_of(const std::optional<T>& value, char separator) {
  if (!value) return "";
  std::string cell = cell_of(*value, separator);
  return cell.empty() ? std::string(kEmptyList) : cell;
}

using Cells = std::map<std::string_view, std::string>;

// Every field that has a column gets its cell.
template <DescribedStruct T>
void put_cells(const T& value, char separator, Cells& cells) {
  for_each_field(value, [&]<class F>(std::string_view name, const F& field) {
    if constexpr (HasCell<F>) {
      if (is_column(name)) cells[name] = cell_of(field, separator);
    }
  });
}

class SheetWriter {
 public:
  SheetWriter(const SheetNames& names, char separator)
      : names_(names), separator_(separator), csv_(separator) {
    csv_.row(std::vector<std::string>(kColumns.begin(), kColumns.end()));
  }

  void channel(const Channel& channel) {
    Cells cells;
    put_cells(channel, separator_, cells);
    const auto owner = channel.owner ? names_.owners.find(*channel.owner) : names_.owners.end();
    cells["owner"] = owner != names_.owners.end() ? owner->second.text : "";
    row(LineKind::channel, channel, std::move(cells));
    for (const Cost& cost : channel.costs)
      part(LineKind::cost, channel, cost);
    for (const kpis::Target& target : channel.targets)
      part(LineKind::target, channel, target);
    for (const Link& link : channel.links)
      part(LineKind::link, channel,
           LinkCells{names_.codes.at(link.to), link.state, link.shares, link.note});
    for (const Check& check : channel.checks)
      part(LineKind::check, channel, CheckCells{check.name, check.state, check.note});
  }

  std::string take() { return std::string(kByteOrderMark) + csv_.take(); }

 private:
  template <class T>
  void part(LineKind kind, const Channel& channel, const T& value) {
    Cells cells;
    put_cells(value, separator_, cells);
    row(kind, channel, std::move(cells));
  }

  void row(LineKind kind, const Channel& channel, Cells cells) {
    cells["line"] = enum_name(kind);
    cells["code"] = channel.code.text;
    std::vector<std::string> row;
    for (const std::string_view column : kColumns)
      row.push_back(std::move(cells[column]));
    csv_.row(row);
  }

  const SheetNames& names_;
  char separator_;
  CsvWriter csv_;
};

// ---- from cells to fields

// Spreadsheets may write line breaks of their own kind.
std::string unified(std::string_view cell) {
  std::string out;
  for (const char c : cell) {
    if (c != '\r') out += c;
  }
  return out;
}

template <class T>
Message expected_cell() {
  if constexpr (is_optional<T> || is_vector<T>) {
    return expected_cell<typename T::value_type>();
  } else if constexpr (std::same_as<T, Micro>) {
    return {kAmount};
  } else if constexpr (std::same_as<T, Date>) {
    return {kDay};
  } else {
    return TextForm<T>::expected();
  }
}

template <class T>
std::optional<T> parse_cell(std::string_view cell);

template <class Item>
std::optional<std::vector<Item>> parse_list(std::string_view cell) {
  std::vector<Item> list;
  while (!trimmed(cell).empty()) {
    auto item = parse_cell<Item>(trimmed(cell.substr(0, cell.find(','))));
    if (!item) return std::nullopt;
    list.push_back(*std::move(item));
    cell.remove_prefix(std::min(cell.find(','), cell.size() - 1) + 1);
  }
  return list;
}

template <class T>
std::optional<T> parse_cell(std::string_view cell) {
  if constexpr (is_optional<T>) {
    if (cell.empty()) return T{};
    if (cell == kEmptyList) cell = {};
    auto value = parse_cell<typename T::value_type>(cell);
    return value ? std::optional<T>(T(*std::move(value))) : std::nullopt;
  } else if constexpr (is_vector<T>) {
    return parse_list<typename T::value_type>(cell);
  } else if constexpr (std::same_as<T, Micro>) {
    return parse_csv_amount(cell);
  } else if constexpr (std::same_as<T, Date>) {
    return parse_csv_date(cell);
  } else {
    return TextForm<T>::parse(cell);
  }
}

// The columns of a file, by name; what is wrong with them stands on line 1.
class Columns {
 public:
  Columns(const CsvRow& heading, std::vector<FieldProblem>& problems) {
    for (std::size_t i = 0; i < heading.cells.size(); ++i) {
      const std::string name(trimmed(heading.cells[i]));
      const auto add = [&](const Message& message) {
        problems.push_back({sheet_pointer(heading.line, name), "unknown", message});
      };
      if (!is_column(name)) {
        add(Message(kColumnUnknown, name,
                    join_names(std::vector<std::string_view>(kColumns.begin(), kColumns.end()))));
      } else if (!positions_.emplace(name, i).second) {
        add(Message(kColumnTwice, name));
      }
    }
    if (!has("code")) {
      problems.push_back(
          {sheet_pointer(heading.line, "code"), "required", Message(kColumnMissing, "code")});
    }
    size_ = heading.cells.size();
  }

  bool has(std::string_view name) const { return positions_.contains(name); }
  std::size_t size() const { return size_; }
  // Empty where the line is too short.
  std::string cell(const CsvRow& row, std::string_view name) const {
    const auto found = positions_.find(name);
    if (found == positions_.end() || found->second >= row.cells.size()) return "";
    return unified(row.cells[found->second]);
  }

 private:
  std::map<std::string, std::size_t, std::less<>> positions_;
  std::size_t size_ = 0;
};

class SheetReader {
 public:
  Sheet read(const CsvFile& file) {
    if (file.rows.empty()) {
      problem(1, "code", "required", Message(kColumnMissing, "code"));
      return std::move(sheet_);
    }
    const Columns columns(file.rows.front(), sheet_.problems);
    if (!sheet_.problems.empty()) return std::move(sheet_);
    const std::span rows = std::span(file.rows).subspan(1);
    for (const LineKind kind : enum_values<LineKind>()) {
      for (const CsvRow& row : rows)
        line(kind, columns, row);
    }
    return std::move(sheet_);
  }

 private:
  void problem(std::size_t line, std::string_view column, std::string_view code, Message message) {
    sheet_.problems.push_back({sheet_pointer(line, column), code, std::move(message)});
  }

  // Reads the line if it is of that kind: channels first, so that their parts find them.
  void line(LineKind kind, const Columns& columns, const CsvRow& row) {
    LineKind found = LineKind::channel;
    if (columns.has("line") && !field(columns, row, "line", found)) {
      if (kind == LineKind::channel) told(columns, row, "line", found);
      return;
    }
    if (found != kind) return;
    if (row.cells.size() > columns.size()) {
      return problem(
          row.line, "line", "range",
          Message(kTooManyCells, std::to_string(row.cells.size()), std::to_string(columns.size())));
    }
    Slug code;
    if (!told(columns, row, "code", code)) return;
    if (kind == LineKind::channel) return channel(columns, row, std::move(code));
    part(kind, columns, row, code);
  }

  void channel(const Columns& columns, const CsvRow& row, Slug code) {
    if (find(code) != nullptr) {
      return problem(row.line, "code", "repeated", Message(kTwice, code.text));
    }
    SheetChannel channel{.line = row.line, .code = std::move(code)};
    channel.whole = columns.has("line");
    for_each_field(channel.cells,
                   [&](std::string_view name, auto& patch) { patched(columns, row, name, patch); });
    patched(columns, row, "owner", channel.owner);
    by_code_[channel.code.text] = sheet_.channels.size();
    sheet_.channels.push_back(std::move(channel));
  }

  void part(LineKind kind, const Columns& columns, const CsvRow& row, const Slug& code) {
    SheetChannel* channel = find(code);
    if (channel == nullptr) {
      return problem(row.line, "code", "unknown", Message(kNoSuchChannel, code.text));
    }
    switch (kind) {
      case LineKind::channel:
        return;
      case LineKind::cost:
        return channel->costs.push_back(lined<Cost>(columns, row));
      case LineKind::target:
        return channel->targets.push_back(lined<kpis::Target>(columns, row));
      case LineKind::link:
        return channel->links.push_back(lined<LinkCells>(columns, row));
      case LineKind::check:
        return channel->checks.push_back(lined<CheckCells>(columns, row));
    }
  }

  template <class T>
  Lined<T> lined(const Columns& columns, const CsvRow& row) {
    Lined<T> lined{row.line, {}};
    for_each_field(lined.value,
                   [&](std::string_view name, auto& value) { told(columns, row, name, value); });
    return lined;
  }

  template <class T>
  void patched(const Columns& columns, const CsvRow& row, std::string_view name, Patch<T>& patch) {
    if (!columns.has(name)) return;
    // An empty cell leaves what cannot be empty as it is.
    const bool empty = columns.cell(row, name).empty();
    patch.present =
        empty ? field(columns, row, name, patch.value) : told(columns, row, name, patch.value);
  }

  template <class T>
  bool field(const Columns& columns, const CsvRow& row, std::string_view name, T& value) {
    auto parsed = parse_cell<T>(columns.cell(row, name));
    if (parsed) value = *std::move(parsed);
    return parsed.has_value();
  }

  // The same, telling what is wrong.
  template <class T>
  bool told(const Columns& columns, const CsvRow& row, std::string_view name, T& value) {
    if (field(columns, row, name, value)) return true;
    problem(row.line, name, "format", Message(kMustBe, expected_cell<T>()));
    return false;
  }

  SheetChannel* find(const Slug& code) {
    const auto found = by_code_.find(code.text);
    return found != by_code_.end() ? &sheet_.channels[found->second] : nullptr;
  }

  Sheet sheet_;
  std::map<std::string, std::size_t> by_code_;
};

}  // namespace

std::string to_sheet(const std::vector<Channel>& channels, const SheetNames& names,
                     char separator) {
  SheetWriter writer(names, separator);
  for (const Channel& channel : channels)
    writer.channel(channel);
  return writer.take();
}

Result<Sheet> read_sheet(std::string_view bytes) {
  return SheetReader().read(TRY(read_csv(bytes)));
}

std::string sheet_pointer(std::size_t line, std::string_view column) {
  return fmt::format("/lines/{}/{}", line, column);
}

}  // namespace sluis::channels
