#include "segments/buyers.h"

#include <algorithm>

#include "catalog/catalog.h"
#include "customers/customers.h"
#include "platform/analytics/store.h"
#include "segments/store_buyers.h"
#include "segments/store_members.h"

namespace sluis::segments {
namespace {

constexpr std::size_t kInAUnit = 500;

// What there is to do, as the operational store stands.
struct Priced {
  std::vector<SegmentId> segments;
  std::vector<sql::Told> told;

  std::optional<sql::Told> told_of(SegmentId segment) const {
    const auto found = std::ranges::find(told, segment, &sql::Told::segment);
    return found != told.end() ? std::optional(*found) : std::nullopt;
  }
};

// Who is to be brought in and who out, so that what is told stands at `to`.
struct News {
  sql::Told to;
  std::vector<CustomerId> enter;
  std::vector<CustomerId> leave;
};

// Those whose figures changed since.
void add_changed(analytics::Snapshot& figures, const sql::Told& from, News& news) {
  sql::each_member(figures, from.segment, from.change,
                   [&](CustomerId one) { news.enter.push_back(one); });
  std::ranges::sort(news.enter);
  std::ranges::set_difference(sql::changed(figures, from.change), news.enter,
                              std::back_inserter(news.leave));
}

void add_everybody(analytics::Snapshot& figures, const std::vector<CustomerId>& known, News& news) {
  std::vector<CustomerId> members;
  sql::each_member(figures, news.to.segment, {}, [&](CustomerId one) { members.push_back(one); });
  std::ranges::sort(members);
  std::ranges::set_difference(members, known, std::back_inserter(news.enter));
  std::ranges::set_difference(known, members, std::back_inserter(news.leave));
}

// Whether what changed since does not tell who else is in it now.
bool needs_everybody(const std::optional<sql::Told>& from, const sql::Told& to,
                     const sql::Latest& changes) {
  return !from || from->version != to.version || from->day != to.day ||
         changes.everybody > from->change || changes.oldest > from->change + 1;
}

using Act = void (*)(store::Tx&, SegmentId, CustomerId);

// Some in each unit; all of it may be repeated.
Result<void> write(store::Store& store, SegmentId segment, std::span<const CustomerId> customers,
                   Act act) {
  for (; !customers.empty(); customers = customers.subspan(std::min(kInAUnit, customers.size()))) {
    TRY_VOID(store.unit(
        [&](store::Tx& tx) -> Result<void> {
          for (const CustomerId one : customers.first(std::min(kInAUnit, customers.size())))
            act(tx, segment, one);
          return {};
        },
        store::Priority::background));
  }
  return {};
}

Result<std::vector<CustomerId>> known_of(store::Store& store, SegmentId segment) {
  return store.snapshot([&](store::Snapshot& snapshot) -> Result<std::vector<CustomerId>> {
    return sql::buyers(snapshot, segment);
  });
}

// How far members were worked out.
struct Standing {
  sql::Latest changes;
  std::vector<sql::FollowedSegment> followed;
};

Result<void> tell(store::Store& store, analytics::Store& analytics, const sql::Latest& changes,
                  const std::optional<sql::Told>& from, const sql::Told& to) {
  if (from == to) return {};
  News news{.to = to, .enter = {}, .leave = {}};
  const bool everybody = needs_everybody(from, to, changes);
  const auto known = everybody ? TRY(known_of(store, to.segment)) : std::vector<CustomerId>();
  TRY_VOID(analytics.snapshot([&](analytics::Snapshot& figures) -> Result<void> {
    if (everybody) {
      add_everybody(figures, known, news);
    } else {
      add_changed(figures, *from, news);
    }
    return {};
  }));
  TRY_VOID(write(store, to.segment, news.leave, sql::leave));
  TRY_VOID(write(store, to.segment, news.enter, sql::enter));
  return store.unit(
      [&](store::Tx& tx) -> Result<void> {
        sql::tell(tx, to);
        return {};
      },
      store::Priority::background);
}

// Nobody is in what has no price any more, or no members.
Result<void> untell(store::Store& store, SegmentId segment) {
  const auto known = TRY(known_of(store, segment));
  TRY_VOID(write(store, segment, known, sql::leave));
  return store.unit(
      [&](store::Tx& tx) -> Result<void> {
        sql::untell(tx, segment);
        return {};
      },
      store::Priority::background);
}

Result<void> consume_erasure(store::Tx& tx, const outbox::Fact& fact) {
  const auto person = TRY(from_json<customers::PersonErased>(fact.payload.text));
  for (const CustomerId number : person.numbers)
    sql::forget_buyer(tx, number);
  return {};
}

}  // namespace

std::vector<SegmentId> priced_segments_of(store::Snapshot& snapshot, CustomerId customer) {
  return sql::segments_of_buyer(snapshot, customer);
}

Result<void> tell_buyers(store::Store& store, analytics::Store& analytics) {
  const Priced priced = TRY(store.snapshot([](store::Snapshot& snapshot) -> Result<Priced> {
    return Priced{catalog::segments_with_a_price(snapshot), sql::told(snapshot)};
  }));
  if (priced.segments.empty() && priced.told.empty()) return {};
  Standing standing = TRY(analytics.snapshot([&](analytics::Snapshot& figures) -> Result<Standing> {
    return Standing{sql::latest(figures), sql::followed(figures)};
  }));
  std::erase_if(standing.followed, [&](const sql::FollowedSegment& one) {
    return std::ranges::count(priced.segments, one.segment) == 0;
  });
  for (const sql::Told& one : priced.told) {
    if (std::ranges::count(standing.followed, one.segment, &sql::FollowedSegment::segment) == 0)
      TRY_VOID(untell(store, one.segment));
  }
  for (const sql::FollowedSegment& one : standing.followed) {
    const sql::Told to{one.segment, one.version, one.day, one.change};
    TRY_VOID(tell(store, analytics, standing.changes, priced.told_of(one.segment), to));
  }
  return {};
}

outbox::Consumer forgetting() {
  return {.name = "segments.forgetting",
          .topics = {std::string(customers::kPersonErased)},
          .consume = consume_erasure};
}

}  // namespace sluis::segments
