// The questions over journeys of a file, and their answers as sheets.
#pragma once

#include "journeys/event_file.h"
#include "methods/journey_questions.h"
#include "platform/report/page.h"

namespace sluis::journeys {

enum class Question : std::uint8_t { funnel, transitions, last_touch, overlap, days };
BOOST_DESCRIBE_ENUM(Question, funnel, transitions, last_touch, overlap, days)

struct Asking {
  std::vector<Question> questions;
  std::vector<std::string> steps;  // of the funnel, by type of event
  std::uint32_t funnel_window_s = 0;
  std::vector<std::string> touches;
  std::vector<std::string> orders;
  std::string direct;
  std::uint32_t touch_window_s = 0;
};

// A sheet for each question, in the order in which they were asked.
Result<std::vector<report::Sheet>> answers(const Events& events, const Asking& asking);
report::Page page_of(const Events& events, std::vector<report::Sheet> sheets);
// The n of all figures in one sentence.
Message totals_of(const Events& events);

}  // namespace sluis::journeys
