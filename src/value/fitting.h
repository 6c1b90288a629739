// Fits the models on what buyers did, checks them on the last part of it, and says what follows of
// everybody together. Pure: what buyers did comes in row by row.
#pragma once

#include "value/model.h"

namespace sluis::value {

// What one customer did up to and including the last day that counts.
struct BuyerRow {
  CustomerId customer;
  ChannelId channel;  // of the first purchase
  Date first_day;
  std::optional<Date> second_day;
  Date last_day;
  std::int64_t purchases = 0;  // days on which they bought
  Micro spent;
  Micro spent_again;  // after the first day
  Micro margin;
  std::int64_t purchases_before = 0;  // up to the day from which the models are checked
  std::optional<Date> last_before;
  Micro spent_again_before;
  std::int64_t channels_before = 0;  // on which they were seen
  std::int64_t channels_after = 0;
};
BOOST_DESCRIBE_STRUCT(BuyerRow, (),
                      (customer, channel, first_day, second_day, last_day, purchases, spent,
                       spent_again, margin, purchases_before, last_before, spent_again_before,
                       channels_before, channels_after))
methods::Buyer buyer_of(const BuyerRow& row, Date until);

struct SoldSpan {
  Date first;  // the first day on which anybody bought
  Date until;  // the last day that counts
  // The last day that the models which are checked see; nothing where too little comes after it.
  std::optional<Date> check;
};
// The second half of the days checks what the first half says, but at most 39 weeks, as with the
// published figures; fewer than four weeks check nothing.
SoldSpan span_of(Date first, Date until);

class Fitting {
 public:
  // Of so many buyers, who come one after the other.
  Fitting(const SoldSpan& span, std::int64_t buyers);
  void add(const BuyerRow& row);

  // On each day from the first to the last, repeat purchases of those who had bought by the day
  // from which the models are checked.
  using RepeatsByDay = std::vector<double>;
  // Says in its `problems` what has no answer. The caller knows fit, moments and currency.
  Model model(RepeatsByDay repeats) &&;

 private:
  void add_before(const BuyerRow& row);
  void fit(Model& model);
  void check(Model& model, RepeatsByDay repeats);
  void compare(Model& model, const Valuation& valuation) const;

  const SoldSpan span_;
  const std::int64_t every_;  // so many customers stand for one of the comparison
  Histories all_;
  Histories before_;
  std::vector<std::int64_t> last_days_;
  std::vector<std::int64_t> purchases_;
  std::vector<std::int64_t> spent_;
  double spent_together_ = 0;
  Micro spent_sum_;
  double margin_together_ = 0;
  std::vector<std::size_t> compared_;  // numbers in `all_`
  std::vector<std::uint8_t> many_;
  methods::Features known_;
};

}  // namespace sluis::value
