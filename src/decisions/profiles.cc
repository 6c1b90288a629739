#include "decisions/profiles.h"

#include <algorithm>
#include <limits>

namespace sluis::decisions {
namespace {

constexpr std::int64_t kEpoch_s = 1'577'836'800;  // 2020-01-01

enum class Did : std::uint8_t {
  other,
  viewed,
  looked_at_product,
  filled_basket,
  began_to_pay,
  ordered
};

struct KindOfDeed {
  std::string_view kind;
  Did did;
};
constexpr KindOfDeed kDeeds[] = {
    {"page_viewed", Did::viewed},
    {"product_list_viewed", Did::viewed},
    {"products_searched", Did::viewed},
    {"product_viewed", Did::looked_at_product},
    {"product_clicked", Did::looked_at_product},
    {"product_added", Did::filled_basket},
    {"cart_viewed", Did::filled_basket},
    {"checkout_started", Did::began_to_pay},
    {"checkout_step_viewed", Did::began_to_pay},
    {"checkout_step_completed", Did::began_to_pay},
    {"payment_info_entered", Did::began_to_pay},
    {"order_completed", Did::ordered},
};

Did did_by(std::string_view kind) {
  const auto found = std::ranges::find(kDeeds, kind, &KindOfDeed::kind);
  return found == std::end(kDeeds) ? Did::other : found->did;
}

Did did_of(const events::Event& event) {
  const Did did = did_by(event.kind);
  return did == Did::ordered && !event.counted ? Did::other : did;
}

void count(std::uint16_t& number) {
  if (number < std::numeric_limits<std::uint16_t>::max()) ++number;
}

// A visit ends when nothing is heard for half an hour.
void go_on(Profile& profile, Moment now) {
  if (profile.seen != 0 && now < profile.seen + kVisitEndsAfter_s) {
    profile.seen = std::max(profile.seen, now);
    return;
  }
  profile.visit = now;
  profile.seen = now;
  profile.views = 0;
  profile.products = 0;
  profile.drawn = {};
}

void take_in(Profile& profile, Did did, Moment at) {
  const bool now = at >= profile.visit;
  switch (did) {
    case Did::viewed:
      if (now) count(profile.views);
      return;
    case Did::looked_at_product:
      if (now) count(profile.views);
      if (now) count(profile.products);
      return;
    case Did::filled_basket:
      profile.basket = std::max(profile.basket, at);
      return;
    case Did::began_to_pay:
      profile.checkout = std::max(profile.checkout, at);
      return;
    case Did::ordered:
      profile.ordered = std::max(profile.ordered, at);
      count(profile.orders);
      return;
    case Did::other:
      return;
  }
}

void remember(std::array<Made, kMadeKept>& all, const Made& made) {
  *std::ranges::min_element(all, {}, &Made::at) = made;
}

// What two identities of one customer did.
void add(Profile& sum, const Profile& other) {
  const bool together = other.seen + kVisitEndsAfter_s > sum.visit &&
                        sum.seen + kVisitEndsAfter_s > other.visit && sum.seen != 0;
  if (together) {
    sum.visit = std::min(sum.visit, other.visit);
    sum.views = static_cast<std::uint16_t>(std::min(sum.views + other.views, 0xffff));
    sum.products = static_cast<std::uint16_t>(std::min(sum.products + other.products, 0xffff));
    for (std::size_t i = 0; i < kPlacesKept; ++i)
      sum.drawn[i] = sum.drawn[i] != 0 ? sum.drawn[i] : other.drawn[i];
  } else if (other.seen > sum.seen) {
    sum.visit = other.visit;
    sum.views = other.views;
    sum.products = other.products;
    sum.drawn = other.drawn;
  }
  sum.seen = std::max(sum.seen, other.seen);
  sum.basket = std::max(sum.basket, other.basket);
  sum.checkout = std::max(sum.checkout, other.checkout);
  sum.ordered = std::max(sum.ordered, other.ordered);
  sum.orders = static_cast<std::uint16_t>(std::min(sum.orders + other.orders, 0xffff));
  for (const Made& made : other.made) {
    if (made.at > std::ranges::min(sum.made, {}, &Made::at).at) remember(sum.made, made);
  }
}

}  // namespace

Moment moment_of(Instant instant) {
  return static_cast<Moment>(
      std::clamp<std::int64_t>(instant.micros() / 1'000'000 - kEpoch_s, 0, 0xffff'ffff));
}

void note(Profile& profile, const Deed& deed) {
  const Moment at = moment_of(deed.ts);
  if (at > profile.seen) go_on(profile, at);
  take_in(profile, did_by(deed.kind), at);
}

int Profile::made_since(std::uint16_t offer, Moment since) const {
  return static_cast<int>(std::ranges::count_if(made, [&](const Made& one) {
    return one.at != 0 && one.offer == offer && one.at >= since && one.at < visit;
  }));
}

bool Profile::full_since(Moment since) const {
  return std::ranges::min(made, {}, &Made::at).at >= std::max<Moment>(since, 1);
}

const Made* Profile::made_in_visit(std::uint16_t offer) const {
  const auto found = std::ranges::find_if(
      made, [&](const Made& one) { return one.at != 0 && one.offer == offer && one.at >= visit; });
  return found == made.end() ? nullptr : &*found;
}

Profiles::Known Profiles::look(std::span<const IdentityId> seen, Moment now) const {
  Known known{.lead = seen.front(), .customers = {}, .identities = {}, .profile = {}};
  for (const IdentityId identity : seen) {
    const auto customer = customers_.find(identity.number());
    const CustomerId number =
        customer == customers_.end() ? CustomerId(identity.number()) : customer->second;
    if (std::ranges::find(known.customers, number) != known.customers.end()) continue;
    known.customers.push_back(number);
    if (customer == customers_.end()) {
      known.identities.push_back(identity);
    } else {
      std::ranges::copy(groups_.at(number.number()).identities,
                        std::back_inserter(known.identities));
    }
  }
  known.lead = known.identities.front();
  bool first = true;
  for (const IdentityId identity : known.identities) {
    const auto found = profiles_.find(identity.number());
    if (found == profiles_.end()) continue;
    first ? void(known.profile = found->second) : add(known.profile, found->second);
    first = false;
  }
  go_on(known.profile, now);
  return known;
}

void Profiles::take(const events::Event& event) {
  if (event.identity() == IdentityId{}) return;
  // Also who does nothing that counts is known from then on.
  Profile& profile = of(event.identity());
  const Did did = did_of(event);
  if (did == Did::other) return;
  const Moment at = moment_of(event.ts);
  if (at > profile.seen) go_on(profile, at);
  take_in(profile, did, at);
}

Profile& Profiles::of(IdentityId identity) {
  const auto [found, fresh] = profiles_.try_emplace(identity.number());
  if (fresh) heard_.push_back(identity.number());
  return found->second;
}

std::optional<IdentityId> Profiles::heard(std::size_t place) const {
  if (place >= heard_.size()) return std::nullopt;
  return IdentityId(heard_[place]);
}

bool Profiles::leads(IdentityId identity) const {
  const auto customer = customers_.find(identity.number());
  if (customer == customers_.end()) return true;
  const auto& theirs = groups_.at(customer->second.number()).identities;
  return *std::ranges::find_if(theirs, [&](IdentityId one) { return has(one); }) == identity;
}

Profile& Profiles::in_visit(IdentityId identity, Moment visit, Moment seen) {
  Profile& profile = of(identity);
  if (profile.visit < visit && profile.seen + kVisitEndsAfter_s <= visit) go_on(profile, visit);
  profile.seen = std::max(profile.seen, seen);
  return profile;
}

void Profiles::make(IdentityId lead, const Made& made, Moment visit) {
  remember(in_visit(lead, visit, made.at).made, made);
}

void Profiles::draw(IdentityId lead, std::size_t place, std::uint16_t choice, Moment visit) {
  in_visit(lead, visit, visit).drawn[place % kPlacesKept] = choice;
}

void Profiles::dismiss(std::span<const IdentityId> identities, std::uint16_t offer) {
  for (const IdentityId identity : identities) {
    const auto found = profiles_.find(identity.number());
    if (found == profiles_.end()) continue;
    for (Made& one : found->second.made)
      one.dismissed = one.dismissed || (one.offer == offer && one.at >= found->second.visit);
  }
}

void Profiles::join(const Group& group) {
  part(group.customer);
  for (const IdentityId identity : group.identities)
    customers_[identity.number()] = group.customer;
  groups_[group.customer.number()] = group;
}

void Profiles::part(CustomerId customer) {
  const auto found = groups_.find(customer.number());
  if (found == groups_.end()) return;
  for (const IdentityId identity : found->second.identities) {
    const auto theirs = customers_.find(identity.number());
    if (theirs != customers_.end() && theirs->second == customer) customers_.erase(theirs);
  }
  groups_.erase(found);
}

void Profiles::forget(std::span<const IdentityId> identities) {
  for (const IdentityId identity : identities) {
    const auto customer = customers_.find(identity.number());
    if (customer != customers_.end()) part(CustomerId(customer->second));
    if (profiles_.erase(identity.number()) != 0) std::erase(heard_, identity.number());
  }
}

void Profiles::clear() {
  profiles_.clear();
  heard_.clear();
  customers_.clear();
  groups_.clear();
}

// As much as the tables take, empty places included.
std::size_t Profiles::bytes() const {
  constexpr std::size_t kMark = 1;  // of each place, beside what is in it
  return heard_.size() * sizeof(std::int64_t) +
         profiles_.bucket_count() * (sizeof(std::pair<std::int64_t, Profile>) + kMark) +
         customers_.bucket_count() * (sizeof(std::pair<std::int64_t, CustomerId>) + kMark) +
         groups_.bucket_count() * (sizeof(std::pair<std::int64_t, Group>) + kMark);
}

}  // namespace sluis::decisions
