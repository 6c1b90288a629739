// All ids of Sluis: 64 bits, ordered by time, one type per thing. In the database an integer, on
// the wire a prefixed text ("chn_06bw2k3q5z8rg"), never a JSON number.
#pragma once

#include <atomic>
#include <compare>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "kernel/time.h"

namespace sluis {

// Tag::prefix is three lower-case letters.
template <class Tag>
class Id {
 public:
  constexpr Id() = default;
  constexpr explicit Id(std::int64_t number) : number_(number) {}

  static constexpr std::string_view prefix() { return Tag::prefix; }
  constexpr std::int64_t number() const { return number_; }
  constexpr auto operator<=>(const Id&) const = default;

 private:
  std::int64_t number_ = 0;
};

// A word of the vocabulary per line; see domain.md of the design for what each is.
#define SLUIS_ID(Name, letters)                         \
  struct Name##Tag {                                    \
    static constexpr std::string_view prefix = letters; \
  };                                                    \
  using Name = Id<Name##Tag>
SLUIS_ID(AuditId, "aud");
SLUIS_ID(ChannelId, "chn");
SLUIS_ID(CustomerId, "cus");
SLUIS_ID(EventId, "evt");
SLUIS_ID(IdentityId, "idn");
SLUIS_ID(ImportFileId, "imf");
SLUIS_ID(ImportId, "imp");
SLUIS_ID(JobId, "job");
SLUIS_ID(KeyId, "key");
SLUIS_ID(LocationId, "loc");
SLUIS_ID(MappingId, "map");
SLUIS_ID(PartnerId, "par");
SLUIS_ID(QuarantineId, "qua");
SLUIS_ID(RequestId, "req");
SLUIS_ID(SegmentId, "seg");
SLUIS_ID(SessionId, "ses");
SLUIS_ID(SourceId, "src");
SLUIS_ID(UserId, "usr");
SLUIS_ID(ViewId, "vie");
#undef SLUIS_ID

// 13 digits of Crockford's base 32, in lower case; sorts as the number does.
std::string id_digits(std::int64_t number);
// Accepts what id_digits prints, in either case, with Crockford's o=0, i=l=1.
std::optional<std::int64_t> parse_id_digits(std::string_view digits);

template <class Tag>
std::string to_string(Id<Tag> id) {
  return std::string(Tag::prefix) + "_" + id_digits(id.number());
}

template <class Tag>
std::optional<Id<Tag>> parse_id(std::string_view text) {
  if (!text.starts_with(Tag::prefix)) return std::nullopt;
  text.remove_prefix(Tag::prefix.size());
  if (!text.starts_with('_')) return std::nullopt;
  const auto number = parse_id_digits(text.substr(1));
  if (!number) return std::nullopt;
  return Id<Tag>(*number);
}

// Makes ids: milliseconds since 2020-01-01 (42 bits, until 2159), node (6), counter (16). Unique
// over all processes that have different nodes; ever increasing within one. Safe on many threads.
class IdSource {
 public:
  // `node` 0 to 63; no id before `not_before`, so that a clock set back makes no double.
  IdSource(const Clock& clock, unsigned node, Instant not_before);

  template <class AnyId>
  AnyId next() {
    return AnyId(next_number());
  }
  // The moment in an id that this or another source made.
  static Instant moment_of(std::int64_t number);

 private:
  std::int64_t next_number();

  const Clock& clock_;
  const std::uint64_t node_;
  std::atomic<std::uint64_t> last_;  // milliseconds and counter, without the node
};

}  // namespace sluis

template <class Tag>
struct std::hash<sluis::Id<Tag>> {
  std::size_t operator()(sluis::Id<Tag> id) const { return std::hash<std::int64_t>{}(id.number()); }
};
