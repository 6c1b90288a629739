#include "journeys/event_file.h"

#include <algorithm>
#include <cmath>

#include "journeys/path_file.h"
#include "kernel/fields.h"
#include "platform/table/number.h"

namespace sluis::journeys {
namespace {

using methods::Channel;
using methods::EventKind;
using methods::KindSet;
using methods::Paths;

constexpr double kValueMost = 1e12;
constexpr std::size_t kPathsInBatch = 4'096;

constexpr RefusalKind kTooManyKinds{
    "too_many_kinds", Category::too_large, Retry::useless,
    Text{"There are more than {0} types of event. Is this the right column?",
         "Er zijn meer dan {0} soorten gebeurtenissen. Is dit de goede kolom?"}};
constexpr RefusalKind kKindUnknown{
    "kind_unknown", Category::invalid, Retry::useless,
    Text{"There is no event of the type {0}; the file has: {1}.",
         "Er is geen gebeurtenis van de soort {0}; het bestand heeft: {1}."}};
constexpr Text kNameExpected{"a name in UTF-8", "een naam in UTF-8"};
constexpr Text kMomentExpected{
    "a moment from 1970 to 2106: seconds since 1970, 2026-11-22 or 2026-11-22T09:30:00Z",
    "een moment van 1970 tot 2106: seconden sinds 1970, 2026-11-22 of 2026-11-22T09:30:00Z"};
constexpr Text kWorthExpected{"a number, at most 1,000,000,000,000, or nothing",
                              "een getal, hoogstens 1.000.000.000.000, of niets"};

struct EventColumns {
  std::size_t customer = 0;
  std::size_t ts = 0;
  std::size_t channel = 0;
  std::size_t kind = 0;
  std::optional<std::size_t> worth;
};

Result<EventColumns> columns_of(const table::TableReader& reader, const std::string& worth) {
  EventColumns columns{.customer = TRY(reader.column("customer")),
                       .ts = TRY(reader.column("ts")),
                       .channel = TRY(reader.column("channel")),
                       .kind = TRY(reader.column("type")),
                       .worth = reader.find_column(worth)};
  if (!columns.worth && worth != "revenue") TRY(reader.column(worth));
  return columns;
}

class EventReader {
 public:
  EventReader(const table::TableReader& reader, const EventColumns& columns)
      : reader_(reader), columns_(columns), decimal_(reader.decimal()) {}

  Result<void> add(const table::Block& block) {
    for (std::size_t i = 0; i < block.rows(); ++i) {
      const auto cells = block.row(i);
      methods::JourneyEvent event;
      event.customer = TRY(number_of(customers_, block, i, columns_.customer));
      const std::uint32_t channel = TRY(number_of(channels, block, i, columns_.channel));
      const std::uint32_t kind = TRY(number_of(kinds, block, i, columns_.kind));
      TRY_VOID(check_counts());
      event.channel = static_cast<Channel>(channel);
      event.kind = static_cast<EventKind>(kind);
      const auto ts = table::parse_seconds(cells[columns_.ts]);
      if (!ts || *ts < 0 || *ts > ~std::uint32_t{0}) {
        return reader_.wrong(block, i, columns_.ts, Message(kMomentExpected));
      }
      event.ts = static_cast<std::uint32_t>(*ts);
      if (columns_.worth && !cells[*columns_.worth].empty()) {
        const auto worth = table::parse_number(cells[*columns_.worth], decimal_);
        if (!worth || std::abs(*worth) > kValueMost) {
          return reader_.wrong(block, i, *columns_.worth, Message(kWorthExpected));
        }
        event.value = *worth;
      }
      builder.add(event);
    }
    return {};
  }

  methods::JourneyBuilder builder;
  table::Names channels;
  table::Names kinds;

 private:
  Result<std::uint32_t> number_of(table::Names& names, const table::Block& block, std::size_t row,
                                  std::size_t column) {
    const std::string_view name = block.row(row)[column];
    const std::size_t known = names.size();
    const std::uint32_t number = names.number_of(name);
    if (number == known && !TextForm<Line<1, 200>>::parse(name)) {
      return reader_.wrong(block, row, column, Message(kNameExpected));
    }
    return number;
  }

