#include "conflicts/clash.h"

namespace sluis::conflicts {

std::string key_of(const Clash& clash) {
  const auto [first, second] = std::minmax({clash.channel, clash.other.value_or(ChannelId())});
  const auto number = [](const auto& id) { return id ? id->number() : 0; };
  return fmt::format("{}|{}|{}|{}|{}|{}|{}", enum_name(clash.kind), number(clash.variant),
                     number(clash.product), first.number(), second.number(), clash.language,
                     clash.about);
}

bool same_values(const Clash& a, const Clash& b) {
  const bool turned = a.channel != b.channel;
  return turned ? a.value == b.other_value && a.other_value == b.value
                : a.value == b.value && a.other_value == b.other_value;
}

}  // namespace sluis::conflicts
