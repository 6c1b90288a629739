#include "connectors/ingest/tree.h"

#include <algorithm>
#include <simdjson.h>

#include "connectors/ingest/utf8.h"

namespace sluis::connectors::ingest {
namespace {

namespace ondemand = simdjson::ondemand;
using simdjson::error_code;

constexpr Value kAbsent{};

bool is_space(char c) {
  return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

std::string_view without_space_behind(std::string_view token) {
  while (!token.empty() && is_space(token.back()))
    token.remove_suffix(1);
  return token;
}

void skip_digits(std::string_view& text) {
  while (!text.empty() && text.front() >= '0' && text.front() <= '9')
    text.remove_prefix(1);
}

// RFC 8259: no leading zeros, no bare point, no sign +.
bool is_number(std::string_view text) {
  const auto starts_with_digit = [&] {
    return !text.empty() && text.front() >= '0' && text.front() <= '9';
  };
  if (text.starts_with('-')) text.remove_prefix(1);
  if (!starts_with_digit()) return false;
  if (text.front() == '0') {
    text.remove_prefix(1);
  } else {
    skip_digits(text);
  }
  if (text.starts_with('.')) {
    text.remove_prefix(1);
    if (!starts_with_digit()) return false;
    skip_digits(text);
  }
  if (text.starts_with('e') || text.starts_with('E')) {
    text.remove_prefix(1);
    if (text.starts_with('+') || text.starts_with('-')) text.remove_prefix(1);
    if (!starts_with_digit()) return false;
    skip_digits(text);
  }
  return text.empty();
}

Kind kind_of_token(std::string_view token) {
  if (token == "null") return Kind::null;
  if (token == "true" || token == "false") return Kind::boolean;
  return is_number(token) ? Kind::number : Kind::broken;
}

// Walks a document once, in the order in which it is written, and appends a Value for each value.
class Walk {
 public:
  explicit Walk(std::vector<Value>& values) : values_(values) {}

  // A list or an object; a text, number or word alone is no request.
  error_code document(ondemand::document& document) {
    ondemand::value root;
    if (const auto error = document.get_value().get(root)) return error;
    if (const auto error = value(root, {}, nullptr)) return error;
    const bool at_end = document.current_location().error() == simdjson::OUT_OF_BOUNDS;
    return at_end ? simdjson::SUCCESS : simdjson::TAPE_ERROR;
  }

 private:
  error_code value(ondemand::value& value, std::string_view key, const char* key_begin) {
    const std::string_view token = value.raw_json_token();
    if (token.empty()) return simdjson::INCOMPLETE_ARRAY_OR_OBJECT;  // the text ends here
    if (values_.size() == Tree::kValuesMax) return simdjson::CAPACITY;
    const std::size_t place = values_.size();
    values_.push_back({.key = key, .begin = key_begin != nullptr ? key_begin : token.data()});
    error_code error = simdjson::SUCCESS;
    if (token.front() == '{' || token.front() == '[') {
      error = depth_ == Tree::kDepthMax ? too_deep(value, place) : container(value, place, token);
    } else {
      scalar(value, values_[place], without_space_behind(token));
    }
    values_[place].next = static_cast<std::uint32_t>(values_.size() - place);
    return error;
  }

  static void scalar(ondemand::value& value, Value& into, std::string_view token) {
    into.raw = token;
    if (token.front() != '"') {
      into.kind = kind_of_token(token);
    } else {
      const bool read = value.get_string().get(into.text) == simdjson::SUCCESS;
      into.kind = read ? Kind::text : Kind::broken;
    }
    if (into.kind == Kind::broken) into.flaw = Flaw::unreadable;
  }

  error_code too_deep(ondemand::value& value, std::size_t place) {
    Value& into = values_[place];
    into.kind = Kind::broken;
    into.flaw = Flaw::unreadable;
    if (into.raw = value.raw_json_token(); into.raw.front() == '{') {
      ondemand::object object;
      if (const auto error = value.get_object().get(object)) return error;
      return object.raw_json().get(into.raw);
    }
    ondemand::array array;
    if (const auto error = value.get_array().get(array)) return error;
    return array.raw_json().get(into.raw);
  }

  error_code container(ondemand::value& value, std::size_t place, std::string_view token) {
    const bool is_object = token.front() == '{';
    ++depth_;
    const auto error = is_object ? members(value, place) : elements(value, place);
    --depth_;
    if (error) return error;
    // It ends at the first bracket behind the last thing in it.
    const Value& last = values_[last_];
    const char* end = last_ == place ? token.data() + 1 : last.raw.data() + last.raw.size();
    while (is_space(*end))
      ++end;
    values_[place].kind = is_object ? Kind::object : Kind::list;
    values_[place].raw = {token.data(), static_cast<std::size_t>(end + 1 - token.data())};
    return simdjson::SUCCESS;
  }

  error_code members(ondemand::value& value, std::size_t place) {
    ondemand::object object;
    if (const auto error = value.get_object().get(object)) return error;
    std::size_t last = place;
    for (auto found : object) {
      ondemand::field field;
      if (const auto error = std::move(found).get(field)) return error;
      const char* key_begin = field.key().raw() - 1;
      std::string_view key;
      // A broken key leaves nothing to go on with.
      if (const auto error = field.unescaped_key().get(key)) return error;
      last = values_.size();
      if (const auto error = this->value(field.value(), key, key_begin)) return error;
      if (values_[last].flaw != Flaw::none) values_[place].flaw = values_[last].flaw;
    }
    last_ = last;
    return simdjson::SUCCESS;
  }

  error_code elements(ondemand::value& value, std::size_t place) {
    ondemand::array array;
    if (const auto error = value.get_array().get(array)) return error;
    std::size_t last = place;
    for (auto found : array) {
      ondemand::value element;
      if (const auto error = std::move(found).get(element)) return error;
      last = values_.size();
      if (const auto error = this->value(element, {}, nullptr)) return error;
      if (values_[last].flaw != Flaw::none) values_[place].flaw = values_[last].flaw;
    }
    last_ = last;
    return simdjson::SUCCESS;
  }

  std::vector<Value>& values_;
  std::size_t last_ = 0;  // the last value in the container that ended
  int depth_ = 0;
};

}  // namespace

struct Tree::Parsed {
  std::string bytes;
  ondemand::parser parser;  // holds the texts without escapes
  std::vector<Value> values;

