#include "decisions/handle.h"

#include <chrono>

#include "platform/secrets/secrets.h"

namespace sluis::decisions {
namespace {

constexpr std::chrono::hours kHolds{24};
constexpr std::size_t kDigits = 13;
constexpr std::size_t kSignature = 32;  // hexadecimal digits: 128 bits

std::string signature(std::string_view key, std::string_view body) {
  return secrets::hex(secrets::keyed_hash(key, "visitor handle " + std::string(body)))
      .substr(0, kSignature);
}

}  // namespace

Handle handle_for(std::string_view key, IdentityId identity, Instant now) {
  const Instant until = now + kHolds;
  const std::string body = id_digits(identity.number()) + id_digits(until.micros());
  return {.text = body + signature(key, body), .until = until};
}

std::optional<IdentityId> holder_of(std::string_view key, std::string_view handle, Instant now) {
  if (handle.size() != 2 * kDigits + kSignature) return std::nullopt;
  const std::string_view body = handle.substr(0, 2 * kDigits);
  if (!secrets::equal(signature(key, body), handle.substr(2 * kDigits))) return std::nullopt;
  const auto identity = parse_id_digits(body.substr(0, kDigits));
  const auto until = parse_id_digits(body.substr(kDigits));
  if (!identity || !until || Instant(*until) <= now) return std::nullopt;
  return IdentityId(*identity);
}

}  // namespace sluis::decisions
