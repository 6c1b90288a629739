// What cannot be, in the names that WooCommerce's own programs know where there is one.
#pragma once

#include "kernel/result.h"
#include "platform/http/message.h"

namespace sluis::connectors::woocommerce {

enum class WooRefusal : std::uint8_t {
  woocommerce_rest_authentication_error,
  woocommerce_rest_product_invalid_id,
  woocommerce_rest_shop_order_invalid_id,
  rest_invalid_param,
  body_unreadable,
  field_not_settable,
  stock_without_location,
  status_not_possible,
  product_unknown,
  total_differs,
};
BOOST_DESCRIBE_ENUM(WooRefusal, woocommerce_rest_authentication_error,
                    woocommerce_rest_product_invalid_id, woocommerce_rest_shop_order_invalid_id,
                    rest_invalid_param, body_unreadable, field_not_settable, stock_without_location,
                    status_not_possible, product_unknown, total_differs)
const RefusalKind& kind_of(WooRefusal refusal);

// {"code","message","data":{"status"}}; the names of others come as they are, ours behind "sluis_".
http::Reply refusal_reply(const Refusal& refusal, Language language);

}  // namespace sluis::connectors::woocommerce
