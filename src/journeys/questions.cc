#include "journeys/questions.h"

#include <algorithm>

#include "methods/journey_counts.h"
#include "methods/trial.h"

namespace sluis::journeys {
namespace {

using methods::Journey;
using methods::KindSet;

constexpr std::size_t kPathsShown = 30;

constexpr Text kSwitches{
    "Of each customer the steps in the period, in order: how often a step on one channel was "
    "followed by the next one on another, or on the same. A share is of all steps that followed "
    "one on the first channel, with its 95 % interval.",
    "Van elke klant de stappen in de periode, op volgorde: hoe vaak op een stap op het ene kanaal "
    "de volgende op een ander kwam, of op hetzelfde. Een aandeel is van alle stappen die op een "
    "stap op het eerste kanaal volgden, met het 95%-interval."};
constexpr Text kGaps{
    "The time from a step of a customer to their next one, both in the period; right to 6 %.",
    "De tijd van een stap van een klant tot de volgende, beide in de periode; tot op 6% "
    "nauwkeurig."};
constexpr Text kPaths{
    "The first channels of each customer in the period, from the start that was chosen up to the "
    "first conversion; steps in a row on one channel are one. Who goes no further ends there.",
    "De eerste kanalen van elke klant in de periode, vanaf het gekozen begin tot de eerste "
    "conversie; stappen na elkaar op een kanaal zijn er een. Wie niet verder gaat, eindigt daar."};
constexpr Text kFunnel{
    "Customers who took the steps in this order, all within the window after the first one, which "
    "lies in the period; a later start counts as well, and other steps may lie between. Who came "
    "no "
    "further is counted on the channel of their furthest step.",
    "Klanten die de stappen in deze volgorde zetten, alle binnen het venster na de eerste, die in "
    "de periode ligt; een later begin telt ook, en er mogen andere stappen tussen liggen. Wie niet "
    "verder kwam, telt op het kanaal van de verste stap."};
constexpr Text kOverlap{
    "Customers who used both channels in the period; a channel with itself: who used it.",
    "Klanten die in de periode beide kanalen gebruikten; een kanaal met zichzelf: wie het "
    "gebruikte."};
constexpr Text kAttribution{
    "Conversions in the period, credited over the touches before each of them: within the window "
    "and after the conversion before it. Credit says who was there, not who caused it: what a "
    "channel adds is measured by an experiment only.",
    "Conversies in de periode, toegerekend over de aanrakingen voor elk ervan: binnen het venster "
    "en na de conversie ervoor. Toerekening zegt wie erbij was, niet wie het veroorzaakte: wat een "
    "kanaal toevoegt, meet alleen een experiment."};

void put(Basis& basis, const methods::Fed& fed) {
  basis.customers = fed.customers;
  basis.steps = fed.steps;
}

// The order in which channels came to be known is not one that a reader knows.
template <class Row>
void sort_by_channels(std::vector<Row>& rows, ChannelId Row::* one, ChannelId Row::* other) {
  std::ranges::sort(rows, {}, [&](const Row& row) { return std::pair(row.*one, row.*other); });
}

// From a first event of a kind on; all of it without one.
Journey from_start(const Journey& journey, const std::optional<KindSet>& start) {
  if (!start) return journey;
  std::size_t begin = 0;
  while (begin < journey.size() && !start->holds(journey.kinds[begin]))
    ++begin;
  return {.times = journey.times.subspan(begin),
          .channels = journey.channels.subspan(begin),
          .kinds = journey.kinds.subspan(begin),
          .values = {}};
}

std::vector<std::string_view> split(std::string_view text, char at) {
  std::vector<std::string_view> parts;
  while (true) {
    const std::size_t end = text.find(at);
    parts.push_back(trimmed(text.substr(0, end)));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

std::unexpected<Refusal> refuse_kind(const Words& words, std::string_view name) {
  std::string known;
  for (const std::string& kind : kinds(words))
    known.append(known.empty() ? "" : ", ").append(kind);
  return refuse(ScopeRefusal::steps_unreadable, std::to_string(methods::kStepsMax),
                std::string(name), known);
}

std::vector<Link> links_of(const methods::PathCounter& counter, const Words& words, int steps) {
  std::vector<Link> links;
  const auto channels = words.channels();
  const auto add = [&](int step, std::optional<ChannelId> from, std::optional<ChannelId> to,
                       std::int64_t customers) {
    if (customers > 0) links.push_back({step, from, to, customers});
  };
  for (std::size_t to = 0; to < channels.size(); ++to)
    add(0, {}, channels[to], counter.starts(to));
  for (int step = 0; step < steps; ++step) {
    const auto at = static_cast<std::size_t>(step);
    for (std::size_t from = 0; from < channels.size(); ++from) {
      for (std::size_t to = 0; to < channels.size(); ++to)
        add(step + 1, channels[from], channels[to], counter.links(at, from, to));
      add(step + 1, channels[from], {}, counter.ends(at, from));
    }
  }
  std::ranges::sort(links, {},
                    [](const Link& link) { return std::tuple(link.step, link.from, link.to); });
  return links;
}

}  // namespace

const Text& definition_of(Asked question) {
  switch (question) {
    case Asked::switches:
      return kSwitches;
    case Asked::gaps:
      return kGaps;
    case Asked::paths:
      return kPaths;
    case Asked::funnel:
      return kFunnel;
    case Asked::overlap:
      return kOverlap;
    case Asked::attribution:
      return kAttribution;
  }
  __builtin_unreachable();
}

Share share_of(std::int64_t part, std::int64_t all) {
  const methods::Share found = methods::share_of(part, all);
  return {.share = found.value, .low = found.low, .high = found.high};
}

Switches switches(const Selection& selection, const Words& words) {
  const auto channels = words.channels();
  methods::TransitionCounter counter(channels.size());
  methods::Fed fed;
  selection.each([&](const Journey& journey, const Track&) {
    fed.add(journey);
    counter.add(journey);
  });
  Switches answer;
  put(answer, fed);
  for (std::size_t from = 0; from < channels.size(); ++from) {
    std::int64_t all = 0;
    for (std::size_t to = 0; to < channels.size(); ++to)
      all += counter.times(from, to);
    for (std::size_t to = 0; to < channels.size(); ++to) {
      const std::int64_t times = counter.times(from, to);
      if (times > 0) {
        answer.switches.push_back({share_of(times, all), channels[from], channels[to], times});
      }
    }
  }
  sort_by_channels(answer.switches, &Switch::from, &Switch::to);
  return answer;
}

Gaps gaps(const Selection& selection, const Words& words) {
  const auto channels = words.channels();
  methods::GapCounter counter(channels.size());
  methods::Fed fed;
  selection.each([&](const Journey& journey, const Track&) {
    fed.add(journey);
    counter.add(journey);
  });
  Gaps answer;
  put(answer, fed);
  for (std::size_t from = 0; from < channels.size(); ++from) {
    for (std::size_t to = 0; to < channels.size(); ++to) {
      const std::int64_t times = counter.times(from, to);
      if (times == 0) continue;
      const auto days = [&](double part) {
        return counter.quantile(from, to, part).value_or(0) / static_cast<double>(kSecondsOfDay);
      };
      answer.gaps.push_back(
          {channels[from], channels[to], times, days(0.25), days(0.5), days(0.75)});
    }
  }
  sort_by_channels(answer.gaps, &Gap::from, &Gap::to);
  return answer;
}

Result<PathsAnswer> paths(const Selection& selection, const Words& words, const PathsAsked& asked) {
  std::optional<KindSet> start;
  if (asked.start) start = TRY(kinds_named(words, *asked.start));
  const KindSet conversions = TRY(kinds_named(words, asked.conversion));
  methods::PathCounter counter(words.channels().size(), static_cast<std::size_t>(asked.steps));
  methods::Fed fed;
  selection.each([&](const Journey& journey, const Track&) {
    const Journey path = from_start(journey, start);
    if (path.size() == 0) return;
    fed.add(path);
    counter.add(path, conversions);
  });
  PathsAnswer answer;
  put(answer, fed);
  answer.converted = counter.converted();
  answer.links = links_of(counter, words, asked.steps);
  for (const auto& whole : counter.most_frequent(kPathsShown)) {
    WholePath& path = answer.paths.emplace_back();
    static_cast<Share&>(path) = share_of(whole.converted, whole.customers);
    for (const Channel channel : whole.channels)
      path.channels.push_back(words.channels()[channel]);
    path.longer = whole.cut;
    path.customers = whole.customers;
    path.converted = whole.converted;
  }
  std::ranges::sort(answer.paths, {}, [](const WholePath& path) {
    return std::tuple(-path.customers, path.channels, path.longer);
  });
  return answer;
}

Result<FunnelAnswer> funnel(const Selection& selection, const Words& words,
                            const FunnelAsked& asked) {
  const auto names = split(asked.steps, ',');
  std::vector<KindSet> steps;
  for (const std::string_view name : names)
    steps.push_back(TRY(kinds_named(words, name)));
  if (steps.size() > methods::kStepsMax) return refuse_kind(words, asked.steps);
  const auto channels = words.channels();
  methods::FunnelCounter counter(steps, asked.window_s, channels.size());
  methods::Fed fed;
  const std::uint32_t end = selection.period().to_s;
  selection.each_until(asked.window_s, [&](const Journey& journey, const Track&) {
    fed.add(journey);
    counter.add(journey, end);
  });
  FunnelAnswer answer;
  put(answer, fed);
  const auto found = counter.steps();
  for (std::size_t step = 0; step < found.size(); ++step) {
    FunnelLevel& level = answer.levels.emplace_back();
    level.step = names[step];
    level.customers = found[step].customers;
    if (step > 0 && found[step - 1].customers > 0) {
      level.of_before = share_of(found[step].customers, found[step - 1].customers);
    }
    if (found[step].median_s)
      level.median_days = *found[step].median_s / static_cast<double>(kSecondsOfDay);
    for (std::size_t channel = 0; channel < channels.size(); ++channel) {
      const std::int64_t stayed = counter.stayed(step, channel);
      if (stayed > 0) level.stayed.push_back({channels[channel], stayed});
    }
    std::ranges::sort(level.stayed, {}, &Stayed::channel);
  }
  return answer;
}

Overlap overlap(const Selection& selection, const Words& words) {
  const auto channels = words.channels();
  methods::OverlapCounter counter(channels.size());
  methods::Fed fed;
  selection.each([&](const Journey& journey, const Track&) {
    fed.add(journey);
    counter.add(journey);
  });
  Overlap answer;
  put(answer, fed);
  for (std::size_t one = 0; one < channels.size(); ++one) {
    for (std::size_t other = one; other < channels.size(); ++other) {
      const std::int64_t customers = counter.customers(one, other);
      const auto [first, second] = std::minmax(channels[one], channels[other]);
      if (customers > 0) answer.pairs.push_back({first, second, customers});
    }
  }
  sort_by_channels(answer.pairs, &Both::one, &Both::other);
  return answer;
}

Result<std::uint32_t> window_of(Duration window) {
  constexpr std::int64_t kMost = 2 * 366 * 86'400;
  const std::int64_t seconds = std::chrono::duration_cast<std::chrono::seconds>(window).count();
  if (seconds < 1 || seconds > kMost) {
    return refuse(ScopeRefusal::window_too_long, TextForm<Duration>::print(window));
  }
  return static_cast<std::uint32_t>(seconds);
}

Result<KindSet> kinds_named(const Words& words, std::string_view names) {
  KindSet set;
  for (const std::string_view group : split(names, ',')) {
    for (const std::string_view name : split(group, '|')) {
      const auto kind = words.find_kind(name);
      if (!kind) return refuse_kind(words, name);
      set.add(*kind);
    }
  }
  return set;
}

std::vector<std::string> kinds(const Words& words) {
  std::vector<std::string> all;
  for (std::size_t i = 0; i < std::min(words.kinds(), methods::kKindsMax); ++i) {
    const auto kind = static_cast<EventKind>(i);
    if (!words.only_money().holds(kind)) all.emplace_back(words.kind(kind));
  }
  std::ranges::sort(all);
  return all;
}

}  // namespace sluis::journeys
