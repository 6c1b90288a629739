// An order of ours as WooCommerce tells it, what their programs ask for when they place one, and
// which act of ours a status of theirs stands for. Pure, and the statuses are data.
#pragma once

#include "connectors/ingest/tree.h"
#include "connectors/woocommerce/products.h"
#include "orders/orders.h"

namespace sluis::connectors::woocommerce {

// ---- Statuses

enum class Status : std::uint8_t {
  pending,
  processing,
  on_hold,
  completed,
  cancelled,
  refunded,
  failed
};
std::string_view name_of(Status status);
std::optional<Status> status_named(std::string_view name);
Status status_of(orders::State state);
// The states that are shown as one status.
std::vector<orders::State> states_shown_as(Status status);

// What is done to an order so that it is what they say; impossible is what no act of ours does.
enum class Act : std::uint8_t { nothing, pay, hand_over, cancel, cancel_and_refund, impossible };
Act act_for(orders::State from, Status to);

// ---- An order as it is told

struct WireAddress {
  std::string first_name;
  std::string last_name;
  std::string company;
  std::string address_1;
  std::string address_2;
  std::string city;
  std::string state;
  std::string postcode;
  std::string country;
  std::string email;
  std::string phone;
};
BOOST_DESCRIBE_STRUCT(WireAddress, (),
                      (first_name, last_name, company, address_1, address_2, city, state, postcode,
                       country, email, phone))

struct WireLine {
  std::int64_t id = 0;
  std::string name;
  std::int64_t product_id = 0;
  std::int64_t variation_id = 0;
  std::int64_t quantity = 0;
  std::string tax_class;
  std::string subtotal;
  std::string total;
  std::string total_tax;
  std::string sku;
  std::vector<WireMeta> meta_data;
};
BOOST_DESCRIBE_STRUCT(WireLine, (),
                      (id, name, product_id, variation_id, quantity, tax_class, subtotal, total,
                       total_tax, sku, meta_data))
struct WireShipping {
  std::int64_t id = 0;
  std::string method_title;
  std::string method_id;
  std::string total;
  std::string total_tax;
};
BOOST_DESCRIBE_STRUCT(WireShipping, (), (id, method_title, method_id, total, total_tax))
struct WireCoupon {
  std::int64_t id = 0;
  std::string code;
};
BOOST_DESCRIBE_STRUCT(WireCoupon, (), (id, code))
struct WireRefund {
  std::int64_t id = 0;
  std::string reason;
  std::string total;
};
BOOST_DESCRIBE_STRUCT(WireRefund, (), (id, reason, total))

struct WireOrder {
  std::int64_t id = 0;
  std::int64_t parent_id = 0;
  std::string number;
  std::string created_via = "sluis";
  std::string status;
  std::string currency;
  std::string date_created;
  std::string date_created_gmt;
  std::string date_modified;
  std::string date_modified_gmt;
  std::string shipping_total;
  std::string shipping_tax;
  std::string total;
  std::string total_tax;
  bool prices_include_tax = true;
  std::int64_t customer_id = 0;
  std::string customer_note;
  WireAddress billing;
  WireAddress shipping;
  std::string payment_method;
  std::string payment_method_title;
  std::string transaction_id;
  std::optional<std::string> date_paid;
  std::optional<std::string> date_paid_gmt;
  std::optional<std::string> date_completed;
  std::optional<std::string> date_completed_gmt;
  std::vector<WireMeta> meta_data;
  std::vector<WireLine> line_items;
  std::vector<WireShipping> shipping_lines;
  std::vector<WireCoupon> coupon_lines;
  std::vector<WireRefund> refunds;
};
BOOST_DESCRIBE_STRUCT(WireOrder, (),
                      (id, parent_id, number, created_via, status, currency, date_created,
                       date_created_gmt, date_modified, date_modified_gmt, shipping_total,
                       shipping_tax, total, total_tax, prices_include_tax, customer_id,
                       customer_note, billing, shipping, payment_method, payment_method_title,
                       transaction_id, date_paid, date_paid_gmt, date_completed, date_completed_gmt,
                       meta_data, line_items, shipping_lines, coupon_lines, refunds))

// `products`: the number of the variant of each line, in the order of the lines.
WireOrder wire_of(const orders::FullOrder& whole, std::int64_t number,
                  const std::vector<std::int64_t>& products);

// ---- An order as it is asked for

struct WishedLine {
  std::int64_t product = 0;  // 0: told by its SKU
  std::string sku;
  orders::Quantity quantity;
  std::optional<Micro> total;  // what they think it comes to
};
struct OrderWish {
  std::vector<WishedLine> lines;
  std::optional<Currency> currency;
  std::optional<Micro> transport;  // VAT included
  std::string voucher;
  orders::BuyerDraft buyer;
  std::optional<taxes::Country> country;
  Slug payment_method{"other"};
  Line<0, 200> transaction;
  Status status = Status::pending;
};
Result<OrderWish> order_wish_of(ingest::Node body);

// What they think a line comes to is what it does, with VAT or without.
bool agrees(Micro told, const orders::OrderLine& line, Currency currency);

}  // namespace sluis::connectors::woocommerce
