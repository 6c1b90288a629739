#include "simulator/diary.h"

#include "simulator/draws.h"

namespace sluis::simulator {

void Diary::write(std::int64_t second, Event event) {
  event.ts = at_local(date_, second);
  event.customer = customer_.number;
  events_.push_back(event);
}

Seen device_of(const Customer& customer, Random& random) {
  constexpr std::uint32_t kDevicesMost = 4;
  const auto which = static_cast<std::uint32_t>(whole(random, 0, customer.devices - 1));
  const bool shared = which == 0 && customer.shares_device;
  const std::uint32_t owner = shared ? customer.number - 1 : customer.number;
  return {Mark::device, owner * kDevicesMost + which};
}

}  // namespace sluis::simulator
