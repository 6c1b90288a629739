// Customers and segments over many events: how long the figures take to work out and to keep up,
// and each list.
//   bench_customers [EVENTS] [IDENTITIES]
#include <chrono>
#include <cstdio>

#include "channels/channels.h"
#include "company/company.h"
#include "customers/listing.h"
#include "customers/view.h"
#include "events/events.h"
#include "platform/analytics/store.h"
#include "platform/capability.h"
#include "platform/own.h"
#include "platform/store/folder.h"
#include "segments/segments.h"

namespace sluis {
namespace {

constexpr store::Statement kFill{
    "bench.fill",
    "insert into events_event (event, ts, received, day, source, identity, channel, kind, phase, "
    "campaign, product, quantity, revenue, cost, currency, duration_s, order_reference, part, "
    "counted, props) select i, 1767225600000000 + i * (31536000000000 / $1), "
    "1767225600000000 + i * (31536000000000 / $1), "
    "cast('2026-01-01' as date) + cast(i * 364 / $1 as integer), 1, hash(i / 4) % $2 + 1, "
    "hash(i + 7) % 12 + 1, case when i % 20 = 0 then 'order_completed' else 'product_viewed' end, "
    "'evaluation', '', 'SKU-' || (i % 500), null, case when i % 20 = 0 then (i % 5000) * 10000 "
    "end, case when i % 20 = 0 then (i % 5000) * 6000 end, 'EUR', null, "
    "case when i % 20 = 0 then 'A-' || i else '' end, '', true, '{}' "
    "from range(1, $1 + 1) as r(i)"};
constexpr store::Statement kFillDays{
    "bench.fill_days",
    "insert into events_identity_day (identity, day, channel, currency, events, orders, quantity, "
    "revenue, cost, first_ts, last_ts, shipment) select identity, day, channel, currency, "
    "count(*), count(*) filter (where kind = 'order_completed'), coalesce(sum(quantity), 0), "
    "coalesce(sum(revenue), 0), coalesce(sum(cost), 0), min(ts), max(ts), 1 from events_event "
    "group by all"};
constexpr store::Statement kFillDaily{
    "bench.fill_daily",
    "insert into events_daily (day, channel, kind, currency, events, orders, quantity, revenue, "
    "cost) select day, channel, kind, currency, count(*), 0, 0, 0, 0 from events_event "
    "group by all"};
constexpr store::Statement kShipped{
    "bench.shipped",
    "insert into events_cursor (name, transaction_id, number, received, shipments) "
    "values ('events.shipping', 0, 0, 0, $1) "
    "on conflict (name) do update set shipments = excluded.shipments"};
// A thousand of them do something more.
constexpr store::Statement kLive{
    "bench.live",
    "insert into events_identity_day (identity, day, channel, currency, events, orders, quantity, "
    "revenue, cost, first_ts, last_ts, shipment) select hash(i + 100000 * $1) % $2 + 1, "
    "cast('2026-12-31' as date), 3, 'EUR', 1, 1, 1000000, 5000000, 1000000, 1798675200000000, "
    "1798675200000000, $1 from range(1000) as r(i)"};
constexpr const store::Statement* kStatements[] = {&kFill, &kFillDays, &kFillDaily, &kShipped,
                                                   &kLive};

class FixedClock : public Clock {
 public:
  Instant now() const override { return *parse_instant("2026-12-31T12:00:00Z"); }
};

double took_ms(const auto& work) {
  const auto begun = std::chrono::steady_clock::now();
  work();
  const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - begun;
  return took.count();
}

void print(const char* name, double ms) {
  std::printf("%-40s %9.1f ms\n", name, ms);
}

// The best of some runs.
void best(const char* name, const auto& work) {
  double least = 1e9;
  for (int i = 0; i < 5; ++i)
    least = std::min(least, took_ms(work));
  print(name, least);
}

template <class T>
T must(Result<T> result) {
  if (!result) std::printf("%s\n", result.error().message().in(Language::en).c_str());
  return *std::move(result);
}
void must(const Result<void>& result) {
  if (!result) std::printf("%s\n", result.error().message().in(Language::en).c_str());
}

struct Registries {
  store::Registry operational{{platform::migrations()}, {platform::statements()}};
  store::Registry analytical{{}, {kStatements}};
};

Registries registries() {
  Registries all;
  for (const Capability& one :
       {access::capability(), company::capability(), kpis::capability(), channels::capability(),
        identities::capability(), consent::capability(), events::capability(nullptr),
        customers::capability(), segments::capability()}) {
    all.operational.migrations.push_back(one.migrations);
    all.operational.statements.push_back(one.statements);
    all.analytical.migrations.push_back(one.analytics_migrations);
    all.analytical.statements.push_back(one.analytics_statements);
  }
  return all;
}

class Bench {
 public:
  Bench(store::Store& store, analytics::Store& figures) : store_(store), figures_(figures) {}

  void fill(std::int64_t events, std::int64_t identities) {
    identities_ = identities;
    unit([&](analytics::Tx& tx) {
      tx.change(kFill, events, identities);
      tx.change(kFillDaily);
      tx.change(kFillDays);
      tx.change(kShipped, shipments_);
    });
  }

 private:
  static constexpr customers::Sight kAll{.names = true, .margins = true};

  static std::vector<std::pair<std::string, segments::Rule>> rules() {
    using segments::Measure;
    const auto where = [](Measure measure, std::int64_t value,
                          std::optional<Whole<1, 3'660>> days = {}) {
      segments::Rule rule;
      rule.where = segments::Condition{
          .measure = measure, .value = Micro(value * Micro::kPerUnit), .days = days};
      return rule;
    };
    segments::Rule both;
    both.all = {where(Measure::net_revenue, 100), where(Measure::channels, 4)};
    return {{"orders ever", where(Measure::orders, 1)},
            {"orders in 30 days", where(Measure::orders, 1, {{30}})},
            {"days since order", where(Measure::days_since_order, 60)},
            {"revenue and channels", both}};
  }

