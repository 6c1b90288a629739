// Brings the rows of a file into the log, some thousands in a unit that also says how far it is.
// While one unit is being written the next rows are read and mapped.
#include <fstream>
#include <future>
#include <tuple>

#include "channels/channels.h"
#include "company/company.h"
#include "imports/reading.h"
#include "imports/store.h"
#include "kernel/assert.h"
#include "platform/digest.h"

namespace sluis::imports {
namespace {

constexpr std::size_t kEventsOfUnit = 3'000;
constexpr std::int64_t kRowsOfUnit = 20'000;  // where most rows give no events
constexpr std::size_t kProblemsKept = 100;
constexpr std::int64_t kRowsBeforeGivingUp = 1'000;

Result<std::string> hash_of(const std::filesystem::path& file, const std::stop_token& stop) {
  std::ifstream in(file, std::ios::binary);
  if (!in) return refuse(FileRefusal::file_unreadable, file.filename().string());
  Sha256 hash;
  std::string part(1 << 20, '\0');
  while (in && !stop.stop_requested()) {
    in.read(part.data(), static_cast<std::streamsize>(part.size()));
    hash.add({part.data(), static_cast<std::size_t>(in.gcount())});
  }
  return hash.hex();
}

// ---- The source that the events of a mapping have

// The channel that the mapping names, if it names one and not a column.
std::optional<Slug> channel_of(const Mapping& mapping) {
  const auto named = [](const Fields& fields) {
    return fields.channel ? TextForm<Slug>::parse(fields.channel->text) : std::nullopt;
  };
  if (mapping.all) {
    if (const auto code = named(*mapping.all)) return code;
  }
  for (const EventRule& event : mapping.events) {
    if (const auto code = named(event)) return code;
  }
  return std::nullopt;
}

// One from the template of that code, else a plain draft.
Result<ChannelId> added_channel(store::Tx& tx, const access::Actor& actor, const Slug& code) {
  if (auto added = channels::add_from_templates(tx, actor, {code}, Language::nl)) {
    return added->front().id;
  }
  channels::Draft draft;
  draft.name = {code.text};
  draft.code = code;
  draft.form = channels::Form::other_internet;
  return TRY(channels::add(tx, actor, draft)).id;
}

Result<ChannelId> channel_for(store::Tx& tx, const access::Actor& actor, const Mapping& mapping) {
  const Slug code = channel_of(mapping).value_or(Slug{"webshop"});
  for (const channels::Channel& channel : channels::all(tx, channels::kEverything)) {
    if (channel.code == code) return channel.id;
  }
  return added_channel(tx, actor, code);
}

// How a file is read, whatever that is called.
std::string hash_of(const Mapping& mapping) {
  Mapping nameless = mapping;
  nameless.name = {};
  nameless.title = {};
  return sha256_hex(to_json(nameless));
}

// Events count once within a source (docs/decisions/0024-source-of-an-import.md): a file stays with
// the source that it had, and so do all files of a mapping; one that is kept goes on where it was
// tried before it had its name.
std::optional<SourceId> source_before(store::Tx& tx, const Import& import, const Slug& code) {
  if (const auto of_file = sql::source_of_file(tx, import.file_hash)) return of_file;
  if (const auto named = events::source_named(tx, code)) return named->id;
  return sql::source_of_mapping(tx, import.mapping_name, import.mapping_hash);
}

Result<SourceId> source_for(store::Tx& tx, const access::Actor& actor, const Import& import,
                            const Mapping& mapping) {
  constexpr std::size_t kCodeMost = 40;
  const Slug code{("import-" + mapping.name.text).substr(0, kCodeMost)};
  if (const auto before = source_before(tx, import, code)) return *before;
  events::SourceDraft draft;
  draft.name = mapping.title;
  draft.code = code;
  draft.kind = events::SourceKind::import;
  draft.channel = TRY(channel_for(tx, actor, mapping));
  draft.currency = mapping.currency;
  if (mapping.zone) draft.zone = mapping.zone->text;
  draft.precedence = events::Precedence::shop;
  return TRY(events::add_source(tx, actor, draft)).id;
}

// ---- What came of a unit

void count_verdicts(const std::vector<events::Verdict>& verdicts,
                    const std::vector<std::size_t>& lines, Import& import) {
  for (std::size_t i = 0; i < verdicts.size(); ++i) {
    switch (verdicts[i].outcome) {
      case events::Outcome::accepted:
        ++import.events;
        break;
      case events::Outcome::duplicate:
        ++import.duplicates;
        break;
      case events::Outcome::refused_by_consent:
        ++import.withheld;
        break;
      case events::Outcome::quarantined:
        ++import.quarantined;
        if (import.problems.size() == kProblemsKept) break;
        import.problems.push_back(told({lines[i],
                                        std::string(enum_name(verdicts[i].reason)),
                                        {},
                                        {},
                                        Message(events::text_of(verdicts[i].reason))}));
        break;
    }
  }
}

// Rows that are ready to be written, and what was read with them.
struct Load {
  Batch batch;
  std::vector<Problem> problems;  // the first
  std::int64_t problem_rows = 0;
  std::int64_t bytes = 0;  // of the file, up to here
  bool last = false;

