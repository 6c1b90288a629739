#include "journeys/index.h"

#include <algorithm>
#include <deque>

#include <boost/unordered/unordered_flat_set.hpp>

#include "company/company.h"
#include "customers/customers.h"
#include "events/events.h"
#include "journeys/store.h"
#include "platform/analytics/store.h"
#include "segments/segments.h"

namespace sluis::journeys {
namespace {

constexpr int kFactsAtOnce = 2'000;
constexpr std::int64_t kEventsAtOnce = 20'000;
// For what other processes append; what this one does rings a bell.
constexpr std::chrono::milliseconds kPoll{500};
constexpr std::chrono::milliseconds kCollect{100};
constexpr std::chrono::seconds kAfterFailure{5};
constexpr std::chrono::minutes kPatience{10};  // with reading all there is
// What came later is read more slowly: so much of it, or of all, is moved into the columns.
constexpr std::size_t kLaterMost = 200'000;
constexpr std::size_t kLaterShare = 16;

constexpr std::string_view kLogCleared = "events.log_cleared";

constexpr RefusalKind kBeingBuilt{
    "index_being_built", Category::unavailable, Retry::may_help,
    Text{
        "The journeys are being read into memory: {0} of {1} events so far. Ask again in a moment.",
        "De klantreizen worden in het geheugen gelezen: {0} van {1} gebeurtenissen tot nu toe. "
        "Vraag het zo nog eens."}};

// Of the facts of a merge or split, and of an erasure.
struct Changed {
  CustomerId customer;
};
BOOST_DESCRIBE_STRUCT(Changed, (), (customer))
struct Erased {
  std::vector<IdentityId> identities;
  std::vector<CustomerId> numbers;
  IdentityId fresh;
};
BOOST_DESCRIBE_STRUCT(Erased, (), (identities, numbers, fresh))

using Merged = std::pair<IdentityId, CustomerId>;

Happened happened(const events::Event& event) {
  return {.event = event.id,
          .ts = event.ts,
          .identity = event.identity(),
          .channel = event.channel,
          .kind = event.kind,
          .campaign = event.campaign,
          .product = event.product,
          .revenue = event.revenue,
          .cost = event.cost,
          .currency = event.currency};
}

bool counts(const events::Event& event) {
  return event.counted && event.identity() != IdentityId{};
}

// Calls join(customer, identities) for each customer of a map.
void join_all(Tracks& tracks, std::vector<Merged> map) {
  std::ranges::sort(map, {}, [](const Merged& one) { return std::pair(one.second, one.first); });
  std::vector<IdentityId> theirs;
  for (std::size_t i = 0; i < map.size(); ++i) {
    theirs.push_back(map[i].first);
    if (i + 1 < map.size() && map[i + 1].second == map[i].second) continue;
    tracks.join(map[i].second, theirs);
    theirs.clear();
  }
}

using Customers = boost::unordered_flat_set<std::int64_t>;

// Whose identities did nothing yet, and are merged with others.
void add_customers_of_strangers(store::Snapshot& snapshot, const Tracks& tracks,
                                std::span<const events::Batch> batches, Customers& customers) {
  for (const events::Batch& batch : batches) {
    for (const events::Event& event : batch.events) {
      if (!counts(event) || tracks.knows(event.identity())) continue;
      const CustomerId customer = identities::customer_of(snapshot, event.identity());
      if (customer.number() != event.identity().number()) customers.insert(customer.number());
    }
  }
}

}  // namespace

const RefusalKind& kind_of(IndexRefusal refusal) {
  switch (refusal) {
    case IndexRefusal::index_being_built:
      return kBeingBuilt;
  }
  __builtin_unreachable();
}

// What building begins with.
struct Index::Beginning {
  outbox::Position facts;
  bool log_is_empty = false;
  Currency currency;  // of the company
  std::vector<Merged> map;
};

// What happened since, and whose it is.
struct Index::News {
  std::vector<outbox::Fact> facts;
  std::vector<Erased> erased;
  std::vector<std::pair<CustomerId, std::vector<IdentityId>>> joined;
  bool cleared = false;
  std::vector<events::Batch> batches;

