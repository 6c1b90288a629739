#include "platform/secrets/secrets.h"

#include <new>
#include <sodium.h>

#include "kernel/assert.h"

namespace sluis::secrets {
namespace {

// OWASP's password storage recommendation for argon2id: 19 MiB, two passes, one lane.
constexpr std::size_t kMemoryBytes = 19 * 1024 * 1024;
constexpr unsigned long long kPasses = 2;
constexpr std::string_view kDigits = "0123456789abcdefghjkmnpqrstvwxyz";
constexpr std::size_t kTokenBytes = 16;

const unsigned char* bytes_of(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}
unsigned char* bytes_of(std::string& text) {
  return reinterpret_cast<unsigned char*>(text.data());
}

// libsodium chooses its routines once; later calls do nothing.
void ready() {
  SLUIS_ASSERT(sodium_init() >= 0);
}

}  // namespace

std::string random_bytes(std::size_t size) {
  ready();
  std::string bytes(size, '\0');
  randombytes_buf(bytes.data(), bytes.size());
  return bytes;
}

std::string random_token() {
  std::string token;
  unsigned waiting = 0;  // bits that are not yet printed
  unsigned count = 0;
  for (const char byte : random_bytes(kTokenBytes)) {
    waiting = (waiting << 8) | static_cast<unsigned char>(byte);
    for (count += 8; count >= 5; count -= 5)
      token += kDigits[(waiting >> (count - 5)) & 31];
  }
  return token + kDigits[(waiting << (5 - count)) & 31];
}

Hash sha256(std::string_view text) {
  Hash hash;
  crypto_hash_sha256(hash.data(), bytes_of(text), text.size());
  return hash;
}

static_assert(std::tuple_size_v<Hash> == crypto_secretbox_KEYBYTES);

std::string sealed(const Hash& key, std::string_view bytes) {
  const std::string nonce = random_bytes(crypto_secretbox_NONCEBYTES);
  std::string closed(crypto_secretbox_MACBYTES + bytes.size(), '\0');
  crypto_secretbox_easy(bytes_of(closed), bytes_of(bytes), bytes.size(),
                        bytes_of(std::string_view(nonce)), key.data());
  return nonce + closed;
}

std::optional<std::string> unsealed(const Hash& key, std::string_view sealed) {
  constexpr std::size_t around = crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES;
  if (sealed.size() < around) return std::nullopt;
  const std::string_view closed = sealed.substr(crypto_secretbox_NONCEBYTES);
  std::string bytes(sealed.size() - around, '\0');
  const int broken = crypto_secretbox_open_easy(bytes_of(bytes), bytes_of(closed), closed.size(),
                                                bytes_of(sealed), key.data());
  if (broken != 0) return std::nullopt;
  return bytes;
}

Hash keyed_hash(std::string_view key, std::string_view text) {
  Hash hash;
  crypto_auth_hmacsha256_state state;
  crypto_auth_hmacsha256_init(&state, bytes_of(key), key.size());
  crypto_auth_hmacsha256_update(&state, bytes_of(text), text.size());
  crypto_auth_hmacsha256_final(&state, hash.data());
  return hash;
}

std::string hex(const Hash& hash) {
  std::string text(hash.size() * 2 + 1, '\0');
  sodium_bin2hex(text.data(), text.size(), hash.data(), hash.size());
  text.pop_back();
  return text;
}

bool equal(std::string_view a, std::string_view b) {
  return a.size() == b.size() && sodium_memcmp(a.data(), b.data(), a.size()) == 0;
}

std::string hash_password(std::string_view password) {
  ready();
  std::array<char, crypto_pwhash_STRBYTES> hash{};
  const int failed = crypto_pwhash_str_alg(hash.data(), password.data(), password.size(), kPasses,
                                           kMemoryBytes, crypto_pwhash_ALG_ARGON2ID13);
  if (failed != 0) throw std::bad_alloc();
  return hash.data();
}

bool password_matches(const std::string& hash, std::string_view password) {
  ready();
  return crypto_pwhash_str_verify(hash.c_str(), password.data(), password.size()) == 0;
}

bool needs_rehash(const std::string& hash) {
  return crypto_pwhash_str_needs_rehash(hash.c_str(), kPasses, kMemoryBytes) != 0;
}

void wipe(std::string& text) {
  sodium_memzero(text.data(), text.size());
  text.clear();
}

}  // namespace sluis::secrets
