// Payloads of shops, read into one form.

#include <fmt/format.h>

#include "connectors/ingest/amount.h"
#include "connectors/webhooks/refusals.h"
#include "connectors/webhooks/seen.h"

namespace sluis::connectors::webhooks {
namespace {

using ingest::Node;
using woocommerce::Status;

// ---- What both have

template <class T>
Result<T> field(Node node, std::string_view name) {
  auto value = TextForm<T>::parse(node.scalar());
  if (!value) return refuse(HookRefusal::payload_unreadable, name);
  return *std::move(value);
}

// Absent is nothing.
Result<Micro> amount(Node node, std::string_view name) {
  if (!node.given() || node.scalar().empty()) return Micro();
  const auto read = ingest::amount_of(node.scalar());
  if (!read) return refuse(HookRefusal::payload_unreadable, name);
  return *read;
}

Result<Micro> sum_of(Node list, std::string_view member) {
  ingest::Total total;
  for (const Node one : list)
    total.add(TRY(amount(one[member], member)));
  const auto sum = total.value();
  if (!sum) return refuse(HookRefusal::payload_unreadable, member);
  return *sum;
}

// Shops write moments with a zone, or without one in UTC.
Result<Instant> moment(Node node, std::string_view name) {
  const std::string text(node.text());
  auto instant = parse_instant(text);
  if (!instant) instant = parse_instant(text + "Z");
  if (!instant) return refuse(HookRefusal::payload_unreadable, name);
  return *instant;
}

std::string joined(Node of, std::initializer_list<std::string_view> names,
                   std::string_view separator) {
  std::vector<std::string_view> parts;
  for (const std::string_view name : names) {
    if (const std::string_view part = of[name].text(); !part.empty()) parts.push_back(part);
  }
  return fmt::format("{}", fmt::join(parts, separator));
}

template <class T>
std::optional<T> if_given(std::string_view text) {
  if (text.empty()) return std::nullopt;
  return TextForm<T>::parse(text);
}

// What the two shops call the parts of an address.
struct AddressNames {
  std::string_view street;
  std::string_view more;
  std::string_view postcode;
  std::string_view country;
};
constexpr AddressNames kShopify{"address1", "address2", "zip", "country_code"};
constexpr AddressNames kWoo{"address_1", "address_2", "postcode", "country"};

orders::BuyerDraft buyer_of(Node name, Node address, const AddressNames& names,
                            std::string_view email, std::string_view phone, std::string_view note) {
  const std::string street = joined(address, {"company", names.street, names.more}, "\n");
  const std::string place = joined(address, {names.postcode, "city"}, " ");
  orders::BuyerDraft buyer;
  buyer.name = if_given<Line<0, 200>>(joined(name, {"first_name", "last_name"}, " "));
  buyer.address =
      if_given<Prose<500>>(street + (street.empty() || place.empty() ? "" : "\n") + place);
  buyer.email = if_given<Line<0, 254>>(email);
  buyer.phone = if_given<Line<0, 40>>(phone);
  buyer.note = if_given<Prose<1000>>(note);
  return buyer;
}

Slug method_of(std::string_view name) {
  std::string slug;
  for (const char c : name) {
    const bool upper = c >= 'A' && c <= 'Z';
    const bool plain = upper || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    slug += plain ? static_cast<char>(upper ? c + 32 : c) : '-';
  }
  return TextForm<Slug>::parse(slug).value_or(Slug{"other"});
}

Result<void> check(Node body) {
  if (body.is(ingest::Kind::object) && body.flaw() == ingest::Flaw::none) return {};
  return refuse(HookRefusal::payload_unreadable, "body");
}

// ---- Shopify

Status shopify_status(Node body) {
  if (body["cancelled_at"].given()) return Status::cancelled;
  const std::string_view money = body["financial_status"].text();
  const bool paid = money == "paid" || money == "partially_refunded" || money == "refunded";
  if (!paid) return Status::pending;
  return body["fulfillment_status"].text() == "fulfilled" ? Status::completed : Status::processing;
}

// Prices have the VAT in them, or it stands beside.
Result<Micro> with_tax(Node body, Node line, Micro amount) {
  if (!body["taxes_included"].is_false()) return amount;
  return amount + TRY(sum_of(line["tax_lines"], "price"));
}

Result<SeenLine> shopify_line(Node body, Node node) {
  SeenLine line{.sku = std::string(node["sku"].text()),
                .quantity = TRY(field<orders::Quantity>(node["quantity"], "quantity"))};
  const Micro price = TRY(amount(node["price"], "price"));
  const Micro off = TRY(sum_of(node["discount_allocations"], "amount"));
  const auto full = ingest::product_of(price, Micro(line.quantity.number * Micro::kPerUnit));
  if (!full || *full < off || off < Micro()) {
    return refuse(HookRefusal::payload_unreadable, "price");
  }
  line.gross = TRY(with_tax(body, node, *full - off));
  return line;
}

Result<std::optional<Micro>> shopify_transport(Node body) {
  ingest::Total all;
  for (const Node node : body["shipping_lines"]) {
    const bool less = node["discounted_price"].given();
    const Micro price = TRY(amount(node[less ? "discounted_price" : "price"], "price"));
    all.add(TRY(with_tax(body, node, price)));
  }
  const auto sum = all.value();
  if (!sum) return refuse(HookRefusal::payload_unreadable, "shipping_lines");
  if (*sum == Micro()) return std::nullopt;
  return sum;
}

// "#1001" is called 1001.
std::string_view without_sign(std::string_view name) {
  return name.starts_with('#') ? name.substr(1) : name;
}

// ---- WooCommerce

Result<SeenLine> woo_line(Node node) {
  return SeenLine{
      .sku = std::string(node["sku"].text()),
      .quantity = TRY(field<orders::Quantity>(node["quantity"], "quantity")),
      .gross = TRY(amount(node["total"], "total")) + TRY(amount(node["total_tax"], "total_tax"))};
}

Result<std::optional<Micro>> woo_transport(Node body) {
  const Micro all = TRY(sum_of(body["shipping_lines"], "total")) +
                    TRY(sum_of(body["shipping_lines"], "total_tax"));
  if (all == Micro()) return std::nullopt;
  return all;
}

}  // namespace

Result<SeenOrder> shopify_order(Node body) {
  TRY_VOID(check(body));
  SeenOrder order{.theirs = TRY(field<std::string>(body["id"], "id")),
                  .reference = {},
                  .updated = TRY(moment(body["updated_at"], "updated_at")),
                  .status = shopify_status(body),
                  .currency = TRY(field<Currency>(body["currency"], "currency")),
                  .country = {},
                  .lines = {},
                  .transport = TRY(shopify_transport(body)),
                  .buyer = {}};
  const auto name = TextForm<orders::Reference>::parse(without_sign(body["name"].text()));
  if (!name) return refuse(HookRefusal::payload_unreadable, "name");
  order.reference = *name;
  for (const Node node : body["line_items"])
    order.lines.push_back(TRY(shopify_line(body, node)));
  const Node address =
      body["shipping_address"].given() ? body["shipping_address"] : body["billing_address"];
  order.country = if_given<taxes::Country>(address[kShopify.country].text());
  order.buyer = buyer_of(body["customer"].given() ? body["customer"] : address, address, kShopify,
                         body["email"].text(), body["phone"].text(), body["note"].text());
  for (const Node gateway : body["payment_gateway_names"])
    order.payment_method = method_of(gateway.text());
  return order;
}

Result<SeenRefund> shopify_refund(Node body) {
  TRY_VOID(check(body));
  SeenRefund refund{.order = TRY(field<std::string>(body["order_id"], "order_id")), .pieces = {}};
  for (const Node node : body["refund_line_items"]) {
    refund.pieces.push_back({.sku = std::string(node["line_item"]["sku"].text()),
                             .quantity = TRY(field<orders::Quantity>(node["quantity"], "quantity")),
                             .restock = node["restock_type"].text() != "no_restock"});
  }
  ingest::Total total;
  for (const Node node : body["transactions"]) {
    const bool counts = node["kind"].text() == "refund" && node["status"].text() == "success";
    if (counts) total.add(TRY(amount(node["amount"], "amount")));
  }
  const auto sum = total.value();
  if (!sum || *sum < Micro()) return refuse(HookRefusal::payload_unreadable, "transactions");
  refund.amount = *sum;
  return refund;
}

Result<SeenOrder> woocommerce_order(Node body) {
  TRY_VOID(check(body));
  const auto status = woocommerce::status_named(body["status"].text());
  if (!status) return refuse(HookRefusal::payload_unreadable, "status");
  const Node number = body["number"].given() ? body["number"] : body["id"];
  SeenOrder order{.theirs = TRY(field<std::string>(body["id"], "id")),
                  .reference = TRY(field<orders::Reference>(number, "number")),
                  .updated = TRY(moment(body["date_modified_gmt"], "date_modified_gmt")),
                  .status = *status,
                  .currency = TRY(field<Currency>(body["currency"], "currency")),
                  .country = {},
                  .lines = {},
                  .transport = TRY(woo_transport(body)),
                  .buyer = {}};
  for (const Node node : body["line_items"])
    order.lines.push_back(TRY(woo_line(node)));
  const Node billing = body["billing"];
  const Node to = body["shipping"]["address_1"].text().empty() ? billing : body["shipping"];
  order.country = if_given<taxes::Country>(to[kWoo.country].text());
  order.buyer = buyer_of(billing, to, kWoo, billing["email"].text(), billing["phone"].text(),
                         body["customer_note"].text());
  order.payment_method = method_of(body["payment_method"].text());
  return order;
}

Result<SeenOrder> woocommerce_deleted(Node body, Instant now) {
  TRY_VOID(check(body));
  SeenOrder order{.theirs = TRY(field<std::string>(body["id"], "id")),
                  .reference = {},
                  .updated = now,
                  .status = Status::cancelled,
                  .country = {},
                  .lines = {},
                  .transport = {},
                  .buyer = {}};
  return order;
}

}  // namespace sluis::connectors::webhooks
