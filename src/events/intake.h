// What appending goes by, in memory: sources, channels, the company's settings and the pepper. What
// is known is one immutable value that is replaced when something changes, so that many threads
// read it without waiting for each other.
#pragma once

#include <map>
#include <mutex>

#include <boost/unordered/unordered_flat_set.hpp>

#include "events/codec.h"
#include "events/events.h"
#include "events/figures.h"
#include "events/live.h"
#include "events/source.h"
#include "platform/outbox/tail.h"

namespace sluis::events {

struct Known {
  identities::Pepper pepper;
  std::string region;  // ISO 3166-1, of telephone numbers without a country code
  std::string zone;
  Currency currency;
  std::map<std::string, channels::Head, std::less<>> channels;  // by code
  std::map<ChannelId, std::string> codes;
  std::map<SourceId, std::shared_ptr<const Source>> sources;
  std::map<KeyId, SourceId> sources_of_keys;

  std::shared_ptr<const Source> source_of(const Sender& sender) const;
  // Empty for a draft that was removed meanwhile.
  std::string_view code_of(ChannelId channel) const;
  void add(const channels::Head& channel);
  void add(const Source& source);
};
Known known_of(store::Snapshot& snapshot, const identities::Pepper& pepper);

class Intake {
 public:
  Intake(store::Store& store, Known known, metrics::Registry* metrics);
  // From here on it learns what others change.
  void follow(outbox::Tail& tail);

  std::shared_ptr<const Known> known() const;
  // What a kept unit added to `before`; forgotten when something else changed meanwhile.
  void adopt(const std::shared_ptr<const Known>& before, Known after);

  void obey(std::shared_ptr<const consent::Refusals> refusals) { refusals_ = std::move(refusals); }
  // Nobody refuses as long as nobody was asked.
  bool refused(IdentityId identity) const;

  // Of these ids those whose values were not written to the log on this day.
  std::vector<Named> not_named(std::span<const Named> names, Date day) const;
  void named(std::span<const IdentityId> ids, Date day);
  // What it remembers of a log that was cleared.
  void forget();

  // Rung after each commit that appended.
  store::Bell& appended() { return appended_; }
  Figures& figures() { return figures_; }
  LiveCounts& live() { return live_; }

 private:
  void reload();

  store::Store& store_;
  store::Bell appended_;
  Figures figures_;
  LiveCounts live_;
  std::shared_ptr<const consent::Refusals> refusals_;  // set before anything is appended

  mutable std::mutex mutex_;
  std::shared_ptr<const Known> known_;

  mutable std::mutex names_mutex_;
  boost::unordered_flat_set<std::uint64_t> named_;  // ids mixed with their day

  std::optional<outbox::Tail::Subscription> subscription_;  // last: it uses the others
};

}  // namespace sluis::events
