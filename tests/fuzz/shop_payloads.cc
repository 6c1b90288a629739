// What shops send: whatever the bytes are, they are refused by name or read into orders and refunds
// whose amounts and quantities are within their limits.
#include "connectors/webhooks/seen.h"
#include "connectors/woocommerce/orders.h"
#include "kernel/assert.h"

namespace sluis::fuzz {

namespace ingest = connectors::ingest;
namespace webhooks = connectors::webhooks;
namespace woocommerce = connectors::woocommerce;

void look_at(const Result<webhooks::SeenOrder>& order) {
  if (!order) return;
  for (const webhooks::SeenLine& line : order->lines)
    SLUIS_ASSERT(line.quantity.number >= 1 && line.quantity.number <= 1'000'000);
}

void read_all(std::string_view json) {
  const auto tree = ingest::Tree::parse(json);
  if (!tree) return;
  const ingest::Node body = tree->root();
  look_at(webhooks::shopify_order(body));
  look_at(webhooks::woocommerce_order(body));
  look_at(webhooks::woocommerce_deleted(body, Instant()));
  if (const auto refund = webhooks::shopify_refund(body)) SLUIS_ASSERT(refund->amount >= Micro());
  if (const auto wish = woocommerce::order_wish_of(body)) {
    SLUIS_ASSERT(!wish->transport || *wish->transport >= Micro());
  }
  const auto change = woocommerce::wish_of(body, woocommerce::wire_of(woocommerce::Offer{}));
  if (change && change->price) SLUIS_ASSERT(*change->price >= Micro());
}

}  // namespace sluis::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  sluis::fuzz::read_all({reinterpret_cast<const char*>(data), size});
  return 0;
}
