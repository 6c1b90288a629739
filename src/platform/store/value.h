// What a column or a parameter can be, and how C++ types are stored: Stored<T> says it per type.
#pragma once

#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>

#include "kernel/json.h"
#include "kernel/money.h"

namespace sluis::store {

// A column of type bytea.
struct Bytes {
  std::string data;
  bool operator==(const Bytes&) const = default;
};
struct BytesView {
  std::string_view data;
  bool operator==(const BytesView&) const = default;
};

using Null = std::monostate;
// A column of the current row; text and bytes last until the next row.
using Value = std::variant<Null, std::int64_t, double, std::string_view, BytesView>;
// A parameter; views last as long as the argument, text that is made on the way is owned.
using Parameter =
    std::variant<Null, std::int64_t, double, std::string_view, BytesView, std::string>;

// The database holds what this type can not be: thrown by Stored<T>::read.
[[noreturn]] void not_readable_as(std::string_view wanted, const Value& value);

std::int64_t read_integer(const Value& value);
double read_real(const Value& value);
std::string_view read_text(const Value& value);
std::string_view read_bytes(const Value& value);

// How a type is stored in one column:
//   static Parameter write(const T&);   // may point into its argument
//   static T read(const Value&);
// Unless said otherwise below, as its text form (enums, dates, currencies, slugs, …) and what has
// none (described structs, lists) as JSON.
template <class T>
struct Stored {
  static Parameter write(const T& value) {
    if constexpr (HasTextForm<T>) {
      return TextForm<T>::print(value);
    } else {
      return to_json(value);
    }
  }
  static T read(const Value& value) {
    if constexpr (HasTextForm<T>) {
      auto parsed = TextForm<T>::parse(read_text(value));
      if (!parsed) not_readable_as("a text of this type", value);
      return *std::move(parsed);
    } else {
      auto parsed = from_json<T>(read_text(value));
      if (!parsed) not_readable_as("JSON of this type", value);
      return *std::move(parsed);
    }
  }
};

template <>
struct Stored<bool> {
  static Parameter write(bool value) { return std::int64_t{value}; }
  static bool read(const Value& value) { return read_integer(value) != 0; }
};

template <std::integral T>
struct Stored<T> {
  static Parameter write(T value) { return static_cast<std::int64_t>(value); }
  static T read(const Value& value) {
    const std::int64_t number = read_integer(value);
    if (!std::in_range<T>(number)) not_readable_as("an integer of this size", value);
    return static_cast<T>(number);
  }
};

template <>
struct Stored<double> {
  static Parameter write(double value) { return value; }
  static double read(const Value& value) { return read_real(value); }
};

template <>
struct Stored<std::string> {
  static Parameter write(std::string_view value) { return value; }
  static std::string read(const Value& value) { return std::string(read_text(value)); }
};

// Only as a parameter: a row keeps no views.
template <>
struct Stored<std::string_view> {
  static Parameter write(std::string_view value) { return value; }
};
template <std::size_t N>
struct Stored<char[N]> : Stored<std::string_view> {};

template <>
struct Stored<Bytes> {
  static Parameter write(const Bytes& value) { return BytesView{value.data}; }
  static Bytes read(const Value& value) { return {std::string(read_bytes(value))}; }
};

// Only as a parameter, like a view of text.
template <>
struct Stored<BytesView> {
  static Parameter write(BytesView value) { return value; }
};

template <class Tag>
struct Stored<Id<Tag>> {
  static Parameter write(Id<Tag> id) { return id.number(); }
  static Id<Tag> read(const Value& value) { return Id<Tag>(read_integer(value)); }
};

template <>
struct Stored<Instant> {
  static Parameter write(Instant value) { return value.micros(); }
  static Instant read(const Value& value) { return Instant(read_integer(value)); }
};

template <std::int64_t Min, std::int64_t Max>
struct Stored<Whole<Min, Max>> {
  static Parameter write(Whole<Min, Max> value) { return value.number; }
  static Whole<Min, Max> read(const Value& value) { return {read_integer(value)}; }
};

// Micro-units.
template <>
struct Stored<Micro> {
  static Parameter write(Micro value) { return value.units(); }
  static Micro read(const Value& value) { return Micro(read_integer(value)); }
};

template <>
struct Stored<Minor> {
  static Parameter write(Minor value) { return value.units(); }
  static Minor read(const Value& value) { return Minor(read_integer(value)); }
};

template <>
struct Stored<Json> {
  static Parameter write(const Json& value) { return std::string_view(value.text); }
  static Json read(const Value& value) { return {std::string(read_text(value))}; }
};

template <>
struct Stored<std::nullopt_t> {
  static Parameter write(std::nullopt_t) { return Null{}; }
};

template <class T>
struct Stored<std::optional<T>> {
  static Parameter write(const std::optional<T>& value) {
    return value ? Stored<T>::write(*value) : Parameter(Null{});
  }
  static std::optional<T> read(const Value& value) {
    if (std::holds_alternative<Null>(value)) return std::nullopt;
    return Stored<T>::read(value);
  }
};

}  // namespace sluis::store
