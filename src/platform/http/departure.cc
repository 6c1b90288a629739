#include "platform/http/departure.h"

#include <poll.h>

namespace sluis::http {

bool has_left(int socket) {
  pollfd watched{.fd = socket, .events = POLLRDHUP, .revents = 0};
  return ::poll(&watched, 1, 0) > 0;
}

}  // namespace sluis::http
