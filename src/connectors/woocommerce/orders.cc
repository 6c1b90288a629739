#include "connectors/woocommerce/orders.h"

#include <fmt/format.h>

#include "connectors/ingest/amount.h"
#include "connectors/woocommerce/refusals.h"

namespace sluis::connectors::woocommerce {
namespace {

using ingest::Kind;
using ingest::Node;
using orders::LineKind;
using orders::OrderLine;

// ---- Out

WireAddress address_of(const orders::Order& order, const orders::Buyer& buyer) {
  const std::string& name = buyer.name.text;
  const std::size_t space = std::min(name.find(' '), name.size());
  WireAddress wire{.first_name = name.substr(0, space),
                   .last_name = name.substr(std::min(space + 1, name.size())),
                   .address_1 = buyer.address.text,
                   .country = TextForm<taxes::Country>::print(order.country),
                   .email = buyer.email.text,
                   .phone = buyer.phone.text};
  std::ranges::replace(wire.address_1, '\n', ',');
  return wire;
}

// Without VAT, before what was taken off.
Micro before_discount(const OrderLine& line) {
  const std::int64_t full = line.price.units() * line.quantity;
  const std::int64_t paid = full - line.discount.units();
  return paid > 0 ? scaled(line.net, full, paid) : line.net;
}

void add_line(WireOrder& wire, const OrderLine& line, std::int64_t product) {
  if (line.kind == LineKind::transport) {
    wire.shipping_total = to_string(line.net);
    wire.shipping_tax = to_string(line.vat);
    wire.shipping_lines.push_back({.id = line.number,
                                   .method_title = "Shipping",
                                   .method_id = "sluis",
                                   .total = wire.shipping_total,
                                   .total_tax = wire.shipping_tax});
    return;
  }
  wire.line_items.push_back({.id = line.number,
                             .name = line.name.text,
                             .product_id = product,
                             .quantity = line.quantity,
                             .subtotal = to_string(before_discount(line)),
                             .total = to_string(line.net),
                             .total_tax = to_string(line.vat),
                             .sku = line.sku.text});
}

void add_money(WireOrder& wire, const orders::FullOrder& whole) {
  for (const orders::Payment& one : whole.payments) {
    if (one.state != orders::PaymentState::succeeded) continue;
    if (one.kind == orders::PaymentKind::refund) {
      wire.refunds.push_back({.total = "-" + to_string(one.amount)});
      continue;
    }
    wire.payment_method = wire.payment_method_title = one.method.text;
    wire.transaction_id = one.reference.text;
    if (one.settled) wire.date_paid = wire.date_paid_gmt = wire_moment(*one.settled);
  }
}

std::optional<Instant> completed(const orders::FullOrder& whole) {
  std::optional<Instant> last;
  if (status_of(whole.order.state) != Status::completed) return last;
  for (const orders::Delivery& one : whole.deliveries) {
    if (one.handed_over && (!last || *last < *one.handed_over)) last = one.handed_over;
  }
  return last;
}

// ---- In

std::string text_in(Node node) {
  return std::string(node.scalar());
}

// Of a field with limits of its own; refused by its name.
template <class T>
Result<T> field_in(Node object, std::string_view name) {
  auto value = TextForm<T>::parse(object[name].scalar());
  if (!value) return refuse(WooRefusal::rest_invalid_param, name);
  return *std::move(value);
}

Result<std::optional<Micro>> amount_in(Node node, std::string_view name) {
  if (!node.given() || node.scalar().empty()) return std::nullopt;
  const auto amount = ingest::amount_of(node.scalar());
  if (!amount || *amount < Micro()) return refuse(WooRefusal::rest_invalid_param, name);
  return amount;
}

Result<WishedLine> line_in(Node node) {
  WishedLine line{.sku = text_in(node["sku"])};
  for (const std::string_view name : {"product_id", "variation_id"}) {
    if (const auto number = TextForm<std::int64_t>::parse(node[name].scalar());
        number && *number > 0)
      line.product = *number;
  }
  if (line.product == 0 && line.sku.empty()) {
    return refuse(WooRefusal::rest_invalid_param, "line_items[product_id]");
  }
  line.quantity = TRY(field_in<orders::Quantity>(node, "quantity"));
  line.total = TRY(amount_in(node["total"], "line_items[total]"));
  return line;
}

Result<std::vector<WishedLine>> lines_in(Node body) {
  std::vector<WishedLine> lines;
  for (const Node node : body["line_items"])
    lines.push_back(TRY(line_in(node)));
  return lines;
}

// VAT stands beside it, or is in it.
Result<std::optional<Micro>> transport_in(Node body) {
  ingest::Total all;
  for (const Node node : body["shipping_lines"]) {
    all.add(TRY(amount_in(node["total"], "shipping_lines[total]")).value_or(Micro()));
    all.add(TRY(amount_in(node["total_tax"], "shipping_lines[total_tax]")).value_or(Micro()));
  }
  const auto sum = all.value();
  if (!sum) return refuse(WooRefusal::rest_invalid_param, "shipping_lines[total]");
  if (*sum == Micro()) return std::nullopt;
  return sum;
}

std::string joined(Node of, std::initializer_list<std::string_view> names,
                   std::string_view separator) {
  std::vector<std::string> parts;
  for (const std::string_view name : names) {
    if (std::string part = text_in(of[name]); !part.empty()) parts.push_back(std::move(part));
  }
  return fmt::format("{}", fmt::join(parts, separator));
}

Result<orders::BuyerDraft> buyer_in(Node body) {
  const Node billing = body["billing"];
  const Node to = body["shipping"]["address_1"].given() ? body["shipping"] : billing;
  orders::BuyerDraft buyer;
  buyer.name = TextForm<Line<0, 200>>::parse(joined(billing, {"first_name", "last_name"}, " "));
  if (const Node email = billing["email"]; email.given() && !email.text().empty()) {
    buyer.email = TRY(field_in<Line<0, 254>>(billing, "email"));
  }
  if (const Node phone = billing["phone"]; phone.given() && !phone.text().empty()) {
    buyer.phone = TRY(field_in<Line<0, 40>>(billing, "phone"));
  }
  const std::string place = joined(to, {"postcode", "city"}, " ");
  std::string address = joined(to, {"company", "address_1", "address_2"}, "\n");
  if (!place.empty()) address += (address.empty() ? "" : "\n") + place;
  buyer.address = TextForm<Prose<500>>::parse(address);
  buyer.note = TextForm<Prose<1000>>::parse(body["customer_note"].text());
  return buyer;
}

// "bacs" as it is; what is no name for us is "other".
Slug payment_method_in(Node body) {
  std::string name = text_in(body["payment_method"]);
  std::ranges::replace(name, '_', '-');
  return TextForm<Slug>::parse(name).value_or(Slug{"other"});
}

Result<Status> status_in(Node body) {
  if (!body["status"].given()) {
    return body["set_paid"].is_true() ? Status::processing : Status::pending;
  }
  const auto status = status_named(body["status"].text());
  if (!status) return refuse(WooRefusal::rest_invalid_param, "status");
  const bool paid = body["set_paid"].is_true() && *status == Status::pending;
  return paid ? Status::processing : *status;
}

Result<std::string> voucher_in(Node body) {
  const Node coupons = body["coupon_lines"];
  if (coupons.size() > 1) return refuse(WooRefusal::rest_invalid_param, "coupon_lines");
  std::string code;
  for (const Node one : coupons)
    code = text_in(one["code"]);
  return code;
}

}  // namespace

WireOrder wire_of(const orders::FullOrder& whole, std::int64_t number,
                  const std::vector<std::int64_t>& products) {
  const orders::Order& order = whole.order;
  WireOrder wire{.id = number,
                 .number = order.reference.text,
                 .status = std::string(name_of(status_of(order.state))),
                 .currency = std::string(order.currency.code()),
                 .shipping_total = "0.00",
                 .shipping_tax = "0.00",
                 .total = to_string(order.payable),
                 .total_tax = to_string(order.vat),
                 .customer_note = whole.buyer.note.text,
                 .billing = address_of(order, whole.buyer)};
  wire.shipping = wire.billing;
  // By this an answer that is kept to be given again is found when its buyer is forgotten.
  wire.meta_data.push_back({.key = "_sluis_order", .value = to_string(order.id)});
  wire.date_created = wire.date_created_gmt = wire_moment(order.placed);
  wire.date_modified = wire.date_modified_gmt = wire_moment(order.changed);
  for (std::size_t i = 0; i < whole.lines.size(); ++i)
    add_line(wire, whole.lines[i], products[i]);
  add_money(wire, whole);
  if (const auto at = completed(whole))
    wire.date_completed = wire.date_completed_gmt = wire_moment(*at);
  if (!order.voucher.text.empty()) wire.coupon_lines.push_back({.code = order.voucher.text});
  return wire;
}

Result<OrderWish> order_wish_of(Node body) {
  if (!body.is(Kind::object)) return refuse(WooRefusal::body_unreadable);
  OrderWish wish{.lines = TRY(lines_in(body)),
                 .currency = {},
                 .transport = TRY(transport_in(body)),
                 .voucher = TRY(voucher_in(body)),
                 .buyer = TRY(buyer_in(body)),
                 .country = {},
                 .payment_method = payment_method_in(body),
                 .transaction = {},
                 .status = TRY(status_in(body))};
  if (body["currency"].given()) wish.currency = TRY(field_in<Currency>(body, "currency"));
  const std::string_view country = body["billing"]["country"].text();
  if (!country.empty()) wish.country = TRY(field_in<taxes::Country>(body["billing"], "country"));
  if (body["transaction_id"].given()) {
    wish.transaction = TRY(field_in<Line<0, 200>>(body, "transaction_id"));
  }
  return wish;
}

bool agrees(Micro told, const orders::OrderLine& line, Currency currency) {
  const Minor cents = payable(told, currency);
  return cents == payable(line.net, currency) || cents == payable(line.gross, currency);
}

}  // namespace sluis::connectors::woocommerce
