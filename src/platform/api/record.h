// One request from its head to its answer: what the log and the figures tell of it, and the id
// under which its sender's report is found there.
#pragma once

#include "platform/api/dispatch.h"

namespace sluis::api {

class Record {
 public:
  // Without a route: a file of the web app, or an address that nobody has.
  Record(const Surroundings& surroundings, http::Method method, const Route* route = nullptr);

  RequestId id() const { return id_; }
  // Names the request in its answer and tells of it. `fault`: what went wrong inside, if it did.
  http::Reply closed(http::Reply reply, std::string_view fault = {}) const;

 private:
  const Surroundings& surroundings_;
  const RequestId id_;
  const http::Method method_;
  const Route* route_;
  const std::chrono::steady_clock::time_point started_;
};

}  // namespace sluis::api
