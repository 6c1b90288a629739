// Types of field that carry their own limits, so that the reader, the database, the API
// description and the message to the user all say the same.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "kernel/text_form.h"

namespace sluis {

// Code points in valid UTF-8; nullopt when it is not valid.
std::optional<std::size_t> utf8_length(std::string_view text);
// No control characters but, if allowed, line feed and tab.
bool is_printable(std::string_view text, bool line_breaks);

Message expected_line(std::size_t min, std::size_t max);
Message expected_whole(std::int64_t min, std::int64_t max);
std::string line_schema(std::size_t min, std::size_t max);
std::string whole_schema(std::int64_t min, std::int64_t max);
std::string_view trimmed(std::string_view text);

// One line of text of Min to Max characters (code points), without spaces around it.
template <std::size_t Min, std::size_t Max>
struct Line {
  std::string text;
  auto operator<=>(const Line&) const = default;
};

template <std::size_t Min, std::size_t Max>
struct TextForm<Line<Min, Max>> {
  static std::optional<Line<Min, Max>> parse(std::string_view text) {
    const std::string_view inner = trimmed(text);
    const auto length = utf8_length(inner);
    if (!length || *length < Min || *length > Max || !is_printable(inner, false)) {
      return std::nullopt;
    }
    return Line<Min, Max>{std::string(inner)};
  }
  static std::string print(const Line<Min, Max>& value) { return value.text; }
  static Message expected() { return expected_line(Min, Max); }
  static std::string schema() { return line_schema(Min, Max); }
};

// Text of at most Max characters (code points) that may have several lines.
template <std::size_t Max>
struct Prose {
  std::string text;
  auto operator<=>(const Prose&) const = default;
};

template <std::size_t Max>
struct TextForm<Prose<Max>> {
  static std::optional<Prose<Max>> parse(std::string_view text) {
    const auto length = utf8_length(text);
    if (!length || *length > Max || !is_printable(text, true)) return std::nullopt;
    return Prose<Max>{std::string(text)};
  }
  static std::string print(const Prose<Max>& value) { return value.text; }
  static Message expected() { return expected_line(0, Max); }
  static std::string schema() { return line_schema(0, Max); }
};

// A whole number from Min to Max.
template <std::int64_t Min, std::int64_t Max>
struct Whole {
  std::int64_t number = Min;
  auto operator<=>(const Whole&) const = default;
};

template <std::int64_t Min, std::int64_t Max>
struct TextForm<Whole<Min, Max>> {
  static std::optional<Whole<Min, Max>> parse(std::string_view text) {
    const auto number = TextForm<std::int64_t>::parse(text);
    if (!number || *number < Min || *number > Max) return std::nullopt;
    return Whole<Min, Max>{*number};
  }
  static std::string print(const Whole<Min, Max>& value) { return std::to_string(value.number); }
  static Message expected() { return expected_whole(Min, Max); }
  static std::string schema() { return whole_schema(Min, Max); }
};

template <class T>
constexpr bool is_whole = false;
template <std::int64_t Min, std::int64_t Max>
constexpr bool is_whole<Whole<Min, Max>> = true;

// A short name for machines and links: a lower-case letter, then letters, digits and "-"; at most
// 40 characters.
struct Slug {
  std::string text;
  auto operator<=>(const Slug&) const = default;
};

template <>
struct TextForm<Slug> {
  static std::optional<Slug> parse(std::string_view text);
  static std::string print(const Slug& value) { return value.text; }
  static Message expected();
  static std::string schema() { return R"("type":"string","pattern":"^[a-z][a-z0-9-]{0,39}$")"; }
};

// An e-mail address as people use it: one "@", a domain with a dot or "localhost", no spaces, at
// most 254 bytes; kept in lower case, so that it can be compared.
struct Email {
  std::string text;
  auto operator<=>(const Email&) const = default;
};

template <>
struct TextForm<Email> {
  static std::optional<Email> parse(std::string_view text);
  static std::string print(const Email& value) { return value.text; }
  static Message expected();
  static std::string schema() { return R"("type":"string","format":"email","maxLength":254)"; }
};

// A web address: http or https, at most 2,000 bytes.
struct Url {
  std::string text;
  auto operator<=>(const Url&) const = default;
};

template <>
struct TextForm<Url> {
  static std::optional<Url> parse(std::string_view text);
  static std::string print(const Url& value) { return value.text; }
  static Message expected();
  static std::string schema() { return R"("type":"string","format":"uri","maxLength":2000)"; }
};

}  // namespace sluis
