// The bulk form of an insert on PostgreSQL: COPY.
#pragma once

#include "platform/analytics/engine.h"

struct pg_conn;

namespace sluis::analytics {

std::unique_ptr<Appender> appender_of(pg_conn* connection, const InsertForm& form);

}  // namespace sluis::analytics
