// The typed input of a handler from the parts of a request: the field `body` from the body, fields
// named in the path from there, and all others from the query.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "kernel/json.h"
#include "platform/api/call.h"

namespace sluis::api {

using Parameters = std::vector<std::pair<std::string, std::string>>;

// The parts of a request, decoded.
struct RawInput {
  Parameters path;
  Parameters query;
  std::string_view body;
  std::shared_ptr<const http::StagedFile> file;
  const http::Head* head = nullptr;
  Instant received;
};

// Percent-decoded pairs of `a=1&b=2`; nullopt when an escape or the UTF-8 is broken.
std::optional<Parameters> parse_query(std::string_view query);
std::optional<std::string> percent_decoded(std::string_view text, bool plus_is_space);

// Collects what is wrong with the parameters of a request.
class ParameterProblems {
 public:
  void must_be(std::string_view name, const Message& expected);
  void missing(std::string_view name);
  void repeated(std::string_view name);
  void unknown(std::string_view name, const std::vector<std::string_view>& known);
  void add(std::vector<FieldProblem> problems);
  bool none() const { return problems_.empty(); }
  Refusal refusal() &&;

 private:
  std::vector<FieldProblem> problems_;
};

// How a handler reads one type of field from a request.
struct InputForm {
  // Of a parameter; else null.
  void (*read_values)(std::string_view name, const std::vector<std::string_view>& values,
                      void* field, ParameterProblems& problems) = nullptr;
  // Of a body; else null.
  Result<void> (*read_body)(const RawInput& raw, void* field) = nullptr;
  const JsonForm* json = nullptr;  // for the API description; null: bytes
  bool required = true;
};

namespace input {  // the pieces of read_input

struct Field {
  std::string_view name;
  void* (*in)(void* object);
  InputForm form;
};
using Fields = std::span<const Field>;

template <class T>
void read_values(std::string_view name, const std::vector<std::string_view>& values, void* field,
                 ParameterProblems& problems) {
  if constexpr (is_optional<T>) {
    auto& held = static_cast<T*>(field)->emplace();
    read_values<typename T::value_type>(name, values, &held, problems);
  } else if constexpr (is_vector<T>) {
    for (const auto value : values) {
      auto& item = static_cast<T*>(field)->emplace_back();
      read_values<typename T::value_type>(name, {value}, &item, problems);
    }
  } else if (values.size() > 1) {
    problems.repeated(name);
  } else {
    auto value = TextForm<T>::parse(values.front());
    if (!value) return problems.must_be(name, TextForm<T>::expected());
    *static_cast<T*>(field) = *std::move(value);
  }
}

template <class T>
Result<void> read_body(const RawInput& raw, void* field) {
  T& body = *static_cast<T*>(field);
  if constexpr (std::same_as<T, RawBody> || is_raw_json<T>) {
    body.bytes = raw.body;
  } else if constexpr (std::same_as<T, FileBody>) {
    body.file = raw.file;
  } else {
    return read_document(raw.body, kJsonForm<T>, field);
  }
  return {};
}

template <class T>
struct DescribedAs {
  static constexpr const JsonForm* form = &kJsonForm<T>;
};
template <class T>
struct DescribedAs<RawJson<T>> : DescribedAs<T> {};
template <>
struct DescribedAs<RawBody> {
  static constexpr const JsonForm* form = nullptr;
};
template <>
struct DescribedAs<FileBody> : DescribedAs<RawBody> {};

template <class T>
constexpr InputForm form_of(std::string_view name) {
  if constexpr (HasTextForm<T> || is_optional<T> || is_vector<T>) {
    if (name != "body") {
      return {.read_values = read_values<T>,
              .json = &kJsonForm<T>,
              .required = !is_optional<T> && !is_vector<T>};
    }
  }
  if constexpr (HasTextForm<T> || is_optional<T>) {
    return {};
  } else {
    return {.read_body = read_body<T>, .json = DescribedAs<T>::form};
  }
}

template <DescribedStruct In>
inline constexpr auto kFields = table_of_fields<Field, In>([]<class D>() -> Field {
  return {D::name, field_in<In, D>, form_of<FieldType<In, D>>(D::name)};
});

}  // namespace input

// Reads all fields of an input, or tells all that is wrong with it.
Result<void> read_fields(const RawInput& raw, input::Fields fields, void* in);

template <DescribedStruct In>
Result<In> read_input(const RawInput& raw) {
  In in{};
  TRY_VOID(read_fields(raw, input::kFields<In>, &in));
  return in;
}

}  // namespace sluis::api