  error_code read(std::string_view json) {
    bytes.reserve(json.size() + simdjson::SIMDJSON_PADDING);
    bytes.assign(json);
    values.clear();
    values.reserve(std::min(json.size() / 16, kValuesMax));
    ondemand::document document;
    if (const auto error = parser.iterate(bytes).get(document)) return error;
    return Walk(values).document(document);
  }

  // What stands around a place where bytes were replaced cannot be trusted.
  void distrust(const std::vector<std::size_t>& damages) {
    for (Value& value : values) {
      const auto begin = static_cast<std::size_t>(value.begin - bytes.data());
      const auto end = static_cast<std::size_t>(value.raw.end() - bytes.data());
      const auto damage = std::lower_bound(damages.begin(), damages.end(), begin);
      if (damage != damages.end() && *damage < end) value.flaw = Flaw::not_utf8;
    }
  }
};

Tree::Tree(std::unique_ptr<Parsed> parsed) : parsed_(std::move(parsed)) {}
Tree::Tree(Tree&&) noexcept = default;
Tree& Tree::operator=(Tree&&) noexcept = default;
Tree::~Tree() = default;

std::expected<Tree, Unreadable> Tree::parse(std::string_view json) {
  auto parsed = std::make_unique<Parsed>();
  auto error = parsed->read(json);
  if (error == simdjson::UTF8_ERROR) {
    const Mended mended = mended_utf8(json);
    error = parsed->read(mended.text);
    if (!error) parsed->distrust(mended.damages);
  }
  if (error == simdjson::CAPACITY) return std::unexpected(Unreadable::too_large);
  if (error) return std::unexpected(Unreadable::no_request);
  return Tree(std::move(parsed));
}

Node Tree::root() const {
  return Node(parsed_->values.data());
}

Node::Node() : value_(&kAbsent) {}

std::string_view Node::written() const {
  return {value_->begin, static_cast<std::size_t>(raw().data() + raw().size() - value_->begin)};
}

std::string_view Node::scalar() const {
  if (is(Kind::text)) return text();
  return is(Kind::number) || is(Kind::boolean) ? raw() : std::string_view();
}

Node Node::operator[](std::string_view key) const {
  if (is(Kind::object)) {
    for (const Node member : *this) {
      if (member.key() == key) return member;
    }
  }
  return {};
}

}  // namespace sluis::connectors::ingest
