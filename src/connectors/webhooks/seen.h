// What shops tell of their orders, in one form whichever shop it is; and what did not fit.
#pragma once

#include "connectors/connections.h"
#include "connectors/ingest/tree.h"
#include "connectors/woocommerce/orders.h"
#include "orders/orders.h"

namespace sluis::connectors::webhooks {

struct KeptIdTag {
  static constexpr std::string_view prefix = "kpt";
};
using KeptId = Id<KeptIdTag>;

// What came and did not fit, as it came.
struct Kept {
  ConnectionId connection;
  KeptId id;
  std::string topic;
  std::string subject;                 // their number of what it is about
  std::string why;                     // the name of a refusal
  std::string message;                 // in English
  std::optional<IdentityId> identity;  // whose it is, so that it can be forgotten
  std::string body;
  Instant received;
  std::string missing = {};           // the SKU that there is no product of
  std::optional<Instant> retry = {};  // it may fit since then
  std::string message_nl = {};
};
BOOST_DESCRIBE_STRUCT(Kept, (),
                      (connection, id, topic, subject, why, message, identity, body, received,
                       missing, retry, message_nl))

// Of a line all that was paid, VAT included, after discounts.
struct SeenLine {
  std::string sku;
  orders::Quantity quantity;
  Micro gross;
};

struct SeenOrder {
  std::string theirs;           // their id
  orders::Reference reference;  // what people call it: with the channel, the key of its money
  Instant updated;
  woocommerce::Status status = woocommerce::Status::pending;
  Currency currency;
  std::optional<taxes::Country> country;
  std::vector<SeenLine> lines;
  std::optional<Micro> transport;  // VAT included
  orders::BuyerDraft buyer;
  Slug payment_method{"other"};
};

struct SeenRefund {
  struct Piece {
    std::string sku;
    orders::Quantity quantity;
    bool restock = true;
  };
  std::string order;  // their id of it
  std::vector<Piece> pieces;
  Micro amount;  // that went back
};

// Payloads as the shops document them: Shopify's Order and Refund of its REST admin API, and
// WooCommerce's order of wc/v3. Pure; what is missing or unreadable is refused by its name.
Result<SeenOrder> shopify_order(ingest::Node body);
Result<SeenRefund> shopify_refund(ingest::Node body);
Result<SeenOrder> woocommerce_order(ingest::Node body);
// What is left of one that was deleted: its id.
Result<SeenOrder> woocommerce_deleted(ingest::Node body, Instant now);

}  // namespace sluis::connectors::webhooks
