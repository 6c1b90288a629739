#include "platform/mail/message.h"

#include <algorithm>
#include <chrono>

#include <fmt/format.h>

#include "kernel/base64.h"

namespace sluis::mail {
namespace {

constexpr std::size_t kLine = 76;
constexpr std::size_t kWord = 30;  // that is left whole in a header

bool is_plain(char c) {
  return c >= ' ' && c <= '~';
}

// Where a character of UTF-8 begins.
bool begins(char c) {
  return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
}

// "=?utf-8?B?…?=", of at most 75 characters each and never cut within a character (RFC 2047, 2).
std::string encoded_words(std::string_view text) {
  constexpr std::size_t bytes_of_word = 39;  // 52 characters, 12 around them, and "Subject: "
  std::string words;
  while (!text.empty()) {
    std::size_t size = std::min(bytes_of_word, text.size());
    while (size < text.size() && size > 0 && !begins(text[size]))
      --size;
    if (size == 0) size = std::min(bytes_of_word, text.size());
    words += fmt::format("{}=?utf-8?B?{}?=", words.empty() ? "" : "\r\n ",
                         encoded_base64(text.substr(0, size)));
    text.remove_prefix(size);
  }
  return words;
}

// Breaks at spaces; the line that it stands in has `used` characters already.
std::string folded(std::string_view text, std::size_t used) {
  std::string out;
  while (!text.empty()) {
    const std::size_t space = std::min(text.find(' ', 1), text.size());
    if (used + space > kLine && text.front() == ' ' && !out.empty()) {
      out += "\r\n";
      used = 0;
    }
    out += text.substr(0, space);
    used += space;
    text.remove_prefix(space);
  }
  return out;
}

std::size_t longest_word(std::string_view text) {
  std::size_t longest = 0;
  while (!text.empty()) {
    const std::size_t space = std::min(text.find(' '), text.size());
    longest = std::max(longest, space);
    text.remove_prefix(std::min(space + 1, text.size()));
  }
  return longest;
}

// No line break survives in it.
std::string header_text(std::string_view name, std::string_view text) {
  // What looks like a word of other letters would be read as one.
  const bool plain =
      std::ranges::all_of(text, is_plain) && !text.contains("=?") && longest_word(text) <= kWord;
  return plain ? folded(text, name.size() + 2) : encoded_words(text);
}

// Quoted where it is plain, as words of other letters where not (RFC 5322, 3.2.4; RFC 2047, 5.3).
std::string phrase(std::string_view name) {
  if (name.size() > kWord || !std::ranges::all_of(name, is_plain)) return encoded_words(name);
  std::string out = "\"";
  for (const char c : name) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out + '"';
}

std::string mailbox(std::string_view address, std::string_view name) {
  return name.empty() ? fmt::format("<{}>", address)
                      : fmt::format("{}\r\n <{}>", phrase(name), address);
}

std::string date_of(Instant now) {
  constexpr std::string_view days[] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  constexpr std::string_view months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                         "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const Date day = utc_day(now);
  const std::int64_t second = now.millis() / 1000 % kSecondsOfDay;
  return fmt::format("{}, {:02} {} {} {:02}:{:02}:{:02} +0000",
                     days[std::chrono::weekday(day.days()).c_encoding()], day.day(),
                     months[day.month() - 1], day.year(), second / 3600, second / 60 % 60,
                     second % 60);
}

std::string base64_lines(std::string_view bytes) {
  constexpr std::size_t bytes_of_line = kLine / 4 * 3;
  std::string out;
  for (std::size_t at = 0; at < bytes.size(); at += bytes_of_line)
    out += encoded_base64(bytes.substr(at, bytes_of_line)) + "\r\n";
  return out;
}

// RFC 2045, 6.7. Line breaks of either kind become those of mail.
std::string quoted_printable(std::string_view text) {
  std::string out;
  std::size_t column = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (c == '\r') continue;
    if (c == '\n') {
      out += "\r\n";
      column = 0;
      continue;
    }
    const bool before_break = at + 1 == text.size() || text[at + 1] == '\n' || text[at + 1] == '\r';
    const bool plain = is_plain(c) && c != '=' && !(c == ' ' && before_break);
    const std::size_t width = plain ? 1 : 3;
    if (column + width > kLine - 1) {
      out += "=\r\n";
      column = 0;
    }
    out += plain ? std::string(1, c) : fmt::format("={:02X}", static_cast<unsigned char>(c));
    column += width;
  }
  return out + (out.ends_with("\r\n") ? "" : "\r\n");
}

std::string text_part(std::string_view form, std::string_view text) {
  return fmt::format(
      "Content-Type: text/{}; charset=utf-8\r\n"
      "Content-Transfer-Encoding: quoted-printable\r\n\r\n{}",
      form, quoted_printable(text));
}

// The name of a file, in pieces of a line each where it is long (RFC 2231, 3 and 4): no character
// of it can end its header.
std::string file_name(std::string_view name) {
  constexpr std::size_t piece = 50;
  std::string out;
  std::size_t in_line = 0;
  int pieces = 0;
  for (const char c : name) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       c == '.' || c == '-' || c == '_';
    if (pieces == 0 || in_line >= piece) {
      out += fmt::format("{}\r\n filename*{}*={}", pieces == 0 ? "" : ";", pieces,
                         pieces == 0 ? "utf-8''" : "");
      ++pieces;
      in_line = 0;
    }
    const std::size_t before = out.size();
    out += plain ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
    in_line += out.size() - before;
  }
  return out;
}

