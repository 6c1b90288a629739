// How the engine follows what happens: on two threads, one for the log of events, one for all else.

#include <algorithm>
#include <condition_variable>

#include "customers/customers.h"
#include "decisions/answers.h"
#include "decisions/engine.h"
#include "decisions/outcomes.h"
#include "platform/zones/zones.h"

namespace sluis::decisions {

namespace {

constexpr std::ptrdiff_t kGroupsAtOnce = 1'000;

}  // namespace

// What the facts told since it was last looked at.
struct Engine::News {
  bool known = true;
  bool cleared = false;
  std::vector<CustomerId> changed;
  std::vector<IdentityId> erased;
  std::vector<AnsweredFact> answered;
  std::vector<Outcome> outcomes;
  std::vector<std::shared_ptr<const Decided>> kept;

  // After an import thousands are merged at once: not all before anything else is looked at.
  void put_off(News& from) {
    if (std::ssize(from.changed) <= kGroupsAtOnce) return;
    changed.assign(from.changed.begin() + kGroupsAtOnce, from.changed.end());
    from.changed.resize(kGroupsAtOnce);
  }
  // What could not be taken now comes before what was heard meanwhile.
  void give_back(News&& from) {
    known = known || from.known;
    cleared = cleared || from.cleared;
    const auto before = [](auto& all, auto& first) {
      first.insert(first.end(), all.begin(), all.end());
      all = std::move(first);
    };
    before(changed, from.changed);
    before(erased, from.erased);
    before(answered, from.answered);
    before(outcomes, from.outcomes);
    before(kept, from.kept);
  }
};

namespace {

constexpr std::int64_t kEventsAtOnce = 2'000;
// For what other processes do; what this one does rings a bell.
constexpr std::chrono::milliseconds kPoll{250};
constexpr std::chrono::milliseconds kLinesAtLeastEvery{1'000};
constexpr std::chrono::milliseconds kCollect{20};

// Of the facts of a merge or split, and of an erasure.
struct Changed {
  CustomerId customer;
};
BOOST_DESCRIBE_STRUCT(Changed, (), (customer))
struct Erased {
  std::vector<IdentityId> identities;
  std::vector<CustomerId> numbers;
  IdentityId fresh;
};
BOOST_DESCRIBE_STRUCT(Erased, (), (identities, numbers, fresh))

// The identities of a customer, the first that was seen first.
Group group_of(store::Snapshot& snapshot, CustomerId customer) {
  const auto ids = identities::merged_into(snapshot, customer);
  auto all = identities::find_all(snapshot, ids);
  std::ranges::sort(
      all, {}, [](const identities::Identity& one) { return std::pair(one.first_seen, one.id); });
  Group group{.customer = customer, .identities = {}};
  for (const identities::Identity& one : all)
    group.identities.push_back(one.id);
  for (const IdentityId id : ids) {
    if (std::ranges::find(group.identities, id) == group.identities.end())
      group.identities.push_back(id);
  }
  return group;
}

}  // namespace

Engine::Engine(store::Store& store, const Clock& clock,
               std::shared_ptr<const consent::Refusals> refusals)
    : store_(store),
      clock_(clock),
      refusals_(std::move(refusals)),
      known_(std::make_shared<const Known>()),
      lines_(std::make_shared<const Lines>()),
      news_(std::make_unique<News>()) {}

Engine::~Engine() {
  subscription_.reset();
  for (std::jthread* thread : {&follower_, &minder_})
    thread->request_stop();
}

Result<void> Engine::open() {
  secret_ = TRY(store_.unit([&](store::Tx& tx) -> Result<std::string> {
    pepper_ = identities::pepper(tx);
    return sql::secret(tx);
  }));
  return read_groups();
}

std::string Engine::region() const {
  return zones::region_of(known()->company.zone);
}

Engine::Size Engine::size() const {
  const std::lock_guard lock(mutex_);
  return {.profiles = profiles_.size(), .bytes = profiles_.bytes()};
}

void Engine::serve(outbox::Tail& tail, store::Bell& appended,
                   std::function<void(const Refusal&)> report) {
  report_ = std::move(report);
  subscription_.emplace(tail.follow(
      std::nullopt, {"decisions", "contacts", "customers", "company", "events.log_cleared"},
      [this](const outbox::Fact& fact) { hear(fact); }));
  minder_ = std::jthread([this](const std::stop_token& stop) { mind(stop); });
  follower_ =
      std::jthread([this, &appended](const std::stop_token& stop) { follow_log(stop, appended); });
}

Result<void> Engine::catch_up() {
  TRY_VOID(take_news());
  while (TRY(take_events())) {
  }
  return recalled_ ? Result<void>{} : begin();
}

// All that happened before is known: from here on it decides.
Result<void> Engine::begin() {
  if (!known()->version) TRY_VOID(reload());
  TRY_VOID(recall());
  const std::lock_guard lock(mutex_);
  recalled_ = true;
  ready_ = true;
  return {};
}

void Engine::hear(const outbox::Fact& fact) {
  {
    const std::lock_guard lock(news_mutex_);
    if (fact.topic == customers::kCustomerChanged) {
      if (const auto changed = from_json<Changed>(fact.payload.text))
        news_->changed.push_back(changed->customer);
    } else if (fact.topic == customers::kPersonErased) {
      if (const auto erased = from_json<Erased>(fact.payload.text))
        std::ranges::copy(erased->identities, std::back_inserter(news_->erased));
    } else if (fact.topic == kAnswered) {
      if (const auto answered = from_json<AnsweredFact>(fact.payload.text))
        news_->answered.push_back(*answered);
    } else if (fact.topic == kOutcomeSeen) {
      if (const auto outcome = from_json<Outcome>(fact.payload.text))
        news_->outcomes.push_back(*outcome);
    } else if (fact.topic == "events.log_cleared") {
      news_->cleared = true;
    } else if (!fact.topic.starts_with("contacts.")) {
      news_->known = true;
    }
  }
  heard_.ring();
}

void Engine::follow_log(const std::stop_token& stop, store::Bell& appended) {
  const std::stop_callback on_stop(stop, [&] { appended.ring(); });
  while (!stop.stop_requested()) {
    const std::uint64_t seen = appended.count();
    auto found = take_events();
    if (found && *found) continue;
    if (found && !recalled_) {
      auto recalled = begin();
      if (!recalled) found = std::unexpected(std::move(recalled).error());
    }
    if (!found) report_(found.error());
    if (!stop.stop_requested()) appended.wait(seen, kPoll);
  }
}

void Engine::mind(const std::stop_token& stop) {
  std::mutex mutex;
  std::condition_variable_any wake;
  const auto rest = [&](std::chrono::milliseconds time) {
    std::unique_lock lock(mutex);
    wake.wait_for(lock, stop, time, [&] { return stop.stop_requested(); });
  };
  const std::stop_callback on_stop(stop, [&] { heard_.ring(); });
  while (!stop.stop_requested()) {
    const std::uint64_t seen = heard_.count();
    const auto taken = take_news();
    if (!taken) report_(taken.error());
    heard_.wait(seen, kLinesAtLeastEvery);
    rest(kCollect);
  }
}

// False when there is nothing more.
Result<bool> Engine::take_events() {
  const auto batches =
      TRY(store_.snapshot([&](store::Snapshot& snapshot) -> Result<std::vector<events::Batch>> {
        return events::batches_after(snapshot, log_, kEventsAtOnce);
      }));
  const std::lock_guard lock(mutex_);
  for (const events::Batch& batch : batches) {
    for (const events::Event& event : batch.events)
      profiles_.take(event);
    log_ = batch.position;
  }
  return !batches.empty();
}

Result<void> Engine::take_news() {
  News news;
  {
    const std::lock_guard lock(news_mutex_);
    std::swap(news, *news_);
    news_->known = false;
    news_->put_off(news);
  }
  auto taken = take(news);
  if (!taken) {
    const std::lock_guard lock(news_mutex_);
    news_->give_back(std::move(news));
    return taken;
  }
  return renew_policy();
}

// All or nothing of it: what can fail comes first.
Result<void> Engine::take(const News& news) {
  if (news.known) TRY_VOID(reload());
  TRY_VOID(renew_lines());
  const std::vector<Group> groups =
      TRY(store_.snapshot([&](store::Snapshot& snapshot) -> Result<std::vector<Group>> {
        std::vector<Group> all;
        for (const CustomerId customer : news.changed)
          all.push_back(group_of(snapshot, customer));
        return all;
      }));
  {
    const std::lock_guard lock(mutex_);
    if (news.cleared) profiles_.clear();
    for (const Group& group : groups)
      group.identities.empty() ? profiles_.part(group.customer) : profiles_.join(group);
    profiles_.forget(news.erased);
    take_answers(news);
  }
  teach(news);
  return {};
}

void Engine::kept(const std::shared_ptr<const Decided>& decided) {
  if (!decided->log || !decided->log->learns) return;
  const std::lock_guard lock(news_mutex_);
  news_->kept.push_back(decided);
}

// The place of who accepted is taken by their contact, of which the contact centre knows.
void Engine::take_answers(const News& news) {
  const auto known = this->known();
  for (const AnsweredFact& fact : news.answered) {
    if (fact.answer == Answer::shown) continue;
    const Slot* slot = known->slot_of(fact.offer);
    if (slot != nullptr && slot->offer.team)
      outstanding_.answered(fact.identity.number(), *slot->offer.team);
    if (fact.answer == Answer::accepted) acceptance_[fact.offer.number()].accepted += 1;
    if (fact.answer == Answer::dismissed) {
      const auto who = profiles_.look({&fact.identity, 1}, moment_of(clock_.now()));
      profiles_.dismiss(who.identities, mark_of(fact.offer));
    }
  }
}

void Engine::teach(const News& news) {
  const std::lock_guard lock(learner_mutex_);
  if (!learner_) return;
  for (const auto& decided : news.kept)
    if (auto lesson = lesson_of(*decided->log)) learner_->take(*std::move(lesson));
  for (const Outcome& outcome : news.outcomes)
    learner_->take(outcome);
}

Result<void> Engine::renew_policy() {
  {
    const std::lock_guard lock(learner_mutex_);
    if (!learner_ || !learner_->has_news() || !known()->settings.learning) return {};
  }
  TRY_VOID(make_version(Why::learnt));
  return reload();
}

Result<void> Engine::read_groups() {
  std::vector<Group> groups =
      TRY(store_.snapshot([&](store::Snapshot& snapshot) -> Result<std::vector<Group>> {
        std::vector<CustomerId> customers;
        identities::each_merged(
            snapshot, [&](IdentityId, CustomerId customer) { customers.push_back(customer); });
        std::ranges::sort(customers);
        const auto twice = std::ranges::unique(customers);
        customers.erase(twice.begin(), twice.end());
        std::vector<Group> all;
        for (const CustomerId customer : customers)
          all.push_back(group_of(snapshot, customer));
        return all;
      }));
  const std::lock_guard lock(mutex_);
  for (const Group& group : groups)
    profiles_.join(group);
  return {};
}

Result<void> Engine::renew_lines() {
  const Instant now = clock_.now();
  const auto teams =
      TRY(store_.snapshot([&](store::Snapshot& snapshot) -> Result<std::vector<contacts::TeamNow>> {
        return contacts::teams_now(snapshot, now);
      }));
  const auto known = this->known();
  Lines lines{.as_of = now, .teams = {}};
  for (const contacts::TeamNow& team : teams)
    lines.teams.emplace(team.team, line_of(team, known->settings));
  see(std::move(lines));
  return {};
}

void Engine::see(Lines lines) {
  auto shared = std::make_shared<const Lines>(std::move(lines));
  const std::lock_guard lock(mutex_);
  lines_ = std::move(shared);
}

}  // namespace sluis::decisions
