#include "simulator/sample.h"

#include "channels/channels.h"
#include "company/company.h"
#include "events/events.h"
#include "imports/imports.h"
#include "kernel/assert.h"
#include "platform/jobs/jobs.h"
#include "platform/outbox/outbox.h"
#include "simulator/calendar.h"
#include "simulator/loading.h"
#include "simulator/store.h"
#include "simulator/worksheet.h"

namespace sluis::simulator {
namespace {

constexpr std::string_view kEntity = "sample company";
constexpr Text kCompanyName{"Sample company", "Voorbeeldbedrijf"};

constexpr RefusalKind kHomeNotEmpty{
    "home_not_empty", Category::conflict, Retry::useless,
    Text{"There are channels, events or customers already; a sample company only goes where there "
         "are none. Use another data folder for it.",
         "Er zijn al kanalen, gebeurtenissen of klanten; een voorbeeldbedrijf komt alleen waar die "
         "nog niet zijn. Gebruik er een andere gegevensmap voor."}};
constexpr RefusalKind kSamplePresent{"sample_present", Category::conflict, Retry::useless,
                                     Text{"There is a sample company already; remove it first.",
                                          "Er is al een voorbeeldbedrijf; verwijder dat eerst."}};
constexpr RefusalKind kNoSample{
    "no_sample", Category::not_found, Retry::useless,
    Text{"There is no sample company here.", "Er is hier geen voorbeeldbedrijf."}};
constexpr RefusalKind kSampleBusy{
    "sample_busy", Category::conflict, Retry::may_help,
    Text{"The sample company is being loaded or removed at this moment.",
         "Het voorbeeldbedrijf wordt op dit moment geladen of verwijderd."}};
constexpr RefusalKind kSampleMixed{
    "sample_mixed", Category::conflict, Retry::useless,
    Text{"Events of others came in beside the sample ({0}). Removing the sample removes them too; "
         "say that everything may go.",
         "Naast het voorbeeld kwamen gebeurtenissen van anderen binnen ({0}). Wie het voorbeeld "
         "verwijdert, verwijdert ook die; zeg dat alles weg mag."}};

struct SampleChanged {
  SampleState state;
  bool gone = false;
};
BOOST_DESCRIBE_STRUCT(SampleChanged, (), (state, gone))

void tell(store::Tx& tx, Instant now, SampleState state, bool gone = false) {
  outbox::append(tx, now, kSampleChanged, SampleChanged{state, gone});
}

void record(store::Tx& tx, const access::Actor& actor, std::string_view action,
            const Sample& sample) {
  access::audit(tx, actor,
                {.entity = kEntity,
                 .id = std::string(kEntity),
                 .action = action,
                 .after = Json{to_json(sample)}});
}

bool is_empty(store::Snapshot& snapshot) {
  return channels::all(snapshot, channels::kEverything).empty() &&
         events::sources(snapshot).empty() && imports::imports(snapshot, std::nullopt, 1).empty() &&
         events::last_position(snapshot) == outbox::Position{} && !identities::any(snapshot);
}

// True when the company had no name and got one.
Result<bool> give_name(store::Tx& tx, const access::Actor& actor) {
  auto [settings, version] = company::settings(tx);
  if (!settings.name.text.empty()) return false;
  settings.name.text = kCompanyName.in(settings.language);
  TRY(company::change(tx, actor, settings, version));
  return true;
}

Result<void> take_name(store::Tx& tx, const access::Actor& actor) {
  auto [settings, version] = company::settings(tx);
  const std::string& name = settings.name.text;
  if (name != kCompanyName.in(Language::en) && name != kCompanyName.in(Language::nl)) return {};
  settings.name.text.clear();
  TRY(company::change(tx, actor, settings, version));
  return {};
}

// Sources that sent something and are not the sample's.
std::vector<std::string_view> others(const std::vector<events::Source>& sources) {
  std::vector<std::string_view> names;
  for (const events::Source& source : sources) {
    const std::string& code = source.code.text;
    const bool own = code.starts_with(kOwnSources) || code == kImportSource;
    if (!own && source.last_event) names.push_back(source.name.text);
  }
  return names;
}

}  // namespace

const RefusalKind& kind_of(SampleRefusal refusal) {
  switch (refusal) {
    case SampleRefusal::home_not_empty:
      return kHomeNotEmpty;
    case SampleRefusal::sample_present:
      return kSamplePresent;
    case SampleRefusal::no_sample:
      return kNoSample;
    case SampleRefusal::sample_busy:
      return kSampleBusy;
    case SampleRefusal::sample_mixed:
      return kSampleMixed;
  }
  assertion_failed("a SampleRefusal");
}

std::optional<Sample> sample(store::Snapshot& snapshot) {
  return sql::sample(snapshot);
}

Settings settings_of(const Sample& sample) {
  return {.world = sample.world,
          .seed = static_cast<std::uint64_t>(sample.seed),
          .customers = static_cast<std::uint32_t>(sample.customers),
          .from = sample.from_day};
}

Result<Sample> begin_loading(store::Tx& tx, const access::Actor& actor, const Wanted& wanted,
                             std::optional<UserId> owner) {
  if (sql::sample(tx)) return refuse(SampleRefusal::sample_present);
  if (!is_empty(tx)) return refuse(SampleRefusal::home_not_empty);
  Sample fresh{.world = wanted.world,
               .seed = wanted.seed,
               .customers = wanted.customers,
               .days = wanted.days,
               .to_day = local_day(actor.now),
               .started = actor.now,
               .changed = actor.now};
  fresh.from_day = fresh.to_day + -std::chrono::days(wanted.days);
  fresh.name_given = TRY(give_name(tx, actor));
  fresh.channels = TRY(add_worksheet(tx, actor, fresh, owner));
  if (!sql::insert(tx, fresh)) return refuse(SampleRefusal::sample_present);
  record(tx, actor, "loaded", fresh);
  tell(tx, actor.now, fresh.state);
  return fresh;
}

Result<void> give_to(store::Tx& tx, const access::Actor& actor, JobId job) {
  auto present = sql::sample(tx);
  if (!present) return refuse(SampleRefusal::no_sample);
  present->job = job;
  present->changed = actor.now;
  if (!sql::update(tx, *present, present->state)) return refuse(SampleRefusal::sample_busy);
  return {};
}

Result<void> note_loaded(store::Tx& tx, Instant now, std::int64_t events, bool whole) {
  auto present = sql::sample(tx);
  if (!present) return refuse(SampleRefusal::no_sample);
  present->events = events;
  present->changed = now;
  if (whole) present->state = SampleState::present;
  if (!sql::update(tx, *present, SampleState::loading)) return refuse(SampleRefusal::sample_busy);
  if (whole) tell(tx, now, present->state);
  return {};
}

Result<Sample> begin_removal(store::Tx& tx, const access::Actor& actor, bool everything) {
  auto present = sql::sample(tx);
  if (!present) return refuse(SampleRefusal::no_sample);
  const auto sources = events::sources(tx);
  const auto names = others(sources);
  if (!names.empty() && !everything) {
    return refuse(SampleRefusal::sample_mixed, join_names(names));
  }
  const SampleState before = std::exchange(present->state, SampleState::removing);
  present->changed = actor.now;
  if (!sql::update(tx, *present, before)) return refuse(SampleRefusal::sample_busy);
  tell(tx, actor.now, present->state);
  return *std::move(present);
}

Result<void> not_loading(store::Snapshot& snapshot) {
  const auto present = sql::sample(snapshot);
  if (!present || !present->job || present->state != SampleState::loading) return {};
  const auto job = jobs::find(snapshot, *present->job);
  const bool runs =
      job && (job->state == jobs::State::queued || job->state == jobs::State::running);
  if (runs) return refuse(SampleRefusal::sample_busy);
  return {};
}

Result<void> end_removal(store::Tx& tx, const access::Actor& actor) {
  const auto present = sql::sample(tx);
  if (!present) return {};
  for (const ChannelId id : present->channels) {
    if (channels::find(tx, channels::kEverything, id)) TRY_VOID(channels::discard(tx, actor, id));
  }
  if (present->name_given) TRY_VOID(take_name(tx, actor));
  sql::remove(tx);
  record(tx, actor, "removed", *present);
  tell(tx, actor.now, present->state, true);
  return {};
}

}  // namespace sluis::simulator
