#include "events/figures.h"

namespace sluis::events {

Figures::Figures(metrics::Registry* registry) {
  metrics::Registry& counted = registry != nullptr ? *registry : own_;
  for (const Step step : enum_values<Step>()) {
    const metrics::Labels labels = {{"step", std::string(enum_name(step))}};
    steps_[static_cast<std::size_t>(step)] = {
        &counted.counter("sluis_ingest_step_events_total", "Events that came to a step.", labels),
        &counted.counter("sluis_ingest_step_dropped_total",
                         "Events that went no further than a step.", labels),
        &counted.counter("sluis_ingest_step_nanoseconds_total", "Time spent in a step.", labels)};
  }
  for (const Outcome outcome : enum_values<Outcome>()) {
    outcomes_[static_cast<std::size_t>(outcome)] =
        &counted.counter("sluis_ingest_events_total", "What became of events.",
                         {{"outcome", std::string(enum_name(outcome))}});
  }
  for (const Reason reason : enum_values<Reason>()) {
    reasons_.push_back(&counted.counter("sluis_ingest_quarantined_total",
                                        "Why events went to the quarantine.",
                                        {{"reason", std::string(enum_name(reason))}}));
  }
}

void Figures::passed(Step step, std::size_t came, std::size_t went_on, std::uint64_t took_ns) {
  const OfStep& of = steps_[static_cast<std::size_t>(step)];
  of.events->add(came);
  of.dropped->add(came - went_on);
  of.nanoseconds->add(took_ns);
}

void Figures::decided(const Verdict& verdict) {
  outcomes_[static_cast<std::size_t>(verdict.outcome)]->add();
  if (verdict.outcome == Outcome::quarantined) {
    reasons_[static_cast<std::size_t>(verdict.reason)]->add();
  }
}

}  // namespace sluis::events