  Result<void> check_counts() const {
    if (channels.size() > methods::kChannelsMax) {
      return refuse(PathRefusal::too_many_channels, std::to_string(methods::kChannelsMax));
    }
    if (kinds.size() > methods::kKindsMax) {
      return std::unexpected(Refusal(kTooManyKinds, std::to_string(methods::kKindsMax)));
    }
    return {};
  }

  const table::TableReader& reader_;
  const EventColumns columns_;
  const char decimal_;
  table::Names customers_;
};

// Makes the paths of one customer after the other.
class PathMaker {
 public:
  PathMaker(const PathRules& rules) : rules_(rules) {}

  void add(const methods::Journey& journey) {
    touches_ = 0;
    last_path_.reset();
    begin_ = 0;
    for (std::size_t i = 0; i < journey.size(); ++i) {
      const EventKind kind = journey.kinds[i];
      if (rules_.conversions.holds(kind)) {
        convert(journey, i);
      } else if (rules_.touches.holds(kind)) {
        last_touch_ = i;
        ++touches_;
      }
    }
    if (touches_ == 0) return;
    add_steps(journey, last_touch_ + 1, journey.times[last_touch_]);
    paths.end(0, 0, 1);
  }

  Paths paths;
  PathCounts counts;

 private:
  void convert(const methods::Journey& journey, std::size_t at) {
    const double value = journey.values[at];
    if (value < 0) {
      counts.refunds_early += !last_path_;
      if (last_path_) paths.add_value(*last_path_, value);
      return;
    }
    add_steps(journey, at, journey.times[at]);
    last_path_ = paths.size();
    paths.end(1, value, 0);
    begin_ = at + 1;
    touches_ = 0;
  }

  // The touches since the last conversion and within the window.
  void add_steps(const methods::Journey& journey, std::size_t end, std::uint32_t now) {
    for (std::size_t i = begin_; i < end; ++i) {
      const std::uint32_t age_s = now - journey.times[i];
      if (age_s > rules_.window_s || !rules_.touches.holds(journey.kinds[i])) continue;
      paths.step(journey.channels[i], static_cast<float>(age_s) / kSecondsOfDay);
    }
  }

  const PathRules& rules_;
  std::size_t begin_ = 0;
  std::size_t touches_ = 0;
  std::size_t last_touch_ = 0;
  std::optional<std::size_t> last_path_;
};

}  // namespace

bool is_event_file(const table::TableReader& reader) {
  return !reader.find_column("path") && reader.find_column("customer") && reader.find_column("ts");
}

Result<Events> read_events(table::TableReader& reader, const std::string& worth) {
  EventReader rows(reader, TRY(columns_of(reader, worth)));
  table::Block block;
  while (TRY(reader.next(block)))
    TRY_VOID(rows.add(block));
  return Events{.index = std::move(rows.builder).build(),
                .channels = std::move(rows.channels),
                .kinds = std::move(rows.kinds)};
}

Result<KindSet> kinds_of(const Events& events, const std::vector<std::string>& names) {
  KindSet kinds;
  for (const std::string& name : names) {
    std::size_t kind = 0;
    while (kind < events.kinds.size() && events.kinds[kind] != name)
      ++kind;
    if (kind < events.kinds.size()) {
      kinds.add(static_cast<EventKind>(kind));
      continue;
    }
    const auto known = events.kinds.all();
    std::vector<std::string_view> told(known.begin(), known.end());
    std::ranges::sort(told);
    return std::unexpected(Refusal(kKindUnknown, name, join_names(told)));
  }
  return kinds;
}

KindSet other_kinds(const Events& events, const KindSet& kinds) {
  KindSet others;
  for (std::size_t kind = 0; kind < events.kinds.size(); ++kind) {
    if (!kinds.holds(static_cast<EventKind>(kind))) others.add(static_cast<EventKind>(kind));
  }
  return others;
}

PathCounts paths_of(const Events& events, const PathRules& rules,
                    const std::function<void(const Paths&)>& take) {
  PathMaker maker(rules);
  for (std::size_t customer = 0; customer < events.index.customers(); ++customer) {
    maker.add(events.index[customer]);
    if (maker.paths.size() < kPathsInBatch) continue;
    take(maker.paths);
    maker.paths.clear();
  }
  take(maker.paths);
  return maker.counts;
}

}  // namespace sluis::journeys