  void clear() {
    batch.clear();
    problems.clear();
    problem_rows = 0;
  }
};

}  // namespace

class Run::Work {
 public:
  Work(const Setting& setting, Order order) : setting_(setting), order_(std::move(order)) {}

  // Waits for what the store still holds of it.
  ~Work() {
    if (written_.valid()) written_.wait();
  }
  Work(const Work&) = delete;
  Work& operator=(const Work&) = delete;

  Result<void> begin(const std::stop_token& stop) {
    import_.file_hash = TRY(hash_of(order_.file, stop));
    import_.mapping_hash = hash_of(order_.mapping);
    std::error_code ignored;
    import_.file_size = static_cast<std::int64_t>(std::filesystem::file_size(order_.file, ignored));
    import_.file_name = order_.file_name;
    import_.mapping_name = order_.mapping.name.text;
    import_.started_by = setting_.actor;
    const auto settings =
        TRY(setting_.store.snapshot([](store::Snapshot& snapshot) -> Result<company::Settings> {
          return company::settings(snapshot).settings;
        }));
    // What is wrong with the file as a whole is told before anything is written.
    reading_ = TRY(Reading::open(order_, settings.zone));
    import_ = TRY(setting_.store.unit([&](store::Tx& tx) { return begun(tx); }));
    was_done_before_ = import_.state == State::done;
    if (was_done_before_) return {};
    import_.state = State::running;
    return skip_to_where_it_was(stop);
  }

  Result<bool> go_on(const std::function<bool()>& enough) {
    if (import_.state == State::done) return false;
    auto done = bring_in(enough);
    if (!done && import_.state == State::running) std::ignore = end_as(State::failed);
    return done;
  }

  Result<void> end_as(State state) {
    TRY_VOID(landed());
    Import after = import_;
    after.state = state;
    after.changed = setting_.clock.now();
    TRY_VOID(setting_.store.unit([&](store::Tx& tx) -> Result<void> {
      if (!sql::advance(tx, after, import_.rows)) return refuse(ImportRefusal::import_running);
      return {};
    }));
    import_ = std::move(after);
    return {};
  }

  const Import& import() const { return import_; }
  bool was_done_before() const { return was_done_before_; }

 private:
  Result<Import> begun(store::Tx& tx) {
    if (auto known = sql::import_of(tx, import_.file_hash, import_.mapping_hash)) {
      return *std::move(known);
    }
    Import fresh = import_;
    fresh.started = fresh.changed = setting_.clock.now();
    fresh.id = setting_.ids.next<ImportId>();
    const access::Actor actor{
        .name = setting_.actor, .peer = "", .now = fresh.started, .ids = setting_.ids};
    fresh.source = TRY(source_for(tx, actor, fresh, order_.mapping));
    if (!sql::insert(tx, fresh, order_.mapping)) return refuse(ImportRefusal::import_running);
    return fresh;
  }

  // Rows that were brought in already are mapped once more, because those behind them are numbered
  // after them; that takes a fraction of the time.
  Result<void> skip_to_where_it_was(const std::stop_token& stop) {
    Batch seen;
    std::optional<Problem> problem;
    while (reading_->rows() < import_.rows && !stop.stop_requested()) {
      if (!TRY(reading_->next(seen, problem))) break;
      seen.clear();
    }
    return {};
  }

