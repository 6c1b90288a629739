// Names of an enum with commas between them, as an option of a command.
#pragma once

#include <algorithm>

#include "kernel/fields.h"

namespace sluis::journeys {

template <DescribedEnum E>
struct NameList {
  std::vector<E> names;  // each once, in the order given

  bool holds(E name) const { return std::ranges::find(names, name) != names.end(); }
};

Message expected_names(const std::vector<std::string_view>& names);

}  // namespace sluis::journeys

namespace sluis {

template <DescribedEnum E>
struct TextForm<journeys::NameList<E>> {
  static std::optional<journeys::NameList<E>> parse(std::string_view text) {
    journeys::NameList<E> list;
    while (true) {
      const std::size_t comma = text.find(',');
      const auto name = parse_enum<E>(trimmed(text.substr(0, comma)));
      if (!name) return std::nullopt;
      if (!list.holds(*name)) list.names.push_back(*name);
      if (comma == std::string_view::npos) return list;
      text.remove_prefix(comma + 1);
    }
  }
  static std::string print(const journeys::NameList<E>& list) {
    std::string text;
    for (const E name : list.names)
      text.append(text.empty() ? "" : ",").append(enum_name(name));
    return text;
  }
  static Message expected() { return journeys::expected_names(enum_names<E>()); }
  static std::string schema() { return R"("type":"string")"; }
};

}  // namespace sluis
