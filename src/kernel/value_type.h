// A type with a text form, as a value: for tables of what may be given as text (the options of a
// command, the settings of the program).
#pragma once

#include "kernel/text_form.h"

namespace sluis {

struct ValueType {
  bool (*accepts)(std::string_view text);
  Message (*expected)();
  std::vector<std::string_view> (*names)();  // of an enum
};

template <HasTextForm T>
constexpr ValueType of = {
    .accepts = [](std::string_view text) { return TextForm<T>::parse(text).has_value(); },
    .expected = [] { return TextForm<T>::expected(); },
    .names = []() -> std::vector<std::string_view> {
      if constexpr (DescribedEnum<T>) return enum_names<T>();
      return {};
    },
};

}  // namespace sluis
