#include "events/prepared.h"

#include <algorithm>

#include "events/additions.h"
#include "events/log_rows.h"
#include "events/native.h"
#include "events/rules.h"
#include "kernel/assert.h"
#include "platform/metrics/stopwatch.h"

namespace sluis::events {
namespace {

std::int64_t rank_of(Precedence precedence) {
  return static_cast<std::int64_t>(precedence);
}

}  // namespace

Prepared::Prepared(Intake& intake, IdSource& ids, const Arrival& arrival)
    : intake_(intake), ids_(ids), arrival_(arrival) {
  items_.reserve(arrival.drafts.size());
  for (const Draft& draft : arrival.drafts) {
    Item& item = items_.emplace_back();
    item.draft = &draft;
    item.event.id = ids.next<EventId>();
  }
  validate();
  complete_ = run(intake.known());
}

void Prepared::time(Step step, std::size_t came, std::uint64_t took_ns) {
  intake_.figures().passed(step, came, going(), took_ns);
}

std::size_t Prepared::going() const {
  return static_cast<std::size_t>(
      std::ranges::count_if(items_, [](const Item& item) { return !item.fault && item.is_new; }));
}

void Prepared::validate() {
  metrics::Stopwatch watch;
  for (Item& item : items_)
    item.fault = fault_in(*item.draft);
  time(Step::validate, items_.size(), watch.lap_ns());
}

bool Prepared::run(const std::shared_ptr<const Known>& known) {
  known_ = known;
  source_ = known->source_of(arrival_.sender);
  if (!source_) return false;
  metrics::Stopwatch watch;
  std::size_t came = going();
  for (Item& item : items_) {
    if (!item.fault && !place(*known, item, item.draft->channel)) return false;
  }
  normalise(*known);
  time(Step::normalise, came, watch.lap_ns());
  came = going();
  identify(*known);
  time(Step::identify, came, watch.lap_ns());
  came = going();
  ask_consent();
  time(Step::consent, came, watch.lap_ns());
  return true;
}

// The channel of an event; false when it is on no worksheet yet but may be added.
bool Prepared::place(const Known& known, Item& item, std::string_view code) {
  item.event.channel = source_->channel;
  if (code.empty()) return true;
  const auto found = known.channels.find(code);
  if (found != known.channels.end()) {
    item.event.channel = found->second.id;
    return true;
  }
  return !may_add_channel(known, *source_, code);
}

// Everything that can be said of an event by itself and its source.
void Prepared::normalise(const Known& known) {
  for (Item& item : items_) {
    if (item.fault) continue;
    const Draft& draft = *item.draft;
    Event& event = item.event;
    event.ts = moment_of(draft, arrival_.received);
    if (source_->kind == SourceKind::live) item.fault = fault_in_time(event.ts, arrival_.received);
    if (!item.fault) {
      item.fault = breach_of(source_->contract, draft, known.code_of(event.channel));
    }
    event.kind = draft.kind;
    event.phase = draft.phase ? draft.phase : usual_phase(draft.kind);
    event.campaign = draft.campaign;
    event.product = draft.product;
    event.quantity = draft.quantity;
    event.revenue = draft.revenue;
    event.cost = draft.cost;
    event.currency = draft.currency.empty() ? source_->currency : *Currency::parse(draft.currency);
    event.duration_s = draft.duration_s;
    event.order = draft.order;
    event.part = draft.part;
    event.props = draft.props == "{}" ? std::string_view() : draft.props;
    event.counted = draft.order.empty() || source_->precedence != Precedence::browser;
  }
}

void Prepared::identify(const Known& known) {
  names_.clear();
  normal_forms_.clear();
  for (Item& item : items_) {
    if (!item.fault) item.fault = identify_one(known, item);
    item.mark = mark_of(known.pepper, source_->id, *item.draft, item.fault.has_value());
  }
}

std::optional<Fault> Prepared::identify_one(const Known& known, Item& item) {
  item.event.identities.clear();
  item.event.identities.reserve(item.draft->identities.size());
  std::string room;
  for (const identities::Seen& seen : item.draft->identities) {
    const auto normal = identities::normal_form(seen, known.region, room);
    if (!normal) return Fault{Reason::identity_refused, "/identities"};
    const IdentityId id = identities::id_of(known.pepper, seen.kind, *normal);
    if (std::ranges::count(item.event.identities, id) > 0) continue;
    item.event.identities.push_back(id);
    names_.push_back({id, seen.kind, kept(*normal, room)});
  }
  return std::nullopt;
}

// A normal form that lasts as long as this: in the draft itself, or kept here.
std::string_view Prepared::kept(std::string_view value, const std::string& room) {
  const bool in_room = value.data() == room.data();
  return in_room ? std::string_view(normal_forms_.emplace_back(value)) : value;
}

// Who refuses to be observed is not; what they buy is no observation but an agreement.
void Prepared::ask_consent() {
  for (Item& item : items_) {
    item.refused = item.draft->order.empty() &&
                   std::ranges::any_of(item.event.identities,
                                       [&](IdentityId id) { return intake_.refused(id); });
  }
}

std::vector<Verdict> Prepared::append(store::Tx& tx) {
  if (!complete_) {
    const auto extended = with_additions(tx, intake_, ids_, arrival_);
    const bool complete = run(extended);
    SLUIS_ASSERT(complete);
  }
  for (Item& item : items_)
    item.is_new = true;
  dedupe(tx);
  settle_money(tx);
  store(tx);
  std::vector<Verdict> verdicts = this->verdicts();
  tell_afterwards(tx, verdicts);
  return verdicts;
}

void Prepared::dedupe(store::Tx& tx) {
  metrics::Stopwatch watch;
  const std::size_t came = going();
  std::vector<store::Mark> marks;
  std::vector<Item*> marked;
  for (Item& item : items_) {
    // The quarantine has seen what is still faulty when it comes out of it.
    if (item.refused || (item.fault && arrival_.replayed)) continue;
    marks.push_back(item.mark);
    marked.push_back(&item);
  }
  const std::vector<bool> first = tx.first_time(marks, arrival_.received);
  for (std::size_t i = 0; i < marked.size(); ++i)
    marked[i]->is_new = first[i];
  time(Step::dedupe, came, watch.lap_ns());
}

// A money fact counts once, as the sender tells it who is believed most.
void Prepared::settle_money(store::Tx& tx) {
  metrics::Stopwatch watch;
  withdrawals_.clear();
  for (Item& item : items_) {
    Event& event = item.event;
    if (!item.goes() || event.order.empty()) continue;
    if (source_->precedence == Precedence::browser) continue;
    const sql::Claim claim = sql::claim_money(tx, event, rank_of(source_->precedence));
    event.counted = claim.counts;
    if (claim.instead_of) withdrawals_.push_back(*claim.instead_of);
  }
  time(Step::money, going(), watch.lap_ns());
}

void Prepared::store(store::Tx& tx) {
  metrics::Stopwatch watch;
  going_events_.clear();
  for (const Item& item : items_) {
    if (item.goes()) going_events_.push_back(item.event);
  }
  if (!arrival_.replayed) store_faults(tx);
  if (going_events_.empty()) return;
  const Date today = utc_day(arrival_.received);
  std::vector<Named> unnamed = intake_.not_named(names_, today);
  std::erase_if(unnamed, [&](const Named& name) { return intake_.refused(name.id); });
  newly_named_.clear();
  for (const Named& name : unnamed)
    newly_named_.push_back(name.id);
  const auto [first, last] = std::ranges::minmax_element(going_events_, {}, &Event::ts);
  tx.gathered<LogRows>().add({
      .source = source_->id,
      .received = arrival_.received,
      .first_ts = first->ts,
      .last_ts = last->ts,
      .events = static_cast<std::int64_t>(going_events_.size()),
      .records = encode(going_events_, withdrawals_),
      .names = unnamed.empty() ? std::string() : encode_names(unnamed),
  });
  time(Step::store, going(), watch.lap_ns());
}

void Prepared::store_faults(store::Tx& tx) {
  for (const Item& item : items_) {
    if (!item.fault || item.refused || !item.is_new) continue;
    const std::string draft = native_json(*item.draft);
    sql::insert_quarantined(tx, {.id = QuarantineId(item.event.id.number()),
                                 .source = source_->id,
                                 .received = arrival_.received,
                                 .reason = item.fault->reason,
                                 .pointer = std::string(item.fault->pointer),
                                 .kind = readable(item.draft->kind, kKindBytesMost),
                                 .draft = Json{draft},
                                 .raw = readable(item.draft->raw, kRawBytesMost),
                                 .state = QuarantineState::waiting,
                                 .changed = arrival_.received});
  }
}

std::vector<Verdict> Prepared::verdicts() const {
  std::vector<Verdict> verdicts;
  verdicts.reserve(items_.size());
  for (const Item& item : items_) {
    if (item.refused) {
      verdicts.push_back({.outcome = Outcome::refused_by_consent});
    } else if (!item.is_new) {
      verdicts.push_back({.outcome = Outcome::duplicate});
    } else if (item.fault) {
      verdicts.push_back({.outcome = Outcome::quarantined, .reason = item.fault->reason});
    } else {
      verdicts.push_back({.outcome = Outcome::accepted});
    }
  }
  return verdicts;
}

// What others hear, once it is durable.
void Prepared::tell_afterwards(store::Tx& tx, const std::vector<Verdict>& verdicts) {
  std::vector<LiveCount> counts;
  for (const Event& event : going_events_) {
    auto count = std::ranges::find(counts, event.channel, &LiveCount::channel);
    if (count == counts.end()) {
      counts.push_back({.channel = event.channel});
      count = counts.end() - 1;
    }
    ++count->events;
    if (event.counted && event.kind == "order_completed") ++count->orders;
  }
  tx.after_commit([&intake = intake_, verdicts, counts = std::move(counts), named = newly_named_,
                   today = utc_day(arrival_.received)] {
    for (const Verdict& verdict : verdicts)
      intake.figures().decided(verdict);
    if (counts.empty()) return;
    intake.named(named, today);
    intake.live().add(counts);
    intake.appended().ring();
  });
}

std::shared_ptr<Prepared> prepare(Intake& intake, IdSource& ids, const Arrival& arrival) {
  return std::make_shared<Prepared>(intake, ids, arrival);
}

std::vector<Verdict> append(store::Tx& tx, Prepared& prepared) {
  return prepared.append(tx);
}

std::vector<Verdict> append(store::Tx& tx, Intake& intake, IdSource& ids, const Arrival& arrival) {
  return Prepared(intake, ids, arrival).append(tx);
}

}  // namespace sluis::events
