// What the panel said, wave by wave, and beside it what the same people were seen to do before each
// wave. Stated figures, of those who answered: none of them is in any measure.
#pragma once

#include "panel/waves.h"
#include "platform/analytics/session.h"

namespace sluis::panel {

// Some of n people; of fewer than thirty only the range (Wilson 1927). From 0 to 1.
struct Part {
  std::int64_t n = 0;
  std::int64_t some = 0;
  std::optional<double> value;
  double low = 0;
  double high = 1;
};
BOOST_DESCRIBE_STRUCT(Part, (), (n, some, value, low, high))

// The net promoter score: how many more in a hundred gave 9 or 10 than 0 to 6. From -100 to 100; of
// fewer than thirty only the range (Newcombe 1998, method 10).
struct Recommended {
  std::int64_t n = 0;
  std::int64_t promoters = 0;
  std::int64_t passives = 0;
  std::int64_t detractors = 0;
  std::optional<double> score;
  double low = -100;
  double high = 100;
};
BOOST_DESCRIBE_STRUCT(Recommended, (), (n, promoters, passives, detractors, score, low, high))

// ---- Wave by wave

struct ChoiceCount : Part {
  std::string choice;
};
BOOST_DESCRIBE_STRUCT(ChoiceCount, (Part), (choice))

struct QuestionCount {
  Slug question;
  std::int64_t n = 0;  // who answered it
  std::vector<ChoiceCount> choices;
  std::optional<Recommended> recommended;
};
BOOST_DESCRIBE_STRUCT(QuestionCount, (), (question, n, choices, recommended))

struct WaveCount : CountedWave {
  std::vector<QuestionCount> questions;
};
BOOST_DESCRIBE_STRUCT(WaveCount, (CountedWave), (questions))

// The oldest first.
std::vector<WaveCount> trend(store::Snapshot& snapshot, const Questionnaire& questionnaire);

// ---- Beside what they did

// Whoever answered in a wave, as they are known now.
struct Respondent {
  CustomerId customer;
  Instant answered;
  std::vector<Said> said;
};
struct Wavefull {
  Questionnaire questionnaire;
  Wave wave;
  Date from;                       // behaviour counts from this day
  Date to;                         // to this one, on which the wave began; exclusive
  std::vector<Respondent> people;  // in the order of their numbers
};
Result<Wavefull> answered_in(store::Snapshot& snapshot, WaveId wave);

// What a customer did on a channel in the days before the wave.
struct Seen {
  CustomerId customer;
  ChannelId channel;
  std::int64_t events = 0;  // of awareness and evaluation
  std::int64_t orders = 0;
  bool operator==(const Seen&) const = default;
};
BOOST_DESCRIBE_STRUCT(Seen, (), (customer, channel, events, orders))
// In the order of customers and channels.
std::vector<Seen> seen(analytics::Snapshot& figures, const Wavefull& wave);

// How many more in a segment say they use a channel than were seen there, of those who answered the
// question and were seen to do anywhere what it asks: who was not cannot be compared. From -1 to 1;
// of fewer than thirty only the range (Newcombe 1998, method 10).
struct Gap {
  std::optional<SegmentId> segment;  // everybody where there is none
  Slug question;
  ChannelId channel;
  std::int64_t n = 0;       // who can be compared
  std::int64_t unseen = 0;  // who answered and was seen nowhere
  std::int64_t said = 0;    // of n
  std::int64_t did = 0;     // of n
  std::int64_t both = 0;    // of n
  std::optional<double> gap;
  double low = -1;
  double high = 1;
};
BOOST_DESCRIBE_STRUCT(Gap, (),
                      (segment, question, channel, n, unseen, said, did, both, gap, low, high))

struct Membership {
  SegmentId segment;
  CustomerId customer;
};
BOOST_DESCRIBE_STRUCT(Membership, (), (segment, customer))
// Of those who answered, as they are now; in the order of segments.
std::vector<Membership> memberships(analytics::Snapshot& figures, const Wavefull& wave);

// Everybody first, then by segment; questions and their channels in their own order. Pure.
std::vector<Gap> gaps(const Wavefull& wave, std::span<const Seen> seen,
                      std::span<const Membership> members);

// ---- Who recommends us

// By the channel on which somebody first bought; the latest that each of them said, in any wave.
struct ChannelRecommended : Recommended {
  ChannelId channel;
};
BOOST_DESCRIBE_STRUCT(ChannelRecommended, (Recommended), (channel))

struct Grade {
  CustomerId customer;
  std::int64_t grade = 0;  // 0 to 10
};
std::vector<Grade> grades(store::Snapshot& snapshot);
std::vector<ChannelRecommended> recommended(analytics::Snapshot& figures,
                                            std::span<const Grade> grades);

}  // namespace sluis::panel
