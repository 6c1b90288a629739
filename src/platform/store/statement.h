// A statement is a named constant in a capability's store.cc: one SQL text that runs unchanged on
// SQLite and PostgreSQL. Only statements that the store was opened with may be prepared.
#pragma once

#include <algorithm>
#include <array>
#include <string_view>

namespace sluis::store {

struct Statement {
  std::string_view name;  // "channels.insert"
  std::string_view sql;   // $1, $2 … are its parameters
};

// SQL from parts that several statements share, put together by the compiler.
template <const std::string_view&... Parts>
struct Joined {
  static constexpr auto bytes = [] {
    std::array<char, (Parts.size() + ...)> all{};
    auto end = all.begin();
    ((end = std::ranges::copy(Parts, end).out), ...);
    return all;
  }();
  static constexpr std::string_view sql{bytes.data(), bytes.size()};
};

}  // namespace sluis::store
