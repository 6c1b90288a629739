// One struct, four faces: a struct lists its fields once with BOOST_DESCRIBE_STRUCT, and JSON in
// and out, SQL rows, CSV and the OpenAPI schema follow from that list.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <vector>

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <boost/describe/enum_to_string.hpp>
#include <boost/describe/enumerators.hpp>
#include <boost/describe/members.hpp>
#include <boost/mp11/algorithm.hpp>

namespace sluis {

template <class T>
concept DescribedStruct = std::is_class_v<T> && boost::describe::has_describe_members<T>::value;

template <class E>
concept DescribedEnum = std::is_enum_v<E> && boost::describe::has_describe_enumerators<E>::value;

template <class T>
struct Type {
  using type = T;
};

template <DescribedStruct T>
using FieldsOf = boost::describe::describe_members<T, boost::describe::mod_public |
                                                          boost::describe::mod_inherited>;

// Where a field is in an object, and what it is: for tables of fields, so that what walks over them
// is compiled once and not once for each struct.
template <class T, class Descriptor>
void* field_in(void* object) {
  return &(static_cast<T*>(object)->*Descriptor::pointer);
}
template <class T, class Descriptor>
using FieldType = std::remove_reference_t<decltype(std::declval<T&>().*Descriptor::pointer)>;

// A table with entry(descriptor) for each field, in the order of the list.
template <class Entry, DescribedStruct T, class Make>
constexpr auto table_of_fields(Make entry) {
  return [&]<template <class...> class List, class... D>(List<D...>) {
    return std::array<Entry, sizeof...(D)> { {entry.template operator()<D>()...} };
  }(FieldsOf<T>{});
}

// Calls visit(name, field) for each field of a value, in the order of the list.
template <class T, class Visit>
  requires DescribedStruct<std::remove_const_t<T>>
void for_each_field(T& value, Visit&& visit) {
  boost::mp11::mp_for_each<FieldsOf<std::remove_const_t<T>>>([&](auto descriptor) {
    visit(std::string_view(descriptor.name), value.*descriptor.pointer);
  });
}

// Calls visit(name, Type<F>{}) for each field of a type.
template <DescribedStruct T, class Visit>
void for_each_field_type(Visit&& visit) {
  boost::mp11::mp_for_each<FieldsOf<T>>([&](auto descriptor) {
    using Field = std::remove_reference_t<decltype(std::declval<T&>().*descriptor.pointer)>;
    visit(std::string_view(descriptor.name), Type<Field>{});
  });
}

template <DescribedStruct T>
constexpr std::size_t field_count() {
  return boost::mp11::mp_size<FieldsOf<T>>::value;
}

template <DescribedStruct T>
constexpr bool has_field(std::string_view name) {
  bool found = false;
  boost::mp11::mp_for_each<FieldsOf<T>>(
      [&](auto descriptor) { found = found || name == decltype(descriptor)::name; });
  return found;
}

template <DescribedEnum E>
std::string_view enum_name(E value) {
  return boost::describe::enum_to_string(value, "");
}

template <DescribedEnum E>
std::optional<E> parse_enum(std::string_view name) {
  std::optional<E> found;
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<E>>([&](auto enumerator) {
    if (name == enumerator.name) found = enumerator.value;
  });
  return found;
}

template <DescribedEnum E>
std::vector<std::string_view> enum_names() {
  std::vector<std::string_view> names;
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<E>>(
      [&](auto enumerator) { names.emplace_back(enumerator.name); });
  return names;
}

template <DescribedEnum E>
std::vector<E> enum_values() {
  std::vector<E> values;
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<E>>(
      [&](auto enumerator) { values.push_back(enumerator.value); });
  return values;
}

// A field of a change: absent means "leave as it is". Patch<std::optional<T>> can also clear.
template <class T>
struct Patch {
  bool present = false;
  T value{};

  void apply_to(T& target) const {
    if (present) target = value;
  }
};

template <class T>
constexpr bool is_patch = false;
template <class T>
constexpr bool is_patch<Patch<T>> = true;
template <class T>
constexpr bool is_optional = false;
template <class T>
constexpr bool is_optional<std::optional<T>> = true;
template <class T>
constexpr bool is_vector = false;
template <class T>
constexpr bool is_vector<std::vector<T>> = true;

// References to all fields of a value, in the order of the list: the parameters of an insert.
template <DescribedStruct T>
auto tie_fields(const T& value) {
  return [&]<template <class...> class List, class... D>(List<D...>) {
    return std::tie(value.*D::pointer...);
  }(FieldsOf<T>{});
}

namespace describe {  // the pieces of apply_change

template <class Given, class Wanted>
void give(const Given& given, Wanted& wanted) {
  if constexpr (is_patch<Given>) {
    given.apply_to(wanted);
  } else if constexpr (is_optional<Given> && !is_optional<Wanted>) {
    if (given) wanted = *given;
  } else {
    wanted = given;
  }
}

}  // namespace describe

// Gives each field of a change that is present to the field of that name, which must be there.
template <DescribedStruct Change, DescribedStruct T>
void apply_change(const Change& change, T& target) {
  boost::mp11::mp_for_each<FieldsOf<Change>>([&](auto given) {
    constexpr std::string_view name = decltype(given)::name;
    static_assert(has_field<T>(name), "a change names a field that is not there");
    boost::mp11::mp_for_each<FieldsOf<T>>([&](auto wanted) {
      if constexpr (name == decltype(wanted)::name) {
        describe::give(change.*given.pointer, target.*wanted.pointer);
      }
    });
  });
}

// "channels.Draft" for sluis::channels::Draft, "api.Page_channels.Draft" for a template: the name
// of a type in the API description.
template <class T>
std::string type_name() {
  std::string_view name = __PRETTY_FUNCTION__;  // "… type_name() [T = sluis::channels::Draft]"
  name.remove_prefix(name.find("T = ") + 4);
  name.remove_suffix(1);
  std::string out;
  while (!name.empty()) {
    // OpenAPI allows letters, digits, dots, dashes and underscores.
    constexpr std::string_view kOwn = "sluis::";
    constexpr std::string_view kUnnamed = "(anonymous namespace)::";
    if (name.starts_with(kOwn) || name.starts_with(kUnnamed)) {
      name.remove_prefix(name.starts_with(kOwn) ? kOwn.size() : kUnnamed.size());
      continue;
    }
    const bool scope = name.starts_with("::");
    if (name.front() != '>') out += scope ? '.' : name.front() == '<' ? '_' : name.front();
    name.remove_prefix(scope ? 2 : 1);
  }
  return out;
}

}  // namespace sluis
