// How the engine learns: versions of the policy are made, compared, kept and read again.

#include "decisions/engine.h"
#include "decisions/store.h"
#include "decisions/store_log.h"
#include "decisions/versions.h"
#include "orders/orders.h"
#include "platform/outbox/outbox.h"

namespace sluis::decisions {
namespace {

constexpr std::chrono::days kRecalled{90};  // the longest cap, and the longest time of an outcome
constexpr std::int64_t kAtOnce = 5'000;

// A version whose draws are damaged is none.
std::shared_ptr<const Version> version_of(const std::optional<sql::VersionRow>& row) {
  if (!row) return nullptr;
  auto draws = decoded_draws(row->draws.data, row->design);
  if (!draws) return nullptr;
  return std::make_shared<const Version>(
      Version{.number = row->number, .design = row->design, .draws = *std::move(draws)});
}

// Calls take(decision) for each that is remembered.
template <class Take>
Result<void> each_kept(store::Store& store, Instant since, Take&& take) {
  DecisionId after;
  for (;;) {
    const auto page =
        TRY(store.snapshot([&](store::Snapshot& snapshot) -> Result<std::vector<sql::Kept>> {
          return sql::kept_since(snapshot, since, after, kAtOnce);
        }));
    for (const sql::Kept& kept : page)
      take(kept);
    if (std::cmp_less(page.size(), kAtOnce)) return {};
    after = page.back().id;
  }
}

// As it was drawn in its place, to be known when it is drawn again.
std::uint16_t choice_in(const Known& known, const Place& place,
                        const std::optional<OfferId>& offer) {
  if (!offer) return choice_of(std::nullopt);
  for (std::size_t i = 0; i < place.slots.size(); ++i)
    if (known.slots[place.slots[i]].offer.id == *offer) return choice_of(i);
  return 0;
}

void set_comparison(sql::VersionRow& row, const Learner::Comparison& comparison) {
  row.compared_rows = comparison.rows;
  row.gain = comparison.gain.value;
  row.gain_low = comparison.gain.low;
  row.gain_high = comparison.gain.high;
}

}  // namespace

Learnt Engine::learnt() const {
  const std::lock_guard lock(learner_mutex_);
  return learner_ ? learner_->learnt() : Learnt{};
}

Result<Known> Engine::read_known() const {
  return store_.snapshot([&](store::Snapshot& snapshot) -> Result<Known> {
    Known known = known_of(snapshot, version_of(sql::version_in_force(snapshot)));
    for (const IdentityId identity : orders::gifted(snapshot, clock_.now()))
      known.gifted.insert(identity.number());
    return known;
  });
}

void Engine::publish(Known known) {
  auto shared = std::make_shared<const Known>(std::move(known));
  const std::lock_guard lock(known_mutex_);
  known_ = std::move(shared);
}

// Where offers or segments were added, what was learnt is learnt again for all there are now, and a
// version follows that knows them. Until then nothing is believed of what is new.
Result<void> Engine::reload() {
  const std::lock_guard reloading(reload_mutex_);
  Known known = TRY(read_known());
  const Design design = design_of(known);
  const bool fits = known.version && known.version->design == design;
  publish(std::move(known));
  {
    const std::lock_guard lock(learner_mutex_);
    if (!learner_ || learner_->design() != design) learner_ = TRY(learner_from_log(design));
  }
  if (fits) return {};
  TRY_VOID(make_version(Why::design));
  publish(TRY(read_known()));
  return {};
}

Result<Learner> Engine::learner_from_log(const Design& design) const {
  Learner learner(design);
  TRY_VOID(each_kept(store_, clock_.now() - kRecalled, [&](const sql::Kept& kept) {
    auto lesson = lesson_of(kept);
    if (!lesson) return;
    lesson->orders = kept.orders;
    lesson->margin = kept.margin;
    learner.take(*std::move(lesson));
  }));
  learner.settle();
  return learner;
}

Result<void> Engine::recall() {
  const Instant now = clock_.now();
  const auto known = this->known();
  return each_kept(store_, now - kRecalled, [&](const sql::Kept& kept) {
    const std::lock_guard lock(mutex_);
    const Moment at = moment_of(kept.ts);
    const Place* place = known->place_of(kept.placement);
    if (kept.learns && place != nullptr)
      profiles_.draw(kept.identity, place->number, choice_in(*known, *place, kept.offer), at);
    if (kept.reason != Reason::chosen) return;
    profiles_.make(kept.identity, {.at = at, .offer = mark_of(*kept.offer)}, at);
    Acceptance& acceptance = acceptance_[kept.offer->number()];
    acceptance.made += kept.learns ? 1 : 0;
    acceptance.accepted += kept.accepted ? 1 : 0;
    const Slot* slot = known->slot_of(*kept.offer);
    const bool waits = slot != nullptr && place != nullptr &&
                       takes_place(act_at(place->placement, slot->offer)) && kept.until > now &&
                       !kept.accepted && !kept.dismissed;
    if (waits) outstanding_.add(kept.identity.number(), *slot->offer.team, kept.until);
  });
}

Result<std::int64_t> Engine::learn() {
  TRY_VOID(reload());
  const std::int64_t number = TRY(make_version(Why::asked));
  TRY_VOID(reload());
  return number;
}

// One that would surely have brought less than the one in force does not take over.
Result<std::int64_t> Engine::make_version(Why why) {
  const auto known = this->known();
  const Instant now = clock_.now();
  const std::lock_guard lock(learner_mutex_);
  return store_.unit([&](store::Tx& tx) -> Result<std::int64_t> {
    const std::int64_t number = sql::last_version(tx) + 1;
    const Version version = learner_->version(number);
    const Learnt& learnt = learner_->learnt();
    sql::VersionRow row;
    row.number = number;
    row.created = now;
    row.reason = number == 1          ? sql::VersionReason::first
                 : why == Why::design ? sql::VersionReason::design
                 : why == Why::asked  ? sql::VersionReason::asked
                                      : sql::VersionReason::learnt;
    row.visits = learnt.visits;
    row.sales = learnt.sales;
    row.margin = learnt.margin;
    row.design = version.design;
    row.draws = {encoded(version.draws)};
    if (known->version && known->version->design == version.design) {
      if (const auto compared = learner_->compared(version, *known->version, known->policy))
        set_comparison(row, *compared);
    }
    const bool worse = why == Why::learnt && row.gain_high && *row.gain_high < 0;
    row.state = worse ? sql::VersionState::rejected : sql::VersionState::retired;
    if (!sql::insert(tx, row)) return number;  // another process was first
    if (!worse) sql::put_in_force(tx, number);
    outbox::append(
        tx, now, "decisions.version_made",
        VersionFact{number, worse ? sql::VersionState::rejected : sql::VersionState::in_force});
    return number;
  });
}

}  // namespace sluis::decisions
