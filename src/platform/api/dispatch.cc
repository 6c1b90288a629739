#include "platform/api/dispatch.h"

#include <algorithm>
#include <atomic>

#include <fmt/format.h>

#include "kernel/assert.h"
#include "platform/analytics/store.h"
#include "platform/api/exchange.h"
#include "platform/api/problem.h"
#include "platform/api/record.h"
#include "platform/api/refusal.h"
#include "platform/web/web_app.h"

namespace sluis::api {
namespace {

constexpr std::size_t kWaitingPerWorker = 32;

http::Reply refusal_reply(const http::Head& head, const Refusal& refusal) {
  return problem_reply(refusal, language_of(head.header("Accept-Language")));
}

// What a browser asks before a page sends something to another origin than its own.
http::Reply preflight_reply() {
  return {.status = 204,
          .headers = {{"Access-Control-Allow-Origin", "*"},
                      {"Access-Control-Allow-Methods", "GET, POST, PUT"},
                      {"Access-Control-Allow-Headers", "*, Authorization"},
                      {"Access-Control-Max-Age", "7200"}}};
}

}  // namespace

bool Surroundings::is_for_frames(std::string_view path) const {
  return std::ranges::any_of(for_frames,
                             [&](const std::string& start) { return path.starts_with(start); });
}

Dispatch::Dispatch(std::vector<Route> routes, Surroundings surroundings)
    : routes_(std::move(routes)),
      router_(routes_),
      surroundings_(std::move(surroundings)),
      workers_(surroundings_.workers, surroundings_.workers * kWaitingPerWorker) {
  for (const Route& route : routes_) {
    // Who asks is looked up in the store, which a memory route does not wait for.
    SLUIS_ASSERT(route.handler.mode != Mode::memory || route.allow.admits_anyone());
    // Repeats of what is appended are known by their own ids.
    SLUIS_ASSERT(route.handler.mode != Mode::append || route.idempotency == Idempotency::natural);
  }
}

// Whether pages of any origin may send something there (Fetch standard, 4.8).
bool Dispatch::takes_foreign(std::string_view path) const {
  const auto is_foreign = [&](http::Method method) {
    const auto match = router_.find(method, path);
    return match.route != nullptr && is_for_pages(*match.route);
  };
  return is_foreign(http::Method::post) || is_foreign(http::Method::get);
}

bool Dispatch::preflights(const http::Head& head) const {
  return takes_foreign(head.path) || surroundings_.is_for_frames(head.path);
}

http::Admission Dispatch::admit(const http::Head& head) {
  const auto match = router_.find(head.method, head.path);
  if (head.method == http::Method::options && preflights(head))
    return {.refusal = Record(surroundings_, head.method).closed(preflight_reply())};
  if (match.route != nullptr) {
    return {.body_bytes_max = match.route->limits.body_bytes,
            .to_file = match.route->handler.mode == Mode::file,
            .refusal = {}};
  }
  if (!match.offered.empty()) {
    const std::string offered = fmt::format("{}", fmt::join(match.offered, ", "));
    const Refusal refusal(kind_of(ApiRefusal::method_not_allowed), head.method_text, offered);
    return turn_away(head, refusal, {{"Allow", offered}});
  }
  if (!only_reads(head.method)) return turn_away(head, Refusal(kind_of(ApiRefusal::route_unknown)));
  return {.body_bytes_max = 0, .to_file = false, .refusal = {}};
}

http::Admission Dispatch::turn_away(const http::Head& head, const Refusal& refusal,
                                    std::vector<http::Header> headers) const {
  http::Reply reply = refusal_reply(head, refusal);
  std::ranges::move(headers, std::back_inserter(reply.headers));
  return {.refusal = Record(surroundings_, head.method).closed(std::move(reply))};
}

void Dispatch::serve(const http::Request& request, http::Responder responder) {
  auto match = router_.find(request.head.method, request.head.path);
  if (match.route == nullptr) {
    const Record record(surroundings_, request.head.method);
    return responder.reply(record.closed(web_app_reply(request.head)));
  }
  const auto exchange =
      std::make_shared<Exchange>(surroundings_, request, std::move(match), std::move(responder));
  switch (exchange->route().handler.mode) {
    case Mode::memory:
      return run_in_memory(exchange);
    case Mode::read:
      return run_in_snapshot(exchange);
    case Mode::query:
      return run_in_query(exchange);
    case Mode::write:
      return run_in_unit(exchange);
    case Mode::append:
      return run_to_append(exchange);
    case Mode::prepare:
    case Mode::file:
      return run_in_pool(exchange);
    case Mode::stream:
      return run_in_stream(exchange);
  }
}

http::Reply Dispatch::web_app_reply(const http::Head& head) const {
  if (surroundings_.web_app != nullptr && only_reads(head.method)) {
    if (auto reply = surroundings_.web_app->serve(head)) return *std::move(reply);
  }
  return refusal_reply(head, Refusal(kind_of(ApiRefusal::route_unknown)));
}

void Dispatch::finish() {
  {
    const std::lock_guard lock(beginning_);
    finished_ = true;
  }
  workers_.finish();
  deadlines_.finish();
}

void Dispatch::run_in_memory(const Running& exchange) {
  exchange->answer(exchange->guarded([&]() -> Handler::Answer {
    TRY_VOID(exchange->admit_anyone());
    return exchange->route().handler.in_memory(exchange->call(), exchange->input());
  }));
}

void Dispatch::run_in_snapshot(const Running& exchange) {
  const auto answer = std::make_shared<std::optional<Handler::Answer>>();
  const auto run = [exchange](store::Snapshot& snapshot) -> Handler::Answer {
    TRY_VOID(exchange->admit(snapshot));
    return exchange->route().handler.in_snapshot(snapshot, exchange->call(), exchange->input());
  };
  surroundings_.store.read({.run =
                                [exchange, run, answer](store::Snapshot& snapshot) {
                                  answer->emplace(exchange->watched([&] { return run(snapshot); }));
                                },
                            .done =
                                [exchange, answer](std::optional<store::Failure> failure) {
                                  if (failure) return exchange->refuse(store::refusal_of(*failure));
                                  exchange->answer(std::move(**answer));
                                }});
}

// Who asks is in the operational store; then the question takes its place among the others, and
// loses it when nobody waits for its answer any more.
void Dispatch::run_in_query(const Running& exchange) {
  const auto refused = std::make_shared<std::optional<Refusal>>();
  const std::stop_token departure = exchange->departure();
  surroundings_.store.read(
      {.run =
           [exchange, refused](store::Snapshot& snapshot) {
             auto admitted = exchange->watched([&] { return exchange->admit(snapshot); });
             if (!admitted) refused->emplace(std::move(admitted).error());
           },
       .done =
           [this, exchange, refused, departure](std::optional<store::Failure> failure) {
             if (failure) return exchange->refuse(store::refusal_of(*failure));
             if (*refused) return exchange->refuse(**refused);
             ask(exchange, departure);
           }});
}

void Dispatch::ask(const Running& exchange, const std::stop_token& departure) {
  SLUIS_ASSERT(surroundings_.analytics != nullptr);
  const std::shared_lock lock(beginning_);
  if (finished_) return exchange->refuse(Refusal(kind_of(ApiRefusal::busy)).after(1));
  const auto answer = std::make_shared<std::optional<Handler::Answer>>();
  surroundings_.analytics->query({.run =
                                      [this, exchange, answer](analytics::Snapshot& figures) {
                                        Stores stores{figures, surroundings_.store};
                                        answer->emplace(exchange->watched([&] {
                                          return exchange->route().handler.in_query(
                                              stores, exchange->call(), exchange->input());
                                        }));
                                      },
                                  .done =
                                      [exchange, answer](std::optional<store::Failure> failure) {
                                        if (failure)
                                          return exchange->refuse(store::refusal_of(*failure));
                                        exchange->answer(std::move(**answer));
                                      },
                                  .limit = exchange->route().limits.query_time,
                                  .cancel = departure});
}

void Dispatch::run_in_unit(const Running& exchange) {
  const auto answer = std::make_shared<std::optional<Handler::Answer>>();
  surroundings_.store.write(
      store::Priority::interactive,
      {.run =
           [exchange, answer](store::Tx& tx) {
             answer->emplace(exchange->watched([&] { return exchange->run_unit(tx); }));
             return (*answer)->has_value();
           },
       .done =
           [this, exchange, answer](std::optional<store::Failure> failure) {
             if (!failure) return exchange->answer(std::move(**answer));
             const bool unknown = failure == store::Failure::outcome_unknown;
             if (unknown && exchange->has_key()) return look_again(exchange);
             exchange->refuse(store::refusal_of(*failure));
           }});
}

// Who asks is mostly known; else a reader looks it up, and the handler goes on there.
void Dispatch::run_to_append(const Running& exchange) {
  if (exchange->route().handler.foreign) {
    if (const auto read = exchange->read_foreign(); !read) return exchange->refuse(read.error());
  }
  if (const auto admitted = exchange->admit_from_memory()) {
    if (!*admitted) return exchange->refuse(admitted->error());
    return append_rows(exchange);
  }
  const auto admitted = std::make_shared<Result<void>>();
  surroundings_.store.read({.run =
                                [exchange, admitted](store::Snapshot& snapshot) {
                                  *admitted =
                                      exchange->watched([&] { return exchange->admit(snapshot); });
                                },
                            .done =
                                [this, exchange, admitted](std::optional<store::Failure> failure) {
                                  if (failure) {
                                    return exchange->refuse(store::refusal_of(*failure));
                                  }
                                  if (!*admitted) return exchange->refuse(admitted->error());
                                  append_rows(exchange);
                                }});
}

void Dispatch::append_rows(const Running& exchange) {
  auto writing = exchange->guarded(
      [&] { return exchange->route().handler.to_append(exchange->call(), exchange->input()); });
  if (!writing) return exchange->refuse(writing.error());
  if (writing->instead) return append_in_time(exchange, *std::move(writing));
  const auto answer = std::make_shared<std::optional<Handler::Answer>>();
  surroundings_.store.write(
      store::Priority::interactive,
      {.run =
           [exchange, write = std::move(writing->write), answer](store::Tx& tx) {
             answer->emplace(exchange->watched([&] { return write(tx); }));
             return (*answer)->has_value();
           },
       .done =
           [exchange, answer](std::optional<store::Failure> failure) {
             if (failure) return exchange->refuse(store::refusal_of(*failure));
             exchange->answer(std::move(**answer));
           }});
}

// Whoever comes first answers: the store, or the end of the time that there is for it. The unit
// leaves the exchange alone, which the other may be answering.
void Dispatch::append_in_time(const Running& exchange, Handler::Writing writing) {
  const auto answered = std::make_shared<std::atomic<bool>>(false);
  const auto answer = std::make_shared<std::optional<Handler::Answer>>();
  const auto instead = [exchange, answered, reply = *std::move(writing.instead)] {
    if (!answered->exchange(true)) exchange->answer(reply);
  };
  deadlines_.after(writing.within, instead);
  surroundings_.store.write(
      store::Priority::interactive,
      {.run =
           [write = std::move(writing.write), answered, answer](store::Tx& tx) {
             if (*answered) return false;
             answer->emplace(write(tx));
             return (*answer)->has_value();
           },
       .done =
           [exchange, answered, answer, instead](std::optional<store::Failure> failure) {
             if (failure || !*answer) return instead();
             if (!answered->exchange(true)) exchange->answer(std::move(**answer));
           }});
}

// The connection was lost at COMMIT: if the unit was kept, its answer is stored under its key.
void Dispatch::look_again(const Running& exchange) {
  const auto found = std::make_shared<std::optional<http::Reply>>();
  surroundings_.store.read({.run =
                                [exchange, found](store::Snapshot& snapshot) {
                                  auto before = exchange->answer_before(snapshot);
                                  if (before) *found = *std::move(before);
                                },
                            .done =
                                [exchange, found](std::optional<store::Failure> failure) {
                                  if (!failure && *found)
                                    return exchange->answer(std::move(**found));
                                  const auto why = failure.value_or(store::Failure::unavailable);
                                  exchange->refuse(store::refusal_of(why));
                                }});
}

void Dispatch::run_in_pool(const Running& exchange) {
  const auto run = [this, exchange]() -> Handler::Answer {
    auto& store = surroundings_.store;
    TRY_VOID(store.snapshot([&](store::Snapshot& snapshot) {
      return exchange->watched([&] { return exchange->admit(snapshot); });
    }));
    return exchange->route().handler.in_pool(store, exchange->call(), exchange->input());
  };
  const bool posted = workers_.post([exchange, run] { exchange->answer(exchange->guarded(run)); });
  if (!posted) {
    exchange->refuse(Refusal(kind_of(ApiRefusal::busy)).after(1));
  }
}

void Dispatch::run_in_stream(const Running& exchange) {
  const auto stream = std::make_shared<std::optional<Handler::Stream>>();
  const auto run = [this, exchange](store::Snapshot& snapshot) -> Handler::Stream {
    TRY_VOID(exchange->admit(snapshot));
    const std::shared_lock lock(beginning_);
    if (finished_) return refuse(ApiRefusal::busy);
    return exchange->route().handler.in_stream(snapshot, exchange->call(), exchange->input());
  };
  surroundings_.store.read({.run =
                                [exchange, run, stream](store::Snapshot& snapshot) {
                                  stream->emplace(exchange->watched([&] { return run(snapshot); }));
                                },
                            .done =
                                [exchange, stream](std::optional<store::Failure> failure) {
                                  if (failure) {
                                    return exchange->refuse(store::refusal_of(*failure));
                                  }
                                  exchange->stream(std::move(**stream));
                                }});
}

}  // namespace sluis::api
