// Brings a database to the schema of this program.
#pragma once

#include "platform/store/engine.h"
#include "platform/store/store.h"

namespace sluis::store {

struct AppliedMigration {
  std::string name;
  std::string checksum;  // SHA-256 of the text
  std::string version;   // of the Sluis that applied it
};
BOOST_DESCRIBE_STRUCT(AppliedMigration, (), (name, checksum, version))

// The table that remembers what was applied, where it is missing.
void make_record_table(Engine& engine);

// What has been applied, in order; empty in an empty database.
std::vector<AppliedMigration> applied_migrations(Engine& engine);

// Applies what is missing, each in a transaction of its own. Refuses a database that was written
// by a newer program or with another text of the same migration.
Result<void> migrate(Engine& engine, const Registry& registry);

// The same judgement without applying anything.
Result<void> check_migrations(const std::vector<AppliedMigration>& applied,
                              const Registry& registry);

}  // namespace sluis::store
