// Commands that may be sent again: the first answer under an Idempotency-Key is stored in the unit
// of the command itself, and given again to whoever sends the same request with the same key.
#pragma once

#include <optional>
#include <span>
#include <string>

#include "platform/http/message.h"
#include "platform/store/store.h"

namespace sluis::api::idempotency {

struct Key {
  std::string scope;         // who and which operation: keys of others never meet
  std::string key;           // as the client made it
  std::string request_hash;  // of target and body
};

// SHA-256 of a request in hex.
std::string hash_of(std::string_view target, std::string_view body);
bool is_valid(std::string_view key);

// The answer that was given before, or a refusal when the key was used for something else.
Result<std::optional<http::Reply>> find(store::Snapshot& snapshot, const Key& key);
// False when another unit stored an answer under this key meanwhile: roll back and look again.
bool keep(store::Tx& tx, const Key& key, const http::Reply& reply, Instant now);
// Forgets answers that are older than a day; returns how many.
std::int64_t forget_before(store::Tx& tx, Instant moment);
// Forgets answers in which one of the texts stands; reads each once.
void forget_about(store::Tx& tx, std::span<const std::string> texts);

std::span<const store::Statement* const> statements();

}  // namespace sluis::api::idempotency
