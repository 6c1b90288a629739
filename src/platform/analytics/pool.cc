#include "platform/analytics/pool.h"

#include "platform/store/open.h"

namespace sluis::analytics {

using store::Error;
using store::Failure;

Pool::Pool(Connect connect, const Options& options)
    : connect_(std::move(connect)), report_(options.report), queue_(options.waiting_limit) {
  for (int i = 0; i < options.queries; ++i)
    threads_.emplace_back([this] { serve(); });
}

Pool::~Pool() {
  queue_.close();
  threads_.clear();
}

void Pool::query(Query query) {
  if (const auto failure = queue_.push(store::Priority::interactive, query)) {
    ++failures_;
    query.done(failure);
  }
}

void Pool::serve() {
  std::unique_ptr<Engine> engine;
  while (auto query = queue_.take())
    run(engine, *query);
}

void Pool::run(std::unique_ptr<Engine>& engine, Query& query) {
  if (query.cancel.stop_requested()) {  // while it waited
    ++failures_;
    ++stopped_;
    return query.done(Failure::over_limit);
  }
  auto failure = attempt(engine, query);
  // A connection may have been lost since the last query; a new one deserves a try.
  if (failure == Failure::unavailable) failure = attempt(engine, query);
  ++(failure ? failures_ : queries_);
  query.done(failure);
}

std::optional<Failure> Pool::attempt(std::unique_ptr<Engine>& engine, Query& query) {
  std::optional<Failure> failure;
  try {
    if (!engine) engine = connect_();
    const Watch::Guard guard(watch_, *engine, std::chrono::steady_clock::now() + query.limit,
                             query.cancel);
    try {
      store::begin_snapshot(engine->sql());
      Snapshot snapshot(*engine);
      query.run(snapshot);
    } catch (const Error& error) {
      failure = guard.stopped() ? Failure::over_limit : error.failure();
      if (guard.stopped()) ++stopped_;
      report_(error.what());
    }
  } catch (const std::exception& error) {
    report_(error.what());
    failure = engine ? Failure::internal : Failure::unavailable;
  }
  if (engine) engine->sql().abandon();
  if (engine && !engine->sql().usable()) engine.reset();
  return failure;
}

}  // namespace sluis::analytics
