// Questions over the journeys of all customers: what was asked, and the answer with all that a
// reader needs to trust it.
#pragma once

#include "journeys/scope.h"

namespace sluis::journeys {

// What every answer says of itself: its n, how new it is, and what is counted.
struct Basis {
  std::int64_t customers = 0;
  std::int64_t steps = 0;
  std::optional<Instant> as_of;
  std::string definition;
};
BOOST_DESCRIBE_STRUCT(Basis, (), (customers, steps, as_of, definition))

// Part of a whole, with the interval in which it lies by 95 % (Wilson 1927). From 0 to 1.
struct Share {
  double share = 0;
  double low = 0;
  double high = 0;
};
BOOST_DESCRIBE_STRUCT(Share, (), (share, low, high))
Share share_of(std::int64_t part, std::int64_t all);

struct Switch : Share {
  ChannelId from;
  ChannelId to;
  std::int64_t times = 0;  // the share is of all steps after one on `from`
};
BOOST_DESCRIBE_STRUCT(Switch, (Share), (from, to, times))
struct Switches : Basis {
  std::vector<Switch> switches;
};
BOOST_DESCRIBE_STRUCT(Switches, (Basis), (switches))
Switches switches(const Selection& selection, const Words& words);

// Days between two steps: a quarter of them took at most `quarter`, and so on.
struct Gap {
  ChannelId from;
  ChannelId to;
  std::int64_t times = 0;
  double quarter_days = 0;
  double median_days = 0;
  double three_quarters_days = 0;
};
BOOST_DESCRIBE_STRUCT(Gap, (), (from, to, times, quarter_days, median_days, three_quarters_days))
struct Gaps : Basis {
  std::vector<Gap> gaps;
};
BOOST_DESCRIBE_STRUCT(Gaps, (Basis), (gaps))
Gaps gaps(const Selection& selection, const Words& words);

// Customers who went from one channel to the next; without `from` they began, without `to` they
// went no further.
struct Link {
  std::int64_t step = 0;
  std::optional<ChannelId> from;
  std::optional<ChannelId> to;
  std::int64_t customers = 0;
};
BOOST_DESCRIBE_STRUCT(Link, (), (step, from, to, customers))
struct WholePath : Share {
  std::vector<ChannelId> channels;
  bool longer = false;  // it went on
  std::int64_t customers = 0;
  std::int64_t converted = 0;  // the share is of these customers
};
BOOST_DESCRIBE_STRUCT(WholePath, (Share), (channels, longer, customers, converted))
struct PathsAnswer : Basis {
  std::int64_t converted = 0;
  std::vector<Link> links;
  std::vector<WholePath> paths;  // the most frequent ones
};
BOOST_DESCRIBE_STRUCT(PathsAnswer, (Basis), (converted, links, paths))
struct PathsAsked {
  int steps = 4;
  std::optional<std::string> start;  // a kind of event at which a path begins
  std::string conversion = "order_completed";
};
Result<PathsAnswer> paths(const Selection& selection, const Words& words, const PathsAsked& asked);

struct Stayed {
  ChannelId channel;
  std::int64_t customers = 0;
};
BOOST_DESCRIBE_STRUCT(Stayed, (), (channel, customers))
struct FunnelLevel {
  std::string step;
  std::int64_t customers = 0;
  std::optional<Share> of_before;
  std::optional<double> median_days;  // since the first step
  std::vector<Stayed> stayed;         // who came no further, by the channel of this step
};
BOOST_DESCRIBE_STRUCT(FunnelLevel, (), (step, customers, of_before, median_days, stayed))
struct FunnelAnswer : Basis {
  std::vector<FunnelLevel> levels;
};
BOOST_DESCRIBE_STRUCT(FunnelAnswer, (Basis), (levels))
struct FunnelAsked {
  std::string steps;  // kinds with commas between them; with | between kinds that both do
  std::uint32_t window_s = 0;
};
Result<FunnelAnswer> funnel(const Selection& selection, const Words& words,
                            const FunnelAsked& asked);

struct Both {
  ChannelId one;
  ChannelId other;
  std::int64_t customers = 0;
};
BOOST_DESCRIBE_STRUCT(Both, (), (one, other, customers))
struct Overlap : Basis {
  std::optional<SegmentId> segment;
  std::vector<Both> pairs;  // each once; where both are the same, who used that channel
};
BOOST_DESCRIBE_STRUCT(Overlap, (Basis), (segment, pairs))
Overlap overlap(const Selection& selection, const Words& words);

// A time in seconds, refused where it is none or too long.
Result<std::uint32_t> window_of(Duration window);
// The kinds by these names, with commas or | between them; refused when there is no such event.
Result<methods::KindSet> kinds_named(const Words& words, std::string_view names);
// All kinds there are of, by name.
std::vector<std::string> kinds(const Words& words);

enum class Asked : std::uint8_t { switches, gaps, paths, funnel, overlap, attribution };
const Text& definition_of(Asked question);

}  // namespace sluis::journeys
