// Bringing in the files of others: a file and a mapping become events of the log. What was brought
// in stays known, so that a repeat changes nothing and what was broken off goes on.
#pragma once

#include <functional>
#include <memory>
#include <set>
#include <stop_token>

#include "access/access.h"
#include "events/events.h"
#include "imports/mapping.h"

namespace sluis {
struct Capability;
}

namespace sluis::imports {

// Without an intake its routes can be described, not called.
Capability capability(events::Intake* intake);

enum class ImportRefusal : std::uint8_t {
  import_unknown,
  import_running,
  import_file_unknown,
  mapping_unknown,
  mapping_taken,
  nothing_readable,
};
BOOST_DESCRIBE_ENUM(ImportRefusal, import_unknown, import_running, import_file_unknown,
                    mapping_unknown, mapping_taken, nothing_readable)
const RefusalKind& kind_of(ImportRefusal refusal);

enum class State : std::uint8_t { running, done, stopped, failed };
BOOST_DESCRIBE_ENUM(State, running, done, stopped, failed)

// A row that gave no events, as it is told later.
struct ToldProblem {
  std::int64_t line = 0;
  std::string code;
  std::string column;  // empty: the row as a whole
  std::string value;
  std::string en;
  std::string nl;
};
BOOST_DESCRIBE_STRUCT(ToldProblem, (), (line, code, column, value, en, nl))

struct Counts {
  std::int64_t rows = 0;
  std::int64_t events = 0;        // that were new
  std::int64_t duplicates = 0;    // that were there already
  std::int64_t quarantined = 0;   // that the log could not understand
  std::int64_t withheld = 0;      // for want of consent
  std::int64_t problem_rows = 0;  // that gave no events; the first are in `problems`
  std::int64_t bytes = 0;         // of the file
};
BOOST_DESCRIBE_STRUCT(Counts, (),
                      (rows, events, duplicates, quarantined, withheld, problem_rows, bytes))

struct Import : Counts {
  ImportId id;
  std::string file_name;
  std::int64_t file_size = 0;
  std::string file_hash;
  std::string mapping_name;
  std::string mapping_hash;
  SourceId source;
  State state = State::running;
  std::vector<ToldProblem> problems;
  Instant started;
  Instant changed;
  std::string started_by;
};
BOOST_DESCRIBE_STRUCT(Import, (Counts),
                      (id, file_name, file_size, file_hash, mapping_name, mapping_hash, source,
                       state, problems, started, changed, started_by))

// The newest first.
std::vector<Import> imports(store::Snapshot& snapshot, std::optional<ImportId> before, int limit);
Result<Import> find(store::Snapshot& snapshot, ImportId id);
// Removes the record of all that was brought in, so that the same files can come in again.
std::int64_t clear(store::Tx& tx);
// Takes away what people sent and nobody needs any more: files that waited for a mapping for a
// week, and after a month what stood in rows that could not be read. Gives how many there were.
std::int64_t clean(store::Tx& tx, Instant now);

// What an import needs beside its file.
struct Setting {
  store::Store& store;
  events::Intake& intake;
  IdSource& ids;
  const Clock& clock;
  std::string actor;  // "usr_…", for the record
};

struct Order {
  std::filesystem::path file;
  std::string file_name;  // as people know it
  Mapping mapping;
};

// An import that is being done, part by part.
class Run {
 public:
  // Finds out whether it was done before or begun, and goes to where it was broken off.
  static Result<std::unique_ptr<Run>> begin(const Setting& setting, Order order,
                                            const std::stop_token& stop);
  ~Run();

  // Brings in what it can until `enough` says so, or to its end; false when there is no more.
  // What was brought in is durable. Refused for what the file or the store refuses.
  Result<bool> go_on(const std::function<bool()>& enough);
  // It will not go on now; later it may.
  Result<void> stop();
  const Import& import() const;
  bool was_done_before() const;

 private:
  class Work;
  explicit Run(std::unique_ptr<Work> work);
  std::unique_ptr<Work> work_;
};

// What an import would do, without doing it.
struct Sum {
  std::string kind;
  std::string channel;
  std::string currency;  // empty: that of the source
  std::int64_t events = 0;
  Micro quantity;
  Micro revenue;
  Micro cost;
};
BOOST_DESCRIBE_STRUCT(Sum, (), (kind, channel, currency, events, quantity, revenue, cost))

// A channel that is on no worksheet: the import adds it as a draft, or where that cannot be, its
// events are of the channel of the source.
struct UnknownChannel {
  std::string code;
  std::int64_t events = 0;
  bool added = false;
};
BOOST_DESCRIBE_STRUCT(UnknownChannel, (), (code, events, added))

struct Trial {
  std::int64_t rows = 0;
  std::int64_t events = 0;
  std::int64_t problem_rows = 0;
  bool whole = true;  // false: only the first rows were tried
  std::optional<Instant> first;
  std::optional<Instant> last;
  std::vector<Sum> sums;
  std::vector<UnknownChannel> unknown_channels;
  std::vector<ToldProblem> problems;  // the first
  std::vector<Json> examples;         // the first events
};
BOOST_DESCRIBE_STRUCT(Trial, (),
                      (rows, events, problem_rows, whole, first, last, sums, unknown_channels,
                       problems, examples))

// What a trial goes by beside its file.
struct Surroundings {
  std::string zone;                // of the company
  std::set<std::string> channels;  // the codes on the worksheet
};
Surroundings surroundings(store::Snapshot& snapshot);

// Of the first `rows_most` rows. `progress` may end it by giving false.
using Progress = std::function<bool(std::int64_t done, std::int64_t total)>;
Result<Trial> try_out(const Order& order, const Surroundings& around, std::int64_t rows_most,
                      const Progress& progress);

// The mappings that are shipped under this name.
Result<std::vector<Mapping>> preset(std::string_view name);

// ---- Mappings that are kept under a name

struct KeptMapping {
  MappingId id;
  std::int64_t version = 0;
  Mapping mapping;
  Instant created;
  Instant changed;
  std::string changed_by;
};
BOOST_DESCRIBE_STRUCT(KeptMapping, (), (id, version, mapping, created, changed, changed_by))

// Refused with everything that is wrong with it, at "/mapping/…".
Result<void> usable(const Mapping& mapping);
std::vector<KeptMapping> mappings(store::Snapshot& snapshot);
Result<KeptMapping> find_mapping(store::Snapshot& snapshot, MappingId id);
Result<KeptMapping> add_mapping(store::Tx& tx, const access::Actor& actor, const Mapping& mapping);
Result<KeptMapping> change_mapping(store::Tx& tx, const access::Actor& actor, MappingId id,
                                   std::int64_t version, const Mapping& mapping);
Result<void> remove_mapping(store::Tx& tx, const access::Actor& actor, MappingId id,
                            std::int64_t version);

}  // namespace sluis::imports
