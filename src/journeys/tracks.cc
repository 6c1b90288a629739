#include "journeys/tracks.h"

#include <algorithm>

#include "kernel/assert.h"

namespace sluis::journeys {

// ---- Filling

void Tracks::make_room(IdentityId identity, const Sizes& sizes) {
  const Run run = run_of(identity);
  SLUIS_ASSERT(run == sizes_.size());
  sizes_.push_back(sizes);
}

void Tracks::open() {
  const std::span all(sizes_);
  for (std::size_t begin = 0; begin < all.size(); begin += kRunsInPiece) {
    const std::size_t length = std::min(kRunsInPiece, all.size() - begin);
    filling_.push_back(std::make_shared<Columns>(all.subspan(begin, length)));
  }
  sizes_ = {};
}

void Tracks::put(const Happened& event) {
  const Run run = runs_.at(event.identity.number());
  Columns& columns = *filling_[run / kRunsInPiece];
  if (const auto step = words_.step_of(event)) columns.put(run % kRunsInPiece, *step);
  if (const auto booking = words_.booking_of(event)) columns.put(run % kRunsInPiece, *booking);
}

void Tracks::close() {
  for (const auto& columns : filling_) {
    columns->settle(words_.orders());
    steps_ += columns->steps();
    pieces_.push_back(columns);
  }
  filling_ = {};
}

// ---- What comes later

Run Tracks::run_of(IdentityId identity) {
  const auto [at, added] = runs_.try_emplace(identity.number(), static_cast<Run>(flags_.size()));
  if (added) {
    next_.push_back(at->second);
    flags_.push_back(0);
  }
  return at->second;
}

void Tracks::add(const Happened& event) {
  const Run run = run_of(event.identity);
  const auto step = words_.step_of(event);
  const auto booking = words_.booking_of(event);
  if (!step && !booking) return;
  Later& later = later_[run];
  flags_[run] |= kLater;
  if (step) later.steps.push_back({*step, event.event});
  if (booking) later.bookings.push_back({*booking, event.event});
  if (booking || step->is_order) money_events_[event.event.number()] = run;
  later_steps_ += step.has_value();
  steps_ += step.has_value();
}

bool Tracks::remove(EventId event) {
  const auto known = money_events_.find(event.number());
  if (known == money_events_.end()) return false;
  const auto later = later_.find(known->second);
  money_events_.erase(known);
  if (later == later_.end()) return false;
  const auto is_it = [&](const auto& one) { return one.event == event; };
  const std::size_t steps = std::erase_if(later->second.steps, is_it);
  const std::size_t bookings = std::erase_if(later->second.bookings, is_it);
  later_steps_ -= steps;
  steps_ -= steps;
  return steps + bookings > 0;
}

bool Tracks::remove(const Happened& event) {
  const auto found = runs_.find(event.identity.number());
  if (found == runs_.end()) return false;
  const auto step = words_.step_of(event);
  const auto booking = words_.booking_of(event);
  Later& later = copied(found->second);
  bool removed = false;
  const auto the_step = std::ranges::find_if(
      later.steps, [&](const LaterStep& one) { return step && one.place() == step->place(); });
  if (the_step != later.steps.end()) {
    later.steps.erase(the_step);
    --later_steps_;
    --steps_;
    removed = true;
  }
  const auto the_booking =
      std::ranges::find_if(later.bookings, [&](const Booking& one) { return one == booking; });
  if (the_booking != later.bookings.end()) {
    later.bookings.erase(the_booking);
    removed = true;
  }
  return removed;
}

Tracks::Later& Tracks::copied(Run run) {
  Later& later = later_[run];
  flags_[run] |= kLater;
  if (later.whole) return later;
  const Track track = in_columns(run);
  each_step(track, words_.orders(), [&](const Step& step) {
    later.steps.push_back({step, EventId()});
    ++later_steps_;
  });
  for (const Booking& booking : track.bookings)
    later.bookings.push_back({booking, EventId()});
  later.whole = true;
  return later;
}

std::vector<std::size_t> Tracks::pieces_with_later() const {
  std::vector<std::size_t> pieces;
  for (const auto& [run, later] : later_)
    pieces.push_back(run / kRunsInPiece);
  std::ranges::sort(pieces);
  const auto doubles = std::ranges::unique(pieces);
  pieces.erase(doubles.begin(), doubles.end());
  return pieces;
}

std::shared_ptr<const Columns> Tracks::rebuilt(std::size_t piece) const {
  const std::size_t begin = piece * kRunsInPiece;
  const std::size_t end = std::min(begin + kRunsInPiece, flags_.size());
  std::vector<Sizes> sizes;
  Gathered gathered(words_.orders());
  const auto each_run = [&](auto&& take) {
    for (std::size_t run = begin; run < end; ++run) {
      gathered.clear();
      gather(static_cast<Run>(run), gathered);
      take(run - begin, gathered.sorted());
    }
  };
  each_run([&](std::size_t, const Track& track) {
    sizes.push_back({static_cast<std::uint32_t>(track.steps.size()),
                     static_cast<std::uint32_t>(track.marks.size()),
                     static_cast<std::uint32_t>(track.bookings.size())});
  });
  auto columns = std::make_shared<Columns>(sizes);
  each_run([&](std::size_t at, const Track& track) {
    each_step(track, words_.orders(), [&](const Step& step) { columns->put(at, step); });
    for (const Booking& booking : track.bookings)
      columns->put(at, booking);
  });
  columns->settle(words_.orders());
  return columns;
}

void Tracks::replace(std::size_t piece, std::shared_ptr<const Columns> columns) {
  if (pieces_.size() <= piece) pieces_.resize(piece + 1);
  const std::size_t begin = piece * kRunsInPiece;
  for (std::size_t run = begin; run < begin + columns->identities(); ++run) {
    if ((flags_[run] & kLater) == 0) continue;
    flags_[run] &= static_cast<std::uint8_t>(~kLater);
    const auto later = later_.find(static_cast<Run>(run));
    later_steps_ -= later->second.steps.size();
    later_.erase(later);
  }
  pieces_[piece] = std::move(columns);
  if (later_.empty()) money_events_.clear();
}

// ---- Whose it is

std::vector<Run> Tracks::circle(Run run) const {
  std::vector<Run> runs{run};
  for (Run other = next_[run]; other != run; other = next_[other])
    runs.push_back(other);
  return runs;
}

void Tracks::link(CustomerId customer, std::vector<Run> runs) {
  if (runs.empty()) return;
  std::ranges::sort(runs);
  for (std::size_t i = 0; i < runs.size(); ++i) {
    next_[runs[i]] = runs[(i + 1) % runs.size()];
    if (runs.size() > 1) flags_[runs[i]] |= kShared;
    if (i > 0) flags_[runs[i]] |= kFollows;
  }
  firsts_[customer.number()] = runs.front();
  owners_[runs.front()] = customer.number();
}

void Tracks::dissolve(CustomerId customer) {
  const auto first = firsts_.find(customer.number());
  if (first == firsts_.end()) return;
  for (const Run run : circle(first->second)) {
    next_[run] = run;
    flags_[run] &= static_cast<std::uint8_t>(~(kShared | kFollows));
  }
  owners_.erase(first->second);
  firsts_.erase(first);
}

void Tracks::leave(Run run) {
  auto runs = circle(run);
  const auto first = std::ranges::find_if(runs, [&](Run one) { return owners_.contains(one); });
  if (first == runs.end()) return;
  const CustomerId customer(owners_.at(*first));
  dissolve(customer);
  std::erase(runs, run);
  link(customer, std::move(runs));
}

void Tracks::join(CustomerId customer, std::span<const IdentityId> identities) {
  dissolve(customer);
  std::vector<Run> runs;
  for (const IdentityId identity : identities) {
    const auto found = runs_.find(identity.number());
    if (found == runs_.end()) continue;
    leave(found->second);
    runs.push_back(found->second);
  }
  link(customer, std::move(runs));
}

void Tracks::rename(IdentityId from, IdentityId to) {
  const auto found = runs_.find(from.number());
  if (found == runs_.end() || from == to) return;
  const Run run = found->second;
  runs_.erase(found);
  leave(run);
  const auto [there, added] = runs_.try_emplace(to.number(), run);
  if (added) return;
  const CustomerId customer(to.number());
  auto runs = circle(there->second);
  dissolve(customer);
  runs.push_back(run);
  link(customer, std::move(runs));
}

// ---- Reading

Track Tracks::in_columns(Run run) const {
  const std::size_t piece = run / kRunsInPiece;
  if (piece >= pieces_.size() || !pieces_[piece]) return {};
  const Columns& columns = *pieces_[piece];
  return run % kRunsInPiece < columns.identities() ? columns[run % kRunsInPiece] : Track{};
}

void Tracks::gather(Run run, Gathered& gathered) const {
  const auto later = (flags_[run] & kLater) != 0 ? later_.find(run) : later_.end();
  if (later == later_.end() || !later->second.whole) gathered.add(in_columns(run));
  if (later == later_.end()) return;
  for (const LaterStep& step : later->second.steps)
    gathered.add(static_cast<const Step&>(step));
  for (const LaterBooking& booking : later->second.bookings)
    gathered.add(static_cast<const Booking&>(booking));
}

void Tracks::each(const Take& take) const {
  Gathered gathered(words_.orders());
  const auto hand_over = [&](Run run, const Track& track) {
    if (track.steps.size() > 0 || !track.bookings.empty()) take(run, track);
  };
  for (Run run = 0; run < flags_.size(); ++run) {
    if (flags_[run] == 0) {
      hand_over(run, in_columns(run));
    } else if ((flags_[run] & kFollows) == 0) {
      gathered.clear();
      for (Run other = run;;) {
        gather(other, gathered);
        other = next_[other];
        if (other == run) break;
      }
      hand_over(run, gathered.sorted());
    }
  }
}

std::optional<Run> Tracks::customer(CustomerId customer) const {
  const auto first = firsts_.find(customer.number());
  if (first != firsts_.end()) return first->second;
  const auto own = runs_.find(customer.number());
  return own == runs_.end() ? std::nullopt : std::optional(own->second);
}

std::size_t Tracks::bytes() const {
  constexpr std::size_t kPerEntry = 20;  // of a flat map, with its room to grow
  std::size_t bytes = words_.bytes() + flags_.capacity() + next_.capacity() * sizeof(Run) +
                      (runs_.size() + firsts_.size() + owners_.size()) * kPerEntry +
                      later_steps_ * sizeof(LaterStep);
  for (const auto& columns : pieces_)
    bytes += columns ? columns->bytes() : 0;
  return bytes;
}

}  // namespace sluis::journeys
