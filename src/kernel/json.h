// JSON in and out of described structs, and its schema. Reading is strict: every problem of a
// document is told at once, each with its JSON pointer, what is wrong and what would be right.
#pragma once

#include "kernel/json_form.h"

namespace sluis {

// Any JSON value, kept as its text.
struct Json {
  std::string text = "null";
  bool operator==(const Json&) const = default;
};

template <>
struct JsonFormOf<Json> {
  static constexpr JsonForm form() { return {.read = read, .write = write, .schema = schema}; }
  static void read(JsonView view, void* value, JsonProblems& problems);
  static void write(std::string& out, const void* value);
  static std::string schema(Schemas& schemas);
};

// Appends the JSON of a value. An absent optional is null; a Patch that is absent is left out.
template <class T>
void write_json(std::string& out, const T& value) {
  kJsonForm<T>.write(out, &value);
}

template <class T>
std::string to_json(const T& value) {
  std::string out;
  write_json(out, value);
  return out;
}

template <class T>
std::string schema_of(Schemas& schemas) {
  return kJsonForm<T>.schema(schemas);
}

// The whole of a document, or all its problems at once.
Result<void> read_document(std::string_view text, const JsonForm& form, void* value);

template <class T>
Result<T> from_json(std::string_view text) {
  T value{};
  TRY_VOID(read_document(text, kJsonForm<T>, &value));
  return value;
}

}  // namespace sluis
