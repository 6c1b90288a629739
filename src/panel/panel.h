// The customer panel: people who agreed to be asked where they look around and buy, in waves, each
// by a link of their own. What they say is kept apart from what they were seen to do; the two are
// laid beside each other, and never added up.
#pragma once

#include "access/access.h"
#include "panel/question.h"

namespace sluis {
struct Capability;
}

namespace sluis::panel {

Capability capability();

struct QuestionnaireIdTag {
  static constexpr std::string_view prefix = "qre";
};
using QuestionnaireId = Id<QuestionnaireIdTag>;
struct WaveIdTag {
  static constexpr std::string_view prefix = "wav";
};
using WaveId = Id<WaveIdTag>;

enum class PanelRefusal : std::uint8_t {
  questionnaire_unknown,
  questionnaire_code_taken,
  questions_asked,  // and so no other ones any more
  wave_unknown,
  wave_open,  // the next one begins when it is over
  nobody_to_ask,
  panel_full,
  not_in_panel,
  panel_link_unknown,
  panel_link_used,
  wave_over,
  links_need_address,
};
BOOST_DESCRIBE_ENUM(PanelRefusal, questionnaire_unknown, questionnaire_code_taken, questions_asked,
                    wave_unknown, wave_open, nobody_to_ask, panel_full, not_in_panel,
                    panel_link_unknown, panel_link_used, wave_over, links_need_address)
const RefusalKind& kind_of(PanelRefusal refusal);

// ---- Questionnaires

struct Questionnaire {
  QuestionnaireId id;
  std::int64_t version = 0;
  Slug code;  // never changes
  Words title;
  Intro intro;  // what people read before the first question
  std::vector<Question> questions;
  Whole<0, 52> every_weeks{0};       // from one wave to the next; 0: waves begin by hand
  Whole<1, 90> open_days{14};        // how long a wave takes answers
  Whole<0, 60> remind_days{5};       // after which who did not answer is asked once more; 0: never
  Whole<1, 365> seen_days{90};       // before a wave, of which people's behaviour is laid beside it
  std::optional<Instant> next_wave;  // begins by itself at that moment
  Instant created;
  Instant changed;
  bool operator==(const Questionnaire&) const = default;
};
BOOST_DESCRIBE_STRUCT(Questionnaire, (),
                      (id, version, code, title, intro, questions, every_weeks, open_days,
                       remind_days, seen_days, next_wave, created, changed))

struct Draft {
  Slug code;
  Words title;
  std::optional<Intro> intro;
  std::vector<Question> questions;
  std::optional<Whole<0, 52>> every_weeks;
  std::optional<Whole<1, 90>> open_days;
  std::optional<Whole<0, 60>> remind_days;
  std::optional<Whole<1, 365>> seen_days;
  std::optional<Instant> next_wave;
};
BOOST_DESCRIBE_STRUCT(Draft, (),
                      (code, title, intro, questions, every_weeks, open_days, remind_days,
                       seen_days, next_wave))
struct Change {
  Patch<Words> title;
  Patch<Intro> intro;
  Patch<std::vector<Question>> questions;
  Patch<Whole<0, 52>> every_weeks;
  Patch<Whole<1, 90>> open_days;
  Patch<Whole<0, 60>> remind_days;
  Patch<Whole<1, 365>> seen_days;
  Patch<std::optional<Instant>> next_wave;
};
BOOST_DESCRIBE_STRUCT(Change, (),
                      (title, intro, questions, every_weeks, open_days, remind_days, seen_days,
                       next_wave))

// In the order of their codes.
std::vector<Questionnaire> all(store::Snapshot& snapshot);
Result<Questionnaire> find(store::Snapshot& snapshot, QuestionnaireId id);
Result<Questionnaire> named(store::Snapshot& snapshot, std::string_view code_or_id);
Result<Questionnaire> add(store::Tx& tx, const access::Actor& actor, const Draft& draft);
// Guarded by the version that the caller has seen. The questions stay what they are once anybody
// was asked: otherwise waves could not be laid beside each other.
Result<Questionnaire> change(store::Tx& tx, const access::Actor& actor, QuestionnaireId id,
                             std::int64_t version, const Change& change);

// ---- Who takes part

inline constexpr std::int64_t kParticipantsMost = 5000;

// Asked at one e-mail address. Whether somebody may be asked is for the gate of consent to say, by
// e-mail and for research, each time that they are.
struct Participant {
  IdentityId identity;  // the e-mail address
  CustomerId customer;  // whose it is now
  Instant joined;
  bool allowed = false;       // to be asked now
  std::int64_t invited = 0;   // waves
  std::int64_t answered = 0;  // waves
};
BOOST_DESCRIBE_STRUCT(Participant, (), (identity, customer, joined, allowed, invited, answered))

// What the gate says of an address now.
bool may_be_asked(store::Snapshot& snapshot, IdentityId identity, Instant now);

// Those behind `after`, in the order of their identities.
std::vector<Participant> participants(store::Snapshot& snapshot, Instant now, IdentityId after,
                                      std::int64_t limit);

struct Invited {
  std::vector<std::string> emails;
  std::vector<CustomerId> customers;  // at the address of theirs that was seen last
};
BOOST_DESCRIBE_STRUCT(Invited, (), (emails, customers))
struct Joined {
  std::int64_t joined = 0;
  std::int64_t already = 0;
  std::int64_t without_address = 0;
  std::int64_t refused = 0;  // by the gate
};
BOOST_DESCRIBE_STRUCT(Joined, (), (joined, already, without_address, refused))
// Takes in whom the gate lets be asked, and says how many it does not.
Result<Joined> join(store::Tx& tx, const access::Actor& actor, const Invited& invited);
// What they said before stays, under their name.
Result<void> leave(store::Tx& tx, const access::Actor& actor, IdentityId identity);

// Removes all that was ever said and asked, and who takes part; 0 when nothing was left.
// Questionnaires stay.
std::int64_t clear(store::Tx& tx);

}  // namespace sluis::panel
