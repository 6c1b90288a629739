#include "connectors/outgoing/calling.h"

#include "connectors/connections.h"
#include "connectors/outgoing/queue.h"
#include "connectors/store_outgoing.h"
#include "platform/client/pace.h"
#include "platform/client/reason.h"

namespace sluis::connectors::outgoing {
namespace {

using client::OutgoingAnswer;
using client::OutgoingRefusal;

// Longer than a call may take; after it nobody will write down what became of it.
constexpr std::chrono::seconds kClaimHolds{60};
// What may still be on its way when a call broke off has arrived by then.
constexpr std::chrono::seconds kOnItsWay{60};
constexpr std::chrono::hours kGivenUpAfter{24};
constexpr std::chrono::minutes kWithoutSecret{1};

// ---- What to do

Item item_of(store::Snapshot& snapshot, const Connection& of, const Intent& intent, Instant now) {
  Item item{.intent = intent,
            .sku = {},
            .learnt = sql::learnt(snapshot, of.id, intent.variant),
            .price = {}};
  if (const auto head = catalog::variant_head(snapshot, intent.variant)) item.sku = head->sku;
  if (intent.kind == Kind::stock) item.units = units_of(snapshot, of, intent.variant);
  if (intent.kind == Kind::price)
    item.price = price_of(snapshot, of, intent.variant, now).value_or(Micro(-1));
  const bool never_written_down = intent.claimed.has_value();
  if (never_written_down) item.intent.again = now + kOnItsWay;
  return item;
}

bool is_known(store::Snapshot& snapshot, const Connection& of, const Item& item) {
  if (item.intent.again) return false;
  if (item.intent.kind == Kind::price)
    return item.price < Micro() || (item.learnt && item.learnt->price == item.price);
  const auto belief = stock::belief(snapshot, item.intent.variant, of.id.number());
  return belief && belief->units == item.units;
}

// Without those that are known by now.
std::vector<Item> items_of(store::Tx& tx, const Connection& of, Instant now) {
  std::vector<Item> items;
  const std::size_t most = shop_of(of.system).at_once;
  for (const Intent& intent : sql::due(tx, of.id, now, static_cast<std::int64_t>(most))) {
    Item item = item_of(tx, of, intent, now);
    if (is_known(tx, of, item)) {
      sql::finish(tx, intent, now);
    } else {
      items.push_back(std::move(item));
    }
  }
  return items;
}

bool must_be_looked_up(const Item& item) {
  return !item.learnt || item.learnt->theirs.empty();
}

// First what they call it, then what fits in one call with the most urgent.
void choose(Errand& errand, std::vector<Item> items) {
  const bool no_place = errand.of.system == System::shopify && errand.place.location.empty();
  errand.look_up = no_place || std::ranges::any_of(items, must_be_looked_up);
  if (errand.look_up && !no_place)
    std::erase_if(items, [](const Item& item) { return !must_be_looked_up(item); });
  if (!errand.look_up) {
    const Item first = items.front();
    std::erase_if(items, [&](const Item& item) {
      return !shop_of(errand.of.system).together(errand.kind, first, item);
    });
  }
  errand.items = std::move(items);
}

std::string without_slash(std::string address) {
  while (address.ends_with('/'))
    address.pop_back();
  return address;
}

void put_off(store::Tx& tx, Pace pace, Instant until) {
  pace.not_before = until;
  sql::end_turn(tx, pace);
}

// ---- What became of it

bool is_sure_not_done(const Refusal& refusal) {
  return is(refusal, OutgoingRefusal::unreachable) || is(refusal, OutgoingRefusal::host_unknown) ||
         is(refusal, OutgoingRefusal::certificate_wrong) ||
         is(refusal, OutgoingRefusal::address_private) ||
         is(refusal, OutgoingRefusal::address_unfitting) ||
         is(refusal, SendRefusal::told_to_wait) || is(refusal, SendRefusal::access_refused);
}

Intent put_back(const Item& item, Instant due) {
  Intent intent = item.intent;
  intent.due = due;
  return intent;
}

// Nothing of the call can be told apart: everything waits, and so does the connection.
void record_failure(store::Tx& tx, const Errand& errand, const Refusal& refusal, Pace& pace,
                    Instant now) {
  for (const Item& item : errand.items) {
    Intent intent = put_back(item, now);
    ++intent.attempts;
    client::explain(intent, refusal);
    const bool unsure = !errand.look_up && !is_sure_not_done(refusal);
    if (unsure) intent.again = now + kOnItsWay;
    sql::wait_again(tx, intent, 0);
  }
  const auto asked = refusal.retry_after_s();
  pace.not_before = now + (asked ? Duration(std::chrono::seconds(*asked))
                                 : client::wait_after(pace.failures, errand.call.number()));
  if (!asked) ++pace.failures;
  note_trouble(tx, errand.of.id, now, refusal.kind().name);
}

void record_found(store::Tx& tx, const Errand& errand, const LookedUp& all, Pace& pace,
                  Instant now) {
  for (const Item& item : errand.items) {
    Learnt learnt{.connection = errand.of.id, .variant = item.intent.variant, .looked = now};
    const auto found =
        std::ranges::find(all.found, item.sku.text, &std::pair<std::string, Learnt>::first);
    if (found != all.found.end()) {
      learnt.theirs = found->second.theirs;
      learnt.parent = found->second.parent;
      learnt.item = found->second.item;
    }
    sql::learn(tx, learnt);
    const bool gone = learnt.theirs.empty() && sql::finish(tx, item.intent, now);
    if (!gone) sql::wait_again(tx, put_back(item, now), 0);
  }
  if (!all.location.empty()) pace.their_location = all.location;
  pace.not_before = now + all.wait;
}

void record_done(store::Tx& tx, const Errand& errand, const Item& item, Instant now) {
  if (errand.kind == Kind::price) {
    sql::note_price(tx, errand.of.id, item.intent.variant, item.price);
  } else {
    const auto delay =
        std::chrono::duration_cast<std::chrono::milliseconds>(now - item.intent.since);
    stock::believe(tx, {.variant = item.intent.variant,
                        .teller = errand.of.id.number(),
                        .channel = errand.of.channel,
                        .location = errand.of.location,
                        .units = item.units,
                        .since = now,
                        .delay_ms = delay.count()});
  }
  if (sql::finish(tx, item.intent, now)) return;
  const bool said_again = item.intent.again && *item.intent.again <= now;
  Intent intent = put_back(item, item.intent.again.value_or(now));
  intent.since = errand.began;
  intent.attempts = 0;
  client::went_well(intent);
  if (said_again) intent.again.reset();
  sql::wait_again(tx, intent, item.intent.wanted);
}

void record_refused(store::Tx& tx, const Errand& errand, const Item& item, const Outcome& outcome,
                    Instant now) {
  Intent intent =
      put_back(item, now + client::wait_after(item.intent.attempts, errand.call.number()));
  client::explain(intent, *outcome.refusal);
  ++intent.attempts;
  intent.failed = !outcome.unknown_now && now - intent.since >= kGivenUpAfter;
  if (outcome.unknown_now) sql::unlearn(tx, errand.of.id, intent.variant);
  sql::wait_again(tx, intent, 0);
  note_trouble(tx, errand.of.id, now, intent.why);
}

void record_told(store::Tx& tx, const Errand& errand, const Told& told, Pace& pace, Instant now) {
  for (std::size_t i = 0; i < errand.items.size(); ++i) {
    const Item& item = errand.items[i];
    const Outcome& outcome = told.items[i];
    if (outcome.once_more) {
      sql::wait_again(tx, put_back(item, now), 0);
    } else if (outcome.refusal) {
      record_refused(tx, errand, item, outcome, now);
    } else {
      record_done(tx, errand, item, now);
    }
  }
  pace.failures = 0;
  pace.told = now;
  pace.not_before = now + told.wait;
}

Made made_of(const Errand& errand, Instant now) {
  const auto millis = [&](Instant from) {
    return std::chrono::duration_cast<std::chrono::milliseconds>(now - from).count();
  };
  Instant oldest = now;
  for (const Item& item : errand.items)
    oldest = std::min(oldest, item.intent.since);
  Made made{.connection = errand.of.id,
            .id = errand.call,
            .what = errand.look_up ? "look_up" : std::string(enum_name(errand.kind)),
            .things = std::ssize(errand.items),
            .moment = errand.began,
            .took_ms = millis(errand.began),
            .lag_ms = {},
            .why = {},
            .message = {}};
  if (!errand.look_up) made.lag_ms = millis(oldest);
  return made;
}

}  // namespace

Prospect claim(store::Tx& tx, IdSource& ids, ConnectionId id, Instant now) {
  const auto of = connection(tx, id);
  const auto pace = sql::pace(tx, id);
  if (!of || !pace || pace->busy_until > now || pace->not_before > now) return {};
  const client::Turn turn = client::turn_of(pace->next_call, of->calls_per_minute.number, now);
  if (!turn.now) return {.errand = {}, .not_before = turn.at};
  auto items = items_of(tx, *of, now);
  if (items.empty()) return {};
  const auto secrets = secrets_of(tx, id, Purpose::access, now);
  if (secrets.empty()) {
    note_trouble(tx, id, now, kind_of(ConnectionRefusal::secret_missing).name);
    put_off(tx, *pace, now + kWithoutSecret);
    return {};
  }
  Errand errand{.of = *of,
                .place = {without_slash(of->address.text), secrets.front(), pace->their_location},
                .call = ids.next<CallId>(),
                .kind = items.front().intent.kind,
                .items = {},
                .began = now};
  choose(errand, std::move(items));
  if (!sql::take_turn(tx, *pace, turn.next_call, now + kClaimHolds)) return {};
  for (const Item& item : errand.items)
    sql::claim(tx, item.intent, now + kClaimHolds);
  return {.errand = std::move(errand), .not_before = {}};
}

client::OutgoingRequest request_of(const Errand& errand) {
  const Shop& shop = shop_of(errand.of.system);
  return errand.look_up ? shop.look_up(errand.place, errand.items)
                        : shop.tell(errand.place, errand.call, errand.kind, errand.items);
}

void record(store::Tx& tx, const Errand& errand, const Result<OutgoingAnswer>& answer,
            Instant now) {
  const Shop& shop = shop_of(errand.of.system);
  auto pace = sql::pace(tx, errand.of.id);
  const bool still_ours = pace && pace->busy_until == errand.began + kClaimHolds;
  if (!still_ours) return;
  Made made = made_of(errand, now);
  std::optional<Refusal> failure;
  if (!answer) {
    failure = answer.error();
  } else if (errand.look_up) {
    const auto found = shop.looked_up(*answer);
    found ? record_found(tx, errand, *found, *pace, now) : void(failure = found.error());
  } else {
    const auto told = shop.told(*answer, errand.items);
    told ? record_told(tx, errand, *told, *pace, now) : void(failure = told.error());
  }
  if (failure) {
    record_failure(tx, errand, *failure, *pace, now);
    client::explain(made, *failure);
  }
  sql::note_call(tx, made);
  sql::end_turn(tx, *pace);
}

}  // namespace sluis::connectors::outgoing
