// Text for people, always in every language that Sluis speaks.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sluis {

enum class Language : std::uint8_t { en, nl };

// A sentence in English and Dutch. {0}, {1} … stand for the arguments of a Message. A text that
// lacks a language does not compile.
struct Text {
  consteval Text(std::string_view english, std::string_view dutch) : en(english), nl(dutch) {
    if (english.empty() || dutch.empty()) throw "a text needs both languages";
  }
  constexpr std::string_view in(Language language) const {
    return language == Language::nl ? nl : en;
  }

  std::string_view en;
  std::string_view nl;
};

// A text with its arguments, rendered only when the reader's language is known. The text is a
// constant: it must outlive the message.
class Message {
 public:
  template <class... Arguments>
  Message(const Text& text, Arguments&&... arguments)
      : text_(&text), arguments_{std::string(std::forward<Arguments>(arguments))...} {}

  std::string in(Language language) const;

 private:
  const Text* text_;
  std::vector<std::string> arguments_;
};

}  // namespace sluis
