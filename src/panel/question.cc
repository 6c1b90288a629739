#include "panel/question.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>

namespace sluis::panel {
namespace {

constexpr int kScaleFirst = 1;
constexpr int kScaleLast = 5;
constexpr int kRecommendLast = 10;

constexpr Text kNoWords{"must have words in at least one language",
                        "moet in minstens één taal tekst hebben"};
constexpr Text kNoQuestions{"must ask something: 1 to 30 questions",
                            "moet iets vragen: 1 tot 30 vragen"};
constexpr Text kOptionsNeeded{"a choice needs 2 to 30 options", "een keuze heeft 2 tot 30 opties"};
constexpr Text kNoOptions{"only a choice has options; leave them out here",
                          "alleen een keuze heeft opties; laat ze hier weg"};
constexpr Text kTwice{"is there twice; every code must be another one",
                      "staat er twee keer; elke code moet een andere zijn"};
constexpr Text kNothingToCompare{
    "what people do is laid beside channels: give at least one option a channel",
    "wat mensen doen wordt naast kanalen gelegd: geef minstens één optie een kanaal"};
constexpr Text kOnlyChoices{"only a choice among channels can be laid beside what people do",
                            "alleen een keuze uit kanalen kan naast gedrag gelegd worden"};
constexpr Text kUnknownQuestion{"is no question of this questionnaire",
                                "is geen vraag van deze vragenlijst"};
constexpr Text kUnknownChoice{"must be one of {0}", "moet een van {0} zijn"};
constexpr Text kOneChoice{"takes one choice", "vraagt één keuze"};
constexpr Text kNoChoice{"takes words, no choices", "vraagt tekst, geen keuzes"};
constexpr Text kWordsOfChoice{"takes choices, no words", "vraagt keuzes, geen tekst"};
constexpr Text kMustAnswer{"must be answered", "moet beantwoord worden"};

bool has_options(const Question& question) {
  return question.asking == Asking::single || question.asking == Asking::multiple;
}

class Problems {
 public:
  void add(std::string pointer, std::string_view code, Message message) {
    found_.push_back({std::move(pointer), code, std::move(message)});
  }
  void add_if(bool wrong, std::string pointer, std::string_view code, const Text& text) {
    if (wrong) add(std::move(pointer), code, Message(text));
  }
  void add(std::optional<FieldProblem> problem) {
    if (problem) found_.push_back(*std::move(problem));
  }
  std::vector<FieldProblem> take() { return std::move(found_); }

 private:
  std::vector<FieldProblem> found_;
};

void look_at_options(Problems& problems, const Question& question, const std::string& at) {
  std::set<Slug> codes;
  for (std::size_t i = 0; i < question.options.size(); ++i) {
    const Option& option = question.options[i];
    const std::string here = fmt::format("{}/options/{}", at, i);
    problems.add_if(!codes.insert(option.code).second, here + "/code", "unique", kTwice);
    problems.add(problem_of(option.text, here + "/text"));
  }
}

void look_at_question(Problems& problems, const Question& question, const std::string& at) {
  const std::size_t options = question.options.size();
  const bool chooses = has_options(question);
  problems.add(problem_of(question.text, at + "/text"));
  problems.add_if(chooses && (options < 2 || options > kOptionsMost), at + "/options", "range",
                  kOptionsNeeded);
  problems.add_if(!chooses && options > 0, at + "/options", "range", kNoOptions);
  look_at_options(problems, question, at);
  if (question.about == About::opinion) return;
  const bool about_channels = std::ranges::any_of(
      question.options, [](const Option& one) { return one.channel.has_value(); });
  problems.add_if(!chooses, at + "/about", "range", kOnlyChoices);
  problems.add_if(chooses && !about_channels, at + "/options", "required", kNothingToCompare);
}

void look_at_choices(Problems& problems, const Said& said, const Question& question,
                     const std::string& at) {
  const std::vector<std::string> known = choices_of(question);
  std::set<std::string> chosen;
  for (std::size_t i = 0; i < said.choices.size(); ++i) {
    const std::string& choice = said.choices[i].text;
    const std::string here = fmt::format("{}/choices/{}", at, i);
    if (std::ranges::find(known, choice) == known.end())
      problems.add(here, "unknown",
                   Message(kUnknownChoice, fmt::format("{}", fmt::join(known, ", "))));
    problems.add_if(!chosen.insert(choice).second, here, "unique", kTwice);
  }
}

void look_at_said(Problems& problems, const Said& said, const Question& question,
                  const std::string& at) {
  const bool open = question.asking == Asking::open;
  if (open) {
    problems.add_if(!said.choices.empty(), at + "/choices", "range", kNoChoice);
    return;
  }
  problems.add_if(!said.words.text.empty(), at + "/words", "range", kWordsOfChoice);
  problems.add_if(question.asking != Asking::multiple && said.choices.size() > 1, at + "/choices",
                  "range", kOneChoice);
  look_at_choices(problems, said, question, at);
}

bool says_something(const Said& said) {
  return !said.choices.empty() || !said.words.text.empty();
}

}  // namespace

std::optional<FieldProblem> problem_of(const Words& words, std::string pointer) {
  if (!words.en.text.empty() || !words.nl.text.empty()) return std::nullopt;
  return FieldProblem{std::move(pointer), "required", Message(kNoWords)};
}

std::vector<std::string> choices_of(const Question& question) {
  std::vector<std::string> choices;
  const auto numbers = [&](int first, int last) {
    for (int number = first; number <= last; ++number)
      choices.push_back(std::to_string(number));
  };
  for (const Option& option : question.options)
    choices.push_back(option.code.text);
  if (question.asking == Asking::scale) numbers(kScaleFirst, kScaleLast);
  if (question.asking == Asking::nps) numbers(0, kRecommendLast);
  return choices;
}

std::vector<FieldProblem> problems_of(std::span<const Question> questions,
                                      std::string_view pointer) {
  Problems problems;
  problems.add_if(questions.empty() || questions.size() > kQuestionsMost, std::string(pointer),
                  "range", kNoQuestions);
  std::set<Slug> codes;
  for (std::size_t i = 0; i < questions.size(); ++i) {
    const std::string at = fmt::format("{}/{}", pointer, i);
    problems.add_if(!codes.insert(questions[i].code).second, at + "/code", "unique", kTwice);
    look_at_question(problems, questions[i], at);
  }
  return problems.take();
}

std::vector<FieldProblem> problems_of(std::span<const Said> said,
                                      std::span<const Question> questions,
                                      std::string_view pointer) {
  Problems problems;
  std::set<Slug> answered;
  for (std::size_t i = 0; i < said.size(); ++i) {
    const std::string at = fmt::format("{}/{}", pointer, i);
    const auto question = std::ranges::find(questions, said[i].question, &Question::code);
    problems.add_if(question == questions.end(), at + "/question", "unknown", kUnknownQuestion);
    if (question == questions.end()) continue;
    problems.add_if(!answered.insert(said[i].question).second, at + "/question", "unique", kTwice);
    look_at_said(problems, said[i], *question, at);
  }
  for (const Question& question : questions) {
    const auto at = std::ranges::find(said, question.code, &Said::question);
    const bool silent = at == said.end() || !says_something(*at);
    problems.add_if(question.required && silent, fmt::format("{}/{}", pointer, question.code.text),
                    "required", kMustAnswer);
  }
  return problems.take();
}

}  // namespace sluis::panel
