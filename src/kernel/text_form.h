// The text form of a scalar: how it is written in JSON strings, in URLs, in CSV cells and on the
// command line. One form everywhere, so that what one place prints every other place reads.
#pragma once

#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "kernel/describe.h"
#include "kernel/ids.h"
#include "kernel/text.h"
#include "kernel/time.h"

namespace sluis {

// Specialised per type:
//   static std::optional<T> parse(std::string_view);
//   static std::string print(const T&);
//   static Message expected();       what would be right: completes "… must be …"
//   static std::string schema();     members of its JSON Schema, without braces
template <class T>
struct TextForm;

template <class T>
concept HasTextForm = requires(std::string_view text, const T& value) {
  { TextForm<T>::parse(text) } -> std::same_as<std::optional<T>>;
  { TextForm<T>::print(value) } -> std::same_as<std::string>;
  { TextForm<T>::expected() } -> std::same_as<Message>;
  { TextForm<T>::schema() } -> std::same_as<std::string>;
};

// Text of the schema of an enum: "type":"string","enum":["a","b"].
std::string enum_schema(const std::vector<std::string_view>& names);
// "a, b or c" for messages; commas only, so that it reads in every language.
std::string join_names(const std::vector<std::string_view>& names);

// What every home can keep: valid UTF-8 without a zero byte.
template <>
struct TextForm<std::string> {
  static std::optional<std::string> parse(std::string_view text);
  static std::string print(const std::string& value) { return value; }
  static Message expected();
  static std::string schema() { return R"("type":"string")"; }
};

template <>
struct TextForm<bool> {
  static std::optional<bool> parse(std::string_view text);
  static std::string print(const bool& value) { return value ? "true" : "false"; }
  static Message expected();
  static std::string schema() { return R"("type":"boolean")"; }
};

template <>
struct TextForm<std::int64_t> {
  static std::optional<std::int64_t> parse(std::string_view text);
  static std::string print(const std::int64_t& value) { return std::to_string(value); }
  static Message expected();
  static std::string schema() { return R"("type":"integer","format":"int64")"; }
};

template <>
struct TextForm<double> {
  static std::optional<double> parse(std::string_view text);
  static std::string print(const double& value);
  static Message expected();
  static std::string schema() { return R"("type":"number")"; }
};

template <>
struct TextForm<Instant> {
  static std::optional<Instant> parse(std::string_view text) { return parse_instant(text); }
  static std::string print(const Instant& value) { return to_string(value); }
  static Message expected();
  static std::string schema() { return R"("type":"string","format":"date-time")"; }
};

template <>
struct TextForm<Date> {
  static std::optional<Date> parse(std::string_view text) { return parse_date(text); }
  static std::string print(const Date& value) { return to_string(value); }
  static Message expected();
  static std::string schema() { return R"("type":"string","format":"date")"; }
};

// "250ms", "90s", "15m", "2h", "7d"; never negative.
template <>
struct TextForm<Duration> {
  static std::optional<Duration> parse(std::string_view text);
  static std::string print(const Duration& value);
  static Message expected();
  static std::string schema() { return R"("type":"string","pattern":"^[0-9]+(us|ms|s|m|h|d)$")"; }
};

Message expected_id(std::string_view prefix);
std::string id_schema(std::string_view prefix);

template <class Tag>
struct TextForm<Id<Tag>> {
  static std::optional<Id<Tag>> parse(std::string_view text) { return parse_id<Tag>(text); }
  static std::string print(const Id<Tag>& value) { return to_string(value); }
  static Message expected() { return expected_id(Tag::prefix); }
  static std::string schema() { return id_schema(Tag::prefix); }
};

Message expected_one_of(const std::vector<std::string_view>& names);

template <DescribedEnum E>
struct TextForm<E> {
  static std::optional<E> parse(std::string_view text) { return parse_enum<E>(text); }
  static std::string print(const E& value) { return std::string(enum_name(value)); }
  static Message expected() { return expected_one_of(enum_names<E>()); }
  static std::string schema() { return enum_schema(enum_names<E>()); }
};

}  // namespace sluis
