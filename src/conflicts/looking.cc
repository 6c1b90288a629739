#include "conflicts/looking.h"

#include "company/company.h"
#include "conflicts/rules.h"
#include "conflicts/store.h"
#include "conflicts/telling.h"
#include "platform/analytics/store.h"
#include "platform/outbox/outbox.h"
#include "platform/zones/zones.h"

namespace sluis::conflicts {
namespace {

constexpr std::chrono::hours kNightBegins{4};
constexpr std::chrono::days kSalesCount{28};  // today included
constexpr std::size_t kWrittenAtOnce = 200;

constexpr Text kSeen{"{0} conflicts", "{0} tegenspraken"};

std::vector<channels::Channel> live_channels(store::Snapshot& snapshot) {
  std::vector<channels::Channel> live = channels::all(snapshot, channels::kEverything);
  std::erase_if(live, [](const channels::Channel& channel) {
    return channel.state != channels::State::live;
  });
  std::ranges::sort(live, {}, [](const channels::Channel& channel) {
    return std::pair(is_reseller(channel), channel.code.text);
  });
  return live;
}

// What was sold comes from elsewhere.
Facts read(store::Snapshot& snapshot, Instant now) {
  const company::Settings company = company::settings(snapshot).settings;
  return {
      .now = now,
      .today = company::today(company, now),
      .currency = company.currency,
      .country = taxes::Country::parse(zones::region_of(company.zone)).value_or(taxes::Country()),
      .language = catalog::code_of(company.language),
      .live = live_channels(snapshot),
      .prices = catalog::prices_by_channel(snapshot),
      .texts = catalog::texts_by_channel(snapshot),
      .drift = stock::drift(snapshot, company.currency, now),
      .teams = contacts::teams(snapshot),
      .sales = {}};
}

struct Seen {
  Facts facts;
  std::vector<Conflict> known;
};

Result<Seen> see(const Workplace& place) {
  Seen seen = TRY(place.store.snapshot([&](store::Snapshot& snapshot) -> Result<Seen> {
    return Seen{read(snapshot, place.clock.now()), sql::all(snapshot)};
  }));
  const Date tomorrow = seen.facts.today + std::chrono::days(1);
  seen.facts.sales = TRY(place.analytics.snapshot([&](analytics::Snapshot& figures) {
    return Result<Sales>(Sales(
        measures::product_sales(figures, tomorrow + -kSalesCount, tomorrow, seen.facts.currency)));
  }));
  return seen;
}

Owners owners_of(const Facts& facts) {
  Owners owners;
  for (const channels::Channel& channel : facts.live)
    if (channel.owner) owners[channel.id] = *channel.owner;
  return owners;
}

// What another look or somebody's decision was faster with stays as it is.
void write(store::Tx& tx, const access::Actor& actor, const Settled& one) {
  const bool is_new = one.step == Step::found;
  const bool written =
      is_new ? sql::insert(tx, one.after) : sql::update(tx, one.after, one.before.version);
  if (!written || one.step == Step::weighed) return;
  record(tx, actor, enum_name(one.step), is_new ? nullptr : &one.before, one.after);
}

Result<void> write_all(const Workplace& place, std::string_view who,
                       const std::vector<Settled>& all) {
  for (std::size_t from = 0; from < all.size(); from += kWrittenAtOnce) {
    const std::size_t until = std::min(all.size(), from + kWrittenAtOnce);
    TRY_VOID(place.store.unit(
        [&](store::Tx& tx) -> Result<void> {
          const access::Actor actor{
              .name = std::string(who), .peer = "", .now = place.clock.now(), .ids = place.ids};
          for (std::size_t i = from; i < until; ++i)
            write(tx, actor, all[i]);
          return {};
        },
        store::Priority::background));
  }
  return {};
}

Looked counted(const std::vector<Clash>& clashes, const std::vector<Settled>& all) {
  Looked looked{.clashes = std::ssize(clashes)};
  for (const Settled& one : all) {
    looked.found += one.step == Step::found || one.step == Step::found_again;
    looked.changed += one.step == Step::changed;
    looked.resolved += one.step == Step::resolved;
  }
  return looked;
}

Result<void> tell(const Workplace& place, const Looked& looked) {
  return place.store.unit([&](store::Tx& tx) -> Result<void> {
    const Instant now = place.clock.now();
    sql::put_looked(tx, now);
    outbox::append(tx, now, "conflicts.looked", looked);
    return {};
  });
}

Result<jobs::Step> step_of(const Json& outcome) {
  const auto looked = TRY(from_json<Looked>(outcome.text));
  return jobs::Step{.cursor = outcome,
                    .done = looked.clashes,
                    .total = looked.clashes,
                    .message = Message(kSeen, std::to_string(looked.clashes)),
                    .finished = true,
                    .result = outcome};
}

}  // namespace

Result<Looked> look(const Workplace& place, std::string_view who) {
  const Seen seen = TRY(see(place));
  const std::vector<Clash> clashes = clashing(seen.facts);
  const std::vector<Settled> all =
      settle(seen.known, clashes, owners_of(seen.facts), seen.facts.now, place.ids);
  TRY_VOID(write_all(place, who, all));
  const Looked looked = counted(clashes, all);
  TRY_VOID(tell(place, looked));
  return looked;
}

jobs::Kind look_job(const Workplace& place) {
  return {
      .name = std::string(kLookJob),
      .step = [](store::Tx&, const jobs::Job&, const Json& outcome) { return step_of(outcome); },
      .outside = [place](const jobs::Job& job, const std::stop_token&) -> Result<Json> {
        const std::string who = job.creator ? to_string(*job.creator) : "nightly";
        return Json{to_json(TRY(look(place, who)))};
      }};
}

JobId begin_look(store::Tx& tx, IdSource& ids, Instant now, std::optional<UserId> creator) {
  return jobs::start(tx, ids, now,
                     {.kind = std::string(kLookJob), .input = {}, .creator = creator});
}

bool begin_nightly(store::Tx& tx, IdSource& ids, Instant now) {
  const company::Settings settings = company::settings(tx).settings;
  if (!sql::begin_night(tx, company::today(settings, now - kNightBegins))) return false;
  begin_look(tx, ids, now, std::nullopt);
  return true;
}

}  // namespace sluis::conflicts
