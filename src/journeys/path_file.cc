#include "journeys/path_file.h"

#include <bit>
#include <cmath>
#include <cstring>

#include "kernel/fields.h"
#include "platform/table/number.h"

namespace sluis::journeys {
namespace {

constexpr RefusalKind kTooManyChannels{
    "too_many_channels", Category::too_large, Retry::useless,
    Text{
        "There are more than {0} channels. Is this the right column, and do paths have `>` between "
        "their channels? Put small channels together.",
        "Er zijn meer dan {0} kanalen. Is dit de goede kolom, en staat er `>` tussen de kanalen "
        "van een pad? Voeg kleine kanalen samen."}};
// Sums of such numbers stay far from where a double loses a whole one.
constexpr double kCountMost = 1e12;
constexpr double kCountLeast = 1e-6;  // but for 0
constexpr double kValueMost = 1e15;

constexpr Text kCountExpected{"a number from 0 to 1,000,000,000,000",
                              "een getal van 0 tot en met 1.000.000.000.000"};
constexpr Text kValueExpected{"a number, at most 1,000,000,000,000,000",
                              "een getal, hoogstens 1.000.000.000.000.000"};
constexpr Text kPathExpected{"channels in UTF-8 with > between them",
                             "kanalen in UTF-8 met > ertussen"};

// A bit for each `>` in the 64 bytes from here on, which may be read.
std::uint64_t arrows_of(const char* at) {
  using Bytes = char __attribute__((ext_vector_type(64)));
  using Bits = bool __attribute__((ext_vector_type(64)));
  Bytes bytes;
  std::memcpy(&bytes, at, sizeof bytes);
  return std::bit_cast<std::uint64_t>(__builtin_convertvector(bytes == '>', Bits));
}
static_assert(table::kPadding >= 64);

// Where the columns stand.
struct PathColumns {
  std::size_t path = 0;
  std::size_t conversions = 0;
  std::optional<std::size_t> value;
  std::optional<std::size_t> nulls;
};

Result<PathColumns> columns_of(const table::TableReader& reader) {
  return PathColumns{.path = TRY(reader.column("path")),
                     .conversions = TRY(reader.column("total_conversions")),
                     .value = reader.find_column("total_conversion_value"),
                     .nulls = reader.find_column("total_null")};
}

class PathReader {
 public:
  PathReader(const table::TableReader& reader, const PathColumns& columns, table::Names& channels)
      : reader_(reader), columns_(columns), channels_(channels), decimal_(reader.decimal()) {}

  // Adds the rows of a block.
  Result<void> add(const table::Block& block, methods::Paths& paths) {
    for (std::size_t i = 0; i < block.rows(); ++i) {
      const auto cells = block.row(i);
      if (!add_steps(cells[columns_.path], paths)) {
        return reader_.wrong(block, i, columns_.path, Message(kPathExpected));
      }
      if (channels_.size() > methods::kChannelsMax) {
        return refuse(PathRefusal::too_many_channels, std::to_string(methods::kChannelsMax));
      }
      const auto conversions = count(cells, columns_.conversions);
      if (!conversions) return not_a_count(block, i, columns_.conversions);
      const auto nulls = columns_.nulls ? count(cells, *columns_.nulls) : 0;
      if (!nulls) return not_a_count(block, i, *columns_.nulls);
      const auto value = columns_.value ? table::parse_number(cells[*columns_.value], decimal_) : 0;
      if (!value || std::abs(*value) > kValueMost) {
        return reader_.wrong(block, i, *columns_.value, Message(kValueExpected));
      }
      paths.end(*conversions, *value, *nulls);
    }
    return {};
  }

 private:
  std::unexpected<Refusal> not_a_count(const table::Block& block, std::size_t row,
                                       std::size_t column) const {
    return reader_.wrong(block, row, column, Message(kCountExpected));
  }

  std::optional<double> count(std::span<const std::string_view> cells, std::size_t column) const {
    const auto number = table::parse_number(cells[column], decimal_);
    const bool counts = number && (*number == 0 || *number >= kCountLeast) && *number <= kCountMost;
    return counts ? number : std::nullopt;
  }

  bool add_steps(std::string_view path, methods::Paths& paths) {
    std::size_t begin = 0;
    for (std::size_t at = 0; at < path.size(); at += 64) {
      for (std::uint64_t arrows = arrows_of(path.data() + at); arrows != 0; arrows &= arrows - 1) {
        const std::size_t end = at + static_cast<std::size_t>(std::countr_zero(arrows));
        if (end >= path.size()) break;
        if (!add_step(path.substr(begin, end - begin), paths)) return false;
        begin = end + 1;
      }
    }
    return add_step(path.substr(begin), paths);
  }

  // A step without a name is left out.
  bool add_step(std::string_view name, methods::Paths& paths) {
    while (!name.empty() && name.front() == ' ')
      name.remove_prefix(1);
    while (!name.empty() && name.back() == ' ')
      name.remove_suffix(1);
    if (name.empty()) return true;
    const std::size_t known = channels_.size();
    const std::uint32_t number = channels_.number_of(name);
    if (number == known && !TextForm<Line<1, 200>>::parse(name)) return false;
    paths.step(static_cast<methods::Channel>(number));
    return true;
  }

  const table::TableReader& reader_;
  const PathColumns columns_;
  table::Names& channels_;
  const char decimal_;
};

}  // namespace

const RefusalKind& kind_of(PathRefusal refusal) {
  switch (refusal) {
    case PathRefusal::too_many_channels:
      return kTooManyChannels;
  }
  __builtin_unreachable();
}

Result<void> read_paths(table::TableReader& reader, table::Names& channels, const TakePaths& take) {
  PathReader rows(reader, TRY(columns_of(reader)), channels);
  table::Block block;
  methods::Paths batch;
  while (TRY(reader.next(block))) {
    batch.clear();
    TRY_VOID(rows.add(block, batch));
    take(batch);
  }
  return {};
}

}  // namespace sluis::journeys
