#include "events/props.h"

#include "kernel/json.h"

namespace sluis::events {
namespace {

constexpr int kDepthMost = 32;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_hex(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

class Scan {
 public:
  using Member = std::function<void(const Property&)>;

  Scan(std::string_view text, const Member& member) : rest_(text), member_(member) {}

  bool run() {
    spaces();
    if (peek() != '{' || !object(1)) return false;
    spaces();
    return rest_.empty();
  }

 private:
  char peek() const { return rest_.empty() ? '\0' : rest_.front(); }
  bool take(char c) {
    if (peek() != c || rest_.empty()) return false;
    rest_.remove_prefix(1);
    return true;
  }
  void spaces() {
    const auto end = rest_.find_first_not_of(" \t\n\r");
    rest_.remove_prefix(end == std::string_view::npos ? rest_.size() : end);
  }

  bool object(int depth) {
    take('{');
    spaces();
    if (take('}')) return true;
    do {
      spaces();
      const std::string_view before = rest_;
      if (!text()) return false;
      const std::string_view name = before.substr(1, before.size() - rest_.size() - 2);
      spaces();
      if (!take(':')) return false;
      spaces();
      Property property{.name = name, .type = type(), .value = rest_};
      if (!value(depth)) return false;
      property.value.remove_suffix(rest_.size());
      if (depth == 1 && member_) member_(property);
      spaces();
    } while (take(','));
    return take('}');
  }

  bool list(int depth) {
    take('[');
    spaces();
    if (take(']')) return true;
    do {
      spaces();
      if (!value(depth)) return false;
      spaces();
    } while (take(','));
    return take(']');
  }

  PropertyType type() const {
    switch (peek()) {
      case '"':
        return PropertyType::text;
      case '{':
        return PropertyType::object;
      case '[':
        return PropertyType::list;
      case 't':
      case 'f':
        return PropertyType::boolean;
      case 'n':
        return PropertyType::any;  // null
      default:
        return PropertyType::number;
    }
  }

  bool value(int depth) {
    switch (peek()) {
      case '"':
        return text();
      case '{':
        return depth < kDepthMost && object(depth + 1);
      case '[':
        return depth < kDepthMost && list(depth + 1);
      case 't':
        return word("true");
      case 'f':
        return word("false");
      case 'n':
        return word("null");
      default:
        return number();
    }
  }

  bool word(std::string_view word) {
    if (!rest_.starts_with(word)) return false;
    rest_.remove_prefix(word.size());
    return true;
  }

  bool text() {
    if (!take('"')) return false;
    while (!rest_.empty()) {
      const char c = rest_.front();
      rest_.remove_prefix(1);
      if (c == '"') return true;
      if (static_cast<unsigned char>(c) < 0x20) return false;
      if (c == '\\' && !escape()) return false;
    }
    return false;
  }

  bool escape() {
    if (take('u')) {
      for (int i = 0; i < 4; ++i) {
        if (!is_hex(peek())) return false;
        rest_.remove_prefix(1);
      }
      return true;
    }
    if (rest_.empty() || std::string_view("\"\\/bfnrt").find(peek()) == std::string_view::npos) {
      return false;
    }
    rest_.remove_prefix(1);
    return true;
  }

  bool digits() {
    if (!is_digit(peek())) return false;
    while (is_digit(peek()))
      rest_.remove_prefix(1);
    return true;
  }

  bool number() {
    take('-');
    if (!take('0') && !digits()) return false;
    if (take('.') && !digits()) return false;
    if (take('e') || take('E')) {
      if (!take('+')) take('-');
      return digits();
    }
    return true;
  }

  std::string_view rest_;
  const Member& member_;
};

}  // namespace

bool scan_props(std::string_view text, const Scan::Member& member) {
  return Scan(text, member).run();
}

std::string with_property(std::string_view props, std::string_view name,
                          const std::optional<std::string>& value) {
  std::string out = "{";
  const auto add = [&](std::string_view member, std::string_view json) {
    if (out.size() > 1) out += ',';
    out.append("\"").append(member).append("\":").append(json);
  };
  scan_props(props, [&](const Property& property) {
    if (property.name != name) add(property.name, property.value);
  });
  if (value) {
    std::string json;
    write_json_string(json, *value);
    add(name, json);
  }
  return out += '}';
}

}  // namespace sluis::events
