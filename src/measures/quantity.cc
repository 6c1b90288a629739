#include "measures/quantity.h"

namespace sluis {

using measures::Quantity;

std::optional<Quantity> TextForm<Quantity>::parse(std::string_view text) {
  const auto micro = parse_micro(text);
  return micro ? std::optional(Quantity{*micro}) : std::nullopt;
}

std::string TextForm<Quantity>::print(const Quantity& value) {
  std::string text = to_string(value.micro);
  const std::size_t last = text.find_last_not_of('0');
  text.resize(text[last] == '.' ? last : last + 1);
  return text;
}

Message TextForm<Quantity>::expected() {
  static constexpr Text text{"a number with at most six decimals",
                             "een getal met hoogstens zes decimalen"};
  return {text};
}

std::string TextForm<Quantity>::schema() {
  return R"("type":"string","pattern":"^-?[0-9]{1,13}(\\.[0-9]{1,6})?$")";
}

}  // namespace sluis
