// How the values of each type stand in JSON: text, lists and described structs, field by field.
// What reads and writes them is json.h.
#pragma once

#include <array>
#include <map>
#include <span>

#include "kernel/fields.h"
#include "kernel/json_document.h"
#include "kernel/json_problems.h"
#include "kernel/text_form.h"

namespace sluis {

// The named schemas that a document refers to (JSON Schema 2020-12, as OpenAPI 3.1 uses it): name →
// its JSON.
using Schemas = std::map<std::string, std::string>;

// How the values of one type stand in JSON. What walks over fields and lists asks these, so that it
// is compiled once and not once for each struct.
struct JsonForm {
  void (*read)(JsonView view, void* value, JsonProblems& problems);
  void (*write)(std::string& out, const void* value);
  // Structs and enums are put into the schemas, and referred to by name.
  std::string (*schema)(Schemas& schemas);
  bool may_be_absent = false;                       // read as nothing when it is not there
  bool (*is_written)(const void* value) = nullptr;  // null: always
};

template <class T>
struct JsonFormOf;
template <class T>
inline constexpr JsonForm kJsonForm = JsonFormOf<T>::form();

void write_json_string(std::string& out, std::string_view text);

namespace json {  // the pieces of a form

// One field of a described struct.
struct Field {
  std::string_view name;
  void* (*in)(void* object);
  const JsonForm& form;
};
using Fields = std::span<const Field>;

template <DescribedStruct T>
inline constexpr auto kFields = table_of_fields<Field, T>(
    []<class D>() -> Field { return {D::name, field_in<T, D>, kJsonForm<FieldType<T, D>>}; });

void read_object(JsonView view, void* object, Fields fields, JsonProblems& problems);
void write_object(std::string& out, const void* object, Fields fields);
std::string object_schema(std::string (*name)(), Fields fields, Schemas& schemas);
std::string enum_schema(std::string (*name)(), std::string (*schema)(), Schemas& schemas);
std::string scalar_schema(std::string (*members)());
std::string or_null(std::string schema);
std::string list_of(std::string schema);
Message expected_list();

// Numbers and booleans come as themselves, every other scalar as a string in its text form.
template <HasTextForm T>
std::optional<T> read_scalar(JsonView view) {
  using Kind = JsonView::Kind;
  const Kind kind = view.kind();
  if constexpr (std::same_as<T, bool>) {
    if (kind == Kind::boolean) return view.boolean();
  } else if constexpr (std::same_as<T, double>) {
    if (kind == Kind::integer || kind == Kind::number) return view.number();
  } else if constexpr (std::integral<T> || is_whole<T>) {
    if (kind == Kind::integer) return TextForm<T>::parse(std::to_string(view.integer()));
  } else {
    if (kind == Kind::text) return TextForm<T>::parse(view.text());
  }
  return std::nullopt;
}

}  // namespace json

// A described struct.
template <class T>
struct JsonFormOf {
  static constexpr JsonForm form() { return {.read = read, .write = write, .schema = schema}; }
  static void read(JsonView view, void* value, JsonProblems& problems) {
    json::read_object(view, value, json::kFields<T>, problems);
  }
  static void write(std::string& out, const void* value) {
    json::write_object(out, value, json::kFields<T>);
  }
  static std::string schema(Schemas& schemas) {
    return json::object_schema(type_name<T>, json::kFields<T>, schemas);
  }
};

template <HasTextForm T>
struct JsonFormOf<T> {
  static constexpr JsonForm form() { return {.read = read, .write = write, .schema = schema}; }
  static void read(JsonView view, void* value, JsonProblems& problems) {
    auto scalar = json::read_scalar<T>(view);
    if (!scalar) return problems.must_be(TextForm<T>::expected());
    *static_cast<T*>(value) = *std::move(scalar);
  }
  static void write(std::string& out, const void* value) {
    const T& scalar = *static_cast<const T*>(value);
    if constexpr (std::is_arithmetic_v<T> || is_whole<T>) {
      out += TextForm<T>::print(scalar);
    } else {
      write_json_string(out, TextForm<T>::print(scalar));
    }
  }
  static std::string schema(Schemas& schemas) {
    if constexpr (DescribedEnum<T>) {
      return json::enum_schema(type_name<T>, TextForm<T>::schema, schemas);
    } else {
      return json::scalar_schema(TextForm<T>::schema);
    }
  }
};

template <class T>
struct JsonFormOf<std::optional<T>> {
  static constexpr JsonForm form() {
    return {.read = read, .write = write, .schema = schema, .may_be_absent = true};
  }
  static void read(JsonView view, void* value, JsonProblems& problems) {
    auto& held = *static_cast<std::optional<T>*>(value);
    if (view.kind() == JsonView::Kind::null) return held.reset();
    kJsonForm<T>.read(view, &held.emplace(), problems);
  }
  static void write(std::string& out, const void* value) {
    const auto& held = *static_cast<const std::optional<T>*>(value);
    if (!held) {
      out += "null";
    } else {
      kJsonForm<T>.write(out, &*held);
    }
  }
  static std::string schema(Schemas& schemas) {
    return json::or_null(kJsonForm<T>.schema(schemas));
  }
};

template <class T>
struct JsonFormOf<Patch<T>> {
  static constexpr JsonForm form() {
    return {.read = read,
            .write = write,
            .schema = kJsonForm<T>.schema,
            .may_be_absent = true,
            .is_written = is_written};
  }
  static void read(JsonView view, void* value, JsonProblems& problems) {
    auto& patch = *static_cast<Patch<T>*>(value);
    patch.present = true;
    kJsonForm<T>.read(view, &patch.value, problems);
  }
  static void write(std::string& out, const void* value) {
    kJsonForm<T>.write(out, &static_cast<const Patch<T>*>(value)->value);
  }
  static bool is_written(const void* value) { return static_cast<const Patch<T>*>(value)->present; }
};

template <class T>
struct JsonFormOf<std::vector<T>> {
  static constexpr JsonForm form() { return {.read = read, .write = write, .schema = schema}; }
  static void read(JsonView view, void* value, JsonProblems& problems) {
    auto& list = *static_cast<std::vector<T>*>(value);
    if (view.kind() != JsonView::Kind::list) return problems.must_be(json::expected_list());
    list.resize(view.size());
    for (std::size_t i = 0; i < view.size(); ++i) {
      problems.enter(i);
      kJsonForm<T>.read(view.item(i), &list[i], problems);
      problems.leave();
    }
  }
  static void write(std::string& out, const void* value) {
    const auto& list = *static_cast<const std::vector<T>*>(value);
    out += '[';
    for (const T& item : list) {
      if (&item != &list.front()) out += ',';
      kJsonForm<T>.write(out, &item);
    }
    out += ']';
  }
  static std::string schema(Schemas& schemas) {
    return json::list_of(kJsonForm<T>.schema(schemas));
  }
};

// Compiled once, not in every room.
extern template struct JsonFormOf<std::string>;
extern template struct JsonFormOf<bool>;
extern template struct JsonFormOf<std::int64_t>;
extern template struct JsonFormOf<double>;
extern template struct JsonFormOf<Instant>;
extern template struct JsonFormOf<Date>;
extern template struct JsonFormOf<Slug>;
extern template struct JsonFormOf<std::optional<std::string>>;
extern template struct JsonFormOf<std::optional<std::int64_t>>;
extern template struct JsonFormOf<std::optional<double>>;
extern template struct JsonFormOf<std::optional<Instant>>;
extern template struct JsonFormOf<std::vector<std::string>>;

}  // namespace sluis
