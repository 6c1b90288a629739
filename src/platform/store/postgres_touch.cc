#include "platform/store/postgres_touch.h"

#include "platform/store/failure.h"

namespace sluis::store {
namespace {

std::vector<std::string> grants_for(Postgres& connection, std::string_view schema,
                                    std::string_view owner, const std::string& role) {
  std::vector<std::string> grants;
  const auto names = connection.query_text(
      fmt::format("select relname from pg_class where relnamespace = '{}'::regnamespace and "
                  "relkind in ('r', 'p', 'v')",
                  schema),
      {});
  while (names->next()) {
    const std::string name(read_text(names->value(0)));
    if (name.starts_with(std::string(owner) + "_")) {
      grants.push_back(fmt::format("grant all on {} to {}", name, role));
    }
    if (name.starts_with("feed_")) {
      grants.push_back(fmt::format("grant select on {} to {}", name, role));
    }
  }
  return grants;
}

std::string nulls_for_parameters(Postgres& connection) {
  const auto parameters = connection.query_text(
      "select cardinality(parameter_types) from pg_prepared_statements where name = 'checked'", {});
  parameters->next();
  std::string nulls;
  for (auto left = read_integer(parameters->value(0)); left > 0; --left) {
    nulls += nulls.empty() ? "(null" : ", null";
  }
  return nulls.empty() ? nulls : nulls + ")";
}

}  // namespace

std::string touched_beyond(Postgres& connection, std::string_view schema,
                           const Statement& statement, std::string_view owner) {
  const std::string role = fmt::format("sluis_check_{}", owner);
  try {
    // All of it is rolled back, the role too; a role without grants of its own may do nothing.
    connection.execute("begin");
    connection.execute(
        fmt::format("create role {0}; grant usage on schema {1} to {0}", role, schema));
    for (const std::string& grant : grants_for(connection, schema, owner, role))
      connection.execute(grant);
    connection.execute(fmt::format("set local role {}", role));
    connection.execute(fmt::format("prepare checked as {}", statement.sql));
    connection.execute(fmt::format("explain execute checked{}", nulls_for_parameters(connection)));
    return {};
  } catch (const Error& error) {
    return error.what();
  }
}

}  // namespace sluis::store
