// Counts the connections of a server, in total and per address, to keep them under their limits.
#pragma once

#include <cstddef>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>

#include "platform/http/server.h"

namespace sluis::http {

class Occupancy : public std::enable_shared_from_this<Occupancy> {
 public:
  explicit Occupancy(const Limits& limits) : limits_(limits) {}

  // One connection; it leaves when this goes.
  class Place {
   public:
    Place(std::shared_ptr<Occupancy> of, std::string address)
        : of_(std::move(of)), address_(std::move(address)) {}
    Place(Place&&) noexcept = default;
    Place& operator=(Place&&) noexcept = default;
    ~Place();

   private:
    std::shared_ptr<Occupancy> of_;
    std::string address_;
  };

  // From any thread; nothing when it is full. A proxy stands for many and has no limit of its own.
  std::unique_ptr<Place> enter(const std::string& address, bool proxy);
  std::size_t total() const;

 private:
  void leave(const std::string& address);

  const Limits limits_;
  mutable std::mutex mutex_;
  std::size_t total_ = 0;
  std::unordered_map<std::string, std::size_t> by_address_;
};

}  // namespace sluis::http
