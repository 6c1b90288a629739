#include "simulator/store.h"

namespace sluis::simulator::sql {
namespace {

using store::Snapshot;
using store::Statement;
using store::Tx;

constexpr Statement kSample{
    "simulator.sample",
    "select state, world, seed, customers, days, from_day, to_day, events, channels, name_given, "
    "job, started, changed from simulator_sample"};
constexpr Statement kInsert{
    "simulator.insert",
    "insert into simulator_sample (id, state, world, seed, customers, days, from_day, to_day, "
    "events, channels, name_given, job, started, changed) "
    "values (1, $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) on conflict do nothing"};
constexpr Statement kUpdate{
    "simulator.update",
    "update simulator_sample set state = $1, events = $2, channels = $3, name_given = $4, "
    "job = $5, changed = $6 where state = $7"};
constexpr Statement kRemove{"simulator.remove", "delete from simulator_sample"};

constexpr const Statement* kStatements[] = {&kSample, &kInsert, &kUpdate, &kRemove};

}  // namespace

std::optional<Sample> sample(Snapshot& snapshot) {
  return snapshot.one<Sample>(kSample);
}

bool insert(Tx& tx, const Sample& sample) {
  const auto insert = [&](const auto&... field) { return tx.change(kInsert, field...); };
  return std::apply(insert, tie_fields(sample)) == 1;
}

bool update(Tx& tx, const Sample& sample, SampleState from) {
  return tx.change(kUpdate, sample.state, sample.events, sample.channels, sample.name_given,
                   sample.job, sample.changed, from) == 1;
}

void remove(Tx& tx) {
  tx.change(kRemove);
}

std::span<const Statement* const> statements() {
  return kStatements;
}

}  // namespace sluis::simulator::sql
