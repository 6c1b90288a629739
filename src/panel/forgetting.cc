#include "panel/forgetting.h"

#include "customers/customers.h"
#include "panel/store.h"
#include "platform/forget.h"

namespace sluis::panel {
namespace {

// A wave that somebody was asked in, with what they said.
struct KeptWave {
  std::string questionnaire;
  Words title;
  std::int64_t wave = 0;
  Instant begins;
  std::optional<Instant> linked;
  std::optional<Instant> answered;
  std::vector<Said> said;
};
BOOST_DESCRIBE_STRUCT(KeptWave, (), (questionnaire, title, wave, begins, linked, answered, said))

KeptWave kept(store::Snapshot& snapshot, const sql::Invitation& one) {
  const Wave wave = *sql::wave(snapshot, one.wave);
  const Questionnaire questionnaire = *sql::find(snapshot, wave.questionnaire);
  KeptWave kept{.questionnaire = questionnaire.code.text,
                .title = questionnaire.title,
                .wave = wave.number,
                .begins = wave.begins,
                .linked = one.linked,
                .answered = one.answered,
                .said = {}};
  for (const sql::AnswerRow& row : sql::answers_of(snapshot, one.identity)) {
    if (row.wave == one.wave) sql::add(kept.said, row);
  }
  return kept;
}

Result<void> consume_erasure(store::Tx& tx, const outbox::Fact& fact) {
  const auto person = TRY(from_json<customers::PersonErased>(fact.payload.text));
  std::vector<std::string> names;
  for (const IdentityId identity : person.identities) {
    sql::forget(tx, identity, person.fresh);
    names.push_back(to_string(identity));
  }
  platform::forget_about(tx, names);
  return {};
}

}  // namespace

std::vector<Json> kept_of(store::Snapshot& snapshot, std::span<const IdentityId> identities) {
  std::vector<Json> all;
  for (const IdentityId identity : identities) {
    for (const sql::Invitation& one : sql::invitations_of(snapshot, identity))
      all.push_back({to_json(kept(snapshot, one))});
  }
  return all;
}

outbox::Consumer forgetting() {
  return {.name = "panel.forgetting",
          .topics = {std::string(customers::kPersonErased)},
          .consume = consume_erasure};
}

}  // namespace sluis::panel
