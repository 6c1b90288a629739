// WooCommerce's REST API, as far as it is served: /wp-json/wc/v3 with products and orders.
#pragma once

#include <vector>

#include "platform/api/route.h"

namespace sluis::events {
class Intake;
}

namespace sluis::connectors::woocommerce {

std::vector<api::Route> routes(events::Intake* intake);

}  // namespace sluis::connectors::woocommerce
