#include "kernel/text.h"

namespace sluis {

Message::Message(const Message& other) = default;
Message::Message(Message&& other) noexcept = default;
Message& Message::operator=(const Message& other) = default;
Message& Message::operator=(Message&& other) noexcept = default;
Message::~Message() = default;

void Message::add(std::string_view text) {
  arguments_.push_back({.en = std::string(text), .nl = std::string(text)});
}

void Message::add(const Message& message) {
  arguments_.push_back({.en = message.in(Language::en), .nl = message.in(Language::nl)});
}

std::string Message::in(Language language) const {
  const std::string_view pattern = text_->in(language);
  std::string out;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    const bool is_placeholder = pattern[i] == '{' && i + 2 < pattern.size() &&
                                pattern[i + 1] >= '0' && pattern[i + 1] <= '9' &&
                                pattern[i + 2] == '}';
    if (!is_placeholder) {
      out += pattern[i];
      continue;
    }
    const auto index = static_cast<std::size_t>(pattern[i + 1] - '0');
    if (index < arguments_.size()) {
      const Argument& argument = arguments_[index];
      out += language == Language::nl ? argument.nl : argument.en;
    }
    i += 2;
  }
  return out;
}

}  // namespace sluis
