#include "connectors/ofrep/routes.h"

#include "connectors/ofrep/answers.h"
#include "connectors/ofrep/evaluation.h"
#include "kernel/assert.h"

namespace sluis::connectors::ofrep {
namespace {

using api::Allow;
using http::Method;
using Answer = Result<http::Reply>;

constexpr Allow kAskers = Allow::key(api::KeyScope::track) | Allow::key(api::KeyScope::ingest);

// One flag or all of them, decided and still to be kept.
struct Evaluated {
  decisions::Engine& engine;
  const Evaluation& asked;
  Instant now;
  Language language;
  std::vector<std::string> keys = {};
  std::vector<decisions::Decision> decisions = {};  // one for each key

  http::Reply reply(std::vector<Flag> flags) const {
    if (!asked.flag.empty()) return flag_reply(flags.front(), language);
    return flags_reply(flags, asked.known_tags, now, language);
  }

  http::Reply keep(store::Tx& tx) const {
    std::vector<Flag> flags;
    for (std::size_t i = 0; i < keys.size(); ++i) {
      decisions::keep(tx, engine, decisions[i]);
      flags.push_back({keys[i], decisions::view_of(engine, *decisions[i], language)});
    }
    return reply(std::move(flags));
  }

  // Instead, where the store does not answer in time.
  http::Reply nothing() const {
    std::vector<Flag> flags;
    for (const std::string& key : keys)
      flags.push_back({key, decisions::kNotKept});
    return reply(std::move(flags));
  }
};

Result<void> decide(Evaluated& evaluated, const api::Call& call) {
  const Evaluation& asked = evaluated.asked;
  if (asked.fault) return std::unexpected(*asked.fault);
  evaluated.keys = asked.flag.empty() ? decisions::places(evaluated.engine)
                                      : std::vector{std::string(asked.flag)};
  for (const std::string& key : evaluated.keys) {
    decisions::Asking asking = asked.asking;
    asking.placement = key;
    evaluated.decisions.push_back(TRY(decisions::decide(evaluated.engine, call, asking)));
  }
  return {};
}

auto evaluate(decisions::Engine* engine) {
  return
      [engine](const api::Call& call, const Evaluation& asked) -> Result<api::Rows<http::Reply>> {
        SLUIS_ASSERT(engine);
        const auto evaluated = std::make_shared<Evaluated>(*engine, asked, call.now,
                                                           asked.language.value_or(call.language));
        if (const auto decided = decide(*evaluated, call); !decided) {
          const auto reply = std::make_shared<const http::Reply>(
              refused_reply(asked.flag, decided.error(), evaluated->language));
          return api::Rows<http::Reply>{[reply](store::Tx&) -> Answer { return *reply; }};
        }
        return api::Rows<http::Reply>{
            .write = [evaluated](store::Tx& tx) -> Answer { return evaluated->keep(tx); },
            .instead = evaluated->nothing(),
            .within = decisions::kPatience};
      };
}

}  // namespace

std::vector<api::Route> routes(decisions::Engine* engine) {
  return {
      {.operation = "connectors.ofrep_flag",
       .method = Method::post,
       .path = "/ofrep/v1/evaluate/flags/{key}",
       .summary = {"What to offer in one place, for any provider of OpenFeature (OFREP).",
                   "Wat op één plaats aan te bieden, voor elke provider van OpenFeature (OFREP)."},
       .allow = kAskers,
       .handler = api::foreign<Evaluation>(read_evaluation, evaluate(engine)),
       .content_type = "application/json",
       .answer_type = "application/json"},
      {.operation = "connectors.ofrep_flags",
       .method = Method::post,
       .path = "/ofrep/v1/evaluate/flags",
       .summary =
           {"What to offer in each place that is on, for any provider of OpenFeature (OFREP).",
            "Wat op elke plaats die aan staat aan te bieden, voor elke provider van "
            "OpenFeature (OFREP)."},
       .allow = kAskers,
       .handler = api::foreign<Evaluation>(read_evaluation, evaluate(engine)),
       .content_type = "application/json",
       .answer_type = "application/json"},
      {.operation = "connectors.ofrep_configuration",
       .method = Method::get,
       .path = "/ofrep/v1/configuration",
       .summary = {"What a provider of OpenFeature may ask of Sluis.",
                   "Wat een provider van OpenFeature aan Sluis kan vragen."},
       .allow = Allow::anyone(),
       .handler = api::foreign_answer([](const api::Foreign&) { return configuration_reply(); }),
       .content_type = "application/json",
       .answer_type = "application/json"},
  };
}

}  // namespace sluis::connectors::ofrep
