#include "events/knowledge.h"

#include <algorithm>
#include <array>
#include <deque>
#include <map>
#include <memory>

#include <boost/unordered/unordered_flat_map.hpp>

#include "events/store.h"

namespace sluis::events {
namespace {

struct Span {
  Instant first;
  Instant last;
};
constexpr Span kUnseen{Instant(INT64_MAX), Instant(INT64_MIN)};

using Spans = boost::unordered_flat_map<std::int64_t, Span>;  // by identity

// Of which kind identities are: the name of one comes with its first event of a day only. An id
// never changes its kind, so what is kept in memory cannot be wrong; it is emptied when it grows
// large.
class Kinds {
 public:
  void add(IdentityId id, identities::Kind kind) {
    if (known_.size() >= kMost) known_.clear();
    known_.emplace(id.number(), kind);
  }

  std::optional<identities::Kind> of(store::Tx& tx, IdentityId id) {
    if (const auto found = known_.find(id.number()); found != known_.end()) return found->second;
    const auto identity = identities::find(tx, id);
    if (!identity) return std::nullopt;
    add(id, identity->kind);
    return identity->kind;
  }

 private:
  static constexpr std::size_t kMost = 500'000;
  boost::unordered_flat_map<std::int64_t, identities::Kind> known_;
};

void widen(Spans& spans, const Batch& batch) {
  for (const Event& event : batch.events) {
    for (const IdentityId id : event.identities) {
      const auto span = spans.find(id.number());
      if (span == spans.end()) continue;
      span->second.first = std::min(span->second.first, event.ts);
      span->second.last = std::max(span->second.last, event.ts);
    }
  }
}

// When each of the named identities was seen in the batches, if it was.
Spans spans_of(std::span<const Batch> batches, const std::vector<Named>& names) {
  Spans spans;
  spans.reserve(names.size());
  for (const Named& name : names)
    spans.try_emplace(name.id.number(), kUnseen);
  if (spans.empty()) return spans;
  for (const Batch& batch : batches)
    widen(spans, batch);
  return spans;
}

// The names that came with batches, each once and in the order of their table.
struct Names {
  std::deque<std::string> bytes;  // in which their values lie
  std::vector<Named> all;
};

Names take_names(store::Tx& tx, std::span<const Batch> batches) {
  Names names;
  for (const Batch& batch : batches) {
    auto bytes = sql::take_names(tx, batch.position.number);
    if (!bytes) continue;
    const auto some = decode_names(names.bytes.emplace_back(*std::move(bytes)));
    if (some) names.all.insert(names.all.end(), some->begin(), some->end());
  }
  std::ranges::sort(names.all, {}, &Named::id);
  const auto twice = std::ranges::unique(names.all, {}, &Named::id);
  names.all.erase(twice.begin(), twice.end());
  return names;
}

// Brings the values that came with batches to where they are kept.
void remember(store::Tx& tx, std::span<const Batch> batches, Kinds& kinds) {
  const Names names = take_names(tx, batches);
  const Spans spans = spans_of(batches, names.all);
  std::vector<identities::Identity> seen;
  for (const Named& name : names.all) {
    kinds.add(name.id, name.kind);
    const Span& span = spans.at(name.id.number());
    if (span.first > span.last) continue;
    seen.push_back({.id = name.id,
                    .kind = name.kind,
                    .value = std::string(name.value),
                    .first_seen = span.first,
                    .last_seen = span.last});
  }
  identities::remember(tx, seen);
}

struct Count {
  std::int64_t events = 0;
  Instant last_ts;

  void add(Instant ts) {
    ++events;
    last_ts = events == 1 ? ts : std::max(last_ts, ts);
  }
};

constexpr std::array<std::string_view, 9> kFacts = {"identity", "campaign", "product",
                                                    "quantity", "revenue",  "cost",
                                                    "order",    "duration", "properties"};

std::array<bool, kFacts.size()> facts_of(const Event& event) {
  return {!event.identities.empty(),  !event.campaign.empty(),      !event.product.empty(),
          event.quantity.has_value(), event.revenue.has_value(),    event.cost.has_value(),
          !event.order.empty(),       event.duration_s.has_value(), !event.props.empty()};
}

// What batches tell of one channel.
struct ChannelSums {
  Count all;
  Instant received;  // the last of them
  std::array<Count, kFacts.size()> facts;
  boost::unordered_flat_map<std::string_view, Count> kinds;
  boost::unordered_flat_map<identities::Kind, Count> identities;

  void add(store::Tx& tx, const Event& event, Kinds& known) {
    all.add(event.ts);
    kinds[event.kind].add(event.ts);
    const auto there = facts_of(event);
    for (std::size_t i = 0; i < kFacts.size(); ++i) {
      if (there.at(i)) facts.at(i).add(event.ts);
    }
    for (const IdentityId id : event.identities) {
      if (const auto kind = known.of(tx, id)) identities[*kind].add(event.ts);
    }
  }
};

// Sums over batches, so that many events cost few rows.
class Sums {
 public:
  void add(store::Tx& tx, const Batch& batch, Kinds& known) {
    for (const Event& event : batch.events) {
      ChannelSums& sums = told_[{batch.source, event.channel}];
      sums.received = std::max(sums.received, batch.received);
      sums.add(tx, event, known);
    }
  }

  void store(store::Tx& tx) {
    for (const auto& [by, sums] : told_) {
      const auto& [source, channel] = by;
      sql::add_freshness(tx, {.source = source,
                              .channel = channel,
                              .events = sums.all.events,
                              .last_ts = sums.all.last_ts,
                              .last_received = sums.received});
      for (std::size_t i = 0; i < kFacts.size(); ++i)
        cover(tx, channel, Aspect::fact, kFacts.at(i), sums.facts.at(i));
      for (const auto& [kind, count] : sums.kinds)
        cover(tx, channel, Aspect::kind, kind, count);
      for (const auto& [kind, count] : sums.identities)
        cover(tx, channel, Aspect::identity, enum_name(kind), count);
    }
  }

 private:
  static void cover(store::Tx& tx, ChannelId channel, Aspect aspect, std::string_view name,
                    const Count& count) {
    if (count.events == 0) return;
    sql::add_coverage(tx, {.channel = channel,
                           .aspect = aspect,
                           .name = std::string(name),
                           .events = count.events,
                           .last_ts = count.last_ts});
  }

  std::map<std::pair<SourceId, ChannelId>, ChannelSums> told_;
};

Result<void> consume(store::Tx& tx, std::span<const Batch> batches, Kinds& kinds) {
  remember(tx, batches, kinds);
  Sums sums;
  for (const Batch& batch : batches)
    sums.add(tx, batch, kinds);
  sums.store(tx);
  return {};
}

}  // namespace

Reader knowledge_reader() {
  return {.name = "events.knowledge",
          .consume = [kinds = std::make_shared<Kinds>()](store::Tx& tx,
                                                         std::span<const Batch> batches) {
            return consume(tx, batches, *kinds);
          }};
}

}  // namespace sluis::events
