#include "kernel/json.h"

#include <algorithm>

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

std::string reference(const std::string& name) {
  return R"({"$ref":"#/components/schemas/)" + name + "\"}";
}

std::string schema_of_fields(json::Fields fields, Schemas& schemas) {
  std::string properties;
  std::string required;
  for (const json::Field& field : fields) {
    if (!properties.empty()) properties += ',';
    write_json_string(properties, field.name);
    properties += ':' + field.form.schema(schemas);
    if (field.form.may_be_absent) continue;
    if (!required.empty()) required += ',';
    write_json_string(required, field.name);
  }
  return R"({"type":"object","additionalProperties":false,"properties":{)" + properties +
         R"(},"required":[)" + required + "]}";
}

void refuse_unknown(JsonView view, json::Fields fields, JsonProblems& problems) {
  for (std::size_t i = 0; i < view.size(); ++i) {
    const auto is_this = [&](const json::Field& field) { return field.name == view.key(i); };
    if (std::any_of(fields.begin(), fields.end(), is_this)) continue;
    std::vector<std::string_view> names;
    for (const json::Field& field : fields)
      names.push_back(field.name);
    problems.enter(view.key(i));
    problems.unknown(names);
    problems.leave();
  }
}

}  // namespace

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

namespace json {

void read_object(JsonView view, void* object, Fields fields, JsonProblems& problems) {
  if (view.kind() != JsonView::Kind::object) return problems.must_be(kObject);
  for (const Field& field : fields) {
    problems.enter(field.name);
    if (const auto found = view.find(field.name)) {
      field.form.read(*found, field.in(object), problems);
    } else if (!field.form.may_be_absent) {
      problems.missing();
    }
    problems.leave();
  }
  refuse_unknown(view, fields, problems);
}

void write_object(std::string& out, const void* object, Fields fields) {
  char separator = '{';
  for (const Field& field : fields) {
    const void* const value = field.in(const_cast<void*>(object));  // it is only looked at
    if (field.form.is_written != nullptr && !field.form.is_written(value)) continue;
    out += separator;
    separator = ',';
    write_json_string(out, field.name);
    out += ':';
    field.form.write(out, value);
  }
  out += separator == '{' ? "{}" : "}";
}

std::string object_schema(std::string (*name)(), Fields fields, Schemas& schemas) {
  const std::string own = name();
  // The empty place first: a struct may refer to itself.
  if (schemas.try_emplace(own, "{}").second) schemas[own] = schema_of_fields(fields, schemas);
  return reference(own);
}

std::string scalar_schema(std::string (*members)()) {
  return "{" + members() + "}";
}

std::string enum_schema(std::string (*name)(), std::string (*schema)(), Schemas& schemas) {
  const std::string own = name();
  schemas.try_emplace(own, "{" + schema() + "}");
  return reference(own);
}

std::string or_null(std::string schema) {
  return R"({"anyOf":[)" + std::move(schema) + R"(,{"type":"null"}]})";
}

std::string list_of(std::string schema) {
  return R"({"type":"array","items":)" + std::move(schema) + "}";
}

Message expected_list() {
  return kList;
}

}  // namespace json

void JsonFormOf<Json>::read(JsonView view, void* value, JsonProblems&) {
  static_cast<Json*>(value)->text = view.serialized();
}

void JsonFormOf<Json>::write(std::string& out, const void* value) {
  out += static_cast<const Json*>(value)->text;
}

std::string JsonFormOf<Json>::schema(Schemas&) {
  return "{}";
}

Result<void> read_document(std::string_view text, const JsonForm& form, void* value) {
  const JsonDocument document = TRY(JsonDocument::parse(text));
  JsonProblems problems;
  form.read(document.root(), value, problems);
  if (problems.none()) return {};
  return std::unexpected(Refusal(kind_of(JsonRefusal::invalid)).with(problems.take()));
}

template struct JsonFormOf<std::string>;
template struct JsonFormOf<bool>;
template struct JsonFormOf<std::int64_t>;
template struct JsonFormOf<double>;
template struct JsonFormOf<Instant>;
template struct JsonFormOf<Date>;
template struct JsonFormOf<Slug>;
template struct JsonFormOf<std::optional<std::string>>;
template struct JsonFormOf<std::optional<std::int64_t>>;
template struct JsonFormOf<std::optional<double>>;
template struct JsonFormOf<std::optional<Instant>>;
template struct JsonFormOf<std::vector<std::string>>;

}  // namespace sluis
