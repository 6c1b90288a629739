#include "journeys/columns.h"

#include <algorithm>

namespace sluis::journeys {
namespace {

// Begins shifted by one, so that filling moves each to the end of its own, where the next begins.
std::size_t lay_out(std::vector<std::uint32_t>& begins, std::span<const Sizes> sizes,
                    std::uint32_t Sizes::* part) {
  begins.assign(sizes.size() + 1, 0);
  std::uint32_t sum = 0;
  for (std::size_t i = 0; i < sizes.size(); ++i) {
    begins[i + 1] = sum;
    sum += sizes[i].*part;
  }
  return sum;
}

template <class T>
std::span<T> part_of(std::vector<T>& column, const std::vector<std::uint32_t>& begins,
                     std::size_t identity) {
  return {column.data() + begins[identity], column.data() + begins[identity + 1]};
}

template <class T>
std::span<const T> part_of(const std::vector<T>& column, const std::vector<std::uint32_t>& begins,
                           std::size_t identity) {
  return {column.data() + begins[identity], column.data() + begins[identity + 1]};
}

bool is_earlier(const Booking& a, const Booking& b) {
  const auto all = [](const Booking& one) {
    return std::tuple(one.ts, one.kind, one.product, one.revenue, one.cost);
  };
  return all(a) < all(b);
}

template <class T>
std::size_t bytes_of(const std::vector<T>& column) {
  return column.capacity() * sizeof(T);
}

}  // namespace

Columns::Columns(std::span<const Sizes> sizes) {
  const std::size_t steps = lay_out(steps_, sizes, &Sizes::steps);
  times_.resize(steps);
  channels_.resize(steps);
  kinds_.resize(steps);
  marks_.resize(lay_out(of_marks_, sizes, &Sizes::marks));
  bookings_.resize(lay_out(of_bookings_, sizes, &Sizes::bookings));
}

void Columns::put(std::size_t identity, const Step& step) {
  const std::uint32_t at = steps_[identity + 1]++;
  times_[at] = step.ts;
  channels_[at] = step.channel;
  kinds_[at] = step.kind;
  if (!step.has_mark()) return;
  // Where the identity begins is the end of the one before, which may not be full yet; so a mark
  // has its place in the columns until all is there.
  marks_[of_marks_[identity + 1]++] = {at, step.campaign, step.product};
}

void Columns::put(std::size_t identity, const Booking& booking) {
  bookings_[of_bookings_[identity + 1]++] = booking;
}

void Columns::settle(const methods::KindSet& orders) {
  for (std::size_t identity = 0; identity < identities(); ++identity) {
    for (Mark& mark : part_of(marks_, of_marks_, identity))
      mark.at -= steps_[identity];
    sort_steps(identity, orders);
    std::ranges::sort(part_of(bookings_, of_bookings_, identity), is_earlier);
  }
}

void Columns::sort_steps(std::size_t identity, const methods::KindSet& orders) {
  const Track track = (*this)[identity];
  std::uint64_t before = 0;
  bool sorted = true;
  each_step(track, orders, [&](const Step& step) {
    sorted &= before <= step.place();
    before = step.place();
  });
  if (sorted) return;
  Gathered gathered(orders);
  gathered.add(track);
  const Track in_order = gathered.sorted();
  std::ranges::copy(in_order.steps.times, part_of(times_, steps_, identity).begin());
  std::ranges::copy(in_order.steps.channels, part_of(channels_, steps_, identity).begin());
  std::ranges::copy(in_order.steps.kinds, part_of(kinds_, steps_, identity).begin());
  std::ranges::copy(in_order.marks, part_of(marks_, of_marks_, identity).begin());
}

std::size_t Columns::bytes() const {
  return bytes_of(steps_) + bytes_of(of_marks_) + bytes_of(of_bookings_) + bytes_of(times_) +
         bytes_of(channels_) + bytes_of(kinds_) + bytes_of(marks_) + bytes_of(bookings_);
}

Track Columns::operator[](std::size_t identity) const {
  return {.steps = {.times = part_of(times_, steps_, identity),
                    .channels = part_of(channels_, steps_, identity),
                    .kinds = part_of(kinds_, steps_, identity),
                    .values = {}},
          .marks = part_of(marks_, of_marks_, identity),
          .bookings = part_of(bookings_, of_bookings_, identity)};
}

void Gathered::clear() {
  steps_.clear();
  bookings_.clear();
}

void Gathered::add(const Track& track) {
  each_step(track, orders_, [this](const Step& step) { add(step); });
  bookings_.insert(bookings_.end(), track.bookings.begin(), track.bookings.end());
}

Track Gathered::sorted() {
  std::ranges::sort(steps_);
  std::ranges::sort(bookings_, is_earlier);
  times_.clear();
  channels_.clear();
  kinds_.clear();
  marks_.clear();
  for (const Placed& placed : steps_) {
    const Step step = step_at(placed.place);
    if (placed.campaign != 0 || placed.product != 0) {
      marks_.push_back(
          {static_cast<std::uint32_t>(times_.size()), placed.campaign, placed.product});
    }
    times_.push_back(step.ts);
    channels_.push_back(step.channel);
    kinds_.push_back(step.kind);
  }
  return {.steps = {.times = times_, .channels = channels_, .kinds = kinds_, .values = {}},
          .marks = marks_,
          .bookings = bookings_};
}

}  // namespace sluis::journeys
