#include "measures/fit_rows.h"

#include <algorithm>

namespace sluis::measures {
namespace {

std::string code_of_segment(std::optional<SegmentId> id, const Segments& segments) {
  if (!id) return {};
  const auto found = std::ranges::find(segments, *id, &segments::Segment::id);
  return found == segments.end() ? to_string(*id) : found->code.text;
}

}  // namespace

std::vector<FitColumns> table_of(const std::vector<FitCell>& cells, const Channels& worksheet,
                                 const Segments& segments) {
  std::vector<FitColumns> rows;
  for (const FitCell& cell : cells) {
    rows.push_back({.segment = code_of_segment(cell.segment, segments),
                    .phase = cell.phase,
                    .channel = code_of(worksheet, cell.channel),
                    .planned = cell.planned,
                    .people = cell.people,
                    .customers = cell.customers,
                    .share = cell.share.value,
                    .share_low = cell.share.low,
                    .share_high = cell.share.high,
                    .bought_here = cell.bought_here,
                    .bought = cell.bought.value,
                    .bought_low = cell.bought.low,
                    .bought_high = cell.bought.high,
                    .margin = cell.margin});
  }
  return rows;
}

std::vector<MisfitColumns> table_of(const std::vector<Misfit>& misfits, const Channels& worksheet,
                                    const Segments& segments) {
  std::vector<MisfitColumns> rows;
  for (const Misfit& one : misfits) {
    rows.push_back({.segment = code_of_segment(one.segment, segments),
                    .phase = one.phase,
                    .channel = code_of(worksheet, one.channel),
                    .mismatch = one.mismatch,
                    .customers = one.customers,
                    .money = one.money,
                    .low = one.low,
                    .high = one.high});
  }
  return rows;
}

}  // namespace sluis::measures
