// Whole tables from one engine to another.
#pragma once

#include <deque>
#include <functional>
#include <stop_token>

#include "platform/digest.h"
#include "platform/store/backup.h"
#include "platform/store/engine.h"
#include "platform/store/sqlite.h"

namespace sluis::store {

struct Table {
  std::string name;
  std::vector<std::string> columns;
};

// In the order in which they were made, so that a foreign key finds its table filled.
std::vector<Table> tables_of(Engine& sqlite);

// The tables of some migrations, without the rows that these put in.
void make_empty_schema(Engine& engine, const std::vector<const Migration*>& migrations);
void remove_rows(Engine& engine, const std::vector<Table>& tables);

// A digest over every row of every table, in the order in which the file has them.
void add_rows(Sha256& digest, Engine& sqlite, const std::vector<Table>& tables);

class TableCopy {
 public:
  // May change a row on its way; what it puts in must last until the next row.
  using OnTheWay = std::function<Result<void>(const Table&, std::vector<Parameter>&)>;

  // `registered` is what the target prepares from.
  TableCopy(Engine& from, Engine& to, StatementSet& registered, OnTheWay on_the_way);

  // Returns the number of rows per table.
  Result<std::vector<TableCount>> run(const std::vector<Table>& tables,
                                      const BackupProgress& progress, const std::stop_token& stop);

 private:
  Result<std::int64_t> copy(const Table& table, const BackupProgress& progress,
                            const std::stop_token& stop);
  const Statement& insert_into(const Table& table);

  Engine& from_;
  Engine& to_;
  StatementSet& registered_;
  OnTheWay on_the_way_;
  std::deque<std::string> texts_;
  std::deque<Statement> inserts_;
  std::int64_t done_ = 0;
  std::int64_t total_ = 0;
};

}  // namespace sluis::store
