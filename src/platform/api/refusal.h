// What the platform itself refuses, on any route.
#pragma once

#include <boost/describe/enum.hpp>

#include "kernel/result.h"

namespace sluis::api {

enum class ApiRefusal : std::uint8_t {
  route_unknown,
  method_not_allowed,
  unauthenticated,
  forbidden,
  origin_not_allowed,
  invalid_parameters,
  content_type_unsupported,
  idempotency_key_invalid,
  idempotency_key_reused,
  version_required,
  version_changed,
  busy,
};
BOOST_DESCRIBE_ENUM(ApiRefusal, route_unknown, method_not_allowed, unauthenticated, forbidden,
                    origin_not_allowed, invalid_parameters, content_type_unsupported,
                    idempotency_key_invalid, idempotency_key_reused, version_required,
                    version_changed, busy)
const RefusalKind& kind_of(ApiRefusal refusal);

}  // namespace sluis::api
