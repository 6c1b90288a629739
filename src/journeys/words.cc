#include <algorithm>

#include "journeys/tracks.h"

namespace sluis::journeys {
namespace {

// What no event can be told apart by any more, as there are too many kinds.
constexpr EventKind kOther = methods::kKindsMax;
constexpr std::string_view kOrder = "order_completed";

constexpr std::array<std::string_view, 3> kOnlyMoney = {"order_line", "order_refunded",
                                                        "adjustment"};

bool is_only_money(std::string_view kind) {
  return std::ranges::find(kOnlyMoney, kind) != kOnlyMoney.end();
}

std::uint32_t seconds_of(Instant ts) {
  constexpr std::int64_t kMicros = 1'000'000;
  return static_cast<std::uint32_t>(
      std::clamp<std::int64_t>(ts.micros() / kMicros, 0, ~std::uint32_t{0}));
}

std::int64_t units_of(const std::optional<Micro>& amount) {
  return amount ? amount->units() : 0;
}

}  // namespace

Words::Words(Currency currency) : currency_(currency) {
  orders_.add(kind_of(kOrder));
  for (const std::string_view kind : kOnlyMoney)
    only_money_.add(kind_of(kind));
  names_.number_of("");
}

Channel Words::channel_of(ChannelId channel) {
  const auto [at, added] =
      channel_numbers_.try_emplace(channel.number(), static_cast<Channel>(channels_.size()));
  if (added) channels_.push_back(channel);
  return at->second;
}

std::optional<Channel> Words::find_channel(ChannelId channel) const {
  const auto found = channel_numbers_.find(channel.number());
  return found == channel_numbers_.end() ? std::nullopt : std::optional(found->second);
}

EventKind Words::kind_of(std::string_view kind) {
  return static_cast<EventKind>(std::min<std::size_t>(kinds_.number_of(kind), kOther));
}

std::optional<EventKind> Words::find_kind(std::string_view kind) const {
  if (is_only_money(kind)) return std::nullopt;
  for (std::size_t i = 0; i < std::min<std::size_t>(kinds_.size(), kOther); ++i) {
    if (kinds_[i] == kind) return static_cast<EventKind>(i);
  }
  return std::nullopt;
}

std::optional<Name> Words::find_name(std::string_view name) const {
  for (std::size_t i = 1; i < names_.size(); ++i) {
    if (names_[i] == name) return static_cast<Name>(i);
  }
  return std::nullopt;
}

std::optional<Step> Words::step_of(const Happened& event) {
  if (is_only_money(event.kind)) return std::nullopt;
  const EventKind kind = kind_of(event.kind);
  return Step{.ts = seconds_of(event.ts),
              .channel = channel_of(event.channel),
              .kind = kind,
              .is_order = orders_.holds(kind),
              .campaign = names_.number_of(event.campaign),
              .product = names_.number_of(event.product)};
}

std::optional<Booking> Words::booking_of(const Happened& event) {
  const std::int64_t revenue = units_of(event.revenue);
  const std::int64_t cost = units_of(event.cost);
  const bool moves = is_only_money(event.kind) || revenue != 0 || cost != 0;
  if (!moves || event.currency != currency_) return std::nullopt;
  return Booking{.ts = seconds_of(event.ts),
                 .product = names_.number_of(event.product),
                 .kind = kind_of(event.kind),
                 .revenue = revenue,
                 .cost = cost};
}

std::size_t Words::bytes() const {
  constexpr std::size_t kPerName = 64;  // its text, its slot and its place, about
  return names_.size() * kPerName;
}

}  // namespace sluis::journeys
