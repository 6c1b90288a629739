// The SQL of the panel. Tokens come in as their hashes.
#pragma once

#include <span>

#include "panel/waves.h"

namespace sluis::panel::sql {

std::vector<Questionnaire> all(store::Snapshot& snapshot);
std::optional<Questionnaire> find(store::Snapshot& snapshot, QuestionnaireId id);
bool insert(store::Tx& tx, const Questionnaire& one);  // false: the code is taken
// False when the version before is not the present one.
bool update(store::Tx& tx, const Questionnaire& one, std::int64_t version);
std::vector<QuestionnaireId> due(store::Snapshot& snapshot, Instant now);

// Who takes part, with how often they were asked and answered.
struct ParticipantRow {
  IdentityId identity;
  Instant joined;
  std::int64_t invited = 0;
  std::int64_t answered = 0;
};
BOOST_DESCRIBE_STRUCT(ParticipantRow, (), (identity, joined, invited, answered))
std::vector<ParticipantRow> participants(store::Snapshot& snapshot, IdentityId after,
                                         std::int64_t limit);
std::vector<IdentityId> participants(store::Snapshot& snapshot);
std::int64_t count(store::Snapshot& snapshot);
bool takes_part(store::Snapshot& snapshot, IdentityId identity);
void join(store::Tx& tx, IdentityId identity, Instant now);
bool leave(store::Tx& tx, IdentityId identity);  // false: not in the panel

bool insert(store::Tx& tx, const Wave& wave);  // false: there is one with this number
std::optional<Wave> wave(store::Snapshot& snapshot, WaveId id);
std::vector<WaveId> open_waves(store::Snapshot& snapshot, Instant now);
std::vector<CountedWave> waves_of(store::Snapshot& snapshot, QuestionnaireId questionnaire);

struct Invitation {
  WaveId wave;
  IdentityId identity;
  std::int64_t links = 0;
  std::optional<Instant> linked;
  std::optional<Instant> answered;
};
BOOST_DESCRIBE_STRUCT(Invitation, (), (wave, identity, links, linked, answered))
void invite(store::Tx& tx, WaveId wave, IdentityId identity);
std::vector<Invitation> silent(store::Snapshot& snapshot, WaveId wave);    // who did not answer yet
std::vector<Invitation> answered(store::Snapshot& snapshot, WaveId wave);  // who did
void note_link(store::Tx& tx, const Invitation& of, const std::string& token, Instant now);
std::optional<Invitation> invitation(store::Snapshot& snapshot, const std::string& token);
// False when they answered meanwhile.
bool note_answered(store::Tx& tx, const Invitation& of, Instant now);

struct AnswerRow {
  WaveId wave;
  IdentityId identity;
  Slug question;
  std::string choice;  // empty: words
  std::string words;
};
BOOST_DESCRIBE_STRUCT(AnswerRow, (), (wave, identity, question, choice, words))
void insert(store::Tx& tx, const AnswerRow& row);
// In the order of identity, question and choice.
std::vector<AnswerRow> answers_of(store::Snapshot& snapshot, WaveId wave);
// Of a person, in the order of waves.
std::vector<AnswerRow> answers_of(store::Snapshot& snapshot, IdentityId identity);
// In the order of waves.
std::vector<Invitation> invitations_of(store::Snapshot& snapshot, IdentityId identity);

// Adds a row to what its person said, of which the rows come in their order.
void add(std::vector<Said>& said, const AnswerRow& row);

// Hangs what somebody said in numbers on an identity that leads to nobody; their words go.
void forget(store::Tx& tx, IdentityId identity, IdentityId fresh);
std::int64_t clear(store::Tx& tx);

std::span<const store::Statement* const> statements();

}  // namespace sluis::panel::sql
