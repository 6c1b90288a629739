// The sample company of a home. It fills an empty home only, and while it is there the home counts
// as invented: removing it removes every event and every customer.
#pragma once

#include "access/access.h"
#include "simulator/simulation.h"

namespace sluis::simulator {

enum class SampleState : std::uint8_t { loading, present, removing };
BOOST_DESCRIBE_ENUM(SampleState, loading, present, removing)

// What a sample is made of; the same gives the same events, to the bit.
struct Sample {
  SampleState state = SampleState::loading;
  WorldName world = WorldName::simple;
  std::int64_t seed = 1;
  std::int64_t customers = 0;
  std::int64_t days = 0;
  Date from_day;                    //
  Date to_day;                      // exclusive
  std::int64_t events = 0;          // brought in until now
  std::vector<ChannelId> channels;  // that came with it
  bool name_given = false;          // the company had none and got one
  std::optional<JobId> job;         // that loads or removes it
  Instant started;
  Instant changed;
};
BOOST_DESCRIBE_STRUCT(Sample, (),
                      (state, world, seed, customers, days, from_day, to_day, events, channels,
                       name_given, job, started, changed))

enum class SampleRefusal : std::uint8_t {
  home_not_empty,
  sample_present,
  no_sample,
  sample_busy,
  sample_mixed,
};
BOOST_DESCRIBE_ENUM(SampleRefusal, home_not_empty, sample_present, no_sample, sample_busy,
                    sample_mixed)
const RefusalKind& kind_of(SampleRefusal refusal);

// Each change of the sample's state is a fact of this topic.
inline constexpr std::string_view kSampleChanged = "simulator.sample_changed";

struct Wanted {
  WorldName world = WorldName::simple;
  std::int64_t seed = 1;
  std::int64_t customers = 5'000;
  std::int64_t days = 365;  // whole ones, up to today
};

std::optional<Sample> sample(store::Snapshot& snapshot);
Settings settings_of(const Sample& sample);

// Puts its channels on the worksheet, those with an owner live, and says that a sample is being
// loaded. Refused unless the home is empty.
Result<Sample> begin_loading(store::Tx& tx, const access::Actor& actor, const Wanted& wanted,
                             std::optional<UserId> owner);
// Whoever loads or removes it says so.
Result<void> give_to(store::Tx& tx, const access::Actor& actor, JobId job);
// Refused when it is not being loaded any more.
Result<void> note_loaded(store::Tx& tx, Instant now, std::int64_t events, bool whole);

// Refused while events of others are there too, unless all may go.
Result<Sample> begin_removal(store::Tx& tx, const access::Actor& actor, bool everything);
// Refused while a job is loading it.
Result<void> not_loading(store::Snapshot& snapshot);
// Takes its channels and the company's name away, when nothing else is left of it.
Result<void> end_removal(store::Tx& tx, const access::Actor& actor);

// Sources with such a code are the sample's own.
inline constexpr std::string_view kOwnSources = "sample-";

}  // namespace sluis::simulator
