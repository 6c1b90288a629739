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

namespace input {  // the pieces of read_input

template <class T>
void read_values(std::string_view name, const std::vector<std::string_view>& values, T& field,
                 ParameterProblems& problems) {
  if constexpr (is_optional<T>) {
    if (!values.empty()) read_values(name, values, field.emplace(), problems);
  } else if constexpr (is_vector<T>) {
    for (const auto value : values)
      read_values(name, {value}, field.emplace_back(), problems);
  } else if (values.empty()) {
    problems.missing(name);
  } else if (values.size() > 1) {
    problems.repeated(name);
  } else {
    auto value = TextForm<T>::parse(values.front());
    if (!value) return problems.must_be(name, TextForm<T>::expected());
    field = *std::move(value);
  }
}

template <class T>
Result<T> read_body(const RawInput& raw) {
  if constexpr (std::same_as<T, RawBody>) {
    return RawBody{raw.body};
  } else if constexpr (is_raw_json<T>) {
    return T{raw.body};
  } else if constexpr (std::same_as<T, FileBody>) {
    return FileBody{raw.file};
  } else {
    return from_json<T>(raw.body);
  }
}

std::vector<std::string_view> values_of(const Parameters& parameters, std::string_view name);
void refuse_unknown(const Parameters& query, const std::vector<std::string_view>& known,
                    ParameterProblems& problems);

}  // namespace input

template <DescribedStruct In>
Result<In> read_input(const RawInput& raw) {
  In in{};
  ParameterProblems problems;
  std::vector<std::string_view> known;
  std::optional<Refusal> malformed;
  for_each_field(in, [&]<class F>(std::string_view name, F& field) {
    if constexpr (HasTextForm<F> || is_optional<F> || is_vector<F>) {
      if (name != "body") {
        auto values = input::values_of(raw.path, name);
        if (values.empty()) {
          values = input::values_of(raw.query, name);
          known.push_back(name);
        }
        return input::read_values(name, values, field, problems);
      }
    }
    if constexpr (!HasTextForm<F> && !is_optional<F>) {
      auto body = input::read_body<F>(raw);
      if (body) {
        field = *std::move(body);
      } else if (is(body.error(), JsonRefusal::invalid)) {
        problems.add(body.error().fields());
      } else {
        malformed = body.error();
      }
    }
  });
  input::refuse_unknown(raw.query, known, problems);
  if (malformed) return std::unexpected(*std::move(malformed));
  if (!problems.none()) return std::unexpected(std::move(problems).refusal());
  return in;
}

}  // namespace sluis::api
