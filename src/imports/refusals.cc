#include "imports/refusals.h"

#include "kernel/assert.h"

namespace sluis::imports {
namespace {

constexpr RefusalKind kUnreadable{
    "file_unreadable", Category::invalid, Retry::useless,
    Text{"{0} cannot be read. Give a file that is there and that this user may read.",
         "{0} kan niet gelezen worden. Geef een bestand dat er is en dat deze gebruiker mag "
         "lezen."}};
constexpr RefusalKind kEmpty{
    "file_empty", Category::invalid, Retry::useless,
    Text{"{0} is empty. Export it again and look whether it has rows.",
         "{0} is leeg. Exporteer het opnieuw en kijk of er rijen in staan."}};
constexpr RefusalKind kNoRows{
    "file_no_rows", Category::invalid, Retry::useless,
    Text{"{0} has a header and no rows below it, so there is nothing to import.",
         "{0} heeft een kopregel en geen rijen daaronder; er valt niets in te lezen."}};
constexpr RefusalKind kBroken{"file_broken", Category::invalid, Retry::useless,
                              Text{"{0} is damaged: {1}. Export or send it again.",
                                   "{0} is beschadigd: {1}. Exporteer of stuur het opnieuw."}};
constexpr RefusalKind kBomb{
    "file_bomb", Category::too_large, Retry::useless,
    Text{"{0} unpacks to far more than its size suggests, so it is not read. Unpack it yourself "
         "and import what comes out, if it is really yours.",
         "{0} wordt uitgepakt veel groter dan zijn omvang doet vermoeden en wordt daarom niet "
         "gelezen. Pak het zelf uit en lees het resultaat in, als het echt van u is."}};
constexpr RefusalKind kTooWide{
    "file_too_wide", Category::too_large, Retry::useless,
    Text{"{0} has more than {1} columns. Leave out those that are not needed.",
         "{0} heeft meer dan {1} kolommen. Laat weg wat niet nodig is."}};
constexpr RefusalKind kSheetUnknown{
    "sheet_unknown", Category::invalid, Retry::useless,
    Text{"{0} has no sheet \"{1}\"; it has {2}.", "{0} heeft geen blad \"{1}\"; wel {2}."}};
constexpr RefusalKind kFormatUnknown{
    "format_unknown", Category::unsupported, Retry::useless,
    Text{"{0} is none of the formats that can be imported: CSV, CSV.gz, JSONL, Parquet, XLSX.",
         "{0} is geen van de vormen die ingelezen kunnen worden: CSV, CSV.gz, JSONL, Parquet, "
         "XLSX."}};

}  // namespace

const RefusalKind& kind_of(FileRefusal refusal) {
  switch (refusal) {
    case FileRefusal::file_unreadable:
      return kUnreadable;
    case FileRefusal::file_empty:
      return kEmpty;
    case FileRefusal::file_no_rows:
      return kNoRows;
    case FileRefusal::file_broken:
      return kBroken;
    case FileRefusal::file_bomb:
      return kBomb;
    case FileRefusal::file_too_wide:
      return kTooWide;
    case FileRefusal::sheet_unknown:
      return kSheetUnknown;
    case FileRefusal::format_unknown:
      return kFormatUnknown;
  }
  assertion_failed("a named refusal");
}

}  // namespace sluis::imports
