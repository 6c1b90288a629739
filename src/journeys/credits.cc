#include "journeys/credits.h"

#include <algorithm>
#include <numeric>

namespace sluis::journeys {
namespace {

using methods::Journey;
using methods::KindSet;
using methods::Paths;

constexpr std::size_t kPathsInBatch = 4'096;
// A bootstrap goes through all paths in each round; of so many paths together.
constexpr std::size_t kDrawnMost = 10'000'000;
constexpr int kRoundsLeast = 20;  // of fewer no interval is made

// Who can be credited: channels, or campaigns under a number of their own. The last number is for
// all campaigns beyond those that fit.
class Players {
 public:
  Players(const Words& words, CreditBy by) : words_(words), by_(by) {}

  Channel of(const Step& step) {
    if (by_ == CreditBy::channel) return step.channel;
    const auto [at, added] =
        numbers_.try_emplace(step.campaign, static_cast<Channel>(campaigns_.size()));
    if (added && campaigns_.size() + 1 < methods::kChannelsMax) campaigns_.push_back(step.campaign);
    return std::min(at->second, static_cast<Channel>(campaigns_.size()));
  }
  std::size_t size() const {
    return by_ == CreditBy::channel ? words_.channels().size() : campaigns_.size() + 1;
  }
  Credited row(std::size_t player) const {
    if (by_ == CreditBy::channel) {
      return {.channel = words_.channels()[player], .campaign = {}, .models = {}};
    }
    const bool known = player < campaigns_.size();
    return {.channel = {},
            .campaign = std::string(known ? words_.name(campaigns_[player]) : "..."),
            .models = {}};
  }

 private:
  const Words& words_;
  const CreditBy by_;
  std::vector<Name> campaigns_;
  boost::unordered_flat_map<Name, Channel> numbers_;
};

// Makes the paths of one customer after the other.
class PathMaker {
 public:
  struct Rules {
    KindSet conversions;
    Selection::Period period;
    std::optional<Name> product;  // only what was sold of this
    std::uint32_t window_s = 0;
    Worth worth = Worth::revenue;
  };
  PathMaker(const Rules& rules, const KindSet& orders, Players& players)
      : rules_(rules), orders_(orders), players_(players) {}

  void add(const Track& track) {
    steps_.clear();
    each_step(track, orders_, [this](const Step& step) { steps_.push_back(step); });
    std::size_t begin = 0;
    for (std::size_t i = 0; i < steps_.size() && steps_[i].ts < rules_.period.to_s; ++i) {
      if (!rules_.conversions.holds(steps_[i].kind)) continue;
      if (steps_[i].ts >= rules_.period.from_s) convert(track, begin, i);
      begin = i + 1;
    }
    end_in_nothing(begin);
  }

  Paths paths;

 private:
  void convert(const Track& track, std::size_t begin, std::size_t at) {
    std::size_t next = at + 1;
    while (next < steps_.size() && !rules_.conversions.holds(steps_[next].kind))
      ++next;
    const std::uint32_t end = next < steps_.size() ? steps_[next].ts : ~std::uint32_t{0};
    bool sold = !rules_.product || steps_[at].product == *rules_.product;
    double value = 0;
    for (const Booking& booking : track.bookings) {
      if (booking.ts < steps_[at].ts || booking.ts >= end) continue;
      if (rules_.product && booking.product != *rules_.product) continue;
      sold = true;
      value += worth_of(booking);
    }
    if (!sold) return;
    add_touches(begin, at, steps_[at].ts);
    paths.end(1, value, 0);
  }

  double worth_of(const Booking& booking) const {
    const std::int64_t units =
        rules_.worth == Worth::revenue ? booking.revenue : booking.revenue - booking.cost;
    return static_cast<double>(units) / Micro::kPerUnit;
  }

  void end_in_nothing(std::size_t begin) {
    std::size_t end = begin;
    while (end < steps_.size() && steps_[end].ts < rules_.period.to_s)
      ++end;
    if (end == begin || steps_[end - 1].ts < rules_.period.from_s) return;
    add_touches(begin, end, steps_[end - 1].ts);
    paths.end(0, 0, 1);
  }

  void add_touches(std::size_t begin, std::size_t end, std::uint32_t now) {
    for (std::size_t i = begin; i < end; ++i) {
      const std::uint32_t age_s = now - steps_[i].ts;
      if (age_s > rules_.window_s) continue;
      paths.step(players_.of(steps_[i]), static_cast<float>(age_s) / kSecondsOfDay);
    }
  }

