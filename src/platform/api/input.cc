#include "platform/api/input.h"

#include <algorithm>

#include "platform/api/refusal.h"

namespace sluis::api {
namespace {

constexpr Text kMustBe{"Must be {0}.", "Moet zijn: {0}."};
constexpr Text kMissing{"Is required.", "Is verplicht."};
constexpr Text kRepeated{"Is given more than once.", "Staat er meer dan één keer."};
constexpr Text kUnknown{"Is not known here; known are: {0}.",
                        "Is hier niet bekend; bekend zijn: {0}."};

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

std::string pointer_of(std::string_view name) {
  return "?" + std::string(name);
}

}  // namespace

std::optional<std::string> percent_decoded(std::string_view text, bool plus_is_space) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '+' && plus_is_space) {
      out += ' ';
    } else if (text[i] != '%') {
      out += text[i];
    } else {
      if (i + 2 >= text.size()) return std::nullopt;
      const int high = hex_value(text[i + 1]);
      const int low = hex_value(text[i + 2]);
      if (high < 0 || low < 0) return std::nullopt;
      out += static_cast<char>(high * 16 + low);
      i += 2;
    }
  }
  if (!utf8_length(out) || out.find('\0') != std::string::npos) return std::nullopt;
  return out;
}

std::optional<Parameters> parse_query(std::string_view query) {
  Parameters parameters;
  while (!query.empty()) {
    const auto end = query.find('&');
    const std::string_view pair = query.substr(0, end);
    query = end == std::string_view::npos ? std::string_view() : query.substr(end + 1);
    if (pair.empty()) continue;
    const auto equals = pair.find('=');
    auto name = percent_decoded(pair.substr(0, equals), true);
    auto value = equals == std::string_view::npos ? std::optional<std::string>("")
                                                  : percent_decoded(pair.substr(equals + 1), true);
    if (!name || !value) return std::nullopt;
    parameters.emplace_back(*std::move(name), *std::move(value));
  }
  return parameters;
}

void ParameterProblems::must_be(std::string_view name, const Message& expected) {
  problems_.push_back({pointer_of(name), "type", {kMustBe, expected}});
}
void ParameterProblems::missing(std::string_view name) {
  problems_.push_back({pointer_of(name), "required", kMissing});
}
void ParameterProblems::repeated(std::string_view name) {
  problems_.push_back({pointer_of(name), "repeated", kRepeated});
}
void ParameterProblems::unknown(std::string_view name, const std::vector<std::string_view>& known) {
  problems_.push_back({pointer_of(name), "unknown", {kUnknown, join_names(known)}});
}
void ParameterProblems::add(std::vector<FieldProblem> problems) {
  problems_.insert(problems_.end(), problems.begin(), problems.end());
}
Refusal ParameterProblems::refusal() && {
  return Refusal(kind_of(ApiRefusal::invalid_parameters)).with(std::move(problems_));
}

namespace {

std::vector<std::string_view> values_of(const Parameters& parameters, std::string_view name) {
  std::vector<std::string_view> values;
  for (const auto& [key, value] : parameters) {
    if (key == name) values.push_back(value);
  }
  return values;
}

void refuse_unknown(const Parameters& query, const std::vector<std::string_view>& known,
                    ParameterProblems& problems) {
  for (const auto& [name, value] : query) {
    if (std::find(known.begin(), known.end(), name) == known.end()) problems.unknown(name, known);
  }
}

// A parameter comes from the path where that has its name, else from the query.
void read_parameter(const RawInput& raw, const input::Field& field, void* in,
                    std::vector<std::string_view>& known, ParameterProblems& problems) {
  auto values = values_of(raw.path, field.name);
  if (values.empty()) {
    values = values_of(raw.query, field.name);
    known.push_back(field.name);
  }
  if (!values.empty()) {
    field.form.read_values(field.name, values, field.in(in), problems);
  } else if (field.form.required) {
    problems.missing(field.name);
  }
}

}  // namespace

Result<void> read_fields(const RawInput& raw, input::Fields fields, void* in) {
  ParameterProblems problems;
  std::vector<std::string_view> known;
  std::optional<Refusal> malformed;
  for (const input::Field& field : fields) {
    if (field.form.read_values != nullptr) {
      read_parameter(raw, field, in, known, problems);
    } else if (field.form.read_body != nullptr) {
      auto body = field.form.read_body(raw, field.in(in));
      if (body) continue;
      if (is(body.error(), JsonRefusal::invalid)) {
        problems.add(body.error().fields());
      } else {
        malformed = body.error();
      }
    }
  }
  refuse_unknown(raw.query, known, problems);
  if (malformed) return std::unexpected(*std::move(malformed));
  if (!problems.none()) return std::unexpected(std::move(problems).refusal());
  return {};
}

}  // namespace sluis::api
