#include "platform/mail/handing.h"

#include <algorithm>

#include "platform/client/pace.h"
#include "platform/client/reason.h"
#include "platform/outbox/outbox.h"

namespace sluis::mail {
namespace {

// A server that puts mail off to see whether it comes again wants to see it minutes later.
constexpr std::chrono::minutes kPutOffAtLeast{1};

struct MailChangedFact {
  MailId id;
  State state = State::waiting;
};
BOOST_DESCRIBE_STRUCT(MailChangedFact, (), (id, state))

void settle(store::Tx& tx, Item& item, State state, Instant now) {
  item.state = state;
  item.settled = now;
  sql::settle(tx, item);
  outbox::append(tx, now, "platform.mail_changed", MailChangedFact{item.id, state});
}

void give_up(store::Tx& tx, Item& item, State state, MailRefusal why, Instant now) {
  client::explain(item, Refusal(kind_of(why)));
  settle(tx, item, state, now);
}

Instant turn(const Server& server, Instant now) {
  return std::max({server.not_before, server.busy_until,
                   client::turn_of(server.next_turn, server.per_minute, now).at});
}

// True when it went no further.
bool is_over(store::Tx& tx, Item& item, const Gate& gate, Instant now) {
  if (item.until && *item.until <= now) {
    give_up(tx, item, State::too_late, MailRefusal::too_late, now);
    return true;
  }
  if (!item.identity || gate(tx, {*item.identity, item.purpose}, now)) return false;
  give_up(tx, item, State::not_allowed, MailRefusal::not_allowed, now);
  return true;
}

void record_later(store::Tx& tx, Item& item, const Refusal& why, Instant now) {
  client::explain(item, why);
  if (now - item.created >= kGivenUpAfter) return settle(tx, item, State::given_up, now);
  item.not_before =
      now + std::max<Duration>(kPutOffAtLeast, client::wait_after(item.attempts, item.id.number()));
  sql::settle(tx, item);
}

bool is_of_message(const Refusal& why) {
  return is(why, MailRefusal::message_refused) || is(why, MailRefusal::message_put_off) ||
         is(why, MailRefusal::address_unsupported);
}

void record_server(store::Tx& tx, Server& server, const Result<void>& result, Instant now) {
  if (result || is_of_message(result.error())) {
    server.failures = 0;
    server.not_before = now;
    client::went_well(server);
  } else {
    client::explain(server, result.error());
    server.not_before = now + client::wait_after(server.failures, now.micros());
    ++server.failures;
  }
  sql::note(tx, server);
}

void record_mail(store::Tx& tx, Item& item, const Result<void>& result, Instant now) {
  ++item.attempts;
  if (result) {
    client::went_well(item);
    return settle(tx, item, State::sent, now);
  }
  const Refusal& why = result.error();
  const bool for_ever =
      is(why, MailRefusal::message_refused) || is(why, MailRefusal::address_unsupported);
  if (!for_ever) return record_later(tx, item, why, now);
  client::explain(item, why);
  settle(tx, item, State::refused, now);
}

}  // namespace

Prospect look(store::Snapshot& snapshot, Instant now) {
  const auto item = sql::next(snapshot);
  if (!item) return {};
  const Server server = sql::server(snapshot);
  if (server.server.empty()) return {};
  return {.claimed = {}, .not_before = std::max(turn(server, now), item->not_before)};
}

Prospect claim(store::Tx& tx, const Gate& gate, Instant now) {
  for (;;) {
    Prospect prospect = look(tx, now);
    if (!prospect.not_before || *prospect.not_before > now) return prospect;
    Item item = *sql::next(tx);
    if (is_over(tx, item, gate, now)) continue;
    const Server server = sql::server(tx);
    const Instant next = client::turn_of(server.next_turn, server.per_minute, now).next_call;
    if (!sql::take_turn(tx, server, now + kClaimHolds, next)) return {};
    std::string content = sql::content(tx, item.id);
    return {.claimed = Claimed{std::move(item), server.address, std::move(content), now},
            .not_before = {}};
  }
}

void record(store::Tx& tx, const Claimed& claimed, const Outcome& outcome, Instant now) {
  Server server = sql::server(tx);
  if (server.busy_until != claimed.began + kClaimHolds) return;  // it ended, and another has it
  record_server(tx, server, outcome.result, now);
  Item item = claimed.item;
  if (outcome.reached) record_mail(tx, item, outcome.result, now);
}

}  // namespace sluis::mail
