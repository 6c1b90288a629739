#include "events/codec.h"

#include <cstring>

#include <boost/unordered/unordered_flat_map.hpp>

#include "kernel/assert.h"

namespace sluis::events {
namespace {

constexpr char kForm = 1;
constexpr char kJoined = 2;  // pieces of form 1, each after its length
constexpr std::size_t kBytesPerEventLeast = 8;

// What an event has; the others take no room.
constexpr std::uint64_t kCounted = 1;
constexpr std::uint64_t kPhase = 2;
constexpr std::uint64_t kQuantity = 4;
constexpr std::uint64_t kRevenue = 8;
constexpr std::uint64_t kCost = 16;
constexpr std::uint64_t kDuration = 32;
constexpr std::uint64_t kAllFlags = 63;

constexpr std::uint64_t zigzag(std::int64_t number) {
  return static_cast<std::uint64_t>(number) << 1 ^ static_cast<std::uint64_t>(number >> 63);
}
constexpr std::int64_t unzigzag(std::uint64_t number) {
  return static_cast<std::int64_t>(number >> 1 ^ (~(number & 1) + 1));
}
// Wraps around, as the reader's sum does.
constexpr std::int64_t difference(std::int64_t a, std::int64_t b) {
  return static_cast<std::int64_t>(static_cast<std::uint64_t>(a) - static_cast<std::uint64_t>(b));
}
constexpr std::int64_t sum(std::int64_t a, std::int64_t b) {
  return static_cast<std::int64_t>(static_cast<std::uint64_t>(a) + static_cast<std::uint64_t>(b));
}

class ByteWriter {
 public:
  explicit ByteWriter(std::size_t room, char form = kForm) {
    out_.reserve(room);
    out_ += form;
  }

  void number(std::uint64_t value) {
    for (; value >= 0x80; value >>= 7)
      out_ += static_cast<char>(value | 0x80);
    out_ += static_cast<char>(value);
  }
  void signed_number(std::int64_t value) { number(zigzag(value)); }
  void fixed(std::int64_t value) {
    char bytes[sizeof value];
    std::memcpy(bytes, &value, sizeof value);
    out_.append(bytes, sizeof value);
  }
  void text(std::string_view value) {
    number(value.size());
    out_ += value;
  }
  // 0 for an empty text, 1 before a new one, and the number of one that was written before.
  void repeated(std::string_view value) {
    if (value.empty()) return number(0);
    const auto [known, is_new] = texts_.try_emplace(value, texts_.size() + 2);
    number(is_new ? 1 : known->second);
    if (is_new) text(value);
  }
  std::string take() { return std::move(out_); }

 private:
  std::string out_;
  boost::unordered_flat_map<std::string_view, std::uint64_t> texts_;
};

// Reads what a ByteWriter wrote; after anything else it says that it failed, and gives zeros.
class ByteReader {
 public:
  explicit ByteReader(std::string_view bytes, char form = kForm) : rest_(bytes) {
    failed_ = bytes.empty() || bytes.front() != form;
    if (!failed_) rest_.remove_prefix(1);
  }

  bool failed() const { return failed_; }
  bool at_end() const { return !failed_ && rest_.empty(); }
  std::size_t left() const { return rest_.size(); }

  std::uint64_t number() {
    std::uint64_t value = 0;
    for (unsigned shift = 0; shift < 64; shift += 7) {
      if (rest_.empty()) return fail();
      const auto byte = static_cast<unsigned char>(rest_.front());
      rest_.remove_prefix(1);
      if (shift == 63 && byte > 1) return fail();
      value |= std::uint64_t{byte & 0x7fu} << shift;
      if (byte < 0x80) return value;
    }
    return fail();
  }
  std::int64_t signed_number() { return unzigzag(number()); }
  std::int64_t fixed() {
    std::int64_t value = 0;
    const std::string_view bytes = take(sizeof value);
    if (!failed_) std::memcpy(&value, bytes.data(), sizeof value);
    return value;
  }
  std::string_view text() { return take(number()); }
  std::string_view repeated() {
    const std::uint64_t which = number();
    if (which == 0) return {};
    if (which == 1) {
      texts_.push_back(text());
      return texts_.back();
    }
    if (which - 2 >= texts_.size()) {
      fail();
      return {};
    }
    return texts_[which - 2];
  }
  // How many things follow that take at least so many bytes each.
  std::size_t count(std::size_t bytes_each) {
    const std::uint64_t value = number();
    if (value > rest_.size() / bytes_each) return fail();
    return value;
  }

