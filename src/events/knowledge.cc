#include "events/knowledge.h"

#include <map>

#include "events/store.h"

namespace sluis::events {
namespace {

struct Span {
  Instant first;
  Instant last;
};

std::map<IdentityId, Span> spans_of(const Batch& batch) {
  std::map<IdentityId, Span> spans;
  for (const Event& event : batch.events) {
    for (const IdentityId id : event.identities) {
      const auto [span, is_new] = spans.try_emplace(id, Span{event.ts, event.ts});
      span->second.first = std::min(span->second.first, event.ts);
      span->second.last = std::max(span->second.last, event.ts);
    }
  }
  return spans;
}

using KindsOfIds = std::map<IdentityId, identities::Kind>;

// Brings the values that came with a batch to where they are kept.
KindsOfIds remember(store::Tx& tx, const Batch& batch) {
  KindsOfIds kinds;
  const auto bytes = sql::take_names(tx, batch.position.number);
  if (!bytes) return kinds;
  const auto names = decode_names(*bytes);
  if (!names) return kinds;
  const auto spans = spans_of(batch);
  std::vector<identities::Identity> seen;
  for (const Named& name : *names) {
    kinds.emplace(name.id, name.kind);
    const auto span = spans.find(name.id);
    if (span == spans.end()) continue;
    seen.push_back({.id = name.id,
                    .kind = name.kind,
                    .value = std::string(name.value),
                    .first_seen = span->second.first,
                    .last_seen = span->second.last});
  }
  identities::remember(tx, seen);
  return kinds;
}

// Sums over a batch, so that a batch of many events costs few rows.
class Sums {
 public:
  void add(const Event& event, const KindsOfIds& kinds) {
    count(event, Aspect::kind, event.kind);
    const std::pair<bool, std::string_view> facts[] = {
        {!event.identities.empty(), "identity"}, {!event.campaign.empty(), "campaign"},
        {!event.product.empty(), "product"},     {event.quantity.has_value(), "quantity"},
        {event.revenue.has_value(), "revenue"},  {event.cost.has_value(), "cost"},
        {!event.order.empty(), "order"},         {event.duration_s.has_value(), "duration"},
        {!event.props.empty(), "properties"}};
    for (const auto& [there, name] : facts) {
      if (there) count(event, Aspect::fact, name);
    }
    for (const IdentityId id : event.identities) {
      const auto kind = kinds.find(id);
      if (kind != kinds.end()) count(event, Aspect::identity, enum_name(kind->second));
    }
    Freshness& fresh = fresh_[event.channel];
    ++fresh.events;
    fresh.last_ts = std::max(fresh.last_ts, event.ts);
  }

  void store(store::Tx& tx, const Batch& batch) {
    for (auto& [channel, fresh] : fresh_) {
      fresh.source = batch.source;
      fresh.channel = channel;
      fresh.last_received = batch.received;
      sql::add_freshness(tx, fresh);
    }
    for (const auto& [key, sum] : covered_)
      sql::add_coverage(tx, sum);
  }

 private:
  void count(const Event& event, Aspect aspect, std::string_view name) {
    Coverage& sum = covered_[{event.channel, aspect, name}];
    sum.channel = event.channel;
    sum.aspect = aspect;
    sum.name = name;
    ++sum.events;
    sum.last_ts = std::max(sum.last_ts, event.ts);
  }

  std::map<ChannelId, Freshness> fresh_;
  std::map<std::tuple<ChannelId, Aspect, std::string_view>, Coverage> covered_;
};

Result<void> consume(store::Tx& tx, const Batch& batch) {
  const KindsOfIds kinds = remember(tx, batch);
  Sums sums;
  for (const Event& event : batch.events)
    sums.add(event, kinds);
  sums.store(tx, batch);
  return {};
}

}  // namespace

Reader knowledge_reader() {
  return {.name = "events.knowledge", .consume = consume};
}

}  // namespace sluis::events
