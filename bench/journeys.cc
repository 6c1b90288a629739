// Questions over journeys in memory, each beside a plain loop over columns grouped by customer that
// is written for these twelve channels and these kinds alone; and over the live index of a server.
//   bench_journeys [EVENTS] [CUSTOMERS]
#include <cstdio>

#include "journeys/credits.h"
#include "kernel/text_form.h"
#include "methods/journey_questions.h"
#include "workload.h"

namespace sluis {
namespace {

using methods::KindSet;
using workload::Event;

constexpr int kRuns = 5;
constexpr std::size_t kChannels = 12;
constexpr std::size_t kDirect = 11;
constexpr std::uint32_t kFirstTs = 1'767'225'600;
constexpr std::uint32_t kDayS = 86'400;
constexpr std::uint32_t kWeekS = 7 * kDayS;
constexpr std::uint32_t kMonthS = 30 * kDayS;
constexpr std::size_t kDays = 90;

// What a plain loop reads.
struct Columns {
  std::vector<std::uint32_t> begins;
  std::vector<std::uint32_t> ts;
  std::vector<std::uint8_t> channel;
  std::vector<std::uint8_t> kind;
  std::vector<std::uint32_t> cents;
};

struct Loaded {
  methods::JourneyIndex index;
  Columns columns;
};

constexpr std::array<std::string_view, 6> kKindNames = {"product_viewed",  "email_clicked",
                                                        "product_added",   "checkout_started",
                                                        "order_completed", "contact"};

IdentityId identity_of(std::uint32_t customer) {
  constexpr std::uint64_t kFactor = 0x9E3779B97F4A7C15u;
  return IdentityId(static_cast<std::int64_t>((customer + 1) * kFactor >> 1));
}

// The index of a server, filled as it is from the analytical store: in order of time.
std::unique_ptr<journeys::Tracks> tracks_of(const methods::JourneyIndex& index, std::int64_t count,
                                            std::uint32_t customers) {
  const double begun = workload::cpu_s();
  auto tracks = std::make_unique<journeys::Tracks>(Currency());
  for (std::uint32_t customer = 0; customer < index.customers(); ++customer) {
    const methods::Journey journey = index[customer];
    const auto orders = std::ranges::count(journey.kinds, workload::purchase);
    tracks->make_room(identity_of(customer), {.steps = static_cast<std::uint32_t>(journey.size()),
                                              .marks = 0,
                                              .bookings = static_cast<std::uint32_t>(orders)});
  }
  tracks->open();
  workload::Events events(count, customers);
  for (std::int64_t i = 0; i < count; ++i) {
    const Event event = events.next();
    const bool is_order = event.kind == workload::purchase;
    tracks->put({.event = {},
                 .ts = Instant(std::int64_t{event.ts} * 1'000'000),
                 .identity = identity_of(event.customer),
                 .channel = ChannelId(event.channel + 1),
                 .kind = kKindNames[event.kind],
                 .campaign = "",
                 .product = "",
                 .revenue = is_order ? std::optional(Micro(std::int64_t{event.cents} * 10'000))
                                     : std::nullopt,
                 .cost = {},
                 .currency = {}});
  }
  tracks->close();
  std::printf("live index filled in %.2f CPU-s with drawing, %.1f bytes an event\n",
              workload::cpu_s() - begun,
              static_cast<double>(tracks->bytes()) / static_cast<double>(count));
  return tracks;
}

Columns columns_of(const methods::JourneyIndex& index) {
  Columns columns;
  columns.begins.push_back(0);
  for (std::size_t customer = 0; customer < index.customers(); ++customer) {
    const methods::Journey journey = index[customer];
    for (std::size_t i = 0; i < journey.size(); ++i) {
      columns.ts.push_back(journey.times[i]);
      columns.channel.push_back(static_cast<std::uint8_t>(journey.channels[i]));
      columns.kind.push_back(journey.kinds[i]);
      columns.cents.push_back(static_cast<std::uint32_t>(journey.values[i]));
    }
    columns.begins.push_back(static_cast<std::uint32_t>(columns.ts.size()));
  }
  return columns;
}

Loaded load(std::int64_t count, std::uint32_t customers) {
  workload::Events events(count, customers);
  methods::JourneyBuilder builder;
  builder.reserve(static_cast<std::size_t>(count));
  for (std::int64_t i = 0; i < count; ++i) {
    const Event event = events.next();
    builder.add(
        {event.customer, event.ts, event.channel, event.kind, static_cast<double>(event.cents)});
  }
  const double begun = workload::cpu_s();
  methods::JourneyIndex index = std::move(builder).build();
  std::printf("%ld events sorted in %.2f CPU-s\n", count, workload::cpu_s() - begun);
  Columns columns = columns_of(index);
  return {std::move(index), std::move(columns)};
}

KindSet kinds(std::initializer_list<workload::Kind> of) {
  KindSet set;
  for (const workload::Kind kind : of)
    set.add(kind);
  return set;
}

double best_cpu_s(const auto& work) {
  double best = 1e9;
  for (int run = 0; run < kRuns; ++run) {
    const double begun = workload::cpu_s();
    work();
    best = std::min(best, workload::cpu_s() - begun);
  }
  return best;
}

// Each gives some sums, that must be the same in both ways.
using Sums = std::array<double, 4>;

Sums plain_funnel(const Columns& c) {
  Sums reached{};
  for (std::size_t customer = 0; customer + 1 < c.begins.size(); ++customer) {
    std::int64_t first = -1'000'000'000;
    std::int64_t second = first;
    std::int64_t third = first;
    int level = 0;
    for (std::size_t i = c.begins[customer]; i < c.begins[customer + 1] && level < 4; ++i) {
      const std::int64_t now = c.ts[i];
      if (c.kind[i] == workload::view) {
        first = now;
        level = std::max(level, 1);
      } else if (c.kind[i] == workload::click && now - first <= kWeekS) {
        second = first;
        level = std::max(level, 2);
      } else if (c.kind[i] == workload::add_to_cart && now - second <= kWeekS) {
        third = second;
        level = std::max(level, 3);
      } else if (c.kind[i] == workload::purchase && now - third <= kWeekS) {
        level = 4;
      }
    }
    for (int step = 0; step < level; ++step)
      ++reached[static_cast<std::size_t>(step)];
  }
  return reached;
}

Sums funnel(const methods::JourneyIndex& index) {
  const std::array steps = {kinds({workload::view}), kinds({workload::click}),
                            kinds({workload::add_to_cart}), kinds({workload::purchase})};
  const auto reached = methods::funnel(index, steps, kWeekS);
  Sums sums{};
  for (std::size_t i = 0; i < sums.size(); ++i)
    sums[i] = static_cast<double>(reached[i]);
  return sums;
}

Sums plain_transitions(const Columns& c) {
  std::array<std::int64_t, kChannels * kChannels> counts{};
  for (std::size_t customer = 0; customer + 1 < c.begins.size(); ++customer) {
    for (std::size_t i = c.begins[customer] + 1; i < c.begins[customer + 1]; ++i)
      ++counts[c.channel[i - 1] * kChannels + c.channel[i]];
  }
  return {static_cast<double>(counts[0]), static_cast<double>(counts[1])};
}

Sums transitions(const methods::JourneyIndex& index) {
  const auto counts = methods::transitions(index, kChannels);
  return {static_cast<double>(counts.at(0, 0)), static_cast<double>(counts.at(0, 1))};
}

Sums plain_last_touch(const Columns& c) {
  std::array<std::int64_t, kChannels + 1> orders{};
  std::array<std::int64_t, kChannels + 1> cents{};
  for (std::size_t customer = 0; customer + 1 < c.begins.size(); ++customer) {
    std::size_t last = kChannels;
    std::int64_t last_ts = -1'000'000'000;
    for (std::size_t i = c.begins[customer]; i < c.begins[customer + 1]; ++i) {
      if (c.kind[i] == workload::purchase) {
        const std::size_t touch = c.ts[i] - last_ts <= kMonthS ? last : kChannels;
        ++orders[touch];
        cents[touch] += c.cents[i];
      } else if (c.kind[i] <= workload::click && c.channel[i] != kDirect) {
        last = c.channel[i];
        last_ts = c.ts[i];
      }
    }
  }
  return {static_cast<double>(orders[0]), static_cast<double>(cents[0]),
          static_cast<double>(orders[kChannels])};
}

Sums last_touch(const methods::JourneyIndex& index) {
  const auto touched = methods::last_touches(index, kChannels,
                                             {.touches = kinds({workload::view, workload::click}),
                                              .orders = kinds({workload::purchase}),
                                              .direct = kDirect,
                                              .window_s = kMonthS});
  return {static_cast<double>(touched[0].orders), touched[0].value,
          static_cast<double>(touched.back().orders)};
}

Sums plain_days(const Columns& c) {
  std::vector<std::int64_t> events(kDays * kChannels);
  std::vector<std::int64_t> orders(kDays * kChannels);
  std::vector<std::int64_t> cents(kDays * kChannels);
  for (std::size_t i = 0; i < c.ts.size(); ++i) {
    const std::size_t cell = (c.ts[i] - kFirstTs) / kDayS * kChannels + c.channel[i];
    ++events[cell];
    orders[cell] += c.kind[i] == workload::purchase;
    cents[cell] += c.cents[i];
  }
  return {static_cast<double>(events[13]), static_cast<double>(orders[13]),
          static_cast<double>(cents[13])};
}

Sums days(const methods::JourneyIndex& index) {
  const auto cells =
      methods::daily(index, kChannels, methods::days_of(index), kinds({workload::purchase}));
  return {static_cast<double>(cells[13].events), static_cast<double>(cells[13].orders),
          cells[13].value};
}

Sums plain_customers(const Columns& c) {
  std::vector<std::int64_t> customers(kDays * kChannels);
  for (std::size_t customer = 0; customer + 1 < c.begins.size(); ++customer) {
    std::size_t day = kDays;
    unsigned met = 0;
    for (std::size_t i = c.begins[customer]; i < c.begins[customer + 1]; ++i) {
      const std::size_t today = (c.ts[i] - kFirstTs) / kDayS;
      if (today != day) met = 0;
      day = today;
      if ((met >> c.channel[i] & 1) != 0) continue;
      met |= 1u << c.channel[i];
      ++customers[today * kChannels + c.channel[i]];
    }
  }
  return {static_cast<double>(customers[13]), static_cast<double>(customers[400])};
}

Sums customers(const methods::JourneyIndex& index) {
  const auto cells = methods::daily_customers(index, kChannels, methods::days_of(index));
  return {static_cast<double>(cells[13]), static_cast<double>(cells[400])};
}

void measure(const char* name, double limit_s, const auto& ask, const auto& plain) {
  Sums asked{};
  Sums right{};
  const double took = best_cpu_s([&] { asked = ask(); });
  const double bare = best_cpu_s([&] { right = plain(); });
  std::printf("%-20s %.3f CPU-s (at most %.1f), %.2f times a plain loop (at most 2)%s\n", name,
              took, limit_s, took / bare, asked == right ? "" : " WRONG");
  std::printf("%20s %.0f %.0f %.0f %.0f\n", "", asked[0], asked[1], asked[2], asked[3]);
}

void live(const char* name, const auto& ask) {
  double n = 0;
  const double took = best_cpu_s([&] { n = static_cast<double>(ask()); });
  std::printf("%-20s %.3f CPU-s live: %.0f\n", name, took, n);
}

void measure_live(const journeys::Tracks& tracks) {
  const journeys::Scope scope{.from = Date(2026, 1, 1), .to = Date(2026, 4, 1)};
  const journeys::Selection all(tracks, scope, {kFirstTs, kFirstTs + kDays * kDayS}, {});
  const journeys::Words& words = tracks.words();
  live("funnel of 4, 7 days", [&] {
    const journeys::FunnelAsked asked{"product_viewed,email_clicked,product_added,order_completed",
                                      kWeekS};
    return journeys::funnel(all, words, asked)->levels.back().customers;
  });
  live("transitions", [&] { return journeys::switches(all, words).switches.front().times; });
  live("times between", [&] { return journeys::gaps(all, words).gaps.front().times; });
  live("paths of 4", [&] { return journeys::paths(all, words, {})->converted; });
  live("overlap", [&] { return journeys::overlap(all, words).pairs.front().customers; });
  live("credit, 8 models", [&] {
    using methods::Model;
    const journeys::CreditAsked asked{
        .models = {.models = {Model::first, Model::last, Model::linear, Model::position,
                              Model::time_decay, Model::last_non_direct, Model::markov,
                              Model::shapley}},
        .window_s = kMonthS};
    return journeys::credits(*journeys::collect(all, words, asked), asked)->conversions;
  });
}

void measure_all(std::int64_t count, std::uint32_t of) {
  const Loaded all = load(count, of);
  const auto& index = all.index;
  const auto& plain = all.columns;
  measure(
      "funnel of 4, 7 days", 0.3, [&] { return funnel(index); },
      [&] { return plain_funnel(plain); });
  measure(
      "transitions", 0.1, [&] { return transitions(index); },
      [&] { return plain_transitions(plain); });
  measure(
      "last touch, 30 days", 0.2, [&] { return last_touch(index); },
      [&] { return plain_last_touch(plain); });
  measure("day x channel", 0.1, [&] { return days(index); }, [&] { return plain_days(plain); });
  measure(
      "distinct customers", 0.2, [&] { return customers(index); },
      [&] { return plain_customers(plain); });
  measure_live(*tracks_of(index, count, of));
}

}  // namespace
}  // namespace sluis

int main(int argc, char** argv) {
  using Count = sluis::TextForm<std::int64_t>;
  const auto events = argc > 1 ? Count::parse(argv[1]) : 20'000'000;
  const auto customers = argc > 2 ? Count::parse(argv[2]) : 2'000'000;
  sluis::measure_all(events.value_or(20'000'000),
                     static_cast<std::uint32_t>(customers.value_or(2'000'000)));
}
