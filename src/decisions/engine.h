// Decides from memory. It follows what is changed of offers and settings, the log of events, merged
// customers and how the contact centre stands, so that a decision asks no database. Nothing in it
// has to last: after a restart it reads the same from the store.
#pragma once

#include <functional>
#include <memory>
#include <mutex>
#include <shared_mutex>
#include <thread>

#include "company/company.h"
#include "decisions/learner.h"
#include "decisions/preview.h"
#include "platform/outbox/tail.h"

namespace sluis::analytics {
class Store;
}

namespace sluis::decisions {

// Who asks for a decision, where.
struct Question {
  std::string_view placement;  // its code
  // All of them are the same person; without consent they are not looked at.
  std::vector<IdentityId> identities;
  bool consent = false;  // what is decided may be kept, and what they did looked at
  Context context;
  std::span<const Deed> deeds = {};  // in the order of their moments
  DecisionId id;
  Instant now;
};

struct Decided {
  Reason reason = Reason::stopped;
  std::optional<Gate> gate;
  std::shared_ptr<const Known> known;
  const Slot* slot = nullptr;  // what is offered; null: nothing
  double probability = 1;
  std::int64_t policy = 0;
  Instant until;
  std::optional<Logged> log;         // to be kept before it is told
  std::optional<IdentityId> gifted;  // by an adviser; what of it holds still, the store knows
  // Instead of that, to be counted: where, and on which day.
  std::optional<std::pair<PlacementId, Date>> total;
};

// Who is in which segments: bits in the order of these.
struct Members {
  std::vector<SegmentId> segments;
  boost::unordered_flat_map<std::int64_t, std::uint64_t> bits;  // by customer
};
// Whether bits in the order of `read` mean the same in the order of `asked`.
bool begins_with(const std::vector<SegmentId>& asked, const std::vector<SegmentId>& read);

class Engine {
 public:
  Engine(store::Store& store, const Clock& clock,
         std::shared_ptr<const consent::Refusals> refusals);
  ~Engine();

  // Reads all there is, and from then on follows it. `appended` is rung after each commit that
  // appended events; `report` is told why something failed, which is tried again.
  Result<void> open();
  void serve(outbox::Tail& tail, store::Bell& appended, std::function<void(const Refusal&)> report);
  // The same on this thread: until all is in that is there now.
  Result<void> catch_up();

  // Who is in the segments that are asked for; after they were worked out again.
  Result<void> read_members(analytics::Store& analytics);

  Decided decide(const Question& question);
  // Decisions go on meanwhile.
  Preview preview(const Imagined& imagined, Instant now);
  // A fact of the outbox; serve() has them told by the tail.
  void hear(const outbox::Fact& fact);
  // How the contact centre stands from now on, until it is looked at again.
  void see(Lines lines);
  // What was decided is in the log: it is learnt from, within a second.
  void kept(const std::shared_ptr<const Decided>& decided);
  // Makes a version of the policy from all that was learnt, which takes over.
  Result<std::int64_t> learn();
  Learnt learnt() const;

  // What handles are signed with, and identities made.
  const std::string& secret() const { return secret_; }
  const identities::Pepper& pepper() const { return pepper_; }
  std::string region() const;
  // The codes of the places that are switched on, in their order.
  std::vector<std::string> places() const;
  // The first of those on a channel; nothing where it has none.
  std::optional<std::string> place_on(ChannelId channel) const;

  struct Size {
    std::size_t profiles = 0;
    std::size_t bytes = 0;
  };
  Size size() const;
  // Whether anything was ever heard of them; of everybody as long as that is not known.
  bool knows(IdentityId identity) const;

 private:
  // Who asks: with their consent what is known of them, else a page view of nobody.
  struct Asker {
    bool kept = false;
    Profiles::Known known{.lead = {}, .customers = {}, .identities = {}, .profile = {}};

    std::uint64_t number() const { return static_cast<std::uint64_t>(known.lead.number()); }
  };
  struct News;
  struct Passing;
  struct Passer;
  struct Acceptance {
    double made = 0;
    double accepted = 0;
  };
  struct Salt {
    int quarter = 0;
    std::uint64_t salt = 0;
  };

  std::shared_ptr<const Known> known() const;
  // Under the mutex, as long as a decision takes.
  std::uint64_t salt_at(Instant now);
  Asker asker_of(const Question& question) const;
  Visitor visitor_of(const Known& known, const Asker& asker) const;
  std::uint64_t segments_of(const Known& known, const Asker& asker) const;
  Demand demand_at(const Known& known, const Place& place, Instant now);
  Weighing weighed(const Question& question, const Known& known, const Place& place,
                   const Asker& asker);
  std::optional<std::size_t> draw(const Asker& asker, const Weighing& weighing, const Known& known,
                                  Logged& log);
  void remember(const Asker& asker, const Place& place, const std::optional<std::size_t>& drawn,
                const Slot* slot, const Logged& log);
  void tell(const Asker& asker, Logged log, Decided& decided) const;
  Passing begin_preview(const Known& known, const Imagined& imagined, Instant now,
                        Preview& preview);
  std::vector<Passer> passers(const Passing& at, std::size_t from, Preview& preview);

  void follow_log(const std::stop_token& stop, store::Bell& appended);
  void mind(const std::stop_token& stop);
  Result<bool> take_events();
  Result<void> begin();
  Result<void> take_news();
  Result<void> take(const News& news);
  Result<void> read_groups();
  Result<void> reload();
  Result<void> renew_lines();
  // After a restart: what was decided lately, for caps, places that are given away, and learning.
  Result<void> recall();
  Result<Learner> learner_from_log(const Design& design) const;
  void teach(const News& news);
  Result<void> renew_policy();
  void take_answers(const News& news);
  enum class Why : std::uint8_t { design, learnt, asked };
  Result<std::int64_t> make_version(Why why);
  Result<Known> read_known() const;
  void publish(Known known);

  store::Store& store_;
  const Clock& clock_;
  const std::shared_ptr<const consent::Refusals> refusals_;
  std::function<void(const Refusal&)> report_;
  std::string secret_;
  identities::Pepper pepper_;

  std::mutex reload_mutex_;  // so that what was read later is not replaced by what was read before
  mutable std::mutex known_mutex_;
  std::shared_ptr<const Known> known_;

  // One decision at a time: so two never give away the same place.
  mutable std::mutex mutex_;
  Salt salt_;
  Profiles profiles_;
  Members members_;
  std::shared_ptr<const Lines> lines_;
  Outstanding outstanding_;
  boost::unordered_flat_map<std::int64_t, Acceptance> acceptance_;  // by offer
  bool ready_ = false;
  bool recalled_ = false;

  mutable std::mutex learner_mutex_;
  std::optional<Learner> learner_;

  outbox::Position log_;
  mutable std::mutex news_mutex_;
  std::unique_ptr<News> news_;
  store::Bell heard_;
  std::optional<outbox::Tail::Subscription> subscription_;
  std::jthread follower_;
  std::jthread minder_;
};

}  // namespace sluis::decisions
