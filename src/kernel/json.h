// JSON in and out of described structs. Reading is strict: every problem of a document is told at
// once, each with its JSON pointer, what is wrong and what would be right.
#pragma once

#include "kernel/fields.h"
#include "kernel/json_document.h"
#include "kernel/text_form.h"

namespace sluis {

// Any JSON value, kept as its text.
struct Json {
  std::string text = "null";
  bool operator==(const Json&) const = default;
};

// Where the reader is and what it found wrong.
class JsonProblems {
 public:
  static constexpr std::size_t kMost = 50;  // more are not told

  void enter(std::string_view key);
  void enter(std::size_t index);
  void leave() { pointer_.resize(pointer_.rfind('/')); }
  void must_be(const Message& expected);  // wrong type or value at this place
  void missing();
  void unknown(const std::vector<std::string_view>& known);
  bool none() const { return problems_.empty(); }
  std::vector<FieldProblem> take() { return std::move(problems_); }

 private:
  void add(std::string_view code, Message message);

  std::string pointer_;
  std::vector<FieldProblem> problems_;
};

Message expected_list();
Message expected_object();

template <class T>
void read_json(JsonView view, T& value, JsonProblems& problems);

namespace json {  // the pieces of read_json and write_json

template <class T>
constexpr bool may_be_absent = is_optional<T> || is_patch<T>;

template <DescribedStruct T>
void read_struct(JsonView view, T& value, JsonProblems& problems) {
  if (view.kind() != JsonView::Kind::object) return problems.must_be(expected_object());
  std::vector<std::string_view> names;
  for_each_field(value, [&]<class F>(std::string_view name, F& field) {
    names.push_back(name);
    problems.enter(name);
    const auto found = view.find(name);
    if (found) {
      read_json(*found, field, problems);
    } else if (!may_be_absent<F>) {
      problems.missing();
    }
    problems.leave();
  });
  for (std::size_t i = 0; i < view.size(); ++i) {
    if (std::find(names.begin(), names.end(), view.key(i)) != names.end()) continue;
    problems.enter(view.key(i));
    problems.unknown(names);
    problems.leave();
  }
}

template <class T>
void read_list(JsonView view, std::vector<T>& list, JsonProblems& problems) {
  if (view.kind() != JsonView::Kind::list) return problems.must_be(expected_list());
  list.resize(view.size());
  for (std::size_t i = 0; i < view.size(); ++i) {
    problems.enter(i);
    read_json(view.item(i), list[i], problems);
    problems.leave();
  }
}

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

template <class T>
void read_json(JsonView view, T& value, JsonProblems& problems) {
  if constexpr (is_patch<T>) {
    value.present = true;
    read_json(view, value.value, problems);
  } else if constexpr (is_optional<T>) {
    if (view.kind() == JsonView::Kind::null) return value.reset();
    read_json(view, value.emplace(), problems);
  } else if constexpr (is_vector<T>) {
    json::read_list(view, value, problems);
  } else if constexpr (std::same_as<T, Json>) {
    value.text = view.serialized();
  } else if constexpr (HasTextForm<T>) {
    auto scalar = json::read_scalar<T>(view);
    if (!scalar) return problems.must_be(TextForm<T>::expected());
    value = *std::move(scalar);
  } else {
    json::read_struct(view, value, problems);
  }
}

// The whole of a document, or all its problems at once.
template <class T>
Result<T> from_json(std::string_view text) {
  const JsonDocument document = TRY(JsonDocument::parse(text));
  T value{};
  JsonProblems problems;
  read_json(document.root(), value, problems);
  if (!problems.none()) {
    return std::unexpected(Refusal(kind_of(JsonRefusal::invalid)).with(problems.take()));
  }
  return value;
}

void write_json_string(std::string& out, std::string_view text);

// Appends the JSON of a value. An absent optional is null; a Patch that is absent is left out.
template <class T>
void write_json(std::string& out, const T& value) {
  if constexpr (is_optional<T>) {
    if (!value) {
      out += "null";
    } else {
      write_json(out, *value);
    }
  } else if constexpr (is_vector<T>) {
    out += '[';
    for (const auto& item : value) {
      if (&item != &value.front()) out += ',';
      write_json(out, item);
    }
    out += ']';
  } else if constexpr (std::same_as<T, Json>) {
    out += value.text;
  } else if constexpr (std::is_arithmetic_v<T> || is_whole<T>) {
    out += TextForm<T>::print(value);
  } else if constexpr (HasTextForm<T>) {
    write_json_string(out, TextForm<T>::print(value));
  } else {
    char separator = '{';
    for_each_field(value, [&]<class F>(std::string_view name, const F& field) {
      if constexpr (is_patch<F>) {
        if (!field.present) return;
      }
      out += separator;
      separator = ',';
      write_json_string(out, name);
      out += ':';
      if constexpr (is_patch<F>) {
        write_json(out, field.value);
      } else {
        write_json(out, field);
      }
    });
    out += separator == '{' ? "{}" : "}";
  }
}

template <class T>
std::string to_json(const T& value) {
  std::string out;
  write_json(out, value);
  return out;
}

}  // namespace sluis
