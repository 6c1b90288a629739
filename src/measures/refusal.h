// Why there are no figures.
#pragma once

#include "kernel/fields.h"
#include "kernel/result.h"

namespace sluis::measures {

enum class MeasureRefusal : std::uint8_t {
  period_empty,
  period_too_long,
  several_currencies,
  cost_too_large,
};
BOOST_DESCRIBE_ENUM(MeasureRefusal, period_empty, period_too_long, several_currencies,
                    cost_too_large)
const RefusalKind& kind_of(MeasureRefusal refusal);

}  // namespace sluis::measures