  Result<bool> bring_in(const std::function<bool()>& enough) {
    while (true) {
      Load& load = loads_.at(next_load_);
      next_load_ = 1 - next_load_;
      TRY_VOID(fill(load));
      auto prepared = prepare(load);
      TRY_VOID(landed());
      if (gives_nothing()) return refuse_nothing();
      write(load, std::move(prepared));
      if (load.last) {
        TRY_VOID(landed());
        return false;
      }
      if (enough()) break;
    }
    TRY_VOID(landed());
    return true;
  }

  Result<void> fill(Load& load) {
    load.clear();
    std::optional<Problem> problem;
    while (load.batch.drafts.size() < kEventsOfUnit && load.batch.rows < kRowsOfUnit) {
      load.last = !TRY(reading_->next(load.batch, problem));
      if (load.last) break;
      if (!problem) continue;
      ++load.problem_rows;
      if (load.problems.size() < kProblemsKept) load.problems.push_back(*std::move(problem));
    }
    load.bytes = load.last ? import_.file_size : reading_->taken();
    return {};
  }

  std::shared_ptr<events::Prepared> prepare(const Load& load) {
    return events::prepare(setting_.intake, setting_.ids,
                           {.sender = {.source = import_.source},
                            .received = setting_.clock.now(),
                            .drafts = load.batch.drafts});
  }

  // Hands a unit to the store; landed() waits for it.
  void write(Load& load, std::shared_ptr<events::Prepared> prepared) {
    auto promise = std::make_shared<std::promise<std::optional<store::Failure>>>();
    written_ = promise->get_future();
    setting_.store.write(
        store::Priority::background,
        {.run =
             [this, &load, prepared = std::move(prepared)](store::Tx& tx) {
               after_ = import_;
               take_in(load, events::append(tx, *prepared), after_);
               overtaken_ = !sql::advance(tx, after_, import_.rows);
               return !overtaken_;
             },
         .done =
             [promise](std::optional<store::Failure> failure) { promise->set_value(failure); }});
  }

  void take_in(const Load& load, const std::vector<events::Verdict>& verdicts, Import& to) const {
    to.rows += load.batch.rows;
    to.problem_rows += load.problem_rows;
    to.bytes = load.bytes;
    to.changed = setting_.clock.now();
    for (const Problem& problem : load.problems) {
      if (to.problems.size() < kProblemsKept) to.problems.push_back(told(problem));
    }
    count_verdicts(verdicts, load.batch.lines, to);
    if (load.last) to.state = State::done;
  }

  Result<void> landed() {
    if (!written_.valid()) return {};
    if (const auto failure = written_.get()) return std::unexpected(store::refusal_of(*failure));
    if (overtaken_) return refuse(ImportRefusal::import_running);
    import_ = std::move(after_);
    return {};
  }

  bool gives_nothing() const {
    return import_.rows >= kRowsBeforeGivingUp && import_.problem_rows == import_.rows;
  }
  std::unexpected<Refusal> refuse_nothing() const {
    return refuse(ImportRefusal::nothing_readable, std::to_string(import_.rows), order_.file_name);
  }

  const Setting setting_;
  const Order order_;
  std::unique_ptr<Reading> reading_;
  Import import_;  // as it is stored
  bool was_done_before_ = false;
  std::array<Load, 2> loads_;
  std::size_t next_load_ = 0;
  // Of the unit that is being written.
  Import after_;
  bool overtaken_ = false;
  std::future<std::optional<store::Failure>> written_;
};

Run::Run(std::unique_ptr<Work> work) : work_(std::move(work)) {}
Run::~Run() = default;

Result<std::unique_ptr<Run>> Run::begin(const Setting& setting, Order order,
                                        const std::stop_token& stop) {
  auto work = std::make_unique<Work>(setting, std::move(order));
  TRY_VOID(work->begin(stop));
  return std::unique_ptr<Run>(new Run(std::move(work)));
}

Result<bool> Run::go_on(const std::function<bool()>& enough) {
  return work_->go_on(enough);
}
Result<void> Run::stop() {
  return work_->end_as(State::stopped);
}
const Import& Run::import() const {
  return work_->import();
}
bool Run::was_done_before() const {
  return work_->was_done_before();
}

}  // namespace sluis::imports
