#include "connectors/nudges.h"

#include <algorithm>

#include "kernel/json.h"

namespace sluis::connectors {
namespace {

using ingest::Kind;
using ingest::Node;

constexpr std::size_t kPlacementsMost = 6;
// What is told later was done in another visit.
constexpr std::chrono::minutes kLately{30};

// By our clock, and never later than now.
Instant moment_of(const events::Draft& draft, Instant now) {
  const Instant told = draft.ts.value_or(now);
  return std::min(now, draft.sent ? now - (*draft.sent - told) : told);
}

std::string_view device_of(const events::Draft& draft) {
  const auto device =
      std::ranges::find(draft.identities, identities::Kind::device, &identities::Seen::kind);
  return device == draft.identities.end() ? std::string_view() : device->value;
}

// Who asks: whoever did the last of it, where others did some of it before them on the same page.
std::string_view asker_of(const ingest::Reading& reading) {
  return reading.drafts.empty() ? std::string_view() : device_of(reading.drafts.back());
}

std::vector<decisions::Deed> deeds_of(const ingest::Reading& reading, Instant now) {
  std::vector<decisions::Deed> deeds;
  for (const events::Draft& draft : reading.drafts) {
    const Instant ts = moment_of(draft, now);
    const bool theirs = device_of(draft) == asker_of(reading);
    if (theirs && !draft.fault && ts > now - kLately) deeds.push_back({draft.kind, ts});
  }
  std::ranges::sort(deeds, {}, &decisions::Deed::ts);
  return deeds;
}

}  // namespace

std::shared_ptr<const Nudges> Nudges::decide(decisions::Engine& engine, const api::Call& call,
                                             const ingest::Reading& reading) {
  const Node asked = reading.nudges;
  if (!asked["consent"].is_true() || reading.drafts.empty()) return nullptr;
  const auto handle =
      decisions::handle_on_page(engine, call, asked["handle"].text(), asker_of(reading));
  if (!handle) return nullptr;
  const auto language = TextForm<Language>::parse(asked["language"].text());
  const auto nudges = std::make_shared<Nudges>(engine, language.value_or(call.language));
  const auto deeds = deeds_of(reading, call.now);
  for (const Node placement : asked["placements"]) {
    if (!placement.is(Kind::text) || nudges->all_.size() == kPlacementsMost) continue;
    auto decision = decisions::decide(
        engine, call,
        {.placement = placement.text(), .handle = *handle, .consent = true, .deeds = deeds});
    if (decision) nudges->all_.push_back({std::string(placement.text()), *std::move(decision)});
  }
  return nudges;
}

std::string Nudges::keep(store::Tx& tx) const {
  std::string all;
  for (const auto& [placement, decision] : all_) {
    decisions::keep(tx, engine_, decision);
    all += all.empty() ? '{' : ',';
    write_json_string(all, placement);
    all += ':' + to_json(decisions::greeted(tx, engine_, *decision, language_));
  }
  return all.empty() ? "{}" : all + '}';
}

}  // namespace sluis::connectors
