// The properties of an event, JSON that the sender added: whether they are one object, and of which
// type each is. One pass over the text that keeps nothing.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "events/source.h"

namespace sluis::events {

// A member of the first level, as it is written: its name with its escapes.
struct Property {
  std::string_view name;
  PropertyType type = PropertyType::any;
  std::string_view value;
};

// Calls `member` for each. False when the text is not exactly one JSON object (RFC 8259) of at most
// 32 levels.
bool scan_props(std::string_view text, const std::function<void(const Property&)>& member = {});

// The same object with a member set to a text, or taken away.
std::string with_property(std::string_view props, std::string_view name,
                          const std::optional<std::string>& value);

}  // namespace sluis::events
