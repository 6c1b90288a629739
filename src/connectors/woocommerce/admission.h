// Whose request it is: by Basic, or by an OAuth signature that comes once and in time.
#pragma once

#include "connectors/connections.h"
#include "platform/api/foreign.h"

namespace sluis::connectors::woocommerce {

struct Asked {
  Connection connection;
  api::Parameters query;  // decoded
};
Result<Asked> admitted(store::Store& store, const api::Foreign& request);

}  // namespace sluis::connectors::woocommerce
