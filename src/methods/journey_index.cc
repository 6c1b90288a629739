#include "methods/journey_index.h"

#include <algorithm>
#include <numeric>

#include "kernel/assert.h"

namespace sluis::methods {
namespace {

// Moves each cell to its place; one column after the other, so that two of one column are the most
// that memory has to hold.
template <class T>
void move_cells(std::vector<T>& column, const std::vector<std::uint32_t>& places) {
  std::vector<T> moved(column.size());
  T* to = moved.data();
  const T* from = column.data();
  const std::uint32_t* place = places.data();
  for (std::size_t i = 0; i < places.size(); ++i)
    to[place[i]] = from[i];
  column = std::move(moved);
}

template <class T>
void reorder(std::span<T> cells, const std::vector<std::size_t>& order) {
  std::vector<T> moved(cells.size());
  for (std::size_t i = 0; i < order.size(); ++i)
    moved[i] = cells[order[i]];
  std::ranges::copy(moved, cells.begin());
}

}  // namespace

void JourneyBuilder::reserve(std::size_t events) {
  owners_.reserve(events);
  index_.times_.reserve(events);
  index_.channels_.reserve(events);
  index_.kinds_.reserve(events);
  index_.values_.reserve(events);
}

void JourneyBuilder::add(const JourneyEvent& event) {
  SLUIS_ASSERT(owners_.size() < kEventsMax);
  customers_ = std::max(customers_, std::size_t{event.customer} + 1);
  owners_.push_back(event.customer);
  index_.times_.push_back(event.ts);
  index_.channels_.push_back(event.channel);
  index_.kinds_.push_back(event.kind);
  index_.values_.push_back(event.value);
}

JourneyIndex JourneyBuilder::build() && {
  place();
  move_cells(index_.times_, owners_);
  move_cells(index_.channels_, owners_);
  move_cells(index_.kinds_, owners_);
  move_cells(index_.values_, owners_);
  owners_ = {};
  sort_times();
  return std::move(index_);
}

// A counting sort: counts the events of each customer, and then turns each owner into the place of
// its event.
void JourneyBuilder::place() {
  auto& begins = index_.begins_;
  begins.assign(customers_ + 1, 0);
  for (const std::uint32_t owner : owners_)
    ++begins[owner + 1];
  std::partial_sum(begins.begin(), begins.end(), begins.begin());
  std::vector<std::uint32_t> next(begins.begin(), begins.end() - 1);
  std::uint32_t* places = next.data();
  for (std::uint32_t& owner : owners_)
    owner = places[owner]++;
}

// Files come in order of time mostly, so few journeys need it.
void JourneyBuilder::sort_times() {
  std::vector<std::size_t> order;
  for (std::size_t customer = 0; customer < customers_; ++customer) {
    const std::size_t begin = index_.begins_[customer];
    const std::size_t length = index_.begins_[customer + 1] - begin;
    const std::span times(index_.times_.data() + begin, length);
    if (std::ranges::is_sorted(times)) continue;
    order.resize(length);
    std::iota(order.begin(), order.end(), 0);
    std::ranges::sort(order, {}, [&](std::size_t i) { return std::pair(times[i], i); });
    reorder(std::span(index_.channels_.data() + begin, length), order);
    reorder(std::span(index_.kinds_.data() + begin, length), order);
    reorder(std::span(index_.values_.data() + begin, length), order);
    reorder(times, order);
  }
}

}  // namespace sluis::methods
