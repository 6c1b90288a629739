#include "platform/store/seen_move.h"

#include <cstring>

namespace sluis::store {
namespace {

constexpr std::size_t kMarksPerRow = 10'000;

std::uint64_t half(const Value& value) {
  return static_cast<std::uint64_t>(read_integer(value));
}

void add_row(Engine& sqlite, std::vector<Mark>& marks, Instant noted) {
  if (marks.empty()) return;
  const std::string_view bytes(reinterpret_cast<const char*>(marks.data()),
                               marks.size() * sizeof(Mark));
  const std::array<Parameter, 2> row{noted.micros(), BytesView{bytes}};
  sqlite.change_text("insert into platform_marks (noted, marks) values ($1, $2)", row);
  marks.clear();
}

std::vector<Mark> marks_in(std::string_view bytes) {
  std::vector<Mark> marks(bytes.size() / sizeof(Mark));
  std::memcpy(marks.data(), bytes.data(), marks.size() * sizeof(Mark));
  return marks;
}

// The number of the last row that was taken; nothing when there are none.
std::optional<std::int64_t> take_some_rows(Engine& postgres, Seen& index) {
  struct Row {
    std::int64_t number;
    Instant noted;
    std::vector<Mark> marks;
  };
  std::vector<Row> some;
  {
    const auto rows = postgres.query_text(
        "select number, noted, marks from platform_marks order by number limit 100", {});
    while (rows->next()) {
      some.push_back({.number = read_integer(rows->value(0)),
                      .noted = Instant(read_integer(rows->value(1))),
                      .marks = marks_in(read_bytes(rows->value(2)))});
    }
  }
  for (const Row& row : some)
    index.first_time(row.marks, row.noted);
  return some.empty() ? std::nullopt : std::optional(some.back().number);
}

}  // namespace

void take_marks_of_index(Engine& sqlite) {
  std::vector<Mark> marks;
  Instant latest;
  sqlite.execute("begin immediate");
  {
    const auto rows = sqlite.query_text("select high, low, noted from platform_mark", {});
    while (rows->next()) {
      marks.push_back({half(rows->value(0)), half(rows->value(1))});
      latest = std::max(latest, Instant(read_integer(rows->value(2))));
      if (marks.size() == kMarksPerRow) add_row(sqlite, marks, latest);
    }
  }
  add_row(sqlite, marks, latest);
  sqlite.execute("delete from platform_mark");
  sqlite.execute("commit");
}

void take_marks_of_rows(Engine& postgres, Seen& index) {
  postgres.execute("begin");
  while (const auto last = take_some_rows(postgres, index)) {
    const std::array<Parameter, 1> upto{*last};
    postgres.change_text("delete from platform_marks where number <= $1", upto);
  }
  postgres.execute("commit");
}

}  // namespace sluis::store