  bool any() const { return !facts.empty() || !batches.empty(); }
};

Index::Index(store::Store& store, analytics::Store& analytics)
    : store_(store), analytics_(analytics) {}

Index::~Index() = default;

std::shared_lock<std::shared_mutex> Index::read() const {
  const std::lock_guard turn(turn_);
  return std::shared_lock(gate_);
}

std::unique_lock<std::shared_mutex> Index::write() {
  const std::lock_guard turn(turn_);
  return std::unique_lock(gate_);
}

std::unexpected<Refusal> Index::refuse_building() const {
  return refuse(IndexRefusal::index_being_built, std::to_string(done_), std::to_string(total_));
}

Standing Index::standing() const {
  const auto reading = read();
  Standing standing{.done = done_, .total = total_};
  if (!tracks_) return standing;
  standing.ready = ready_;
  standing.steps = static_cast<std::int64_t>(tracks_->steps());
  standing.identities = static_cast<std::int64_t>(tracks_->identities());
  standing.bytes = static_cast<std::int64_t>(tracks_->bytes());
  if (as_of_ != Instant()) standing.as_of = as_of_;
  return standing;
}

bool Index::has(outbox::Position position) const {
  const auto reading = read();
  return ready_ && log_ >= position;
}

void Index::await(outbox::Position position, const std::stop_token& stop) const {
  while (!stop.stop_requested()) {
    const std::uint64_t seen = changed_.count();
    if (has(position)) return;
    changed_.wait(seen, kPoll);
  }
}

void Index::serve(store::Bell& appended, std::function<void(const Refusal&)> report) {
  report_ = std::move(report);
  thread_ = std::jthread([this, &appended](const std::stop_token& stop) { run(stop, appended); });
}

void Index::run(const std::stop_token& stop, store::Bell& appended) {
  std::mutex mutex;
  std::condition_variable_any wake;
  const auto rest = [&](std::chrono::milliseconds time) {
    std::unique_lock lock(mutex);
    wake.wait_for(lock, stop, time, [&] { return stop.stop_requested(); });
  };
  const std::stop_callback on_stop(stop, [&] { appended.ring(); });
  while (!stop.stop_requested()) {
    const std::uint64_t seen = appended.count();
    const auto caught_up = catch_up(stop);
    if (stop.stop_requested()) return;
    if (!caught_up) {
      report_(caught_up.error());
      rest(kAfterFailure);
    } else {
      rest(kCollect);
      if (!stop.stop_requested()) appended.wait(seen, kPoll);
    }
  }
}

Result<void> Index::catch_up(const std::stop_token& stop) {
  if (!tracks_) TRY_VOID(build(stop));
  while (TRY(follow())) {
    if (stop.stop_requested()) return {};
  }
  ready_ = true;
  changed_.ring();
  return {};
}

// ---- At the start

// First whose is whose, then what happened, then what came after either: a fact that is followed
// twice changes nothing.
Result<void> Index::build(const std::stop_token& stop) {
  const Beginning from = TRY(beginning());
  auto tracks = std::make_unique<Tracks>(from.currency);
  // A log without anything was cleared, perhaps a moment before what was shipped of it.
  const sql::Until until = from.log_is_empty ? sql::Until{} : TRY(read_figures(tracks, stop));
  join_all(*tracks, from.map);
  const auto writing = write();
  facts_ = from.facts;
  log_ = until.position();
  as_of_ = until.received;
  tracks_ = std::move(tracks);
  return {};
}

Result<Index::Beginning> Index::beginning() const {
  return store_.snapshot([](store::Snapshot& snapshot) -> Result<Beginning> {
    Beginning from{.facts = outbox::last_position(snapshot),
                   .log_is_empty = events::last_position(snapshot) == outbox::Position{},
                   .currency = company::settings(snapshot).settings.currency,
                   .map = {}};
    identities::each_merged(snapshot, [&](IdentityId identity, CustomerId customer) {
      from.map.emplace_back(identity, customer);
    });
    return from;
  });
}

// Twice through all events: the first time tells how much room everybody needs, so that the second
// time each event goes to its place at once, and memory never holds more than what stays.
Result<sql::Until> Index::read_figures(std::unique_ptr<Tracks>& tracks,
                                       const std::stop_token& stop) {
  const auto read = [&](analytics::Snapshot& figures) -> Result<sql::Until> {
    const Currency currency = segments::currency_of(figures, tracks->words().currency());
    tracks = std::make_unique<Tracks>(currency);
    done_ = 0;
    total_ = 0;
    sql::each_size(figures, currency, [&](IdentityId identity, const Sizes& sizes) {
      tracks->make_room(identity, sizes);
      total_ += sizes.steps;
    });
    tracks->open();
    sql::each_event(figures, [&](const Happened& event) {
      tracks->put(event);
      ++done_;
    });
    tracks->close();
    return sql::shipped_until(figures).value_or(sql::Until{});
  };
  return analytics_.snapshot(read, kPatience, stop);
}

// ---- From then on

Result<Index::News> Index::news() const {
  return store_.snapshot([&](store::Snapshot& snapshot) -> Result<News> {
    News news{.facts = outbox::facts_after(snapshot, facts_, kFactsAtOnce),
              .erased = {},
              .joined = {},
              .batches = events::batches_after(snapshot, log_, kEventsAtOnce)};
    Customers customers;
    for (const outbox::Fact& fact : news.facts) {
      news.cleared |= fact.topic == kLogCleared;
      if (fact.topic == customers::kPersonErased) {
        news.erased.push_back(TRY(from_json<Erased>(fact.payload.text)));
      } else if (fact.topic == customers::kCustomerChanged) {
        customers.insert(TRY(from_json<Changed>(fact.payload.text)).customer.number());
      }
    }
    add_customers_of_strangers(snapshot, *tracks_, news.batches, customers);
    for (const std::int64_t number : customers) {
      const CustomerId customer(number);
      news.joined.emplace_back(customer, identities::merged_into(snapshot, customer));
    }
    return news;
  });
}

// True when something happened, and there may be more.
Result<bool> Index::follow() {
  const News news = TRY(this->news());
  if (!news.any()) return false;
  if (news.cleared) {
    start_anew();
    facts_ = news.facts.back().position;
    return true;
  }
  take_in(news);
  changed_.ring();
  TRY_VOID(withdraw());
  fold();
  return true;
}

void Index::start_anew() {
  const auto writing = write();
  tracks_ = std::make_unique<Tracks>(tracks_->words().currency());
  log_ = {};
  withdrawn_.clear();
}

void Index::take_in(const News& news) {
  const auto writing = write();
  for (const events::Batch& batch : news.batches) {
    for (const events::Event& event : batch.events) {
      if (counts(event)) tracks_->add(happened(event));
    }
    for (const events::Withdrawal& withdrawal : batch.withdrawals) {
      if (!tracks_->remove(withdrawal.event)) withdrawn_.push_back(withdrawal.event);
    }
  }
  for (const Erased& erased : news.erased) {
    for (const IdentityId identity : erased.identities)
      tracks_->rename(identity, erased.fresh);
  }
  for (const auto& [customer, identities] : news.joined)
    tracks_->join(customer, identities);
  if (!news.facts.empty()) facts_ = news.facts.back().position;
  if (news.batches.empty()) return;
  done_ = static_cast<std::int64_t>(tracks_->steps());
  total_ = std::max<std::int64_t>(total_, done_);
  log_ = news.batches.back().position;
  as_of_ = std::max(as_of_, news.batches.back().received);
}

// Of an event in the columns nothing tells whose it is but the analytical store. Nobody is kept
// waiting meanwhile: questions themselves use its connections.
Result<void> Index::withdraw() {
  if (withdrawn_.empty()) return {};
  std::vector<EventId> unknown;
  std::deque<sql::Texts> texts;
  std::vector<Happened> found;
  TRY_VOID(analytics_.snapshot([&](analytics::Snapshot& figures) -> Result<void> {
    for (const EventId event : withdrawn_) {
      const auto row = sql::event(figures, event, texts.emplace_back());
      if (row) found.push_back(*row);
      if (!row) unknown.push_back(event);  // not shipped yet
    }
    return {};
  }));
  const auto writing = write();
  for (const Happened& event : found)
    tracks_->remove(event);
  withdrawn_ = std::move(unknown);
  return {};
}

// Only this thread changes anything, so that a piece is made while others read.
void Index::fold() {
  const std::size_t most = std::max(kLaterMost, tracks_->steps() / kLaterShare);
  if (tracks_->later_steps() <= most) return;
  for (const std::size_t piece : tracks_->pieces_with_later()) {
    auto columns = tracks_->rebuilt(piece);
    const auto writing = write();
    tracks_->replace(piece, std::move(columns));
  }
}

}  // namespace sluis::journeys
