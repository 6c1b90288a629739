#include "connectors/once.h"

#include <cstring>

#include <fmt/format.h>

#include "platform/secrets/secrets.h"

namespace sluis::connectors {

store::Mark mark_of(ConnectionId connection, std::string_view what, std::string_view told) {
  const auto hash = secrets::sha256(fmt::format("{} {} {}", to_string(connection), what, told));
  store::Mark mark;
  std::memcpy(&mark.high, hash.data(), sizeof mark.high);
  std::memcpy(&mark.low, hash.data() + sizeof mark.high, sizeof mark.low);
  return mark;
}

}  // namespace sluis::connectors
