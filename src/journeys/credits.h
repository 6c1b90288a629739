// Attribution over the index: the conversions of a period, credited by all models side by side.
#pragma once

#include "journeys/questions.h"
#include "methods/attribution.h"

namespace sluis::journeys {

enum class Worth : std::uint8_t { revenue, margin };
BOOST_DESCRIBE_ENUM(Worth, revenue, margin)
enum class CreditBy : std::uint8_t { channel, campaign };
BOOST_DESCRIBE_ENUM(CreditBy, channel, campaign)

struct CreditAsked {
  methods::AttributionSettings models;
  std::string conversions = "order_completed";  // kinds of event
  std::uint32_t window_s = 0;                   // how long before a conversion a touch counts
  Worth worth = Worth::revenue;
  CreditBy by = CreditBy::channel;
  std::optional<ChannelId> direct;  // which last_non_direct passes over
  int bootstrap_rounds = 0;
  std::uint64_t seed = 1;
};

struct ModelShare {
  methods::Model model = methods::Model::first;
  double conversions = 0;
  std::optional<double> low;  // of these conversions, where a bootstrap was asked
  std::optional<double> high;
  double share = 0;  // of all credited conversions
  double value = 0;
  std::optional<double> removal_effect;
};
BOOST_DESCRIBE_STRUCT(ModelShare, (), (model, conversions, low, high, share, value, removal_effect))
struct Credited {
  std::optional<ChannelId> channel;
  std::optional<std::string> campaign;  // empty: touches without one
  std::vector<ModelShare> models;
};
BOOST_DESCRIBE_STRUCT(Credited, (), (channel, campaign, models))
struct Agreement {
  methods::Model one = methods::Model::first;
  methods::Model other = methods::Model::first;
  double share = 0;  // of the conversions that both credit to the same
};
BOOST_DESCRIBE_STRUCT(Agreement, (), (one, other, share))

struct CreditsAnswer : Basis {
  Currency currency;
  std::int64_t conversions = 0;
  double value = 0;
  std::int64_t paths_to_nothing = 0;
  std::int64_t conversions_without_touch = 0;  // nobody is credited for them
  std::int64_t bootstrap_rounds = 0;           // fewer than asked where that takes too long
  std::vector<Credited> rows;                  // most conversions of the first model first
  std::vector<Agreement> agreement;
};
BOOST_DESCRIBE_STRUCT(CreditsAnswer, (Basis),
                      (currency, conversions, value, paths_to_nothing, conversions_without_touch,
                       bootstrap_rounds, rows, agreement))

// The paths of everybody, ready to be credited: what is done with them takes longer than an index
// should be kept from changing.
struct Collected {
  CreditsAnswer answer;
  methods::Attribution attribution;
  methods::Paths paths;  // for a bootstrap
  std::vector<Credited> players;
  std::optional<Channel> direct;
};
Result<Collected> collect(const Selection& selection, const Words& words, const CreditAsked& asked);
Result<CreditsAnswer> credits(Collected collected, const CreditAsked& asked);

}  // namespace sluis::journeys