  auto ask(const auto& question) {
    using Answer = std::invoke_result_t<decltype(question), analytics::Snapshot&>;
    return must(figures_.snapshot(
        [&](analytics::Snapshot& figures) -> Result<Answer> { return question(figures); }));
  }
  auto look(const auto& question) {
    return must(figures_.snapshot([&](analytics::Snapshot& figures) {
      return store_.snapshot(
          [&](store::Snapshot& snapshot) { return question(figures, snapshot); });
    }));
  }

 public:
  void upkeep() {
    print("figures of everybody", took_ms([&] { renew(); }));
    for (int i = 0; i < 3; ++i) {
      live();
      print("figures of a thousand", took_ms([&] { renew(); }));
    }
    add_segments();
    print("members of 4 segments, everybody", took_ms([&] { renew_segments(); }));
    for (int i = 0; i < 3; ++i) {
      live();
      renew();
      print("members of 4 segments, a thousand", took_ms([&] { renew_segments(); }));
    }
  }

  void lists() {
    using customers::Sort;
    for (const Sort sort : enum_values<Sort>()) {
      const std::string name = "list by " + std::string(enum_name(sort));
      best(name.c_str(), [&] { listed({.sort = sort}); });
    }
    const auto first = listed({});
    best("list, the page after", [&] { listed({.after = first.next}); });
    best("list of a channel", [&] { listed({.filter = {.channel = ChannelId(3)}}); });
    best("list of a segment", [&] { listed({.filter = {.segment = segments_.front()}}); });
    best("list, ranges", [&] {
      listed({.filter = {.revenue_from = Micro(10'000'000), .orders_from = 2},
              .sort = Sort::last_seen});
    });
    const CustomerId one = first.customers.front().id;
    best("one customer", [&] {
      look([&](analytics::Snapshot& figures, store::Snapshot& snapshot) {
        return customers::view(figures, snapshot, kAll, one, clock_.now());
      });
    });
    best("timeline of one customer", [&] {
      look([&](analytics::Snapshot& figures, store::Snapshot& snapshot) {
        return customers::timeline(figures, snapshot, kAll, one, {});
      });
    });
  }

  void segments() {
    const Currency euro;
    const Date day(2026, 12, 31);
    for (const auto& [name, rule] : rules()) {
      best(("count: " + name).c_str(), [&] {
        ask([&](analytics::Snapshot& figures) {
          return segments::size_of(figures, rule, euro, day);
        });
      });
    }
    best("pyramid and movements of a half year", [&] {
      ask([&](analytics::Snapshot& figures) {
        return segments::movements(figures, {}, euro, {Date(2026, 1, 1), Date(2026, 7, 1)},
                                   {Date(2026, 7, 1), Date(2027, 1, 1)});
      });
    });
    best("segments by channel, a year", [&] {
      ask([&](analytics::Snapshot& figures) {
        return segments::by_channel(figures, {Date(2026, 1, 1), Date(2027, 1, 1)}, euro);
      });
    });
  }

 private:
  void unit(const auto& work) {
    must(figures_.unit([&](analytics::Tx& tx) -> Result<void> {
      work(tx);
      return {};
    }));
  }
  void live() {
    ++shipments_;
    unit([&](analytics::Tx& tx) {
      tx.change(kLive, shipments_, identities_);
      tx.change(kShipped, shipments_);
    });
  }
  void renew() { must(customers::renew_figures(store_, figures_, clock_.now())); }
  void renew_segments() { must(segments::renew_members(store_, figures_, clock_.now())); }
  void add_segments() {
    for (const auto& [name, rule] : rules()) {
      const auto made = must(store_.unit([&](store::Tx& tx) {
        const std::string code = "s" + std::to_string(segments_.size());
        return segments::add(tx, access::command_line(ids_, clock_.now()),
                             {.code = Slug{code}, .name = {name}, .rule = rule});
      }));
      segments_.push_back(made.id);
    }
  }
  customers::Listing listed(const customers::Query& query) {
    return must(figures_.snapshot([&](analytics::Snapshot& figures) {
      return customers::list(figures, store_, kAll, query, clock_.now());
    }));
  }

  store::Store& store_;
  analytics::Store& figures_;
  const FixedClock clock_;
  IdSource ids_{clock_, 1, Instant(0)};
  std::int64_t identities_ = 0;
  std::int64_t shipments_ = 1;
  std::vector<SegmentId> segments_;
};

void run(std::int64_t events, std::int64_t identities) {
  const auto path = std::filesystem::temp_directory_path() / "sluis-bench-customers";
  std::filesystem::remove_all(path);
  {
    const store::Folder folder = must(store::Folder::claim(path));
    const store::Location location{&folder, {}};
    const Registries all = registries();
    const auto store = must(store::Store::open(location, {}, all.operational));
    analytics::Store figures(
        location, {.report = [](const std::string& what) { std::printf("%s\n", what.c_str()); }},
        all.analytical);
    Bench bench(*store, figures);
    print("filling", took_ms([&] { bench.fill(events, identities); }));
    bench.upkeep();
    bench.lists();
    bench.segments();
  }
  std::filesystem::remove_all(path);
}

}  // namespace
}  // namespace sluis

int main(int argc, char** argv) {
  sluis::run(argc > 1 ? std::atoll(argv[1]) : 10'000'000,
             argc > 2 ? std::atoll(argv[2]) : 1'000'000);
}
