#include "platform/mail/letter.h"

#include <fmt/format.h>

#include "platform/report/chart.h"

namespace sluis::mail {
namespace {

constexpr std::string_view kSmall = "font-size:13px;color:#667085";

// Line breaks stay.
std::string as_html(std::string_view text) {
  std::string out;
  for (const char c : report::escaped(text))
    out += c == '\n' ? std::string("<br>\n") : std::string(1, c);
  return out;
}

}  // namespace

Letter& Letter::add(std::string_view text, std::string_view open, std::string_view close) {
  text_ += fmt::format("{}{}\n", text_.empty() ? "" : "\n", text);
  body_ += fmt::format("{}{}{}\n", open, as_html(text), close);
  return *this;
}

Letter& Letter::heading(std::string_view text) {
  return add(text, "<h1 style=\"font-size:20px;margin:0 0 16px\">", "</h1>");
}

Letter& Letter::paragraph(std::string_view text) {
  return add(text, "<p style=\"margin:0 0 12px\">", "</p>");
}

Letter& Letter::quote(std::string_view head, std::string_view text) {
  text_ += fmt::format("{}{}\n{}\n", text_.empty() ? "" : "\n", head, text);
  body_ += fmt::format("<p style=\"margin:0 0 12px\"><span style=\"{}\">{}</span><br>\n{}</p>\n",
                       kSmall, as_html(head), as_html(text));
  return *this;
}

Letter& Letter::link(std::string_view label, std::string_view address) {
  text_ += fmt::format("{}{}:\n{}\n", text_.empty() ? "" : "\n", label, address);
  body_ += fmt::format("<p style=\"margin:0 0 12px\"><a href=\"{}\">{}</a></p>\n", as_html(address),
                       as_html(label));
  return *this;
}

Letter& Letter::remark(std::string_view text) {
  return add(text, fmt::format("<p style=\"margin:24px 0 0;{}\">", kSmall), "</p>");
}

std::string Letter::html() const {
  return fmt::format(
      "<!doctype html>\n<html lang=\"{}\">\n<head><meta charset=\"utf-8\">"
      "<meta name=\"viewport\" content=\"width=device-width\"></head>\n"
      "<body style=\"margin:0;padding:24px;font:16px/1.5 sans-serif;color:#1d2433;"
      "max-width:600px\">\n{}</body>\n</html>\n",
      language_ == Language::nl ? "nl" : "en", body_);
}

}  // namespace sluis::mail
