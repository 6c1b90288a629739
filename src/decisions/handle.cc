#include "decisions/handle.h"

#include <chrono>

#include "platform/secrets/secrets.h"

namespace sluis::decisions {
namespace {

constexpr std::chrono::hours kHolds{24};
constexpr std::chrono::days kRenewed{30};
constexpr std::size_t kDigits = 13;
constexpr std::size_t kSignature = 32;  // hexadecimal digits: 128 bits

std::string signature(std::string_view key, std::string_view body) {
  return secrets::hex(secrets::keyed_hash(key, "visitor handle " + std::string(body)))
      .substr(0, kSignature);
}

// The numbers in it, who they are of and until when; nothing where it has another form.
struct Claim {
  std::string_view body;
  std::string_view signature;
  std::int64_t identity = 0;
  std::int64_t until = 0;
};
std::optional<Claim> claim_of(std::string_view handle) {
  if (handle.size() != 2 * kDigits + kSignature) return std::nullopt;
  const std::string_view body = handle.substr(0, 2 * kDigits);
  const auto identity = parse_id_digits(body.substr(0, kDigits));
  const auto until = parse_id_digits(body.substr(kDigits));
  if (!identity || !until) return std::nullopt;
  return Claim{body, handle.substr(2 * kDigits), *identity, *until};
}

}  // namespace

bool is_handle(std::string_view text) {
  return claim_of(text).has_value();
}

Handle handle_for(std::string_view key, IdentityId identity, Instant now) {
  const Instant until = now + kHolds;
  const std::string body = id_digits(identity.number()) + id_digits(until.micros());
  return {.text = body + signature(key, body), .until = until};
}

std::optional<IdentityId> holder_of(std::string_view key, std::string_view handle, Instant now) {
  const auto claim = claim_of(handle);
  if (!claim || !secrets::equal(signature(key, claim->body), claim->signature)) return std::nullopt;
  if (Instant(claim->until) <= now) return std::nullopt;
  return IdentityId(claim->identity);
}

std::optional<IdentityId> late_holder_of(std::string_view key, std::string_view handle,
                                         Instant now) {
  return holder_of(key, handle, now - kRenewed);
}

}  // namespace sluis::decisions
