// Waves: from when until when a questionnaire is asked, of whom, and by which links.
#pragma once

#include "panel/panel.h"

namespace sluis::panel {

struct Wave {
  WaveId id;
  QuestionnaireId questionnaire;
  std::int64_t number = 0;  // of its questionnaire, from 1
  Instant begins;
  Instant ends;
  bool operator==(const Wave&) const = default;
};
BOOST_DESCRIBE_STRUCT(Wave, (), (id, questionnaire, number, begins, ends))

struct CountedWave : Wave {
  std::int64_t invited = 0;
  std::int64_t asked = 0;  // were given a link
  std::int64_t answered = 0;
};
BOOST_DESCRIBE_STRUCT(CountedWave, (Wave), (invited, asked, answered))

// The newest first.
std::vector<CountedWave> waves_of(store::Snapshot& snapshot, QuestionnaireId questionnaire);
Result<Wave> wave(store::Snapshot& snapshot, WaveId id);
// With this number; without one the newest.
Result<Wave> wave_numbered(store::Snapshot& snapshot, QuestionnaireId questionnaire,
                           std::optional<std::int64_t> number);

// Invites everybody in the panel whom the gate lets be asked.
Result<CountedWave> begin_wave(store::Tx& tx, const access::Actor& actor, QuestionnaireId id);
// Begins what is to begin by itself, and says when the wave after it comes. What cannot begin, for
// want of people, is tried at its next time.
Result<std::int64_t> begin_due(store::Tx& tx, const access::Actor& actor);

enum class Sort : std::uint8_t { first, reminder, again };
BOOST_DESCRIBE_ENUM(Sort, first, reminder, again)

// A link of one person's own; its token is kept as a hash only, so it is told this once.
struct Link {
  IdentityId identity;
  CustomerId customer;
  std::string address;
  Sort sort = Sort::first;
  std::string path;  // "/panel#TOKEN"
  Instant expires;   // the end of the wave
};
BOOST_DESCRIBE_STRUCT(Link, (), (identity, customer, address, sort, path, expires))

// Whom to give a link: who has none yet, and who is to be reminded now; or everybody who did not
// answer. Of those only whom the gate still lets be asked.
enum class Whom : std::uint8_t { due, silent };
BOOST_DESCRIBE_ENUM(Whom, due, silent)
// Links that somebody was given before stay good until they answered.
Result<std::vector<Link>> make_links(store::Tx& tx, const access::Actor& actor, WaveId wave,
                                     Whom whom, std::int64_t most = kParticipantsMost);

// ---- For whoever has a link

struct Asked {
  Questionnaire questionnaire;
  Wave wave;
};
Result<Asked> asked_by(store::Snapshot& snapshot, std::string_view token, Instant now);
// Once for each person and wave, whichever of their links it came by.
Result<void> answer(store::Tx& tx, const access::Actor& actor, std::string_view token,
                    const std::vector<Said>& said);
// Takes them out of the panel and keeps as evidence that they want no more questions.
Result<void> leave_by(store::Tx& tx, const access::Actor& actor, std::string_view token);

}  // namespace sluis::panel
