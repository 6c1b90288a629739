// Who is in the segments that offers and settings ask for.

#include "decisions/engine.h"
#include "platform/analytics/store.h"
#include "segments/segments.h"

namespace sluis::decisions {
namespace {

constexpr std::int64_t kAtOnce = 10'000;

void add_members(analytics::Snapshot& figures, SegmentId segment, std::uint64_t bit, Date day,
                 Instant now, Members& members) {
  CustomerId after;
  for (;;) {
    const auto page = segments::members(figures, segment, day, now, after, kAtOnce);
    for (const segments::Member& one : page)
      members.bits[one.customer.number()] |= bit;
    if (std::cmp_less(page.size(), kAtOnce)) return;
    after = page.back().customer;
  }
}

}  // namespace

Result<void> Engine::read_members(analytics::Store& analytics) {
  const auto known = this->known();
  const Instant now = clock_.now();
  Members members{.segments = known->segments, .bits = {}};
  if (!members.segments.empty()) {
    const Date day = company::today(known->company, now);
    members = TRY(analytics.snapshot([&](analytics::Snapshot& figures) -> Result<Members> {
      Members read{.segments = known->segments, .bits = {}};
      for (std::size_t i = 0; i < read.segments.size(); ++i)
        add_members(figures, read.segments[i], std::uint64_t{1} << i, day, now, read);
      return read;
    }));
  }
  const std::lock_guard lock(mutex_);
  members_ = std::move(members);
  return {};
}

}  // namespace sluis::decisions
