#include "conflicts/rules.h"
#include "kernel/fold.h"

namespace sluis::conflicts {
namespace {

struct Checked {
  ChannelId channel;
  const channels::Check* check;
};

// What was decided of each check, whatever the capitals and accents of its name.
std::map<std::string, std::vector<Checked>> decided(const Facts& facts) {
  std::map<std::string, std::vector<Checked>> by_name;
  for (const channels::Channel& channel : facts.live) {
    for (const channels::Check& check : channel.checks) {
      if (check.state != channels::CheckState::open)
        by_name[folded(check.name.text)].push_back({channel.id, &check});
    }
  }
  return by_name;
}

}  // namespace

std::vector<Clash> clashing_checks(const Facts& facts) {
  std::vector<Clash> all;
  for (const auto& [name, checked] : decided(facts)) {
    const auto differ = [&](std::size_t i, std::size_t j) {
      return checked[i].check->state != checked[j].check->state;
    };
    for (auto [i, j] : contradictions(checked.size(), differ)) {
      if (checked[i].check->state == channels::CheckState::passed) std::swap(i, j);
      Clash clash{.kind = Kind::brand,
                  .variant = {},
                  .product = {},
                  .about = checked.front().check->name.text,
                  .channel = checked[i].channel,
                  .value = std::string(enum_name(checked[i].check->state)),
                  .other = checked[j].channel,
                  .other_value = std::string(enum_name(checked[j].check->state)),
                  .stake = {},
                  .no_stake = {}};
      all.push_back(
          with_stake(std::move(clash), facts.sales.revenue(checked[i].channel), facts.currency));
    }
  }
  return all;
}

}  // namespace sluis::conflicts
