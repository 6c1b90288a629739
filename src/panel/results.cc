#include "panel/results.h"

#include <algorithm>
#include <map>
#include <set>

#include "company/company.h"
#include "identities/identities.h"
#include "methods/trial.h"
#include "panel/store.h"
#include "panel/store_seen.h"

namespace sluis::panel {
namespace {

constexpr std::int64_t kSmall = 30;
constexpr std::int64_t kPromotes = 9;  // and higher
constexpr std::int64_t kDetracts = 6;  // and lower
constexpr double kInAHundred = 100;

template <class T>
std::optional<T> unless_small(std::int64_t n, T value) {
  return n < kSmall ? std::nullopt : std::optional(value);
}

Part part_of(std::int64_t some, std::int64_t n) {
  const methods::Share share = methods::share_of(some, n);
  return {.n = n,
          .some = some,
          .value = unless_small(n, share.value),
          .low = share.low,
          .high = share.high};
}

void count_grade(Recommended& counted, std::int64_t grade, std::int64_t people) {
  counted.n += people;
  if (grade >= kPromotes) {
    counted.promoters += people;
  } else if (grade <= kDetracts) {
    counted.detractors += people;
  } else {
    counted.passives += people;
  }
}

void score(Recommended& counted) {
  const methods::Share more = methods::difference_of({.both = 0,
                                                      .first = counted.promoters,
                                                      .second = counted.detractors,
                                                      .neither = counted.passives});
  counted.score = unless_small(counted.n, kInAHundred * more.value);
  counted.low = kInAHundred * more.low;
  counted.high = kInAHundred * more.high;
}

// A grade as it stands in an answer.
std::int64_t grade_of(const std::string& choice) {
  return TextForm<std::int64_t>::parse(choice).value_or(0);
}

using Answers = std::vector<sql::AnswerRow>;

QuestionCount counted(const Question& question, const Answers& answers) {
  std::set<IdentityId> people;
  std::map<std::string, std::int64_t> times;
  for (const sql::AnswerRow& one : answers) {
    if (one.question != question.code) continue;
    people.insert(one.identity);
    ++times[one.choice];
  }
  QuestionCount count{
      .question = question.code, .n = std::ssize(people), .choices = {}, .recommended = {}};
  for (const std::string& choice : choices_of(question)) {
    ChoiceCount& one = count.choices.emplace_back();
    static_cast<Part&>(one) = part_of(times[choice], count.n);
    one.choice = choice;
  }
  if (question.asking != Asking::nps) return count;
  count.recommended.emplace();
  for (const auto& [choice, people_of_it] : times)
    count_grade(*count.recommended, grade_of(choice), people_of_it);
  score(*count.recommended);
  return count;
}

std::map<IdentityId, std::vector<Said>> said_in(store::Snapshot& snapshot, WaveId wave) {
  std::map<IdentityId, std::vector<Said>> said;
  for (const sql::AnswerRow& row : sql::answers_of(snapshot, wave))
    sql::add(said[row.identity], row);
  return said;
}

template <class Range, class Id>
std::string in_a_line(const Range& range, Id Range::value_type::* id) {
  std::string line;
  for (const auto& one : range)
    line += (line.empty() ? "" : ",") + std::to_string((one.*id).number());
  return line;
}

bool did(const Seen& seen, About about) {
  return about == About::buys ? seen.orders > 0 : seen.events > 0;
}

// Where somebody says they are, and where they were seen.
struct Compared {
  std::set<ChannelId> said;
  std::set<ChannelId> did;
};
using People = std::map<CustomerId, Compared>;

std::set<ChannelId> channels_said(const Question& question, const Said& said) {
  std::set<ChannelId> channels;
  for (const Option& option : question.options) {
    const bool chosen = std::ranges::any_of(
        said.choices, [&](const auto& choice) { return choice.text == option.code.text; });
    if (chosen && option.channel) channels.insert(*option.channel);
  }
  return channels;
}

People compared(const Question& question, const Wavefull& wave, std::span<const Seen> seen) {
  People people;
  for (const Respondent& one : wave.people) {
    const auto said = std::ranges::find(one.said, question.code, &Said::question);
    if (said != one.said.end()) people[one.customer].said.merge(channels_said(question, *said));
  }
  for (const Seen& one : seen) {
    const auto at = people.find(one.customer);
    if (at != people.end() && did(one, question.about)) at->second.did.insert(one.channel);
  }
  return people;
}

std::vector<ChannelId> channels_of(const Question& question) {
  std::vector<ChannelId> channels;
  for (const Option& option : question.options) {
    if (option.channel && std::ranges::find(channels, *option.channel) == channels.end())
      channels.push_back(*option.channel);
  }
  return channels;
}

// Of these; of everybody where there are none.
Gap gap_of(const People& people, const Slug& question, ChannelId channel,
           const std::set<CustomerId>* members) {
  Gap gap{.segment = {}, .question = question, .channel = channel, .gap = {}};
  for (const auto& [customer, one] : people) {
    if (members != nullptr && !members->contains(customer)) continue;
    if (one.did.empty()) {
      ++gap.unseen;
      continue;
    }
    ++gap.n;
    gap.said += one.said.contains(channel);
    gap.did += one.did.contains(channel);
    gap.both += one.said.contains(channel) && one.did.contains(channel);
  }
  const methods::Share more =
      methods::difference_of({.both = gap.both,
                              .first = gap.said - gap.both,
                              .second = gap.did - gap.both,
                              .neither = gap.n - gap.said - gap.did + gap.both});
  gap.gap = unless_small(gap.n, more.value);
  gap.low = more.low;
  gap.high = more.high;
  return gap;
}

}  // namespace

std::vector<WaveCount> trend(store::Snapshot& snapshot, const Questionnaire& questionnaire) {
  std::vector<WaveCount> all;
  for (const CountedWave& one : sql::waves_of(snapshot, questionnaire.id)) {
    WaveCount& wave = all.emplace_back();
    static_cast<CountedWave&>(wave) = one;
    const Answers answers = sql::answers_of(snapshot, one.id);
    for (const Question& question : questionnaire.questions)
      wave.questions.push_back(counted(question, answers));
  }
  std::ranges::reverse(all);
  return all;
}

Result<Wavefull> answered_in(store::Snapshot& snapshot, WaveId id) {
  Wavefull full;
  full.wave = TRY(wave(snapshot, id));
  full.questionnaire = TRY(find(snapshot, full.wave.questionnaire));
  full.to = company::today(company::settings(snapshot).settings, full.wave.begins);
  full.from = full.to + std::chrono::days(-full.questionnaire.seen_days.number);
  auto said = said_in(snapshot, id);
  for (const sql::Invitation& one : sql::answered(snapshot, id))
    full.people.push_back({identities::customer_of(snapshot, one.identity), *one.answered,
                           std::move(said[one.identity])});
  std::ranges::sort(full.people, {}, &Respondent::customer);
  return full;
}

std::vector<Seen> seen(analytics::Snapshot& figures, const Wavefull& wave) {
  return sql::seen(figures, in_a_line(wave.people, &Respondent::customer), wave.from, wave.to);
}

std::vector<Membership> memberships(analytics::Snapshot& figures, const Wavefull& wave) {
  return sql::memberships(figures, in_a_line(wave.people, &Respondent::customer));
}

std::vector<Gap> gaps(const Wavefull& wave, std::span<const Seen> seen,
                      std::span<const Membership> members) {
  std::map<SegmentId, std::set<CustomerId>> segments;
  for (const Membership& one : members)
    segments[one.segment].insert(one.customer);
  std::vector<Gap> all;
  std::map<SegmentId, std::vector<Gap>> by_segment;
  for (const Question& question : wave.questionnaire.questions) {
    if (question.about == About::opinion) continue;
    const People people = compared(question, wave, seen);
    for (const ChannelId channel : channels_of(question)) {
      all.push_back(gap_of(people, question.code, channel, nullptr));
      for (const auto& [segment, members_of_it] : segments)
        by_segment[segment].push_back(gap_of(people, question.code, channel, &members_of_it));
    }
  }
  for (auto& [segment, gaps] : by_segment) {
    for (Gap& gap : gaps) {
      gap.segment = segment;
      all.push_back(gap);
    }
  }
  return all;
}

std::vector<Grade> grades(store::Snapshot& snapshot) {
  std::map<CustomerId, std::pair<Instant, std::int64_t>> latest;
  for (const Questionnaire& questionnaire : sql::all(snapshot)) {
    for (const CountedWave& wave : sql::waves_of(snapshot, questionnaire.id)) {
      for (const sql::AnswerRow& row : sql::answers_of(snapshot, wave.id)) {
        const auto question =
            std::ranges::find(questionnaire.questions, row.question, &Question::code);
        if (question == questionnaire.questions.end() || question->asking != Asking::nps) continue;
        auto& known = latest[identities::customer_of(snapshot, row.identity)];
        known = std::max(known, {wave.begins, grade_of(row.choice)});
      }
    }
  }
  std::vector<Grade> all;
  for (const auto& [customer, one] : latest)
    all.push_back({customer, one.second});
  return all;
}

std::vector<ChannelRecommended> recommended(analytics::Snapshot& figures,
                                            std::span<const Grade> grades) {
  std::map<CustomerId, std::int64_t> known;
  for (const Grade& one : grades)
    known[one.customer] = one.grade;
  const std::vector<Grade> all(grades.begin(), grades.end());
  std::map<ChannelId, ChannelRecommended> channels;
  for (const sql::FirstBought& one : sql::first_bought(figures, in_a_line(all, &Grade::customer)))
    count_grade(channels[one.channel], known[one.customer], 1);
  std::vector<ChannelRecommended> found;
  for (auto& [channel, counted] : channels) {
    counted.channel = channel;
    score(counted);
    found.push_back(counted);
  }
  return found;
}

}  // namespace sluis::panel
