#include "platform/store/readers.h"

#include "platform/store/open.h"

namespace sluis::store {

Readers::Readers(Connect connect, const Options& options, Tally& tally)
    : connect_(std::move(connect)),
      report_(options.report),
      tally_(tally),
      queue_(options.waiting_limit) {
  for (int i = 0; i < options.readers; ++i)
    threads_.emplace_back([this] { serve(); });
}

Readers::~Readers() {
  queue_.close();
}

void Readers::read(Reading reading) {
  if (const auto failure = queue_.push(Priority::interactive, reading)) {
    ++tally_.failures;
    reading.done(failure);
  }
}

void Readers::serve() {
  std::unique_ptr<Engine> engine;
  while (auto reading = queue_.take())
    run(engine, *reading);
}

void Readers::run(std::unique_ptr<Engine>& engine, Reading& reading) {
  auto failure = attempt(engine, reading);
  // A connection may have been lost since the last reading; a new one deserves a try.
  if (failure == Failure::unavailable) failure = attempt(engine, reading);
  ++(failure ? tally_.failures : tally_.readings);
  reading.done(failure);
}

std::optional<Failure> Readers::attempt(std::unique_ptr<Engine>& engine, Reading& reading) {
  std::optional<Failure> failure;
  try {
    if (!engine) engine = connect_();
    begin_snapshot(*engine);
    Snapshot snapshot(*engine);
    reading.run(snapshot);
  } catch (const Error& error) {
    report_(error.what());
    failure = error.failure();
  } catch (const std::exception& error) {
    report_(error.what());
    failure = Failure::internal;
  }
  if (engine) engine->abandon();
  if (engine && !engine->usable()) engine.reset();
  return failure;
}

}  // namespace sluis::store
