#include "kernel/json.h"

#include <fmt/format.h>

namespace sluis {
namespace {

constexpr Text kMustBe{"Must be {0}.", "Moet zijn: {0}."};
constexpr Text kMissing{"Is required.", "Is verplicht."};
constexpr Text kUnknown{"Is not known here; known are: {0}.",
                        "Is hier niet bekend; bekend zijn: {0}."};
constexpr Text kList{"a list", "een lijst"};
constexpr Text kObject{"an object", "een object"};

// RFC 6901, section 3.
std::string escaped_token(std::string_view key) {
  std::string out;
  for (const char c : key) {
    if (c == '~') {
      out += "~0";
    } else if (c == '/') {
      out += "~1";
    } else {
      out += c;
    }
  }
  return out;
}

}  // namespace

Message expected_list() {
  return kList;
}
Message expected_object() {
  return kObject;
}

void JsonProblems::enter(std::string_view key) {
  pointer_ += "/" + escaped_token(key);
}
void JsonProblems::enter(std::size_t index) {
  pointer_ += "/" + std::to_string(index);
}

void JsonProblems::must_be(const Message& expected) {
  add("type", Message(kMustBe, expected));
}
void JsonProblems::missing() {
  add("required", kMissing);
}
void JsonProblems::unknown(const std::vector<std::string_view>& known) {
  add("unknown", {kUnknown, join_names(known)});
}

void JsonProblems::add(std::string_view code, Message message) {
  if (problems_.size() < kMost) problems_.push_back({pointer_, code, std::move(message)});
}

void write_json_string(std::string& out, std::string_view text) {
  out += '"';
  for (const char c : text) {
    switch (c) {
      case '"':
        out += "\\\"";
        break;
      case '\\':
        out += "\\\\";
        break;
      case '\n':
        out += "\\n";
        break;
      case '\r':
        out += "\\r";
        break;
      case '\t':
        out += "\\t";
        break;
      default:
        if (c >= 0 && c < ' ') {
          out += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
        } else {
          out += c;
        }
    }
  }
  out += '"';
}

}  // namespace sluis
