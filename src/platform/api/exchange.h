// One request on its way through a handler, shared by the threads that carry it, one at a time.
#pragma once

#include <memory>
#include <optional>

#include "platform/api/dispatch.h"
#include "platform/api/idempotency.h"
#include "platform/api/record.h"

namespace sluis::api {

// Whether pages of any origin may ask it: with a key that stands in them, never by a cookie.
bool is_for_pages(const Route& route);

class Exchange {
 public:
  Exchange(const Surroundings& surroundings, const http::Request& request, Router::Match match,
           http::Responder responder);

  const Route& route() const { return *route_; }

  // Who asks, if the route allows them; then the input, if it can be read. In that order, so that
  // strangers learn nothing of what the route would take.
  Result<void> admit(store::Snapshot& snapshot);
  Result<void> admit_anyone();
  // Nothing when it takes a look into the store.
  std::optional<Result<void>> admit_from_memory();
  // Of a foreign request first of all: it says itself who sends it.
  Result<void> read_foreign() { return read_input(); }
  Call call() const;
  const Handler::Input& input() const { return *input_; }

  // The unit of a `write` route; may run again.
  Handler::Answer run_unit(store::Tx& tx);
  // The answer that a unit with this request's key gave before.
  Result<std::optional<http::Reply>> answer_before(store::Snapshot& snapshot);
  bool has_key() const { return !idempotency_key_.empty(); }
  std::stop_token departure() const { return responder_.departure(); }

  // A step of this request. What it throws is kept for the log, and left to the store.
  template <class Step>
  auto watched(Step&& step) -> std::invoke_result_t<Step&> {
    fault_.clear();
    try {
      return step();
    } catch (const std::exception& error) {
      fault_ = error.what();
      throw;
    }
  }
  // A step outside the store: what it throws is a failure here.
  template <class Step>
  auto guarded(Step&& step) -> std::invoke_result_t<Step&> {
    try {
      return watched(step);
    } catch (const std::exception&) {
      return std::unexpected(store::refusal_of(store::Failure::internal));
    }
  }

  void answer(Handler::Answer answer);
  void stream(Handler::Stream stream);
  void refuse(const Refusal& refusal);

 private:
  // Asked by a page in a frame without an origin of its own.
  bool comes_from_frame() const;
  Credentials credentials() const;
  Result<void> admit_as(Result<Principal> who);
  Result<void> read_input();
  Result<void> refuse_foreign_origin() const;
  Result<std::int64_t> expected_version() const;
  idempotency::Key stored_key() const;
  Language language() const;
  void open_to_others(http::Reply& reply) const;
  void send(http::Reply reply);

  const Surroundings& surroundings_;
  const Route* route_;
  const http::Head head_;
  const std::string_view body_;
  const Instant now_;
  const Record record_;
  const std::string_view idempotency_key_;
  RawInput raw_;
  http::Responder responder_;
  Principal who_;
  std::optional<Handler::Input> input_;
  std::int64_t version_ = 0;
  std::string fault_;  // what went wrong inside
};

}  // namespace sluis::api
