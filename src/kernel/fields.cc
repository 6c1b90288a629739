#include "kernel/fields.h"

#include <algorithm>

#include <fmt/format.h>

namespace sluis {
namespace {

constexpr Text kLine{"text of {0} to {1} characters on one line, without control characters",
                     "tekst van {0} tot {1} tekens op één regel, zonder stuurtekens"};
constexpr Text kUpTo{"text of at most {1} characters, without control characters",
                     "tekst van hoogstens {1} tekens, zonder stuurtekens"};
constexpr Text kWhole{"a whole number from {0} to {1}", "een geheel getal van {0} tot en met {1}"};
constexpr Text kSlug{
    "a short name of lower-case letters, digits and - (at most 40), "
    "for example web-shop",
    "een korte naam van kleine letters, cijfers en - (hoogstens 40), "
    "bijvoorbeeld web-winkel"};
constexpr Text kEmail{"an e-mail address like name@example.com",
                      "een e-mailadres zoals naam@voorbeeld.nl"};
constexpr Text kUrl{"a web address like https://example.com/page",
                    "een webadres zoals https://voorbeeld.nl/pagina"};

constexpr std::size_t kEmailBytesMax = 254;  // RFC 5321 with erratum 1690
constexpr std::size_t kUrlBytesMax = 2000;

bool is_lower(char c) {
  return c >= 'a' && c <= 'z';
}
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

char lowered(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

// The bytes of the code point that starts here, or 0 when it is not valid (RFC 3629: no overlong
// forms, no surrogates, nothing above U+10FFFF).
std::size_t code_point_size(std::string_view text) {
  const auto byte = [&](std::size_t i) {
    return i < text.size() ? static_cast<unsigned char>(text[i]) : 0u;
  };
  const auto follows = [&](std::size_t i, unsigned low = 0x80, unsigned high = 0xBF) {
    return byte(i) >= low && byte(i) <= high;
  };
  const unsigned lead = byte(0);
  if (lead < 0x80) return 1;
  if (lead >= 0xC2 && lead <= 0xDF) return follows(1) ? 2 : 0;
  if (lead >= 0xE0 && lead <= 0xEF) {
    const unsigned low = lead == 0xE0 ? 0xA0 : 0x80;
    const unsigned high = lead == 0xED ? 0x9F : 0xBF;
    return follows(1, low, high) && follows(2) ? 3 : 0;
  }
  if (lead >= 0xF0 && lead <= 0xF4) {
    const unsigned low = lead == 0xF0 ? 0x90 : 0x80;
    const unsigned high = lead == 0xF4 ? 0x8F : 0xBF;
    return follows(1, low, high) && follows(2) && follows(3) ? 4 : 0;
  }
  return 0;
}

}  // namespace

std::optional<std::size_t> utf8_length(std::string_view text) {
  std::size_t length = 0;
  for (; !text.empty(); ++length) {
    const std::size_t size = code_point_size(text);
    if (size == 0) return std::nullopt;
    text.remove_prefix(size);
  }
  return length;
}

bool is_printable(std::string_view text, bool line_breaks) {
  return std::none_of(text.begin(), text.end(), [&](char c) {
    if (line_breaks && (c == '\n' || c == '\t' || c == '\r')) return false;
    return (c >= 0 && c < ' ') || c == '\x7f';
  });
}

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kBlank = " \t\r\n";
  const auto first = text.find_first_not_of(kBlank);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kBlank) - first + 1);
}

Message expected_line(std::size_t min, std::size_t max) {
  return {min == 0 ? kUpTo : kLine, std::to_string(min), std::to_string(max)};
}

Message expected_whole(std::int64_t min, std::int64_t max) {
  return {kWhole, std::to_string(min), std::to_string(max)};
}

std::string line_schema(std::size_t min, std::size_t max) {
  return fmt::format(R"("type":"string","minLength":{},"maxLength":{})", min, max);
}

std::string whole_schema(std::int64_t min, std::int64_t max) {
  return fmt::format(R"("type":"integer","minimum":{},"maximum":{})", min, max);
}

std::optional<Slug> TextForm<Slug>::parse(std::string_view text) {
  if (text.empty() || text.size() > 40 || !is_lower(text.front())) return std::nullopt;
  const bool clean = std::all_of(text.begin(), text.end(),
                                 [](char c) { return is_lower(c) || is_digit(c) || c == '-'; });
  if (!clean) return std::nullopt;
  return Slug{std::string(text)};
}
Message TextForm<Slug>::expected() {
  return kSlug;
}

std::optional<Email> TextForm<Email>::parse(std::string_view text) {
  const std::string_view inner = trimmed(text);
  const auto at = inner.find('@');
  if (at == std::string_view::npos || at == 0 || inner.size() > kEmailBytesMax) {
    return std::nullopt;
  }
  const std::string_view domain = inner.substr(at + 1);
  const bool has_domain = domain == "localhost" || (domain.find('.') != std::string_view::npos &&
                                                    domain.front() != '.' && domain.back() != '.');
  if (!has_domain || domain.find('@') != std::string_view::npos ||
      inner.find_first_of(" <>,;:\"\\") != std::string_view::npos || !utf8_length(inner) ||
      !is_printable(inner, false)) {
    return std::nullopt;
  }
  Email email{std::string(inner)};
  std::transform(email.text.begin(), email.text.end(), email.text.begin(), lowered);
  return email;
}
Message TextForm<Email>::expected() {
  return kEmail;
}

std::optional<Url> TextForm<Url>::parse(std::string_view text) {
  const std::string_view inner = trimmed(text);
  const bool web = inner.starts_with("https://") || inner.starts_with("http://");
  if (!web || inner.size() > kUrlBytesMax || inner.find_first_of(" <>\"\\") != inner.npos ||
      inner.substr(inner.find("//") + 2).empty() || !utf8_length(inner) ||
      !is_printable(inner, false)) {
    return std::nullopt;
  }
  return Url{std::string(inner)};
}
Message TextForm<Url>::expected() {
  return kUrl;
}

}  // namespace sluis
