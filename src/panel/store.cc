#include "panel/store.h"

#include "kernel/assert.h"

namespace sluis::panel::sql {
namespace {

using store::Joined;
using store::Snapshot;
using store::Statement;
using store::Tx;

constexpr std::string_view kSelect =
    "select id, version, code, title, intro, questions, every_weeks, open_days, remind_days, "
    "seen_days, next_wave, created, changed from panel_questionnaires ";
constexpr std::string_view kByCode = "order by code";
constexpr std::string_view kById = "where id = $1";
constexpr Statement kAll{"panel.all", Joined<kSelect, kByCode>::sql};
constexpr Statement kFind{"panel.find", Joined<kSelect, kById>::sql};
constexpr Statement kInsert{
    "panel.insert",
    "insert into panel_questionnaires (id, version, code, title, intro, questions, every_weeks, "
    "open_days, remind_days, seen_days, next_wave, created, changed) values ($1, $2, $3, $4, $5, "
    "$6, $7, $8, $9, $10, $11, $12, $13) on conflict (code) do nothing"};
// $13: the version that is replaced.
constexpr Statement kUpdate{
    "panel.update",
    "update panel_questionnaires set version = $2, title = $3, intro = $4, questions = $5, "
    "every_weeks = $6, open_days = $7, remind_days = $8, seen_days = $9, next_wave = $10, "
    "created = $11, changed = $12 where id = $1 and version = $13"};
constexpr Statement kDue{"panel.due",
                         "select id from panel_questionnaires where next_wave <= $1 order by id"};

constexpr Statement kParticipants{
    "panel.participants",
    "select one.identity, one.joined, "
    "(select count(*) from panel_invitations as asked where asked.identity = one.identity) "
    "as invited, (select count(*) from panel_invitations as asked "
    "where asked.identity = one.identity and asked.answered is not null) as answered "
    "from panel_participants as one where one.identity > $1 order by one.identity limit $2"};
constexpr Statement kEverybody{"panel.everybody",
                               "select identity from panel_participants order by identity"};
constexpr Statement kCount{"panel.count", "select count(*) from panel_participants"};
constexpr Statement kTakesPart{"panel.takes_part",
                               "select count(*) from panel_participants where identity = $1"};
constexpr Statement kJoin{"panel.join",
                          "insert into panel_participants (identity, joined) values ($1, $2) "
                          "on conflict (identity) do nothing"};
constexpr Statement kForgetParticipant{"panel.forget_participant",
                                       "delete from panel_participants where identity = $1"};
constexpr Statement kForgetLinks{"panel.forget_links",
                                 "delete from panel_links where identity = $1"};

constexpr Statement kInsertWave{
    "panel.insert_wave",
    "insert into panel_waves (id, questionnaire, number, begins, ends) "
    "values ($1, $2, $3, $4, $5) on conflict (questionnaire, number) do nothing"};
constexpr Statement kWave{"panel.wave",
                          "select id, questionnaire, number, begins, ends from panel_waves "
                          "where id = $1"};
constexpr Statement kOpenWaves{
    "panel.open_waves", "select id from panel_waves where begins <= $1 and ends > $1 order by id"};
constexpr Statement kWavesOf{
    "panel.waves_of",
    "select wave.id, wave.questionnaire, wave.number, wave.begins, wave.ends, "
    "(select count(*) from panel_invitations where wave = wave.id) as invited, "
    "(select count(*) from panel_invitations where wave = wave.id and links > 0) as asked, "
    "(select count(*) from panel_invitations where wave = wave.id and answered is not null) "
    "as answered from panel_waves as wave where wave.questionnaire = $1 "
    "order by wave.number desc"};

constexpr Statement kInvite{"panel.invite",
                            "insert into panel_invitations (wave, identity, links) "
                            "values ($1, $2, 0) on conflict (wave, identity) do nothing"};
constexpr Statement kSilent{"panel.silent",
                            "select wave, identity, links, linked, answered "
                            "from panel_invitations where wave = $1 and answered is null "
                            "order by identity"};
constexpr Statement kAnsweredIn{"panel.answered_in",
                                "select wave, identity, links, linked, answered "
                                "from panel_invitations where wave = $1 "
                                "and answered is not null order by identity"};
constexpr Statement kLinked{"panel.linked",
                            "update panel_invitations set links = links + 1, linked = $3 "
                            "where wave = $1 and identity = $2"};
constexpr Statement kInsertLink{
    "panel.insert_link", "insert into panel_links (token, wave, identity) values ($1, $2, $3)"};
constexpr Statement kInvitation{
    "panel.invitation",
    "select asked.wave, asked.identity, asked.links, asked.linked, asked.answered "
    "from panel_links as link join panel_invitations as asked on asked.wave = link.wave "
    "and asked.identity = link.identity where link.token = $1"};
constexpr Statement kAnswered{"panel.answered",
                              "update panel_invitations set answered = $3 "
                              "where wave = $1 and identity = $2 and answered is null"};

constexpr Statement kInsertAnswer{
    "panel.insert_answer",
    "insert into panel_answers (wave, identity, question, choice, words) "
    "values ($1, $2, $3, $4, $5)"};
constexpr Statement kAnswersOfWave{"panel.answers_of_wave",
                                   "select wave, identity, question, choice, words "
                                   "from panel_answers where wave = $1 "
                                   "order by identity, question, choice"};
constexpr Statement kAnswersOfPerson{"panel.answers_of_person",
                                     "select wave, identity, question, choice, words "
                                     "from panel_answers where identity = $1 "
                                     "order by wave, question, choice"};
constexpr Statement kInvitationsOf{"panel.invitations_of",
                                   "select wave, identity, links, linked, answered "
                                   "from panel_invitations where identity = $1 order by wave"};

constexpr Statement kForgetWords{"panel.forget_words",
                                 "delete from panel_answers where identity = $1 and choice = ''"};
// Whoever was asked at two addresses in one wave is one, and stays there once.
constexpr Statement kForgetAnswers{
    "panel.forget_answers",
    "update panel_answers set identity = $2 where identity = $1 and not exists "
    "(select 1 from panel_invitations as other where other.wave = panel_answers.wave "
    "and other.identity = $2)"};
constexpr Statement kForgetInvitations{
    "panel.forget_invitations",
    "update panel_invitations set identity = $2 where identity = $1 and not exists "
    "(select 1 from panel_invitations as other where other.wave = panel_invitations.wave "
    "and other.identity = $2)"};
constexpr Statement kDropAnswers{"panel.drop_answers",
                                 "delete from panel_answers where identity = $1"};
constexpr Statement kDropInvitations{"panel.drop_invitations",
                                     "delete from panel_invitations where identity = $1"};

constexpr Statement kClearAnswers{"panel.clear_answers", "delete from panel_answers"};
constexpr Statement kClearLinks{"panel.clear_links", "delete from panel_links"};
constexpr Statement kClearInvitations{"panel.clear_invitations", "delete from panel_invitations"};
constexpr Statement kClearWaves{"panel.clear_waves", "delete from panel_waves"};
constexpr Statement kClearParticipants{"panel.clear_participants",
                                       "delete from panel_participants"};

constexpr const Statement* kStatements[] = {&kAll,
                                            &kFind,
                                            &kInsert,
                                            &kUpdate,
                                            &kDue,
                                            &kParticipants,
                                            &kEverybody,
                                            &kCount,
                                            &kTakesPart,
                                            &kJoin,
                                            &kForgetParticipant,
                                            &kForgetLinks,
                                            &kInsertWave,
                                            &kWave,
                                            &kOpenWaves,
                                            &kWavesOf,
                                            &kInvite,
                                            &kSilent,
                                            &kAnsweredIn,
                                            &kLinked,
                                            &kInsertLink,
                                            &kInvitation,
                                            &kAnswered,
                                            &kInsertAnswer,
                                            &kAnswersOfWave,
                                            &kAnswersOfPerson,
                                            &kInvitationsOf,
                                            &kForgetWords,
                                            &kForgetAnswers,
                                            &kForgetInvitations,
                                            &kDropAnswers,
                                            &kDropInvitations,
                                            &kClearAnswers,
                                            &kClearLinks,
                                            &kClearInvitations,
                                            &kClearWaves,
                                            &kClearParticipants};

// As a questionnaire stands in its table.
struct Row {
  QuestionnaireId id;
  std::int64_t version = 0;
  Slug code;
  std::string title;
  std::string intro;
  std::string questions;
  Whole<0, 52> every_weeks;
  Whole<1, 90> open_days;
  Whole<0, 60> remind_days;
  Whole<1, 365> seen_days;
  std::optional<Instant> next_wave;
  Instant created;
  Instant changed;
};
BOOST_DESCRIBE_STRUCT(Row, (),
                      (id, version, code, title, intro, questions, every_weeks, open_days,
                       remind_days, seen_days, next_wave, created, changed))

template <class T>
T stored(const std::string& json) {
  auto value = from_json<T>(json);
  SLUIS_ASSERT(value.has_value());  // as it was written
  return *std::move(value);
}

Questionnaire questionnaire_of(Row row) {
  return {.id = row.id,
          .version = row.version,
          .code = std::move(row.code),
          .title = stored<Words>(row.title),
          .intro = stored<Intro>(row.intro),
          .questions = stored<std::vector<Question>>(row.questions),
          .every_weeks = row.every_weeks,
          .open_days = row.open_days,
          .remind_days = row.remind_days,
          .seen_days = row.seen_days,
          .next_wave = row.next_wave,
          .created = row.created,
          .changed = row.changed};
}

Row row_of(const Questionnaire& one) {
  return {.id = one.id,
          .version = one.version,
          .code = one.code,
          .title = to_json(one.title),
          .intro = to_json(one.intro),
          .questions = to_json(one.questions),
          .every_weeks = one.every_weeks,
          .open_days = one.open_days,
          .remind_days = one.remind_days,
          .seen_days = one.seen_days,
          .next_wave = one.next_wave,
          .created = one.created,
          .changed = one.changed};
}

}  // namespace

std::vector<Questionnaire> all(Snapshot& snapshot) {
  std::vector<Questionnaire> found;
  snapshot.each<Row>(kAll, [&](Row&& row) { found.push_back(questionnaire_of(std::move(row))); });
  return found;
}

std::optional<Questionnaire> find(Snapshot& snapshot, QuestionnaireId id) {
  auto row = snapshot.one<Row>(kFind, id);
  if (!row) return std::nullopt;
  return questionnaire_of(*std::move(row));
}

bool insert(Tx& tx, const Questionnaire& one) {
  const auto run = [&](const auto&... field) { return tx.change(kInsert, field...) == 1; };
  const Row row = row_of(one);
  return std::apply(run, tie_fields(row));
}

bool update(Tx& tx, const Questionnaire& one, std::int64_t version) {
  const Row row = row_of(one);
  return tx.change(kUpdate, row.id, row.version, row.title, row.intro, row.questions,
                   row.every_weeks, row.open_days, row.remind_days, row.seen_days, row.next_wave,
                   row.created, row.changed, version) == 1;
}

std::vector<QuestionnaireId> due(Snapshot& snapshot, Instant now) {
  return snapshot.all<QuestionnaireId>(kDue, now);
}

std::vector<ParticipantRow> participants(Snapshot& snapshot, IdentityId after, std::int64_t limit) {
  return snapshot.all<ParticipantRow>(kParticipants, after, limit);
}

std::vector<IdentityId> participants(Snapshot& snapshot) {
  return snapshot.all<IdentityId>(kEverybody);
}

std::int64_t count(Snapshot& snapshot) {
  return snapshot.one<std::int64_t>(kCount).value_or(0);
}

bool takes_part(Snapshot& snapshot, IdentityId identity) {
  return snapshot.one<std::int64_t>(kTakesPart, identity) != 0;
}

void join(Tx& tx, IdentityId identity, Instant now) {
  tx.change(kJoin, identity, now);
}

bool leave(Tx& tx, IdentityId identity) {
  tx.change(kForgetLinks, identity);
  return tx.change(kForgetParticipant, identity) == 1;
}

bool insert(Tx& tx, const Wave& wave) {
  return tx.change(kInsertWave, wave.id, wave.questionnaire, wave.number, wave.begins, wave.ends) ==
         1;
}

std::optional<Wave> wave(Snapshot& snapshot, WaveId id) {
  return snapshot.one<Wave>(kWave, id);
}

std::vector<WaveId> open_waves(Snapshot& snapshot, Instant now) {
  return snapshot.all<WaveId>(kOpenWaves, now);
}

std::vector<CountedWave> waves_of(Snapshot& snapshot, QuestionnaireId questionnaire) {
  return snapshot.all<CountedWave>(kWavesOf, questionnaire);
}

void invite(Tx& tx, WaveId wave, IdentityId identity) {
  tx.change(kInvite, wave, identity);
}

std::vector<Invitation> silent(Snapshot& snapshot, WaveId wave) {
  return snapshot.all<Invitation>(kSilent, wave);
}

std::vector<Invitation> answered(Snapshot& snapshot, WaveId wave) {
  return snapshot.all<Invitation>(kAnsweredIn, wave);
}

void note_link(Tx& tx, const Invitation& of, const std::string& token, Instant now) {
  tx.change(kLinked, of.wave, of.identity, now);
  tx.change(kInsertLink, token, of.wave, of.identity);
}

std::optional<Invitation> invitation(Snapshot& snapshot, const std::string& token) {
  return snapshot.one<Invitation>(kInvitation, token);
}

bool note_answered(Tx& tx, const Invitation& of, Instant now) {
  return tx.change(kAnswered, of.wave, of.identity, now) == 1;
}

void insert(Tx& tx, const AnswerRow& row) {
  tx.change(kInsertAnswer, row.wave, row.identity, row.question, row.choice, row.words);
}

std::vector<AnswerRow> answers_of(Snapshot& snapshot, WaveId wave) {
  return snapshot.all<AnswerRow>(kAnswersOfWave, wave);
}

std::vector<AnswerRow> answers_of(Snapshot& snapshot, IdentityId identity) {
  return snapshot.all<AnswerRow>(kAnswersOfPerson, identity);
}

std::vector<Invitation> invitations_of(Snapshot& snapshot, IdentityId identity) {
  return snapshot.all<Invitation>(kInvitationsOf, identity);
}

void add(std::vector<Said>& said, const AnswerRow& row) {
  if (said.empty() || said.back().question != row.question)
    said.emplace_back().question = row.question;
  if (row.choice.empty()) {
    said.back().words = {row.words};
  } else {
    said.back().choices.push_back({row.choice});
  }
}

void forget(Tx& tx, IdentityId identity, IdentityId fresh) {
  leave(tx, identity);
  tx.change(kForgetWords, identity);
  tx.change(kForgetAnswers, identity, fresh);
  tx.change(kForgetInvitations, identity, fresh);
  tx.change(kDropAnswers, identity);
  tx.change(kDropInvitations, identity);
}

std::int64_t clear(Tx& tx) {
  std::int64_t rows = 0;
  for (const Statement* one :
       {&kClearAnswers, &kClearLinks, &kClearInvitations, &kClearWaves, &kClearParticipants})
    rows += tx.change(*one);
  return rows;
}

std::span<const Statement* const> statements() {
  return kStatements;
}

}  // namespace sluis::panel::sql