std::string attached(const Attachment& attachment) {
  const bool known =
      !attachment.media_type.empty() && std::ranges::all_of(attachment.media_type, [](char c) {
        return is_plain(c) && c != ' ' && c != ';' && c != '"';
      });
  return fmt::format(
      "Content-Type: {}\r\nContent-Transfer-Encoding: base64\r\n"
      "Content-Disposition: attachment{}{}\r\n\r\n{}",
      known ? attachment.media_type : "application/octet-stream",
      attachment.name.empty() ? "" : ";", file_name(attachment.name),
      base64_lines(attachment.bytes));
}

// "=_" stands in no text that is quoted-printable or base64, so no part can hold a boundary.
std::string many_parts(std::string_view form, std::string_view boundary,
                       const std::vector<std::string>& parts) {
  std::string out =
      fmt::format("Content-Type: multipart/{};\r\n boundary=\"{}\"\r\n\r\n", form, boundary);
  for (const std::string& part : parts)
    out += fmt::format("--{}\r\n{}", boundary, part);
  return out + fmt::format("--{}--\r\n", boundary);
}

std::string body_of(const Mail& mail, std::string_view reference) {
  std::string body = text_part("plain", mail.text);
  if (!mail.html.empty())
    body = many_parts("alternative", fmt::format("=_a.{}", reference),
                      {std::move(body), text_part("html", mail.html)});
  if (mail.attachments.empty()) return body;
  std::vector<std::string> parts{std::move(body)};
  for (const Attachment& attachment : mail.attachments)
    parts.push_back(attached(attachment));
  return many_parts("mixed", fmt::format("=_m.{}", reference), parts);
}

std::string ending_headers(const Url& address) {
  const bool one_click = address.text.starts_with("https://");
  return fmt::format("List-Unsubscribe: <{}>\r\n{}", address.text,
                     one_click ? "List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n" : "");
}

}  // namespace

std::string written(const Mail& mail, const From& from, std::string_view reference, Instant now) {
  const std::string_view domain = std::string_view(from.address).substr(from.address.find('@') + 1);
  std::string out = fmt::format(
      "Date: {}\r\nFrom: {}\r\nTo: {}\r\nSubject: {}\r\nMessage-ID: <{}@{}>\r\n"
      "Auto-Submitted: auto-generated\r\nContent-Language: {}\r\nMIME-Version: 1.0\r\n",
      date_of(now), mailbox(from.address, from.name), mailbox(mail.to.text, mail.name.text),
      header_text("Subject", mail.subject.text), reference, domain,
      mail.language == Language::nl ? "nl" : "en");
  if (mail.unsubscribe) out += ending_headers(*mail.unsubscribe);
  return out + body_of(mail, reference);
}

}  // namespace sluis::mail
