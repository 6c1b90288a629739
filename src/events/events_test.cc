// What happens to events on their way into the log, on both homes.
#include <latch>
#include <rapidcheck.h>

#include "events/native.h"
#include "events/quarantine.h"
#include "events/sources.h"
#include "events/store.h"
#include "events/testing.h"

namespace sluis::events {
namespace {

using testing::ordered;
using testing::viewed;

class EventsTest : public testing::EventsTest {};
SLUIS_ON_BOTH_HOMES(EventsTest);

TEST_P(EventsTest, AcceptedIsInTheLogAsItWasSent) {
  Draft draft = viewed("m1");
  draft.identities.push_back({identities::Kind::email, "Jan@Example.com"});
  draft.revenue = Micro(12'500'000);
  draft.campaign = "spring";
  draft.props = R"({"colour":"red"})";
  EXPECT_EQ(outcome(server_, draft), Outcome::accepted);

  const auto batches = log(1);
  ASSERT_EQ(batches.size(), 1u);
  EXPECT_EQ(batches[0].source, server_);
  EXPECT_EQ(batches[0].received, now());
  ASSERT_EQ(batches[0].events.size(), 1u);
  const Event& event = batches[0].events[0];
  EXPECT_EQ(event.kind, "product_viewed");
  EXPECT_EQ(event.phase, channels::Phase::evaluation);
  EXPECT_EQ(event.channel, shop_);
  EXPECT_EQ(event.ts, now());
  EXPECT_EQ(event.identities.size(), 2u);
  EXPECT_EQ(event.revenue, Micro(12'500'000));
  EXPECT_EQ(event.currency.code(), "EUR");
  EXPECT_EQ(event.props, R"({"colour":"red"})");
  EXPECT_TRUE(event.counted);
}

TEST_P(EventsTest, SameMessageCountsOnceForEachSource) {
  EXPECT_EQ(outcome(server_, viewed("m1")), Outcome::accepted);
  EXPECT_EQ(outcome(server_, viewed("m1")), Outcome::duplicate);
  const SourceId other = add_source("other", Precedence::server);
  EXPECT_EQ(outcome(other, viewed("m1")), Outcome::accepted);
  const auto verdicts = sent(server_, {viewed("m2"), viewed("m2"), viewed("m3")});
  EXPECT_EQ(verdicts[0].outcome, Outcome::accepted);
  EXPECT_EQ(verdicts[1].outcome, Outcome::duplicate);
  EXPECT_EQ(verdicts[2].outcome, Outcome::accepted);
}

TEST_P(EventsTest, SameMessageCountsOnceAfterARestart) {
  EXPECT_EQ(outcome(server_, viewed("m1")), Outcome::accepted);
  reopen();
  EXPECT_EQ(outcome(server_, viewed("m1")), Outcome::duplicate);
}

TEST_P(EventsTest, WithoutAnIdTheContentIsTheId) {
  Draft draft = viewed("");
  draft.ts = now();
  EXPECT_EQ(outcome(server_, draft), Outcome::accepted);
  EXPECT_EQ(outcome(server_, draft), Outcome::duplicate);
  draft.product = "SKU-2";
  EXPECT_EQ(outcome(server_, draft), Outcome::accepted);
}

TEST_P(EventsTest, SendersClockIsSetRight) {
  const Duration hour = std::chrono::hours(1);
  Draft draft = viewed("m1");
  draft.ts = now() + hour - std::chrono::minutes(3);  // its clock is an hour ahead
  draft.sent = now() + hour;
  EXPECT_EQ(outcome(server_, draft), Outcome::accepted);
  EXPECT_EQ(log(1)[0].events[0].ts, now() - std::chrono::minutes(3));
}

TEST_P(EventsTest, TimesThatCannotBeAreQuarantinedUnlessTheyAreImported) {
  Draft ahead = viewed("m1");
  ahead.ts = now() + std::chrono::minutes(6);
  Draft old = viewed("m2");
  old.ts = now() - std::chrono::days(800);
  EXPECT_EQ(sent(server_, {ahead})[0].reason, Reason::time_ahead);
  EXPECT_EQ(sent(server_, {old})[0].reason, Reason::time_too_old);
  const SourceId file = add_source("file", Precedence::server, SourceKind::import);
  EXPECT_EQ(outcome(file, old), Outcome::accepted);
}

TEST_P(EventsTest, WhatCannotBeUnderstoodIsKeptWithItsReason) {
  const std::string long_id(10'000, 'x');
  const auto reason = [&](const std::function<void(Draft&)>& spoil) {
    Draft draft = viewed("");
    spoil(draft);
    const Verdict verdict = sent(server_, {draft}).front();
    EXPECT_EQ(verdict.outcome, Outcome::quarantined);
    return verdict.reason;
  };
  EXPECT_EQ(reason([](Draft& d) { d.kind = ""; }), Reason::kind_missing);
  EXPECT_EQ(reason([](Draft& d) { d.kind = "Product Viewed"; }), Reason::kind_malformed);
  EXPECT_EQ(reason([&](Draft& d) { d.message_id = long_id; }), Reason::message_id_too_long);
  EXPECT_EQ(reason([&](Draft& d) { d.identities[0].value = long_id; }), Reason::identity_refused);
  EXPECT_EQ(reason([](Draft& d) { d.identities[0] = {identities::Kind::email, "jan"}; }),
            Reason::identity_refused);
  EXPECT_EQ(reason([](Draft& d) { d.product = "\xFF"; }), Reason::text_not_utf8);
  EXPECT_EQ(reason([](Draft& d) { d.currency = "XXQ"; }), Reason::currency_unknown);
  EXPECT_EQ(reason([](Draft& d) { d.part = "1"; }), Reason::part_without_order);
  EXPECT_EQ(reason([](Draft& d) { d.props = "[1]"; }), Reason::props_unreadable);
  EXPECT_EQ(reason([](Draft& d) { d.props = "{\"a\":}"; }), Reason::props_unreadable);
  EXPECT_TRUE(log(0).empty());
}

TEST_P(EventsTest, SameSaleFromSeveralSendersCountsOnceByTheOneMostBelieved) {
  const SourceId browser = add_source("site", Precedence::browser);
  const SourceId webhook = add_source("webhook", Precedence::shop);
  sent(browser, {ordered("b", "A-1", 10)});
  sent(server_, {ordered("s", "A-1", 10)});
  sent(server_, {ordered("again", "A-1", 10)});
  sent(webhook, {ordered("w", "A-1", 10)});
  sent(server_, {ordered("late", "A-1", 10)});

  std::map<EventId, bool> counted;
  for (const Batch& batch : log(5)) {
    for (const Event& event : batch.events)
      counted[event.id] = event.counted;
    for (const Withdrawal& withdrawal : batch.withdrawals) {
      EXPECT_TRUE(counted.at(withdrawal.event));
      counted[withdrawal.event] = false;
    }
  }
  EXPECT_EQ(counted.size(), 5u);
  EXPECT_EQ(std::ranges::count(counted, true, &std::pair<const EventId, bool>::second), 1);
  EXPECT_TRUE(log(5)[3].events[0].counted);
}

TEST_P(EventsTest, WhatArrivesTogetherIsInTheLogOnceAndByItsSource) {
  constexpr int kSent = 30;
  const SourceId till = add_source("till", Precedence::shop);
  std::vector<std::string> names;  // what the drafts look at, until all are kept
  for (int i = 0; i < 20; ++i)
    names.push_back("together-" + std::to_string(i));
  const auto sent_all = std::make_shared<std::latch>(1);
  std::latch kept_all(kSent);
  store().write(store::Priority::interactive, {[sent_all](store::Tx&) {
                                                 sent_all->wait();
                                                 return true;
                                               },
                                               [](std::optional<store::Failure>) {}});
  for (int i = 0; i < kSent; ++i) {
    const Draft draft = viewed(names[i % 20]);  // ten of them again
    store().write(store::Priority::interactive,
                  {[&, draft, source = i % 2 == 0 ? till : server_](store::Tx& tx) {
                     const Sender sender{.source = source, .key = {}, .scope = {}};
                     append(tx, *intake_, ids_,
                            {.sender = sender, .received = now(), .drafts = {&draft, 1}});
                     return true;
                   },
                   [&](std::optional<store::Failure> failure) {
                     EXPECT_FALSE(failure);
                     kept_all.count_down();
                   }});
  }
  sent_all->count_down();
  kept_all.wait();

  std::map<SourceId, std::size_t> events;
  std::size_t rows = 0;
  const auto batches =
      store().snapshot([](store::Snapshot& snapshot) -> Result<std::vector<Batch>> {
        return batches_after(snapshot, {}, 1'000'000);
      });
  for (const Batch& batch : *batches) {
    ++rows;
    events[batch.source] += batch.events.size();
  }
  EXPECT_EQ(events, (std::map<SourceId, std::size_t>{{server_, 10}, {till, 10}}));
  if (GetParam() == store::Dialect::sqlite) EXPECT_LE(rows, 4u);
}

TEST_P(EventsTest, PartsOfAnOrderCountEach) {
  Draft line = ordered("l1", "A-1", 5);
  line.kind = "order_line";
  line.part = "1";
  Draft second = line;
  second.message_id = "l2";
  second.part = "2";
  Draft repeated = line;
  repeated.message_id = "l3";
  sent(server_, {ordered("o", "A-1", 0), line, second, repeated});
  const auto batches = log(1);
  std::vector<bool> counted;
  for (const Event& event : batches[0].events)
    counted.push_back(event.counted);
  EXPECT_EQ(counted, std::vector<bool>({true, true, true, false}));
}

TEST_P(EventsTest, FirstEventOfAKeyMakesItsSourceAndChannelsOfATrustedOneAreAdded) {
  const Sender key{.source = {}, .key = KeyId(77), .scope = api::KeyScope::ingest};
  Draft draft = viewed("m1");
  draft.channel = "bol";
  EXPECT_EQ(sent_by(key, {draft})[0].outcome, Outcome::accepted);
  EXPECT_EQ(sent_by(key, {draft})[0].outcome, Outcome::duplicate);
  const auto all = store()
                       .snapshot([](store::Snapshot& snapshot) -> Result<std::vector<Source>> {
                         return sources(snapshot);
                       })
                       .value();
  ASSERT_EQ(all.size(), 2u);
  const auto of_key = std::ranges::find(all, KeyId(77), &Source::key);
  ASSERT_NE(of_key, all.end());
  EXPECT_EQ(of_key->channel, shop_);
  EXPECT_NE(log(1)[0].events[0].channel, shop_);
}

TEST_P(EventsTest, WhoRefusesToBeObservedIsNotButWhatTheyBuyIs) {
  const Draft visit = viewed("m1");
  sent(server_, {visit});
  const IdentityId device = log(1)[0].events[0].identity();
  store()
      .unit([&](store::Tx& tx) {
        return consent::record(tx, actor(), device,
                               {.means = consent::Means::web,
                                .purpose = consent::Purpose::tracking,
                                .ground = consent::Ground::objection,
                                .source = {"banner"},
                                .text_version = {},
                                .ts = {},
                                .expires = {},
                                .proof = {}});
      })
      .value();
  obey(*intake_, std::make_shared<consent::Refusals>(store(), clock_));
  EXPECT_EQ(outcome(server_, viewed("m2")), Outcome::refused_by_consent);
  EXPECT_EQ(outcome(server_, ordered("m3", "A-1", 10)), Outcome::accepted);
}

TEST_P(EventsTest, PublicKeyNamesNoChannelAndItsMoneyNeverCounts) {
  const Sender key{.source = {}, .key = KeyId(78), .scope = api::KeyScope::track};
  Draft draft = ordered("m1", "A-1", 10);
  draft.channel = "bol";
  EXPECT_EQ(sent_by(key, {draft})[0].outcome, Outcome::accepted);
  const auto batches = log(1);
  EXPECT_EQ(batches[0].events[0].channel, shop_);
  EXPECT_FALSE(batches[0].events[0].counted);
}

TEST_P(EventsTest, ContractSaysWhatASourceMaySend) {
  SourceChange change;
  change.contract = {
      true,
      {.kinds = {{"product_viewed"}},
       .channels = {},
       .properties = {{.kind = {}, .name = {"colour"}, .type = PropertyType::text}}}};
  store()
      .unit([&](store::Tx& tx) { return change_source(tx, actor(), server_, 1, change); })
      .value();
  intake_ = open_intake(store()).value();
  Draft draft = viewed("m1");
  EXPECT_EQ(sent(server_, {draft})[0].reason, Reason::property_missing);
  draft.props = R"({"colour":7})";
  EXPECT_EQ(sent(server_, {draft})[0].reason, Reason::property_of_other_type);
  draft.props = R"({"size":{"colour":1},"colour":"red"})";
  EXPECT_EQ(sent(server_, {draft})[0].outcome, Outcome::accepted);
  draft.kind = "mail_opened";
  EXPECT_EQ(sent(server_, {draft})[0].reason, Reason::kind_not_allowed);
}

TEST_P(EventsTest, QuarantinedIsRepairedInBulkAndReplayedOnce) {
  Draft draft = ordered("m1", "A-1", 10);
  draft.currency = "EURO";
  Draft other = ordered("m2", "A-2", 10);
  other.currency = "GULDEN";
  sent(server_, {draft, other});
  const auto repaired = [&](std::optional<std::string> is) {
    return store()
        .unit([&](store::Tx& tx) {
          return replay(tx, *intake_, actor(), {},
                        {Repair{.field = {"currency"}, .is = std::move(is), .to = "EUR"}});
        })
        .value();
  };
  const Replayed first = repaired("EURO");
  EXPECT_EQ(first.accepted, 1);
  EXPECT_EQ(first.waiting, 1);
  const Replayed second = repaired("GULDEN");
  EXPECT_EQ(second.looked_at, 1);
  EXPECT_EQ(second.accepted, 1);
  EXPECT_EQ(repaired({}).looked_at, 0);
  EXPECT_EQ(log(2).size(), 2u);
  draft.currency = "EUR";
  EXPECT_EQ(outcome(server_, draft), Outcome::duplicate);
}

TEST_P(EventsTest, ReadersSeeEveryBatchOnceAndKnowWhoWasSeen) {
  std::atomic<int> seen{0};
  Draft draft = viewed("m1");
  draft.identities = {{identities::Kind::email, "jan@example.com"}};
  sent(server_, {draft, viewed("m2")});
  {
    Readers readers(store(), clock_, *intake_,
                    {{.name = "test.count",
                      .consume = [&](store::Tx&, std::span<const Batch> batches) -> Result<void> {
                        for (const Batch& batch : batches)
                          seen += static_cast<int>(batch.events.size());
                        return {};
                      }}},
                    [](const Reader&, const Refusal&) {});
    sent(server_, {viewed("m3")});
    while (seen < 3)
      readers.catch_up();
    EXPECT_EQ(seen, 3);
  }
  store()
      .snapshot([&](store::Snapshot& snapshot) -> Result<void> {
        const IdentityId jan = log(1)[0].events[0].identity();
        const auto identity = identities::find(snapshot, jan);
        EXPECT_TRUE(identity);
        if (identity) EXPECT_EQ(identity->value, "jan@example.com");
        const auto fresh = freshness(snapshot);
        EXPECT_EQ(fresh.size(), 1u);
        if (!fresh.empty()) EXPECT_EQ(fresh[0].events, 3);
        return {};
      })
      .value();
}

TEST_P(EventsTest, ForgottenIsNowhereInTheLogAndTotalsStay) {
  Draft jan = ordered("m1", "A-1", 10);
  jan.identities = {{identities::Kind::email, "jan@example.com"}};
  jan.props = R"({"note":"for Jan"})";
  sent(server_, {jan, viewed("m2")});
  Draft faulty = jan;
  faulty.message_id = "m3";
  faulty.currency = "EURO";
  sent(server_, {faulty});
  const Event before = log(1)[0].events[0];
  store()
      .unit([&](store::Tx& tx) -> Result<void> {
        const IdentityId fresh(5);
        EXPECT_FALSE(forget(tx, {{before.identity()}, {"jan@example.com"}, fresh}, {}));
        const auto waiting = sql::quarantine(tx, {});
        EXPECT_TRUE(waiting.empty());
        return {};
      })
      .value();
  const auto batches = log(1);
  const Event& after = batches[0].events[0];
  EXPECT_EQ(after.identity(), IdentityId(5));
  EXPECT_EQ(after.props, "");
  EXPECT_EQ(after.revenue, Micro(10 * Micro::kPerUnit));
  EXPECT_EQ(batches[0].events[1].product, "SKU-1");
}

TEST_P(EventsTest, SilenceIsToldOnceAndEnds) {
  SourceChange change;
  change.silence_minutes = {true, Whole<1, 43'200>{10}};
  store()
      .unit([&](store::Tx& tx) { return change_source(tx, actor(), server_, 1, change); })
      .value();
  const auto changed = [&](Duration later) {
    return store()
        .unit([&](store::Tx& tx) -> Result<std::int64_t> {
          return look_for_silence(tx, now() + later);
        })
        .value();
  };
  EXPECT_EQ(changed(std::chrono::minutes(9)), 0);
  EXPECT_EQ(changed(std::chrono::minutes(11)), 1);
  EXPECT_EQ(changed(std::chrono::minutes(12)), 0);
}

TEST_P(EventsTest, ManySendersOfOneMessageAreOneEvent) {
  std::atomic<int> accepted{0};
  {
    std::vector<std::jthread> senders;
    for (int sender = 0; sender < 8; ++sender) {
      senders.emplace_back([&] {
        for (int i = 0; i < 20; ++i) {
          const std::string id = std::to_string(i);
          accepted += outcome(server_, ordered(id, id, 1)) == Outcome::accepted;
        }
      });
    }
  }
  EXPECT_EQ(accepted, 20);
}

// ---- Our own words

std::vector<Draft> read(const std::shared_ptr<const NativeEvents>& events) {
  return {events->drafts().begin(), events->drafts().end()};
}

TEST(Native, ReadsWhatItWrites) {
  Draft draft = ordered("m\"1", "A-1", 10);
  draft.ts = parse_instant("2026-01-05T09:00:00.25Z");
  draft.quantity = Micro(1'500'000);
  draft.phase = channels::Phase::purchase;
  draft.duration_s = -3;
  draft.props = R"({"a":[1,2,{"b":null}]})";
  draft.identities.push_back({identities::Kind::email, "é@example.com"});
  const std::string json = native_json(draft);
  const auto events = NativeEvents::read(json);
  ASSERT_TRUE(events);
  ASSERT_EQ((*events)->drafts().size(), 1u);
  EXPECT_EQ(native_json((*events)->drafts().front()), json);
  EXPECT_FALSE((*events)->drafts().front().fault);
}

TEST(Native, TellsWhatItCannotRead) {
  struct Told {
    Reason reason;
    std::string pointer;
  };
  const auto fault = [](std::string_view event) {
    const auto events = NativeEvents::read(event);
    EXPECT_TRUE(events) << event;
    const auto drafts = read(*events);
    const auto found = drafts.front().fault.value_or(Fault{Reason::kind_missing, ""});
    return Told{found.reason, std::string(found.pointer)};
  };
  EXPECT_EQ(fault(R"({"kind":"a","ts":"yesterday"})").reason, Reason::time_unreadable);
  EXPECT_EQ(fault(R"({"kind":"a","revenue":"1,50"})").reason, Reason::amount_unreadable);
  EXPECT_EQ(fault(R"({"kind":7})").reason, Reason::unreadable);
  EXPECT_EQ(fault(R"({"kind":7})").pointer, "/kind");
  EXPECT_EQ(fault(R"({"price":"1"})").pointer, "/price");
  EXPECT_EQ(fault(R"([7])").reason, Reason::unreadable);
  EXPECT_EQ(fault(R"({"identities":[{"kind":"shoe","value":"44"}]})").pointer, "/identities");
  EXPECT_EQ(fault(R"({"kind":"a","revenue":12.50})").reason, Reason::kind_missing);
}

TEST(Native, RefusesWhatIsNoList) {
  for (const std::string_view text :
       {"", "7", "{", "[{]", "[{}", "[{}]x", "\"a\"", "{\"a\":\"\xFF\"}"})
    EXPECT_FALSE(NativeEvents::read(text)) << text;
}

}  // namespace
}  // namespace sluis::events
