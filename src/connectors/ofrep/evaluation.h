// What a provider of OpenFeature asks by the Remote Evaluation Protocol (OFREP): a flag is a place
// where something may be offered, and the targeting key says for whom.
//   https://github.com/open-feature/protocol
#pragma once

#include <optional>

#include "connectors/ingest/tree.h"
#include "connectors/sender.h"
#include "decisions/decisions.h"
#include "platform/api/foreign.h"

namespace sluis::connectors::ofrep {

enum class FlagRefusal : std::uint8_t {
  parse_error,
  invalid_context,
  targeting_key_missing,
  flag_not_found,
};
BOOST_DESCRIBE_ENUM(FlagRefusal, parse_error, invalid_context, targeting_key_missing,
                    flag_not_found)
const RefusalKind& kind_of(FlagRefusal refusal);

// A request, read as far as it could be; its texts point into the request and the tree.
struct Evaluation {
  std::optional<ingest::Tree> tree;
  Sender sender;
  std::string_view flag;        // its key; empty: all flags
  std::string_view known_tags;  // If-None-Match
  decisions::Asking asking;     // without the place
  std::optional<Language> language;
  std::optional<Refusal> fault;

  api::Credentials credentials() const { return sender.credentials(); }
};
std::shared_ptr<Evaluation> read_evaluation(const api::Foreign& request);

}  // namespace sluis::connectors::ofrep
