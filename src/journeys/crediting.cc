#include "journeys/crediting.h"

#include <algorithm>
#include <numeric>

#include "kernel/json.h"

namespace sluis::journeys {
namespace {

using methods::Model;
using methods::ModelCredit;
using report::Cell;
using report::Drawing;
using report::Sheet;

constexpr Text kCreditedChannel{"Channel", "Kanaal"};
constexpr Text kModel{"Model", "Model"};
constexpr Text kCreditTotals{
    "n = {0} paths: {1} conversions worth {2}, and {3} paths that led to nothing.",
    "n = {0} paden: {1} conversies met een waarde van {2}, en {3} paden die nergens toe leidden."};
constexpr Text kWithoutChannel{
    "{0} conversions have a path without a channel; nobody is credited for them.",
    "{0} conversies hebben een pad zonder kanaal; die zijn aan niemand toegerekend."};
constexpr Text kCreditNote{
    "Credit is how a model divides conversions over the channels that customers met. It does not "
    "say what would have happened without a channel: only an experiment measures that.",
    "Toerekening is hoe een model conversies verdeelt over de kanalen die klanten tegenkwamen. Het "
    "zegt niet wat er zonder een kanaal gebeurd zou zijn: dat meet alleen een experiment."};
constexpr Text kRemovalNote{
    "The removal effect of a channel: the part of all conversions on paths of the Markov chain "
    "that "
    "come past it, when every such path ends there.",
    "Het verwijdereffect van een kanaal: het deel van alle conversies op paden van de Markovketen "
    "dat erlangs komt, als elk zo'n pad daar eindigt."};
constexpr Text kAgreementNote{
    "The part of all conversions that two models credit to the same channel. Where it is low, the "
    "choice of model decides the answer.",
    "Het deel van alle conversies dat twee modellen aan hetzelfde kanaal toerekenen. Waar dat laag "
    "is, bepaalt de keuze van het model het antwoord."};
constexpr Text kIntervalNote{
    "Credits lie between these in 95 of 100 samples of as many customers.",
    "Toerekeningen liggen hiertussen in 95 van 100 steekproeven van evenveel klanten."};
constexpr Text kCreditTitle{"Attribution side by side", "Toerekening naast elkaar"};
constexpr Text kAgreement{"Agreement between models", "Overeenstemming tussen modellen"};
constexpr Text kIntervals{"How sure the credits are", "Hoe zeker de toerekeningen zijn"};
constexpr Text kCreditLow{"{0}, low", "{0}, laag"};
constexpr Text kCreditHigh{"{0}, high", "{0}, hoog"};

const Text& text_of(Figure figure) {
  static constexpr Text texts[] = {{"Conversions per channel", "Conversies per kanaal"},
                                   {"Value per channel", "Waarde per kanaal"},
                                   {"Share of the conversions", "Aandeel in de conversies"},
                                   {"Removal effect", "Verwijdereffect"}};
  return texts[static_cast<std::size_t>(figure)];
}

const Text& text_of(Model model) {
  static constexpr Text texts[] = {
      {"First", "Eerste"},           {"Last", "Laatste"},
      {"Linear", "Lineair"},         {"Position", "Positie"},
      {"Time decay", "Tijdsverval"}, {"Last non-direct", "Laatste niet-directe"},
      {"Markov", "Markov"},          {"Shapley", "Shapley"},
  };
  return texts[static_cast<std::size_t>(model)];
}

std::string name_of(Model model) {
  return std::string(enum_name(model));
}

// What cannot be added up is left empty.
Cell cell_of(const Credits& credits, const ModelCredit& model, Figure figure, std::size_t channel) {
  switch (figure) {
    case Figure::conversions:
      return model.credit.conversions[channel];
    case Figure::value:
      return model.credit.value[channel];
    case Figure::share:
      return model.credit.conversions[channel] / credits.totals.conversions;
    case Figure::removal_effect:
      if (model.removal_effects.empty()) return {};
      return model.removal_effects[channel];
  }
  __builtin_unreachable();
}

std::vector<std::size_t> by_name(const Credits& credits) {
  std::vector<std::size_t> order(credits.channels.size());
  std::iota(order.begin(), order.end(), 0);
  std::ranges::sort(order, {},
                    [&](std::size_t i) -> const std::string& { return credits.channels[i]; });
  return order;
}

std::vector<std::size_t> by_credit(const Credits& credits) {
  std::vector<std::size_t> order = by_name(credits);
  std::ranges::sort(order, {}, [&](std::size_t i) {
    return std::pair(-credits.credits.front().credit.conversions[i], credits.channels[i]);
  });
  return order;
}

Sheet sheet_of(const Credits& credits, Figure figure, const std::vector<std::size_t>& order) {
  Sheet sheet{.name = std::string(enum_name(figure)),
              .title = Message(text_of(figure)),
              .columns = {{"channel", Message(kCreditedChannel)}},
              .rows = {},
              .drawing = Drawing::bars};
  for (const ModelCredit& model : credits.credits)
    sheet.columns.push_back({name_of(model.model), Message(text_of(model.model))});
  for (const std::size_t channel : order) {
    auto& row = sheet.rows.emplace_back();
    row.emplace_back(credits.channels[channel]);
    for (const ModelCredit& model : credits.credits)
      row.push_back(cell_of(credits, model, figure, channel));
  }
  if (figure == Figure::removal_effect) sheet.notes.emplace_back(kRemovalNote);
  return sheet;
}

std::string figure(double number) {
  return report::shown(number, Language::en);
}

// Feeds paths to the models, and keeps them where they are needed again.
class Feeding {
 public:
  explicit Feeding(const Crediting& how) : how_(how), attribution_(how.models) {}

