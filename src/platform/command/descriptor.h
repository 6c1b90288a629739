// A file descriptor that closes itself.
#pragma once

#include <string_view>
#include <utility>

namespace sluis::command {

class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
  Descriptor& operator=(Descriptor&& other) noexcept {
    std::swap(number_, other.number_);
    return *this;
  }
  ~Descriptor();

  explicit operator bool() const { return number_ >= 0; }
  int get() const { return number_; }

 private:
  int number_;
};

// All of it; false with errno when it could not.
bool write_all(int descriptor, std::string_view bytes);

}  // namespace sluis::command
