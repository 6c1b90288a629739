// Text for people, always in every language that Sluis speaks.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <boost/describe/enum.hpp>

namespace sluis {

enum class Language : std::uint8_t { en, nl };
BOOST_DESCRIBE_ENUM(Language, en, nl)

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
// constant: it must outlive the message. An argument is text, or a message of its own.
class Message {
 public:
  template <class... Arguments>
  Message(const Text& text, const Arguments&... arguments) : text_(&text) {
    (add(arguments), ...);
  }
  // Out of line: every Result of the house has one, and would carry a copy of these.
  Message(const Message& other);
  Message(Message&& other) noexcept;
  Message& operator=(const Message& other);
  Message& operator=(Message&& other) noexcept;
  ~Message();

  std::string in(Language language) const;

 private:
  struct Argument {
    std::string en;
    std::string nl;
  };

  void add(std::string_view text);
  void add(const Message& message);

  const Text* text_;
  std::vector<Argument> arguments_;
};

}  // namespace sluis
