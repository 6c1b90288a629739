#include "panel/columns.h"

#include <algorithm>

namespace sluis::panel {
namespace {

template <class Id>
std::string code_in(const std::map<Id, std::string>& codes, std::optional<Id> id) {
  const auto found = id ? codes.find(*id) : codes.end();
  return found == codes.end() ? "" : found->second;
}

void add_score(std::vector<TrendColumns>& rows, TrendColumns row, const Recommended& counted) {
  row.figure = Figure::score;
  row.n = counted.n;
  row.some = counted.promoters;
  row.value = counted.score;
  row.low = counted.low;
  row.high = counted.high;
  rows.push_back(std::move(row));
}

// Whether somebody who says so was seen on the channel; nothing where they were seen nowhere.
std::optional<bool> was_seen(std::span<const Seen> seen, CustomerId customer, ChannelId channel,
                             About about) {
  std::optional<bool> found;
  for (const Seen& one : std::ranges::equal_range(seen, customer, {}, &Seen::customer)) {
    if ((about == About::buys ? one.orders : one.events) == 0) continue;
    found = found.value_or(false) || one.channel == channel;
  }
  return found;
}

void add_said(std::vector<AnswerColumns>& rows, const AnswerColumns& of, const Said& said,
              const Question& question, std::span<const Seen> seen, const Codes& codes) {
  AnswerColumns row = of;
  row.question = said.question;
  row.words = said.words.text;
  if (said.choices.empty()) rows.push_back(row);
  for (const auto& choice : said.choices) {
    row.choice = choice.text;
    const auto option = std::ranges::find(question.options, choice.text,
                                          [](const Option& one) { return one.code.text; });
    const auto channel = option == question.options.end() ? std::nullopt : option->channel;
    row.channel = code_in(codes.channels, channel);
    row.did = channel && question.about != About::opinion
                  ? was_seen(seen, row.customer, *channel, question.about)
                  : std::nullopt;
    rows.push_back(row);
  }
}

}  // namespace

std::vector<TrendColumns> table_of(const std::vector<WaveCount>& waves) {
  std::vector<TrendColumns> rows;
  for (const WaveCount& wave : waves) {
    for (const QuestionCount& question : wave.questions) {
      TrendColumns row{.wave = wave.number,
                       .begins = wave.begins,
                       .ends = wave.ends,
                       .invited = wave.invited,
                       .answered = wave.answered,
                       .question = question.question,
                       .choice = {},
                       .value = {}};
      if (question.recommended) add_score(rows, row, *question.recommended);
      for (const ChoiceCount& choice : question.choices) {
        row.choice = choice.choice;
        row.n = choice.n;
        row.some = choice.some;
        row.value = choice.value;
        row.low = choice.low;
        row.high = choice.high;
        rows.push_back(row);
      }
    }
  }
  return rows;
}

Codes codes_of(store::Snapshot& snapshot) {
  Codes codes;
  for (const segments::Segment& one : segments::all(snapshot))
    codes.segments.emplace(one.id, one.code.text);
  for (const channels::Channel& one : channels::all(snapshot, channels::kEverything))
    codes.channels.emplace(one.id, one.code.text);
  return codes;
}

std::vector<GapColumns> table_of(const std::vector<Gap>& gaps, const Codes& codes) {
  std::vector<GapColumns> rows;
  rows.reserve(gaps.size());
  for (const Gap& one : gaps)
    rows.push_back({.segment = code_in(codes.segments, one.segment),
                    .question = one.question,
                    .channel = code_in(codes.channels, std::optional(one.channel)),
                    .n = one.n,
                    .unseen = one.unseen,
                    .said = one.said,
                    .did = one.did,
                    .both = one.both,
                    .gap = one.gap,
                    .low = one.low,
                    .high = one.high});
  return rows;
}

std::vector<AnswerColumns> table_of(const Wavefull& wave, std::span<const Seen> seen,
                                    const Codes& codes) {
  std::vector<AnswerColumns> rows;
  for (const Respondent& person : wave.people) {
    const AnswerColumns row{.customer = person.customer,
                            .answered = person.answered,
                            .question = {},
                            .choice = {},
                            .words = {},
                            .channel = {},
                            .did = {}};
    for (const Said& said : person.said) {
      const auto question =
          std::ranges::find(wave.questionnaire.questions, said.question, &Question::code);
      if (question != wave.questionnaire.questions.end())
        add_said(rows, row, said, *question, seen, codes);
    }
  }
  return rows;
}

}  // namespace sluis::panel
