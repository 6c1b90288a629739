#include "connectors/ingest/visitor.h"

#include "platform/digest.h"

namespace sluis::connectors::ingest {

constexpr std::size_t kHexDigits = 24;

std::string_view visitor_of_day(Arena& arena, const Request& request, std::string_view site) {
  const std::string seen = fmt::format("{}\n{}\n{}\n{}", to_string(utc_day(request.received)), site,
                                       request.peer, request.device);
  return arena.kept(sha256_hex(seen).substr(0, kHexDigits));
}

}  // namespace sluis::connectors::ingest
