#include "imports/toml.h"

#include <sstream>

#include <fmt/format.h>
#include <toml++/toml.h>

#include "kernel/assert.h"

namespace sluis::imports {
namespace {

constexpr RefusalKind kMalformed{
    "toml_malformed", Category::malformed, Retry::useless,
    Text{"The mapping is not TOML: line {0}: {1}.", "De koppeling is geen TOML: regel {0}: {1}."}};
constexpr RefusalKind kInvalid{
    "mapping_invalid", Category::invalid, Retry::useless,
    Text{"The mapping cannot be used as it is.", "De koppeling is zo niet te gebruiken."}};

std::unexpected<Refusal> invalid(std::vector<FieldProblem> problems) {
  return std::unexpected(Refusal(kInvalid).with(std::move(problems)));
}

// A member that is absent; others are written.
template <class T>
bool is_absent(const T& value) {
  if constexpr (is_optional<T>) {
    return !value;
  } else if constexpr (is_patch<T>) {
    return !value.present;
  } else {
    return false;
  }
}

template <class T>
const auto& inner(const T& value) {
  if constexpr (is_optional<T>) {
    return *value;
  } else if constexpr (is_patch<T>) {
    return value.value;
  } else {
    return value;
  }
}

// One value on one line. Strings, numbers, booleans and lists of them are written as JSON does it;
// a struct has `=` for `:`.
template <class T>
void write_inline(std::string& out, const T& value) {
  if constexpr (is_vector<T>) {
    out += '[';
    for (const auto& item : value) {
      if (&item != &value.front()) out += ", ";
      write_inline(out, item);
    }
    out += ']';
  } else if constexpr (HasTextForm<T>) {
    write_json(out, value);
  } else {
    std::string_view separator = "{ ";
    for_each_field(value, [&](std::string_view name, const auto& field) {
      if (is_absent(field)) return;
      out += fmt::format("{}{} = ", std::exchange(separator, ", "), name);
      write_inline(out, inner(field));
    });
    out += " }";
  }
}

// A table with one member a line; lists of structs have an item a line.
template <class T>
void write_table(std::string& out, const T& value) {
  for_each_field(value, [&](std::string_view name, const auto& field) {
    if (is_absent(field)) return;
    using Inner = std::remove_cvref_t<decltype(inner(field))>;
    out += fmt::format("{} = ", name);
    if constexpr (is_vector<Inner>) {
      out += '[';
      for (const auto& item : inner(field)) {
        out += "\n  ";
        write_inline(out, item);
        out += ',';
      }
      out += inner(field).empty() ? "]" : "\n]";
    } else {
      write_inline(out, inner(field));
    }
    out += '\n';
  });
}

void write_beginning(std::string& out, const Mapping& mapping) {
  Mapping plain = mapping;
  plain.file.reset();
  plain.all.reset();
  plain.events.clear();
  write_table(out, plain);
  constexpr std::string_view kNoEvents = "events = []\n";
  SLUIS_ASSERT(out.ends_with(kNoEvents));
  out.resize(out.size() - kNoEvents.size());
}

}  // namespace

const RefusalKind& kind_of(TomlRefusal refusal) {
  switch (refusal) {
    case TomlRefusal::toml_malformed:
      return kMalformed;
    case TomlRefusal::mapping_invalid:
      return kInvalid;
  }
  assertion_failed("a named refusal");
}

Result<Mapping> mapping_from_toml(std::string_view toml) {
  std::ostringstream json;
  try {
    const toml::table table = toml::parse(toml);
    json << toml::json_formatter{table};
  } catch (const toml::parse_error& error) {
    return refuse(TomlRefusal::toml_malformed, std::to_string(error.source().begin.line),
                  error.description());
  }
  auto mapping = from_json<Mapping>(json.view());
  if (!mapping) return invalid(mapping.error().fields());
  auto problems = problems_of(*mapping);
  if (!problems.empty()) return invalid(std::move(problems));
  return mapping;
}

std::string mapping_to_toml(const Mapping& mapping) {
  std::string out;
  write_beginning(out, mapping);
  if (mapping.file) {
    out += "\n[file]\n";
    write_table(out, *mapping.file);
  }
  if (mapping.all) {
    out += "\n[all]\n";
    write_table(out, *mapping.all);
  }
  for (const EventRule& event : mapping.events) {
    out += "\n[[events]]\n";
    write_table(out, event);
  }
  return out;
}

}  // namespace sluis::imports
