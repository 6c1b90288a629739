#include "events/intake.h"

#include "company/company.h"
#include "events/store.h"
#include "platform/zones/zones.h"

namespace sluis::events {
namespace {

constexpr std::size_t kNamedMost = 1 << 20;

std::uint64_t on_day(IdentityId id, Date day) {
  const auto days = static_cast<std::uint64_t>(day.days().time_since_epoch().count());
  return static_cast<std::uint64_t>(id.number()) ^ (days * 0x9e3779b97f4a7c15);
}

}  // namespace

std::shared_ptr<const Source> Known::source_of(const Sender& sender) const {
  SourceId id = sender.source.value_or(SourceId{});
  if (!sender.source) {
    const auto of_key = sources_of_keys.find(sender.key);
    if (of_key == sources_of_keys.end()) return nullptr;
    id = of_key->second;
  }
  const auto found = sources.find(id);
  return found == sources.end() ? nullptr : found->second;
}

std::string_view Known::code_of(ChannelId channel) const {
  const auto found = codes.find(channel);
  return found == codes.end() ? std::string_view() : found->second;
}

void Known::add(const channels::Head& channel) {
  channels.insert_or_assign(channel.code.text, channel);
  codes.insert_or_assign(channel.id, channel.code.text);
}

void Known::add(const Source& source) {
  sources.insert_or_assign(source.id, std::make_shared<const Source>(source));
  if (source.key) sources_of_keys.insert_or_assign(*source.key, source.id);
}

Known known_of(store::Snapshot& snapshot, const identities::Pepper& pepper) {
  const company::Settings company = company::settings(snapshot).settings;
  Known known{.pepper = pepper,
              .region = zones::region_of(company.zone),
              .zone = company.zone,
              .currency = company.currency,
              .channels = {},
              .codes = {},
              .sources = {},
              .sources_of_keys = {}};
  for (const channels::Head& channel : channels::matrix(snapshot, channels::kEverything).channels)
    known.add(channel);
  for (const Source& source : sql::sources(snapshot))
    known.add(source);
  return known;
}

Intake::Intake(store::Store& store, Known known, metrics::Registry* metrics)
    : store_(store), figures_(metrics), known_(std::make_shared<const Known>(std::move(known))) {}

void Intake::follow(outbox::Tail& tail) {
  subscription_ = tail.follow(std::nullopt, {"channels", "company", "events"},
                              [this](const outbox::Fact&) { reload(); });
}

// What cannot be read now is read with the next change; until then what was known holds.
void Intake::reload() {
  const identities::Pepper pepper = this->known()->pepper;
  auto known = store_.snapshot(
      [&](store::Snapshot& snapshot) -> Result<Known> { return known_of(snapshot, pepper); });
  if (!known) return;
  auto shared = std::make_shared<const Known>(*std::move(known));
  const std::lock_guard lock(mutex_);
  known_ = std::move(shared);
}

Result<std::shared_ptr<Intake>> open_intake(store::Store& store, outbox::Tail* tail,
                                            metrics::Registry* metrics) {
  auto known = TRY(store.unit(
      [](store::Tx& tx) -> Result<Known> { return known_of(tx, identities::pepper(tx)); }));
  auto intake = std::make_shared<Intake>(store, std::move(known), metrics);
  if (tail != nullptr) intake->follow(*tail);
  return intake;
}

void obey(Intake& intake, std::shared_ptr<const consent::Refusals> refusals) {
  intake.obey(std::move(refusals));
}

store::Bell& appended(Intake& intake) {
  return intake.appended();
}

std::shared_ptr<const Known> Intake::known() const {
  const std::lock_guard lock(mutex_);
  return known_;
}

void Intake::adopt(const std::shared_ptr<const Known>& before, Known after) {
  auto shared = std::make_shared<const Known>(std::move(after));
  const std::lock_guard lock(mutex_);
  if (known_ == before) known_ = std::move(shared);
}

bool Intake::refused(IdentityId identity) const {
  return refusals_ && refusals_->refused(identity, consent::Means::web, consent::Purpose::tracking);
}

std::vector<Named> Intake::not_named(std::span<const Named> names, Date day) const {
  std::vector<Named> missing;
  const std::lock_guard lock(names_mutex_);
  for (const Named& name : names) {
    if (!named_.contains(on_day(name.id, day))) missing.push_back(name);
  }
  return missing;
}

void Intake::forget() {
  {
    const std::lock_guard lock(names_mutex_);
    named_.clear();
  }
  const std::lock_guard lock(mutex_);
  Known known = *known_;
  known.sources.clear();
  known.sources_of_keys.clear();
  known_ = std::make_shared<const Known>(std::move(known));
}

void Intake::named(std::span<const IdentityId> ids, Date day) {
  const std::lock_guard lock(names_mutex_);
  if (named_.size() + ids.size() > kNamedMost) named_.clear();
  for (const IdentityId id : ids)
    named_.insert(on_day(id, day));
}

}  // namespace sluis::events
