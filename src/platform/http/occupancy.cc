#include "platform/http/occupancy.h"

namespace sluis::http {

Occupancy::Place::~Place() {
  if (of_) of_->leave(address_);
}

std::unique_ptr<Occupancy::Place> Occupancy::enter(const std::string& address, bool proxy) {
  const std::lock_guard lock(mutex_);
  if (total_ >= limits_.connections) return nullptr;
  std::size_t& here = by_address_[address];
  if (here >= limits_.connections_per_address && !proxy) return nullptr;
  ++here;
  ++total_;
  return std::make_unique<Place>(shared_from_this(), address);
}

std::size_t Occupancy::total() const {
  const std::lock_guard lock(mutex_);
  return total_;
}

void Occupancy::leave(const std::string& address) {
  const std::lock_guard lock(mutex_);
  --total_;
  const auto here = by_address_.find(address);
  if (--here->second == 0) by_address_.erase(here);
}

}  // namespace sluis::http
