#include "customers/view.h"

#include <algorithm>

#include "company/company.h"
#include "customers/store_figures.h"
#include "customers/store_view.h"

namespace sluis::customers {
namespace {

Result<std::vector<IdentityId>> identities_for(analytics::Snapshot& figures,
                                               store::Snapshot& snapshot, CustomerId id) {
  auto behind = identities_behind(snapshot, id);
  if (!behind.empty()) return behind;
  // Somebody who was forgotten: only what happened is left.
  if (sql::value_of(figures, id)) return std::vector{IdentityId(id.number())};
  return refuse(CustomerRefusal::customer_unknown);
}

// A value is kept once a day, with the moments that are known then; the events know the rest. The
// one seen last comes first.
void widen(analytics::Snapshot& figures, std::vector<identities::Identity>& known) {
  std::vector<IdentityId> ids;
  for (const identities::Identity& one : known)
    ids.push_back(one.id);
  for (const sql::Seen& seen : sql::seen(figures, ids)) {
    identities::Identity& one = *std::ranges::find(known, seen.identity, &identities::Identity::id);
    one.first_seen = std::min(one.first_seen, seen.first);
    one.last_seen = std::max(one.last_seen, seen.last);
  }
  std::ranges::sort(known, std::greater(), [](const identities::Identity& one) {
    return std::pair(one.last_seen, one.id);
  });
}

void hide_margins(View& view) {
  if (view.value) view.value->margin = {};
  for (ChannelValue& value : view.channels)
    value.margin = {};
  if (view.worth) {
    view.worth->clv = {};
    view.worth->clv_low = {};
    view.worth->clv_high = {};
  }
}

}  // namespace

std::vector<ConsentLine> consent_lines(std::span<const consent::Evidence> evidence, Instant now) {
  std::vector<ConsentLine> lines;
  for (const consent::Means means : enum_values<consent::Means>()) {
    for (const consent::Purpose purpose : enum_values<consent::Purpose>()) {
      const auto verdict = consent::decide(evidence, means, purpose, now);
      if (verdict.reason == consent::Reason::never_allowed) continue;
      lines.push_back({verdict, means, purpose});
    }
  }
  return lines;
}

Result<View> view(analytics::Snapshot& figures, store::Snapshot& snapshot, const Sight& sight,
                  CustomerId id, Instant now) {
  const auto identities = TRY(identities_for(figures, snapshot, id));
  View view;
  view.id = identities::customer_of(snapshot, identities.front());
  if (sight.names) {
    if (auto known = profile(snapshot, view.id)) {
      view.profile = *std::move(known);
      widen(figures, view.profile->identities);
    }
  }
  view.value = sql::value_of(figures, view.id);
  if (const auto worth = sql::worth_of(figures, {view.id}); !worth.empty()) {
    view.worth = worth.front();
  }
  view.channels = sql::channel_values(figures, view.id);
  view.consent = consent_lines(consent::evidence_of(snapshot, identities), now);
  view.segments = sql::segments_of(figures, view.id);
  const auto followed = sql::followed(figures);
  view.currency = followed ? followed->currency : company::settings(snapshot).settings.currency;
  if (!sight.margins) hide_margins(view);
  return view;
}

Result<std::vector<Moment>> timeline(analytics::Snapshot& figures, store::Snapshot& snapshot,
                                     const Sight& sight, CustomerId id, const Span& span) {
  const auto identities = TRY(identities_for(figures, snapshot, id));
  auto moments = sql::timeline(figures, identities, span);
  for (Moment& moment : moments) {
    if (!sight.margins) moment.cost = {};
  }
  return moments;
}

}  // namespace sluis::customers
