#include "decisions/trial_file.h"

#include <algorithm>
#include <cmath>

#include "decisions/refusals.h"
#include "platform/table/number.h"

namespace sluis::decisions {
namespace {

constexpr std::size_t kArmsMax = 50;
// Rarer values of a column than these are taken together.
constexpr std::size_t kValuesMost = 40;

constexpr Text kArmExpected{"the name of an arm", "de naam van een arm"};
constexpr Text kOutcomeExpected{"a number", "een getal"};
constexpr Text kProbabilityExpected{"a number above 0 and at most 1",
                                    "een getal boven 0 en hoogstens 1"};

// A column as it stands in the file: each different text once.
struct TextColumn {
  table::Names values;
  std::vector<std::uint32_t> numbers;  // of each row
};

// One feature of every row.
using Feature = std::vector<float>;

// What each value of a column is as a number, none for an empty one; or nothing when one is a word.
std::optional<std::vector<std::optional<double>>> as_numbers(const TextColumn& column,
                                                             char decimal) {
  std::vector<std::optional<double>> numbers;
  for (std::size_t value = 0; value < column.values.size(); ++value) {
    const std::string_view text = column.values[value];
    numbers.push_back(table::parse_number(text, decimal));
    if (!numbers.back() && !text.empty()) return std::nullopt;
  }
  return numbers;
}

// With mean 0 and variance 1 over the rows; an empty cell is the mean. Nothing where all are alike.
std::optional<Feature> standardised(const TextColumn& column,
                                    const std::vector<std::optional<double>>& numbers) {
  methods::Arm all;
  for (const std::uint32_t value : column.numbers)
    if (numbers[value]) all.add(*numbers[value]);
  const double spread = std::sqrt(all.variance());
  if (!(spread > 0)) return std::nullopt;
  Feature feature;
  for (const std::uint32_t value : column.numbers)
    feature.push_back(
        static_cast<float>((numbers[value].value_or(all.mean()) - all.mean()) / spread));
  return feature;
}

// The values of a column that come most often, the most frequent one first.
std::vector<std::uint32_t> frequent(const TextColumn& column) {
  std::vector<std::int64_t> rows(column.values.size());
  for (const std::uint32_t value : column.numbers)
    ++rows[value];
  std::vector<std::uint32_t> values(rows.size());
  for (std::uint32_t value = 0; value < values.size(); ++value)
    values[value] = value;
  std::ranges::sort(values, {},
                    [&](std::uint32_t value) { return std::pair(-rows[value], value); });
  values.resize(std::min(values.size(), kValuesMost));
  return values;
}

Feature is_value(const TextColumn& column, std::uint32_t wanted) {
  Feature feature;
  for (const std::uint32_t value : column.numbers)
    feature.push_back(value == wanted ? 1 : 0);
  return feature;
}

void add_features(std::vector<Feature>& features, const TextColumn& column, char decimal) {
  if (const auto numbers = as_numbers(column, decimal)) {
    if (auto feature = standardised(column, *numbers)) features.push_back(std::move(*feature));
    return;
  }
  for (const std::uint32_t value : frequent(column))
    features.push_back(is_value(column, value));
}

Result<methods::Features> features_of(const std::vector<TextColumn>& columns, std::size_t rows,
                                      char decimal) {
  std::vector<Feature> features;
  for (const TextColumn& column : columns)
    add_features(features, column, decimal);
  if (features.size() > methods::kFeaturesMax) {
    return refuse(DecisionRefusal::trial_features_many, std::to_string(features.size()),
                  std::to_string(methods::kFeaturesMax));
  }
  methods::Features all{.count = features.size(), .numbers = {}};
  all.numbers.reserve(rows * features.size());
  for (std::size_t row = 0; row < rows; ++row)
    for (const Feature& feature : features)
      all.numbers.push_back(feature[row]);
  return all;
}

// Where the columns stand in the file.
struct Places {
  std::size_t arm = 0;
  std::size_t outcome = 0;
  std::optional<std::size_t> probability;
  std::vector<std::size_t> features;
};

Result<Places> places_of(const table::TableReader& reader, const TrialColumns& columns) {
  Places places{.arm = TRY(reader.column(columns.arm)),
                .outcome = TRY(reader.column(columns.outcome)),
                .probability = {},
                .features = {}};
  if (!columns.probability.empty()) places.probability = TRY(reader.column(columns.probability));
  for (const std::string& feature : columns.features)
    places.features.push_back(TRY(reader.column(feature)));
  return places;
}

Result<methods::Drawn> read_row(const table::TableReader& reader, const Places& places,
                                const table::Block& block, std::size_t i, table::Names& arms) {
  const auto cells = block.row(i);
  if (cells[places.arm].empty()) {
    return reader.wrong(block, i, places.arm, Message(kArmExpected));
  }
  const auto outcome = table::parse_number(cells[places.outcome], reader.decimal());
  if (!outcome) return reader.wrong(block, i, places.outcome, Message(kOutcomeExpected));
  methods::Drawn row{
      .arm = arms.number_of(cells[places.arm]), .probability = 0, .outcome = *outcome};
  if (!places.probability) return row;
  const auto probability = table::parse_number(cells[*places.probability], reader.decimal());
  if (!probability || !(*probability > 0) || *probability > 1) {
    return reader.wrong(block, i, *places.probability, Message(kProbabilityExpected));
  }
  row.probability = *probability;
  return row;
}

void take_shares(Trial& trial) {
  std::vector<double> rows(trial.arms.size());
  for (const methods::Drawn& row : trial.rows)
    rows[row.arm] += 1;
  for (methods::Drawn& row : trial.rows)
    row.probability = rows[row.arm] / static_cast<double>(trial.rows.size());
}

}  // namespace

Result<Trial> read_trial(table::TableReader& reader, const TrialColumns& columns) {
  const Places places = TRY(places_of(reader, columns));
  Trial trial;
  std::vector<TextColumn> texts(places.features.size());
  table::Block block;
  while (TRY(reader.next(block))) {
    for (std::size_t i = 0; i < block.rows(); ++i) {
      trial.rows.push_back(TRY(read_row(reader, places, block, i, trial.arms)));
      for (std::size_t f = 0; f < texts.size(); ++f)
        texts[f].numbers.push_back(texts[f].values.number_of(block.row(i)[places.features[f]]));
    }
    if (trial.arms.size() > kArmsMax) {
      return refuse(DecisionRefusal::trial_arms_many, std::to_string(kArmsMax));
    }
  }
  if (!places.probability) take_shares(trial);
  trial.features = TRY(features_of(texts, trial.rows.size(), reader.decimal()));
  return trial;
}

}  // namespace sluis::decisions
