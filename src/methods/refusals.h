// Why a method gives no answer. Each says what would help, so that no figure is made up instead.
#pragma once

#include "kernel/result.h"

namespace sluis::methods {

enum class MethodRefusal : std::uint8_t {
  no_paths,
  no_conversions,
  too_many_states,
  chain_not_solved,
  no_buyers,
  no_repeats,
  days_too_far_apart,
  not_settled,
  no_finite_mean,
  mean_far_off,
  amounts_go_with_orders,
};
BOOST_DESCRIBE_ENUM(MethodRefusal, no_paths, no_conversions, too_many_states, chain_not_solved,
                    no_buyers, no_repeats, days_too_far_apart, not_settled, no_finite_mean,
                    mean_far_off, amounts_go_with_orders)
const RefusalKind& kind_of(MethodRefusal refusal);

}  // namespace sluis::methods
