// Random tokens, hashes and passwords. What is secret is stored only as a hash of it.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace sluis::secrets {

using Hash = std::array<std::uint8_t, 32>;

// 128 random bits of the operating system as 26 digits of Crockford's base 32, in lower case: for
// links, keys and cookies.
std::string random_token();
// As many random bytes.
std::string random_bytes(std::size_t size);

// For tokens: they have so much entropy that a plain hash tells nothing of them.
Hash sha256(std::string_view text);
// For what could be guessed, or must not be forged.
Hash keyed_hash(std::string_view key, std::string_view text);
std::string hex(const Hash& hash);

// Encrypted under a key that is used for this alone (XSalsa20-Poly1305). Who forgets the key has
// forgotten what was in it.
std::string sealed(const Hash& key, std::string_view bytes);
// Nothing where it is not what was sealed under this key.
std::optional<std::string> unsealed(const Hash& key, std::string_view sealed);

// Takes as long wherever they differ.
bool equal(std::string_view a, std::string_view b);

// argon2id, as a text that carries its parameters and salt. Slow on purpose: tens of milliseconds
// and 19 MiB, so never on a thread that serves connections or writes.
std::string hash_password(std::string_view password);
bool password_matches(const std::string& hash, std::string_view password);
// Made with other parameters than today's.
bool needs_rehash(const std::string& hash);

// Overwrites the text, in a way that no compiler leaves out.
void wipe(std::string& text);

}  // namespace sluis::secrets
