#include "platform/api/record.h"

namespace sluis::api {

Record::Record(const Surroundings& surroundings, http::Method method, const Route* route)
    : surroundings_(surroundings),
      id_(surroundings.ids.next<RequestId>()),
      method_(method),
      route_(route),
      started_(std::chrono::steady_clock::now()) {}

http::Reply Record::closed(http::Reply reply, std::string_view fault) const {
  reply.headers.push_back({"X-Request-Id", to_string(id_)});
  if (surroundings_.observe) {
    const auto took = std::chrono::steady_clock::now() - started_;
    const std::size_t bytes = reply.shared_body ? reply.shared_body->size() : reply.body.size();
    surroundings_.observe({.id = id_,
                           .route = route_,
                           .method = method_,
                           .status = reply.status,
                           .took = std::chrono::duration_cast<Duration>(took),
                           .body_bytes = bytes,
                           .fault = fault});
  }
  return reply;
}

}  // namespace sluis::api
