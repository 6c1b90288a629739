// JSON Schema (2020-12, as OpenAPI 3.1 uses it) of described structs, from the same field list
// that reads and writes them.
#pragma once

#include <map>
#include <string>

#include "kernel/json.h"

namespace sluis {

// The named schemas that a document refers to: name → its JSON.
using Schemas = std::map<std::string, std::string>;

// The schema of T as JSON; structs and enums are put into `schemas` and referred to by name.
template <class T>
std::string schema_of(Schemas& schemas);

namespace schema {  // the pieces of schema_of

inline std::string reference(const std::string& name) {
  return R"({"$ref":"#/components/schemas/)" + name + "\"}";
}

template <DescribedStruct T>
std::string object_schema(Schemas& schemas) {
  std::string properties;
  std::string required;
  for_each_field_type<T>([&]<class F>(std::string_view name, Type<F>) {
    if (!properties.empty()) properties += ',';
    write_json_string(properties, name);
    properties += ':' + schema_of<F>(schemas);
    if constexpr (!json::may_be_absent<F>) {
      if (!required.empty()) required += ',';
      write_json_string(required, name);
    }
  });
  return R"({"type":"object","additionalProperties":false,"properties":{)" + properties +
         R"(},"required":[)" + required + "]}";
}

}  // namespace schema

template <class T>
std::string schema_of(Schemas& schemas) {
  if constexpr (is_patch<T>) {
    return schema_of<decltype(T::value)>(schemas);
  } else if constexpr (is_optional<T>) {
    return R"({"anyOf":[)" + schema_of<typename T::value_type>(schemas) + R"(,{"type":"null"}]})";
  } else if constexpr (is_vector<T>) {
    return R"({"type":"array","items":)" + schema_of<typename T::value_type>(schemas) + "}";
  } else if constexpr (std::same_as<T, Json>) {
    return "{}";
  } else if constexpr (DescribedEnum<T>) {
    const std::string name = type_name<T>();
    schemas.try_emplace(name, "{" + TextForm<T>::schema() + "}");
    return schema::reference(name);
  } else if constexpr (HasTextForm<T>) {
    return "{" + TextForm<T>::schema() + "}";
  } else {
    const std::string name = type_name<T>();
    // The empty place first: a struct may refer to itself.
    if (schemas.try_emplace(name, "{}").second) schemas[name] = schema::object_schema<T>(schemas);
    return schema::reference(name);
  }
}

}  // namespace sluis
