// What people are asked, and what they may answer. Pure.
#pragma once

#include <span>

#include "channels/channels.h"
#include "kernel/fields.h"

namespace sluis::panel {

// The words that somebody reads who is asked; a company that speaks one language leaves the other
// empty, and everybody reads what there is.
struct Words {
  Line<0, 300> en;
  Line<0, 300> nl;
  bool operator==(const Words&) const = default;
};
BOOST_DESCRIBE_STRUCT(Words, (), (en, nl))
struct Intro {
  Prose<1000> en;
  Prose<1000> nl;
  bool operator==(const Intro&) const = default;
};
BOOST_DESCRIBE_STRUCT(Intro, (), (en, nl))

enum class Asking : std::uint8_t {
  single,    // one of the options
  multiple,  // any of them
  scale,     // 1 to 5
  nps,       // 0 to 10: how likely they are to recommend the company
  open,      // in their own words
};
BOOST_DESCRIBE_ENUM(Asking, single, multiple, scale, nps, open)

// What the same people were seen to do can be laid beside what they say of it.
enum class About : std::uint8_t {
  opinion,  // beside nothing
  orients,  // in which channels they look around: events of awareness and evaluation
  buys,     // in which channels they order
};
BOOST_DESCRIBE_ENUM(About, opinion, orients, buys)

struct Option {
  Slug code;
  Words text;
  std::optional<ChannelId> channel;  // that it stands for; more options may stand for one
  bool operator==(const Option&) const = default;
};
BOOST_DESCRIBE_STRUCT(Option, (), (code, text, channel))

struct Question {
  Slug code;
  Asking asking = Asking::single;
  About about = About::opinion;
  Words text;
  bool required = false;
  std::vector<Option> options;
  bool operator==(const Question&) const = default;
};
BOOST_DESCRIBE_STRUCT(Question, (), (code, asking, about, text, required, options))

inline constexpr std::size_t kQuestionsMost = 30;
inline constexpr std::size_t kOptionsMost = 30;

// What somebody said to one question: the codes of options, a number, or words of their own.
struct Said {
  Slug question;
  std::vector<Line<1, 40>> choices;
  Prose<2000> words;
  bool operator==(const Said&) const = default;
};
BOOST_DESCRIBE_STRUCT(Said, (), (question, choices, words))

// The choices that a question has: its options, or the numbers of its scale.
std::vector<std::string> choices_of(const Question& question);

// What is wrong with questions, but for channels that there are not. `pointer` names their list.
std::vector<FieldProblem> problems_of(std::span<const Question> questions,
                                      std::string_view pointer);
// What is wrong with answers to them.
std::vector<FieldProblem> problems_of(std::span<const Said> said,
                                      std::span<const Question> questions,
                                      std::string_view pointer);
// Words that nobody can read.
std::optional<FieldProblem> problem_of(const Words& words, std::string pointer);

}  // namespace sluis::panel
