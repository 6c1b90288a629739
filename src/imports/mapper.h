// Turns rows of a file into drafts of events, as a mapping says. The same rows give the same
// message ids, whatever the file is called and whenever it is read, so that a repeat changes
// nothing.
#pragma once

#include "events/events.h"
#include "imports/compiled.h"
#include "imports/occurrences.h"
#include "platform/zones/zone.h"

namespace sluis::imports {

enum class MapRefusal : std::uint8_t { mapping_misfit };
BOOST_DESCRIBE_ENUM(MapRefusal, mapping_misfit)
const RefusalKind& kind_of(MapRefusal refusal);

// A row that gave no events.
struct Problem {
  std::size_t line = 0;
  std::string code;    // stable: of a Flaw, a Trouble or an events::Reason
  std::string column;  // empty: the row as a whole
  std::string value;
  Message message;
};

// Rows on their way to the log. A draft points into `texts`.
struct Batch {
  std::vector<events::Draft> drafts;
  std::vector<std::size_t> lines;  // of each draft
  std::int64_t rows = 0;           // that were read for it, also those without events
  Texts texts;

  void clear() {
    drafts.clear();
    lines.clear();
    texts.clear();
    rows = 0;
  }
};

class Mapper {
 public:
  // `mapping` has no problems and must outlive it. Refused when the file lacks its columns.
  static Result<Mapper> make(const Mapping& mapping, const std::vector<std::string>& columns,
                             const std::string& company_zone);

  // Adds the events of a row; those of a row with a problem not at all.
  std::optional<Problem> map(const RowContext& context, Batch& batch);
  // When the file got more columns.
  void rebind(const std::vector<std::string>& columns) { compiled_.bind(columns); }

 private:
  Mapper(const Mapping& mapping, Compiled compiled, zones::Zone zone, std::size_t columns);

  Evaluated<bool> holds(const CompiledEvent& event, const RowContext& context);
  Evaluated<bool> holds(const CompiledCondition& condition, const RowContext& context);
  // Nothing when the row has no such event.
  Evaluated<std::optional<events::Draft>> draft_of(const CompiledEvent& event,
                                                   const RowContext& context, Texts& texts);
  Evaluated<void> set_texts(const CompiledEvent& event, const RowContext& context, Texts& texts,
                            events::Draft& draft);
  Evaluated<void> set_amounts(const CompiledEvent& event, const RowContext& context, Texts& texts,
                              events::Draft& draft);
  Evaluated<void> set_identities(const CompiledEvent& event, const RowContext& context,
                                 Texts& texts, events::Draft& draft);
  Evaluated<void> set_props(const CompiledEvent& event, const RowContext& context, Texts& texts,
                            events::Draft& draft);
  Evaluated<void> set_names(const CompiledEvent& event, const RowContext& context, Texts& texts,
                            events::Draft& draft);
  Evaluated<std::string_view> kept(const TextTemplate& from, const RowContext& context,
                                   Texts& texts);
  Evaluated<Instant> moment_of(const CompiledEvent& event, const RowContext& context);

  const Mapping* mapping_;
  Compiled compiled_;
  zones::Zone zone_;
  std::size_t columns_;
  Occurrences occurrences_;
  std::string room_;
  std::string content_;
};

}  // namespace sluis::imports
