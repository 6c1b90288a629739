// SHA-256, for names of blobs, checksums and etags.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace sluis {

class Sha256 {
 public:
  Sha256();
  ~Sha256();
  Sha256(Sha256&&) noexcept;
  Sha256& operator=(Sha256&&) noexcept;

  void add(std::string_view bytes);
  // 64 hexadecimal digits; once, after the last add.
  std::string hex();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

std::string sha256_hex(std::string_view bytes);

}  // namespace sluis
