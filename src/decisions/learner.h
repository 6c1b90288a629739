// Learns from what came of decisions, in memory: a belief that takes each visit and each sale as
// they become known, and the latest decisions, on which a new version of the policy is compared
// with the one in force before it takes over.
#pragma once

#include <deque>

#include "decisions/log.h"
#include "methods/off_policy.h"

namespace sluis::decisions {

// A decision that counts, as far as learning goes.
struct Lesson {
  DecisionId decision;
  Cell cell;
  std::optional<OfferId> given;  // nothing for who is held out
  bool held_out = false;
  double probability = 1;
  std::vector<Weighed> offers;
  std::int64_t orders = 0;
  Micro margin;
};
// Nothing where it teaches nothing.
std::optional<Lesson> lesson_of(const Logged& logged);

// What came of one later.
struct Outcome {
  DecisionId decision;
  Cell cell;
  std::optional<OfferId> given;
  std::int64_t sales = 0;  // 1 for the first order, -1 where that was taken back
  Micro margin;
};
BOOST_DESCRIBE_STRUCT(Outcome, (), (decision, cell, given, sales, margin))

// Of how much was learnt.
struct Learnt {
  std::int64_t visits = 0;
  std::int64_t sales = 0;
  Micro margin;
};

class Learner {
 public:
  explicit Learner(Design design);

  void take(Lesson lesson);
  void take(const Outcome& outcome);
  // All lessons so far were read from the log: those that are told once more are not taken again.
  void settle() { settled_ = last_; }

  const Design& design() const { return design_; }
  const Learnt& learnt() const { return learnt_; }
  // Enough came in that decisions should know of it: one in a hundred sales more, so the first ones
  // at once.
  bool has_news() const;

  // The version that follows from all that was learnt; after it there is no news.
  Version version(std::int64_t number);

  // How much more margin a decision would have brought under one version than under another, on
  // the latest decisions; nothing with too few.
  struct Comparison {
    std::int64_t rows = 0;
    methods::Estimate gain;
  };
  std::optional<Comparison> compared(const Version& to, const Version& with,
                                     const PolicySettings& settings) const;

 private:
  methods::Grid grid_of(const Version& version, const PolicySettings& settings) const;
  std::vector<const Lesson*> comparable() const;

  Design design_;
  Belief belief_;
  Learnt learnt_;
  Learnt before_;  // when the last version was made
  std::deque<Lesson> latest_;
  DecisionId last_;
  DecisionId settled_;
};

}  // namespace sluis::decisions