  void take(const methods::Paths& batch, const table::Names& channels) {
    for (; known_ < channels.size(); ++known_) {
      if (channels[known_] != how_.direct) continue;
      direct_ = static_cast<methods::Channel>(known_);
      attribution_.set_direct(*direct_);
    }
    attribution_.add(batch, known_);
    if (how_.bootstrap_rounds > 0) kept_.append(batch);
  }

  Result<Credits> credits(const table::Names& channels) const {
    Credits credits{.channels = channels.all(),
                    .totals = attribution_.totals(),
                    .credits = TRY(attribution_.credits()),
                    .intervals = {}};
    if (how_.bootstrap_rounds > 0) {
      credits.intervals = methods::bootstrap(kept_, how_.models,
                                             {.rounds = how_.bootstrap_rounds,
                                              .seed = how_.seed,
                                              .direct = direct_,
                                              .channels = channels.size()});
    }
    return credits;
  }

 private:
  const Crediting& how_;
  methods::Attribution attribution_;
  methods::Paths kept_;
  std::optional<methods::Channel> direct_;
  std::size_t known_ = 0;
};

}  // namespace

Result<Credits> credit(const PathSource& source, const Crediting& how) {
  Feeding feeding(how);
  table::Names channels;
  TRY_VOID(source(channels, [&](const methods::Paths& batch) { feeding.take(batch, channels); }));
  return feeding.credits(channels);
}

Sheet sheet_of(const Credits& credits, Figure figure) {
  return sheet_of(credits, figure, by_name(credits));
}

Sheet agreement_sheet(const Credits& credits) {
  Sheet sheet{.name = "agreement",
              .title = Message(kAgreement),
              .columns = {{"model", Message(kModel)}},
              .rows = {},
              .notes = {Message(kAgreementNote)},
              .drawing = Drawing::heat};
  for (const ModelCredit& model : credits.credits) {
    sheet.columns.push_back({name_of(model.model), Message(text_of(model.model))});
    auto& row = sheet.rows.emplace_back();
    row.emplace_back(name_of(model.model));
    for (const ModelCredit& other : credits.credits)
      row.emplace_back(methods::agreement(model.credit, other.credit));
  }
  return sheet;
}

Sheet interval_sheet(const Credits& credits) {
  Sheet sheet{.name = "intervals",
              .title = Message(kIntervals),
              .columns = {{"channel", Message(kCreditedChannel)}},
              .rows = {},
              .notes = {Message(kIntervalNote)}};
  for (const ModelCredit& model : credits.credits) {
    const Message heading(text_of(model.model));
    sheet.columns.push_back({name_of(model.model) + "_low", Message(kCreditLow, heading)});
    sheet.columns.push_back({name_of(model.model) + "_high", Message(kCreditHigh, heading)});
  }
  for (const std::size_t channel : by_name(credits)) {
    auto& row = sheet.rows.emplace_back();
    row.emplace_back(credits.channels[channel]);
    for (const auto& model : credits.intervals) {
      row.emplace_back(model[channel].low);
      row.emplace_back(model[channel].high);
    }
  }
  return sheet;
}

std::string json_of(const Credits& credits) {
  const methods::Totals& totals = credits.totals;
  std::string out = "{";
  const auto number = [&](std::string_view name, double value) {
    write_json_string(out, name);
    out += ':';
    write_json(out, value);
    out += ',';
  };
  number("paths", totals.paths);
  number("conversions", totals.conversions);
  number("value", totals.value);
  number("nulls", totals.nulls);
  number("conversions_without_channel", totals.conversions_without_channel);
  const auto rows = [&](std::string_view name, const Sheet& sheet) {
    out += '\n';
    write_json_string(out, name);
    out += ':' + report::json_of(sheet);
  };
  rows("credits", sheet_of(credits, Figure::conversions));
  out += ',';
  rows("values", sheet_of(credits, Figure::value));
  out += ',';
  rows("removal_effects", sheet_of(credits, Figure::removal_effect));
  out += ',';
  rows("agreement", agreement_sheet(credits));
  if (!credits.intervals.empty()) {
    out += ',';
    rows("intervals", interval_sheet(credits));
  }
  return out + "}\n";
}

Message totals_of(const Credits& credits) {
  const methods::Totals& totals = credits.totals;
  return Message(kCreditTotals, figure(totals.paths), figure(totals.conversions),
                 figure(totals.value), figure(totals.nulls));
}

report::Page page_of(const Credits& credits) {
  const double lost = credits.totals.conversions_without_channel;
  report::Page page{.title = Message(kCreditTitle),
                    .summary = {totals_of(credits), Message(kCreditNote)},
                    .sheets = {}};
  if (lost > 0) page.summary.emplace_back(kWithoutChannel, figure(lost));
  const auto order = by_credit(credits);
  for (const Figure figure : enum_values<Figure>()) {
    const bool has_removal = std::ranges::any_of(
        credits.credits, [](const ModelCredit& model) { return !model.removal_effects.empty(); });
    const bool shows = figure == Figure::value            ? credits.totals.value != 0
                       : figure == Figure::removal_effect ? has_removal
                                                          : figure == Figure::conversions;
    if (shows) page.sheets.push_back(sheet_of(credits, figure, order));
  }
  page.sheets.push_back(agreement_sheet(credits));
  if (!credits.intervals.empty()) page.sheets.push_back(interval_sheet(credits));
  return page;
}

}  // namespace sluis::journeys
