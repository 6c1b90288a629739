// The results page over many events: how long each panel takes, and what the process weighs.
//   bench_results [EVENTS] [IDENTITIES]
#include <chrono>
#include <cstdio>
#include <fstream>

#include "measures/measures.h"
#include "measures/rules.h"
#include "measures/store.h"
#include "platform/store/folder.h"

namespace sluis::events {
std::span<const store::Migration> analytics_migrations();
}

namespace sluis {
namespace {

constexpr store::Statement kFill{
    "bench.fill",
    "insert into events_event (event, ts, received, day, source, identity, channel, kind, phase, "
    "campaign, product, quantity, revenue, cost, currency, duration_s, order_reference, part, "
    "counted, props) select i, 1767225600000000 + i * (31536000000000 / $1), "
    "1767225600000000 + i * (31536000000000 / $1), "
    "cast('2026-01-01' as date) + cast(i * 365 / $1 as integer), 1, hash(i) % $2, "
    "hash(i + 7) % 12 + 1, case when i % 20 = 0 then 'order_completed' when i % 20 = 1 then "
    "'order_line' when i % 400 = 2 then 'order_refunded' else 'product_viewed' end, 'evaluation', "
    "case when i % 9 = 0 then 'spring' else '' end, 'SKU-' || (i % 500), "
    "case when i % 20 = 1 then 1000000 end, case when i % 20 < 2 then (i % 5000) * 10000 end, "
    "case when i % 20 < 2 then (i % 5000) * 6000 end, 'EUR', null, "
    "case when i % 20 < 2 then 'A-' || (i / 20) else '' end, '', true, '{}' "
    "from range(1, $1 + 1) as r(i)"};
constexpr store::Statement kFillDaily{
    "bench.fill_daily",
    "insert into events_daily (day, channel, kind, currency, events, orders, quantity, revenue, "
    "cost) select day, channel, kind, currency, count(*), "
    "count(*) filter (where kind = 'order_completed'), coalesce(sum(quantity), 0), "
    "coalesce(sum(revenue), 0), coalesce(sum(cost), 0) from events_event group by all"};
constexpr store::Statement kFillIdentityDay{
    "bench.fill_identity_day",
    "insert into events_identity_day (identity, day, channel, currency, events, orders, quantity, "
    "revenue, cost, first_ts, last_ts, shipment) select identity, day, channel, currency, "
    "count(*), count(*) filter (where kind = 'order_completed'), coalesce(sum(quantity), 0), "
    "coalesce(sum(revenue), 0), coalesce(sum(cost), 0), min(ts), max(ts), 1 from events_event "
    "group by all"};
constexpr const store::Statement* kFillStatements[] = {&kFill, &kFillDaily, &kFillIdentityDay};

std::int64_t resident_mb(const char* which) {
  std::ifstream status("/proc/self/status");
  std::string word;
  while (status >> word) {
    if (word != which || !(status >> word)) continue;
    return TextForm<std::int64_t>::parse(word).value_or(0) / 1024;
  }
  return 0;
}

// The best of some runs, in milliseconds.
double best_ms(const auto& work) {
  double best = 1e9;
  for (int i = 0; i < 3; ++i) {
    const auto begun = std::chrono::steady_clock::now();
    work();
    const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - begun;
    best = std::min(best, took.count());
  }
  return best;
}

void fill(analytics::Store& store, std::int64_t events, std::int64_t identities) {
  const auto filled = store.unit([&](analytics::Tx& tx) -> Result<void> {
    tx.change(kFill, events, identities);
    tx.change(kFillDaily);
    tx.change(kFillIdentityDay);
    return {};
  });
  if (!filled) std::printf("%s\n", filled.error().message().in(Language::en).c_str());
}

// A panel of the page, and the limit it is held to.
void panel(analytics::Store& store, const char* name, const auto& ask) {
  const double ms = best_ms([&] {
    const auto asked = store.snapshot([&](analytics::Snapshot& figures) -> Result<void> {
      ask(figures);
      return {};
    });
    if (!asked) std::printf("%s\n", asked.error().message().in(Language::en).c_str());
  });
  std::printf("%-28s %8.1f ms\n", name, ms);
}

void measure(analytics::Store& store) {
  const Currency euro = *Currency::parse("EUR");
  const measures::Filter year{.from = Date(2026, 1, 1), .to = Date(2027, 1, 1)};
  measures::Filter campaign = year;
  campaign.campaign = "spring";
  panel(store, "strip, with a year before", [&](analytics::Snapshot& figures) {
    measures::total(figures, year, euro, {});
    measures::total(figures, measures::year_before(year), euro, {});
  });
  panel(store, "series per channel and day", [&](analytics::Snapshot& figures) {
    measures::by_time_and_channel(figures, year, measures::Every::day, euro);
    measures::by_time(figures, year, measures::Every::day, euro, {});
  });
  panel(store, "channels", [&](auto& figures) { measures::by_channel(figures, year, euro, {}); });
  panel(store, "strip of one campaign",
        [&](auto& figures) { measures::total(figures, campaign, euro, {}); });
  panel(store, "worksheet: reach of a year",
        [&](auto& figures) { measures::reach(figures, year); });
  panel(store, "newest events of a year",
        [&](auto& figures) { measures::facts(figures, year, {}, {}, 100); });
}

void run(std::int64_t events, std::int64_t identities) {
  const auto path = std::filesystem::temp_directory_path() / "sluis-bench-results";
  std::filesystem::remove_all(path);
  {
    const store::Folder folder = store::Folder::claim(path).value();
    analytics::Store filler(
        {&folder, {}},
        {.report = [](const std::string& what) { std::printf("%s\n", what.c_str()); }},
        {{events::analytics_migrations()}, {measures::sql::statements(), kFillStatements}});
    fill(filler, events, identities);
    measure(filler);
    std::printf("%lld events, %lld identities: resident %lld MB, at most %lld MB; file %lld MB\n",
                static_cast<long long>(events), static_cast<long long>(identities),
                static_cast<long long>(resident_mb("VmRSS:")),
                static_cast<long long>(resident_mb("VmHWM:")),
                static_cast<long long>(std::filesystem::file_size(folder.analytics()) >> 20));
  }
  std::filesystem::remove_all(path);
}

}  // namespace
}  // namespace sluis

int main(int argc, char** argv) {
  sluis::run(argc > 1 ? std::atoll(argv[1]) : 20'000'000,
             argc > 2 ? std::atoll(argv[2]) : 2'000'000);
}
