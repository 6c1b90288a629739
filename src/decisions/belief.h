// What is believed of the margin that each arm brings in each cell, and how surely: the prior of
// the policy (design: Decide). A visitor buys with a chance that is Beta distributed, for a margin
// that is Gamma distributed. A cell of which little was seen is held towards all cells; an arm of
// which little was seen in a cell is taken to multiply what happens there without it by as much as
// it does everywhere, and that by 1.
//
// Arm 0 is always to do nothing.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "kernel/random.h"

namespace sluis::decisions {

// So many draws stand for what is believed.
inline constexpr std::size_t kDraws = 64;
using Draws = std::array<float, kDraws>;

// What is taken for granted before anything is seen.
struct Prior {
  double conversion = 0.03;  // of those who visit, who buy
  double margin = 20;        // of a sale
  double visits = 200;       // so many visits say as much as what a cell or an arm starts from
  double sales = 50;         // and so many sales as much of their margin
  // Of the margin of a sale with an arm: what it is in the cell without it, times what the arm does
  // to it everywhere, says as much as so many sales. More than of the cell, as an arm changes
  // rather whether somebody buys than what.
  double sales_with_arm = 400;
  // Each visit takes away this part of what was seen before in its cell and arm, so that a world
  // that changes is followed: this remembers about 10,000 of them. 0 forgets nothing.
  double forgetting = 1e-4;
};

class Belief {
 public:
  Belief(const Prior& prior, std::size_t cells, std::size_t arms);

  // What came of giving an arm: the margin in the time in which outcomes count, if there was a
  // sale. One at a loss counts as a sale of nothing, and its loss is taken off all margins.
  void observe(std::size_t cell, std::size_t arm, bool bought, double margin);

  // What came later of a visit that was observed already: a sale, or margin more or less.
  void amend(std::size_t cell, std::size_t arm, double sales, double margin);

  // The margin expected of a visit, drawn so often as it is believed: per cell a set for each arm.
  std::vector<std::vector<Draws>> draw(Random& random) const;

 private:
  struct Seen {
    double visits = 0;
    double sales = 0;
    double margin = 0;  // of sales that earned something
    double losses = 0;
  };
  // What a visit comes to.
  struct Rate {
    double conversion = 0;
    double margin = 0;  // of a sale
  };

  const Seen& seen(std::size_t cell, std::size_t arm) const { return seen_[cell * arms_ + arm]; }
  std::size_t cells() const { return seen_.size() / arms_; }
  Seen everywhere(std::size_t arm) const;
  Rate held(const Rate& towards, const Seen& seen) const;
  // What happens in each cell without any offer.
  std::vector<Rate> bases() const;
  // By how much an arm multiplies that.
  Rate effect(std::size_t arm, const std::vector<Rate>& bases) const;
  // `prior_sales`: so many say as much of the margin as what is expected.
  Draws draw(const Rate& expected, double prior_sales, const Seen& seen, Random& random) const;

  Prior prior_;
  std::size_t arms_;
  std::vector<Seen> seen_;  // the arms of the first cell, of the second, …
};

}  // namespace sluis::decisions
