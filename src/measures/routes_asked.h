// What routes of this room are asked with, and what every answer with figures says of them.
#pragma once

#include "measures/figures.h"
#include "platform/api/place.h"
#include "platform/api/route.h"

namespace sluis::measures {

// A segment as a filter.
struct MembersOf {
  SegmentId segment;
};

}  // namespace sluis::measures

namespace sluis {

template <>
struct TextForm<measures::Place> : api::PlaceForm<measures::Place> {};

template <>
struct TextForm<measures::MembersOf> {
  using Id = TextForm<SegmentId>;

  static std::optional<measures::MembersOf> parse(std::string_view text) {
    const auto segment = Id::parse(text);
    return segment ? std::optional(measures::MembersOf{*segment}) : std::nullopt;
  }
  static std::string print(const measures::MembersOf& value) { return Id::print(value.segment); }
  static Message expected() { return Id::expected(); }
  static std::string schema() {
    return Id::schema() +
           R"(,"description":"Only what those did who are in this segment now, also before they )"
           R"(were in it. The cost of channels belongs to no segment and is left out.")";
  }
};

}  // namespace sluis

namespace sluis::measures {

inline constexpr api::Allow kReaders = api::Allow::role(api::Role::admin) |
                                       api::Allow::role(api::Role::manager) |
                                       api::Allow::role(api::Role::analyst);
inline constexpr api::Limits kOfFile{.query_time = std::chrono::seconds(60)};

struct PeriodInput {
  Date from;
  Date to;  // exclusive
};
BOOST_DESCRIBE_STRUCT(PeriodInput, (), (from, to))

struct FilterInput : PeriodInput {
  std::optional<ChannelId> channel;
  std::optional<Line<1, 64>> kind;
  std::optional<Line<1, 200>> campaign;
  std::optional<Line<1, 200>> product;
  std::optional<MembersOf> segment;
  std::optional<Currency> currency;
};
BOOST_DESCRIBE_STRUCT(FilterInput, (PeriodInput),
                      (channel, kind, campaign, product, segment, currency))

enum class Compare : std::uint8_t { none, previous, year };
BOOST_DESCRIBE_ENUM(Compare, none, previous, year)

// What every answer with figures says of them.
struct About {
  Currency currency;
  std::vector<Currency> currencies;  // in which there is money in the period
  std::optional<Instant> as_of;      // when the last batch arrived that is in the figures
};
BOOST_DESCRIBE_STRUCT(About, (), (currency, currencies, as_of))

template <class Bound>
std::optional<std::string> text_of(const std::optional<Bound>& line) {
  return line ? std::optional(line->text) : std::nullopt;
}

// Refuses what cannot be, and a segment that there is not: all figures of it would be nothing.
Result<Filter> checked(api::Stores& stores, Filter filter, const std::optional<MembersOf>& members);
Result<Filter> filter_of(api::Stores& stores, const FilterInput& in);
std::optional<Filter> compared_with(const Filter& filter, std::optional<Compare> compare);

// With the worksheet as it is charged.
Result<Setting> setting_of(api::Stores& stores);
// Puts in what is known of the figures, with the currency in which they are.
Result<void> describe(About& about, api::Stores& stores, const Filter& filter,
                      std::optional<Currency> asked, const Setting& known);

// The refusals of whatever asks for figures over a period.
std::vector<const RefusalKind*> refusals_of_period();
std::vector<const RefusalKind*> refusals_of_figures();

}  // namespace sluis::measures
