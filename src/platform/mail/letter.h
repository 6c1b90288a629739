// What is written in a mail, once: from it come the plain text and the HTML. Whatever stands in it
// is text; nothing in it can become markup.
#pragma once

#include <string>
#include <string_view>

#include "kernel/text.h"

namespace sluis::mail {

class Letter {
 public:
  explicit Letter(Language language) : language_(language) {}

  Letter& heading(std::string_view text);
  Letter& paragraph(std::string_view text);
  // "Ann, 14:05" above what was said.
  Letter& quote(std::string_view head, std::string_view text);
  // `address` is an http or https one.
  Letter& link(std::string_view label, std::string_view address);
  // Small, at the end: why somebody gets this.
  Letter& remark(std::string_view text);

  const std::string& text() const { return text_; }
  std::string html() const;

 private:
  Letter& add(std::string_view text, std::string_view open, std::string_view close);

  const Language language_;
  std::string text_;
  std::string body_;
};

}  // namespace sluis::mail