  const Rules& rules_;
  const KindSet& orders_;
  Players& players_;
  std::vector<Step> steps_;
};

std::int64_t whole(double number) {
  return static_cast<std::int64_t>(number);
}

double sum_of(const std::vector<double>& numbers) {
  return std::accumulate(numbers.begin(), numbers.end(), 0.0);
}

void add_rows(CreditsAnswer& answer, std::vector<Credited> players,
              std::span<const methods::ModelCredit> credits, const methods::Intervals& intervals) {
  for (std::size_t player = 0; player < players.size(); ++player) {
    Credited& row = players[player];
    for (std::size_t i = 0; i < credits.size(); ++i) {
      const auto& credit = credits[i].credit;
      const double all = sum_of(credit.conversions);
      ModelShare& share = row.models.emplace_back();
      share.model = credits[i].model;
      share.conversions = credit.conversions[player];
      share.share = all > 0 ? share.conversions / all : 0;
      share.value = credit.value[player];
      if (!credits[i].removal_effects.empty()) {
        share.removal_effect = credits[i].removal_effects[player];
      }
      if (intervals.empty()) continue;
      share.low = intervals[i][player].low;
      share.high = intervals[i][player].high;
    }
    const bool is_there = std::ranges::any_of(row.models, [](const ModelShare& one) {
      return one.conversions != 0 || one.value != 0 || one.removal_effect.value_or(0) != 0;
    });
    if (is_there) answer.rows.push_back(std::move(row));
  }
  std::ranges::sort(answer.rows, {}, [](const Credited& row) {
    return std::tuple(-row.models.front().conversions, row.channel, row.campaign);
  });
}

void add_agreement(CreditsAnswer& answer, std::span<const methods::ModelCredit> credits) {
  for (std::size_t one = 0; one < credits.size(); ++one) {
    for (std::size_t other = one + 1; other < credits.size(); ++other)
      answer.agreement.push_back({credits[one].model, credits[other].model,
                                  methods::agreement(credits[one].credit, credits[other].credit)});
  }
}

// As many as there is time for; of too few none.
int rounds_of(int asked, std::size_t paths) {
  const auto fit = static_cast<int>(std::min<std::size_t>(
      kDrawnMost / std::max<std::size_t>(paths, 1), static_cast<std::size_t>(asked)));
  return fit < kRoundsLeast ? 0 : fit;
}

}  // namespace

Result<Collected> collect(const Selection& selection, const Words& words,
                          const CreditAsked& asked) {
  const PathMaker::Rules rules{.conversions = TRY(kinds_named(words, asked.conversions)),
                               .period = selection.period(),
                               .product = selection.product(),
                               .window_s = asked.window_s,
                               .worth = asked.worth};
  Players players(words, asked.by);
  PathMaker maker(rules, words.orders(), players);
  Collected collected{.answer = {},
                      .attribution = methods::Attribution(asked.models),
                      .paths = {},
                      .players = {},
                      .direct = {}};
  if (asked.direct && asked.by == CreditBy::channel) {
    collected.direct = words.find_channel(*asked.direct);
  }
  if (collected.direct) collected.attribution.set_direct(*collected.direct);
  const auto hand_over = [&] {
    collected.attribution.add(maker.paths, players.size());
    if (asked.bootstrap_rounds > 0) collected.paths.append(maker.paths);
    maker.paths.clear();
  };
  selection.each([&](const Journey& journey, const Track& track) {
    ++collected.answer.customers;
    collected.answer.steps += static_cast<std::int64_t>(journey.size());
    maker.add(track);
    if (maker.paths.size() >= kPathsInBatch) hand_over();
  });
  hand_over();
  collected.answer.currency = words.currency();
  for (std::size_t player = 0; player < players.size(); ++player)
    collected.players.push_back(players.row(player));
  return collected;
}

Result<CreditsAnswer> credits(Collected collected, const CreditAsked& asked) {
  CreditsAnswer& answer = collected.answer;
  const methods::Totals& totals = collected.attribution.totals();
  answer.conversions = whole(totals.conversions);
  answer.value = totals.value;
  answer.paths_to_nothing = whole(totals.nulls);
  answer.conversions_without_touch = whole(totals.conversions_without_channel);
  if (totals.paths <= 0) return refuse(methods::MethodRefusal::no_paths);
  if (totals.conversions <= 0 && totals.conversions_without_channel > 0) {
    return refuse(ScopeRefusal::no_touches, std::to_string(answer.conversions_without_touch));
  }
  const auto credited = TRY(collected.attribution.credits());
  answer.bootstrap_rounds = rounds_of(asked.bootstrap_rounds, collected.paths.size());
  methods::Intervals intervals;
  if (answer.bootstrap_rounds > 0) {
    intervals = methods::bootstrap(collected.paths, asked.models,
                                   {.rounds = static_cast<int>(answer.bootstrap_rounds),
                                    .seed = asked.seed,
                                    .direct = collected.direct,
                                    .channels = collected.players.size()});
  }
  add_rows(answer, std::move(collected.players), credited, intervals);
  add_agreement(answer, credited);
  return std::move(answer);
}

}  // namespace sluis::journeys
