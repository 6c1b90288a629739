// The worksheet out as a file and back in. What would change is told before it does; all of it
// happens or nothing.
#pragma once

#include "channels/channels.h"

namespace sluis::channels {

enum class Separator : std::uint8_t { comma, semicolon };
BOOST_DESCRIBE_ENUM(Separator, comma, semicolon)

// With semicolons the decimal sign is a comma, as Dutch spreadsheets want it.
std::string export_sheet(store::Snapshot& snapshot, Separator separator);

struct FieldChange {
  std::string field;
  Json before;
  Json after;
};
BOOST_DESCRIBE_STRUCT(FieldChange, (), (field, before, after))

enum class Outcome : std::uint8_t { added, changed, unchanged };
BOOST_DESCRIBE_ENUM(Outcome, added, changed, unchanged)

struct ImportedChannel {
  std::int64_t line = 0;
  Slug code;
  Line<0, 120> name;  // empty where the file lacks it
  Outcome outcome = Outcome::unchanged;
  std::vector<FieldChange> changes;  // of a channel that was there
};
BOOST_DESCRIBE_STRUCT(ImportedChannel, (), (line, code, name, outcome, changes))

struct Import {
  std::vector<ImportedChannel> channels;
  std::vector<FieldProblem> problems;  // pointers "/lines/12/amount"
};

// What the file would do.
Result<Import> preview_import(store::Snapshot& snapshot, const access::Actor& actor,
                              std::string_view csv);
// Does it, if there are no problems; else the refusal names them all.
Result<Import> import_sheet(store::Tx& tx, const access::Actor& actor, std::string_view csv);

}  // namespace sluis::channels
