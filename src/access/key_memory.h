// Keys that came lately, so that ingest needs no look-up. A key is forgotten with the next fact of
// this process, since that may be its revocation, and after two seconds, since another process may
// have revoked it.
#pragma once

#include <map>
#include <mutex>

#include "access/store.h"

namespace sluis::access {

class KeyMemory {
 public:
  explicit KeyMemory(store::Bell& facts) : facts_(facts) {}

  std::optional<sql::KeyHolder> find(const sql::Token& token, Instant now) const;
  // What was read at `now`, when so many facts had been told.
  void keep(const sql::Token& token, const sql::KeyHolder& holder, Instant now);

 private:
  struct Entry {
    sql::KeyHolder holder;
    Instant kept;
    std::uint64_t facts;
  };
  bool holds(const Entry& entry, Instant now) const;

  store::Bell& facts_;
  mutable std::mutex mutex_;
  std::map<std::string, Entry, std::less<>> entries_;
};

}  // namespace sluis::access
