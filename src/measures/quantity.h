// A number of things, which may be weighed: "3", "2.5".
#pragma once

#include "kernel/money.h"
#include "platform/store/value.h"

namespace sluis::measures {

struct Quantity {
  Micro micro;
  auto operator<=>(const Quantity&) const = default;
  friend Quantity operator+(Quantity a, Quantity b) { return {a.micro + b.micro}; }
};

}  // namespace sluis::measures

namespace sluis {

template <>
struct TextForm<measures::Quantity> {
  static std::optional<measures::Quantity> parse(std::string_view text);
  static std::string print(const measures::Quantity& value);
  static Message expected();
  static std::string schema();
};

template <>
struct store::Stored<measures::Quantity> {
  static Parameter write(measures::Quantity value) { return Stored<Micro>::write(value.micro); }
  static measures::Quantity read(const Value& value) { return {Stored<Micro>::read(value)}; }
};

}  // namespace sluis
