#include "kernel/json_document.h"

#include <boost/json.hpp>

#include "kernel/assert.h"

namespace sluis {
namespace {

constexpr Text kMalformed{"This is not valid JSON: {0} at line {1}, column {2}.",
                          "Dit is geen geldige JSON: {0} op regel {1}, kolom {2}."};
constexpr Text kInvalid{"Some fields are not right; each is named below.",
                        "Enkele velden kloppen niet; elk staat hieronder genoemd."};
constexpr std::size_t kDepthMax = 32;

const boost::json::value& at(const void* node) {
  return *static_cast<const boost::json::value*>(node);
}

// Line and column (from 1) of a byte in a text.
std::pair<std::size_t, std::size_t> place_of(std::string_view text, std::size_t byte) {
  const std::string_view before = text.substr(0, byte);
  const auto line_start = before.rfind('\n');
  const auto lines = static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n'));
  const std::size_t column =
      line_start == std::string_view::npos ? before.size() : before.size() - line_start - 1;
  return {lines + 1, column + 1};
}

// 1e400 is a number in JSON, but none that can be kept or written again.
bool all_finite(const boost::json::value& value) {
  if (const auto* number = value.if_double()) return std::isfinite(*number);
  if (const auto* list = value.if_array()) return std::ranges::all_of(*list, all_finite);
  const auto* object = value.if_object();
  return object == nullptr ||
         std::ranges::all_of(*object, [](const auto& pair) { return all_finite(pair.value()); });
}

}  // namespace

const RefusalKind& kind_of(JsonRefusal refusal) {
  static constexpr RefusalKind malformed{"malformed_json", Category::malformed, Retry::useless,
                                         kMalformed};
  static constexpr RefusalKind invalid{"invalid_fields", Category::invalid, Retry::useless,
                                       kInvalid};
  switch (refusal) {
    case JsonRefusal::malformed:
      return malformed;
    case JsonRefusal::invalid:
      return invalid;
  }
  assertion_failed("a JsonRefusal");
}

struct JsonDocument::Parsed {
  boost::json::monotonic_resource memory;
  boost::json::value root;
};

JsonDocument::JsonDocument(std::unique_ptr<Parsed> parsed) : parsed_(std::move(parsed)) {}
JsonDocument::JsonDocument(JsonDocument&&) noexcept = default;
JsonDocument& JsonDocument::operator=(JsonDocument&&) noexcept = default;
JsonDocument::~JsonDocument() = default;
JsonView JsonDocument::root() const {
  return JsonView(&parsed_->root);
}

Result<JsonDocument> JsonDocument::parse(std::string_view text) {
  auto parsed = std::make_unique<Parsed>();
  boost::json::parse_options options;
  options.max_depth = kDepthMax;
  boost::json::stream_parser parser(&parsed->memory, options);
  boost::system::error_code error;
  const std::size_t read = parser.write_some(text.data(), text.size(), error);
  if (!error && read < text.size()) error = boost::json::error::extra_data;
  if (!error) parser.finish(error);
  if (!error) parsed->root = parser.release();
  if (!error && !all_finite(parsed->root)) error = boost::json::error::exponent_overflow;
  if (error) {
    const auto [line, column] = place_of(text, read);
    return refuse(JsonRefusal::malformed, error.message(), std::to_string(line),
                  std::to_string(column));
  }
  return JsonDocument(std::move(parsed));
}

JsonView::Kind JsonView::kind() const {
  switch (at(node_).kind()) {
    case boost::json::kind::null:
      return Kind::null;
    case boost::json::kind::bool_:
      return Kind::boolean;
    case boost::json::kind::int64:
      return Kind::integer;
    case boost::json::kind::uint64:  // only what does not fit in int64
    case boost::json::kind::double_:
      return Kind::number;
    case boost::json::kind::string:
      return Kind::text;
    case boost::json::kind::array:
      return Kind::list;
    case boost::json::kind::object:
      return Kind::object;
  }
  assertion_failed("a kind of JSON value");
}

bool JsonView::boolean() const {
  return at(node_).get_bool();
}
std::int64_t JsonView::integer() const {
  return at(node_).get_int64();
}
double JsonView::number() const {
  return at(node_).to_number<double>();
}
std::string_view JsonView::text() const {
  return at(node_).get_string();
}

std::size_t JsonView::size() const {
  const auto& value = at(node_);
  return value.is_array() ? value.get_array().size() : value.get_object().size();
}

JsonView JsonView::item(std::size_t i) const {
  const auto& value = at(node_);
  if (value.is_array()) return JsonView(&value.get_array()[i]);
  return JsonView(&(value.get_object().begin() + static_cast<std::ptrdiff_t>(i))->value());
}

std::string_view JsonView::key(std::size_t i) const {
  return (at(node_).get_object().begin() + static_cast<std::ptrdiff_t>(i))->key();
}

std::optional<JsonView> JsonView::find(std::string_view key) const {
  const auto* found = at(node_).get_object().if_contains(key);
  if (found == nullptr) return std::nullopt;
  return JsonView(found);
}

std::string JsonView::serialized() const {
  return boost::json::serialize(at(node_));
}

}  // namespace sluis