  std::uint64_t fail() {
    failed_ = true;
    rest_ = {};
    return 0;
  }

 private:
  std::string_view take(std::uint64_t size) {
    if (size > rest_.size()) {
      fail();
      return {};
    }
    const std::string_view taken = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return taken;
  }

  std::string_view rest_;
  bool failed_ = false;
  std::vector<std::string_view> texts_;
};

// The previous event, from which these are counted.
struct Base {
  std::int64_t id = 0;
  std::int64_t ts = 0;
  std::int64_t channel = 0;
};

std::uint64_t flags_of(const Event& event) {
  return (event.counted ? kCounted : 0) | (event.phase ? kPhase : 0) |
         (event.quantity ? kQuantity : 0) | (event.revenue ? kRevenue : 0) |
         (event.cost ? kCost : 0) | (event.duration_s ? kDuration : 0);
}

void write_event(ByteWriter& out, const Event& event, Base& base) {
  out.number(flags_of(event));
  out.signed_number(difference(event.id.number(), base.id));
  out.signed_number(difference(event.ts.micros(), base.ts));
  out.number(event.identities.size());
  for (const IdentityId identity : event.identities)
    out.fixed(identity.number());
  out.signed_number(difference(event.channel.number(), base.channel));
  base = {event.id.number(), event.ts.micros(), event.channel.number()};
  out.repeated(event.kind);
  if (event.phase) out.number(static_cast<std::uint64_t>(*event.phase));
  out.repeated(event.campaign);
  out.repeated(event.product);
  if (event.quantity) out.signed_number(event.quantity->units());
  if (event.revenue) out.signed_number(event.revenue->units());
  if (event.cost) out.signed_number(event.cost->units());
  out.repeated(event.currency.code());
  if (event.duration_s) out.signed_number(*event.duration_s);
  out.repeated(event.order);
  out.repeated(event.part);
  out.text(event.props);
}

void read_identities(ByteReader& in, Few<IdentityId>& identities) {
  const std::size_t count = in.count(sizeof(std::int64_t));
  identities.reserve(count);
  for (std::size_t i = 0; i < count; ++i)
    identities.emplace_back(in.fixed());
}

channels::Phase read_phase(ByteReader& in) {
  const auto number = in.number();
  if (number > static_cast<std::uint64_t>(channels::Phase::after_sales)) in.fail();
  return static_cast<channels::Phase>(in.failed() ? 0 : number);
}

// Most events of a batch have the same: its text is written, and read, once.
struct LastCurrency {
  std::string_view text;
  Currency currency;
};

Currency read_currency(ByteReader& in, LastCurrency& last) {
  const std::string_view text = in.repeated();
  if (text.data() == last.text.data() && text.size() == last.text.size()) return last.currency;
  const auto currency = Currency::parse(text);
  if (!currency) in.fail();
  last = {text, currency.value_or(Currency{})};
  return last.currency;
}

Event read_event(ByteReader& in, Base& base, LastCurrency& currency) {
  Event event;
  const std::uint64_t flags = in.number();
  if (flags > kAllFlags) in.fail();
  base.id = sum(base.id, in.signed_number());
  base.ts = sum(base.ts, in.signed_number());
  event.id = EventId(base.id);
  event.ts = Instant(base.ts);
  read_identities(in, event.identities);
  base.channel = sum(base.channel, in.signed_number());
  event.channel = ChannelId(base.channel);
  event.kind = in.repeated();
  if (flags & kPhase) event.phase = read_phase(in);
  event.campaign = in.repeated();
  event.product = in.repeated();
  if (flags & kQuantity) event.quantity = Micro(in.signed_number());
  if (flags & kRevenue) event.revenue = Micro(in.signed_number());
  if (flags & kCost) event.cost = Micro(in.signed_number());
  event.currency = read_currency(in, currency);
  if (flags & kDuration) event.duration_s = in.signed_number();
  event.order = in.repeated();
  event.part = in.repeated();
  event.counted = (flags & kCounted) != 0;
  event.props = in.text();
  return event;
}

std::size_t room_for(std::span<const Event> events) {
  std::size_t room = 32;
  for (const Event& event : events)
    room += 64 + event.props.size();
  return room;
}

// Adds what one piece has; false when it is none.
bool read_records(std::string_view bytes, Records& records) {
  ByteReader in(bytes);
  const std::size_t events = in.count(kBytesPerEventLeast);
  records.events.reserve(records.events.size() + events);
  Base base;
  LastCurrency currency;
  for (std::size_t i = 0; i < events && !in.failed(); ++i)
    records.events.push_back(read_event(in, base, currency));
  const std::size_t withdrawals = in.count(2);
  for (std::size_t i = 0; i < withdrawals && !in.failed(); ++i) {
    const EventId event(in.signed_number());
    records.withdrawals.push_back({event, Instant(in.signed_number())});
  }
  return in.at_end();
}

bool read_names(std::string_view bytes, std::vector<Named>& names) {
  constexpr std::size_t kLeast = sizeof(std::int64_t) + 2;
  ByteReader in(bytes);
  const std::size_t count = in.count(kLeast);
  for (std::size_t i = 0; i < count && !in.failed(); ++i) {
    const IdentityId id(in.fixed());
    const std::uint64_t kind = in.number();
    if (kind > static_cast<std::uint64_t>(identities::Kind::session_code)) return false;
    names.push_back({id, static_cast<identities::Kind>(kind), in.text()});
  }
  return in.at_end();
}

// All that `read` takes from the pieces, when every one of them is what it should be.
template <class All>
std::optional<All> read_pieces(std::string_view bytes, bool (*read)(std::string_view, All&)) {
  All all;
  if (!bytes.starts_with(kJoined))
    return read(bytes, all) ? std::optional(std::move(all)) : std::nullopt;
  ByteReader in(bytes, kJoined);
  const std::size_t pieces = in.count(2);
  for (std::size_t i = 0; i < pieces; ++i) {
    if (!read(in.text(), all)) return std::nullopt;
  }
  return in.at_end() ? std::optional(std::move(all)) : std::nullopt;
}

}  // namespace

std::string encode(std::span<const Event> events, std::span<const Withdrawal> withdrawals) {
  ByteWriter out(room_for(events));
  out.number(events.size());
  Base base;
  for (const Event& event : events)
    write_event(out, event, base);
  out.number(withdrawals.size());
  for (const Withdrawal& withdrawal : withdrawals) {
    out.signed_number(withdrawal.event.number());
    out.signed_number(withdrawal.ts.micros());
  }
  return out.take();
}

std::optional<Records> decode(std::string_view bytes) {
  return read_pieces(bytes, read_records);
}

std::string join(std::span<const std::string_view> encoded) {
  if (encoded.size() == 1) return std::string(encoded.front());
  std::size_t room = 16;
  for (const std::string_view piece : encoded)
    room += piece.size() + 4;
  ByteWriter out(room, kJoined);
  out.number(encoded.size());
  for (const std::string_view piece : encoded)
    out.text(piece);
  return out.take();
}

std::string encode_names(std::span<const Named> names) {
  ByteWriter out(names.size() * 48);
  out.number(names.size());
  for (const Named& name : names) {
    out.fixed(name.id.number());
    out.number(static_cast<std::uint64_t>(name.kind));
    out.text(name.value);
  }
  return out.take();
}

std::optional<std::vector<Named>> decode_names(std::string_view bytes) {
  return read_pieces(bytes, read_names);
}

}  // namespace sluis::events
