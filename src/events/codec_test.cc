// What is written to the log is read back, and nothing else is taken for it.
#include "events/codec.h"

#include <rapidcheck.h>

#include <gtest/gtest.h>

namespace sluis::events {
namespace {

// Texts that live as long as the events that look at them.
using Texts = std::deque<std::string>;

std::string_view any_text(Texts& texts) {
  static const std::string letters("abc_é\0\"{}", 10);
  texts.push_back(*rc::gen::container<std::string>(rc::gen::elementOf(letters)));
  return texts.back();
}

template <class T>
std::optional<T> perhaps(const T& value) {
  return *rc::gen::arbitrary<bool>() ? std::optional(value) : std::nullopt;
}

std::int64_t any_number() {
  return *rc::gen::oneOf(
      rc::gen::arbitrary<std::int64_t>(),
      rc::gen::element(std::numeric_limits<std::int64_t>::min(),
                       std::numeric_limits<std::int64_t>::max(), std::int64_t{0}));
}

Event any_event(Texts& texts) {
  Event event;
  event.id = EventId(any_number());
  event.ts = Instant(any_number());
  for (int i = *rc::gen::inRange(0, 4); i > 0; --i)
    event.identities.emplace_back(any_number());
  event.channel = ChannelId(any_number());
  event.kind = any_text(texts);
  event.phase = perhaps(*rc::gen::elementOf(enum_values<channels::Phase>()));
  event.campaign = any_text(texts);
  event.product = any_text(texts);
  event.quantity = perhaps(Micro(any_number()));
  event.revenue = perhaps(Micro(any_number()));
  event.cost = perhaps(Micro(any_number()));
  event.currency = *Currency::parse(*rc::gen::element("EUR", "USD", "JPY"));
  event.duration_s = perhaps(any_number());
  event.order = any_text(texts);
  event.part = any_text(texts);
  event.counted = *rc::gen::arbitrary<bool>();
  event.props = any_text(texts);
  return event;
}

TEST(Codec, ReadsWhatItWrote) {
  EXPECT_TRUE(rc::check("any events and withdrawals", [] {
    Texts texts;
    Records records;
    for (int i = *rc::gen::inRange(0, 20); i > 0; --i)
      records.events.push_back(any_event(texts));
    for (int i = *rc::gen::inRange(0, 5); i > 0; --i)
      records.withdrawals.push_back({EventId(any_number()), Instant(any_number())});
    const std::string bytes = encode(records.events, records.withdrawals);
    const auto read = decode(bytes);
    RC_ASSERT(read.has_value());
    RC_ASSERT(*read == records);
  }));
}

TEST(Codec, TakesNoPartForTheWhole) {
  EXPECT_TRUE(rc::check("every beginning of a batch is refused", [] {
    Texts texts;
    const std::vector<Event> events = {any_event(texts), any_event(texts)};
    const std::string bytes = encode(events, {});
    for (std::size_t size = 0; size < bytes.size(); ++size)
      RC_ASSERT(!decode(std::string_view(bytes).substr(0, size)));
    RC_ASSERT(!decode(bytes + '\0'));
  }));
}

TEST(Codec, JoinedBatchesGiveAllOfTheirEvents) {
  EXPECT_TRUE(rc::check("in their order, and no part of them for the whole", [] {
    Texts texts;
    Records all;
    std::vector<std::string> batches;
    for (int i = *rc::gen::inRange(1, 4); i > 0; --i) {
      const std::vector<Event> events = {any_event(texts)};
      const std::vector<Withdrawal> withdrawals = {{EventId(any_number()), Instant(any_number())}};
      batches.push_back(encode(events, withdrawals));
      all.events.insert(all.events.end(), events.begin(), events.end());
      all.withdrawals.insert(all.withdrawals.end(), withdrawals.begin(), withdrawals.end());
    }
    const std::string joined = join(std::vector<std::string_view>(batches.begin(), batches.end()));
    RC_ASSERT(decode(joined) == all);
    for (std::size_t size = 0; size < joined.size(); ++size)
      RC_ASSERT(!decode(std::string_view(joined).substr(0, size)));
    RC_ASSERT(!decode(joined + '\0'));
  }));
}

TEST(Codec, SurvivesBrokenBytes) {
  EXPECT_TRUE(rc::check("whatever comes back, it says so or gives events", [] {
    Texts texts;
    std::string bytes = encode(std::array{any_event(texts)}, {});
    bytes[*rc::gen::inRange<std::size_t>(0, bytes.size())] = *rc::gen::arbitrary<char>();
    const auto read = decode(bytes);
    if (read) RC_ASSERT(read->events.size() <= bytes.size());
  }));
}

TEST(Codec, EventTakesFewBytes) {
  Event event;
  event.id = EventId(1'000'000'000);
  event.ts = Instant(1'700'000'000'000'000);
  event.identities = {IdentityId(42)};
  event.channel = ChannelId(7'000'000'000);
  event.kind = "product_viewed";
  event.product = "SKU-1";
  const std::vector<Event> hundred(100, event);
  EXPECT_LT(encode(hundred, {}).size(), 100 * 26);
}

TEST(Codec, ReadsTheNamesItWrote) {
  const std::vector<Named> names = {{IdentityId(1), identities::Kind::email, "a@example.com"},
                                    {IdentityId(-2), identities::Kind::session_code, ""}};
  const std::string bytes = encode_names(names);
  EXPECT_EQ(decode_names(bytes), names);
  EXPECT_FALSE(decode_names(std::string_view(bytes).substr(0, bytes.size() - 1)));
  EXPECT_FALSE(decode_names(""));
  const std::string more = encode_names(std::array{names.front()});
  EXPECT_EQ(decode_names(join(std::array<std::string_view, 2>{bytes, more})),
            std::vector({names[0], names[1], names[0]}));
}

}  // namespace
}  // namespace sluis::events
