// SQL that an analyst writes: one SELECT over the published views, under the limits of the query it
// runs in. What it may name is decided from the parsed text, whichever the home; on DuckDB no file
// can be reached besides, on PostgreSQL a role of its own may read nothing else.
#pragma once

#include "platform/analytics/session.h"

namespace sluis::analytics {

enum class AnalystRefusal : std::uint8_t { not_one_select, not_published, not_answered };
BOOST_DESCRIBE_ENUM(AnalystRefusal, not_one_select, not_published, not_answered)
const RefusalKind& kind_of(AnalystRefusal refusal);

// Every value as text, null where there is none.
struct Answer {
  std::vector<std::string> columns;
  std::vector<std::vector<std::optional<std::string>>> rows;
  bool cut = false;  // there was more than was asked for
};
BOOST_DESCRIBE_STRUCT(Answer, (), (columns, rows, cut))

Result<Answer> answer(Snapshot& snapshot, const std::string& sql, std::int64_t rows_most);

// What is wrong with the text before it is run.
Result<void> check_question(std::string_view sql);

}  // namespace sluis::analytics
