// The panel as tables that people read and open elsewhere, with segments and channels by their
// codes.
#pragma once

#include <map>

#include "panel/results.h"
#include "segments/segments.h"

namespace sluis::panel {

// share: of n, from 0 to 1; score: the net promoter score, from -100 to 100.
enum class Figure : std::uint8_t { share, score };
BOOST_DESCRIBE_ENUM(Figure, share, score)

struct TrendColumns {
  std::int64_t wave = 0;
  Instant begins;
  Instant ends;
  std::int64_t invited = 0;
  std::int64_t answered = 0;
  Slug question;
  Figure figure = Figure::share;
  std::string choice;  // empty: of the score
  std::int64_t n = 0;
  std::int64_t some = 0;
  std::optional<double> value;
  double low = 0;
  double high = 0;

  static constexpr Text headings[] = {{"Wave", "Ronde"},
                                      {"Begins", "Begint"},
                                      {"Ends", "Eindigt"},
                                      {"Invited", "Uitgenodigd"},
                                      {"Answered", "Antwoordden"},
                                      {"Question", "Vraag"},
                                      {"Figure", "Cijfer"},
                                      {"Choice", "Keuze"},
                                      {"n", "n"},
                                      {"Of these", "Van hen"},
                                      {"Value", "Waarde"},
                                      {"Low", "Laag"},
                                      {"High", "Hoog"}};
};
BOOST_DESCRIBE_STRUCT(TrendColumns, (),
                      (wave, begins, ends, invited, answered, question, figure, choice, n, some,
                       value, low, high))
std::vector<TrendColumns> table_of(const std::vector<WaveCount>& waves);

struct GapColumns {
  std::string segment;  // empty: everybody
  Slug question;
  std::string channel;
  std::int64_t n = 0;
  std::int64_t unseen = 0;
  std::int64_t said = 0;
  std::int64_t did = 0;
  std::int64_t both = 0;
  std::optional<double> gap;
  double low = 0;
  double high = 0;

  static constexpr Text headings[] = {
      {"Segment", "Segment"},      {"Question", "Vraag"}, {"Channel", "Kanaal"}, {"n", "n"},
      {"Not seen", "Niet gezien"}, {"Say", "Zeggen"},     {"Do", "Doen"},        {"Both", "Beide"},
      {"Gap", "Verschil"},         {"Low", "Laag"},       {"High", "Hoog"}};
};
BOOST_DESCRIBE_STRUCT(GapColumns, (),
                      (segment, question, channel, n, unseen, said, did, both, gap, low, high))

// What one person said, a row for each choice, and whether they were seen to do it.
struct AnswerColumns {
  CustomerId customer;
  Instant answered;
  Slug question;
  std::string choice;
  std::string words;
  std::string channel;      // that the choice stands for
  std::optional<bool> did;  // nothing: it cannot be compared
};
BOOST_DESCRIBE_STRUCT(AnswerColumns, (),
                      (customer, answered, question, choice, words, channel, did))

// How segments and channels are called.
struct Codes {
  std::map<SegmentId, std::string> segments;
  std::map<ChannelId, std::string> channels;
};
Codes codes_of(store::Snapshot& snapshot);
std::vector<GapColumns> table_of(const std::vector<Gap>& gaps, const Codes& codes);
std::vector<AnswerColumns> table_of(const Wavefull& wave, std::span<const Seen> seen,
                                    const Codes& codes);

}  // namespace sluis::panel
