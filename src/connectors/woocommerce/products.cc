#include "connectors/woocommerce/products.h"

#include <fmt/format.h>

#include "connectors/ingest/amount.h"
#include "connectors/woocommerce/refusals.h"

namespace sluis::connectors::woocommerce {
namespace {

using ingest::Kind;
using ingest::Node;

// Theirs for what is shown in a shop, what is not yet, and what is no more.
std::string status_of(const Offer& offer) {
  switch (offer.product.state) {
    case catalog::State::draft:
      return "draft";
    case catalog::State::on_sale:
      return offer.variant.active ? "publish" : "private";
    case catalog::State::ended:
      return "private";
  }
  return "private";
}

// "Shirt - M, blue", as WooCommerce names a variation.
std::string name_of(const Offer& offer) {
  std::vector<std::string_view> values;
  for (const catalog::OptionValue& value : offer.variant.option_values)
    values.push_back(value.text);
  if (values.empty()) return offer.product.name.text;
  return fmt::format("{} - {}", offer.product.name.text, fmt::join(values, ", "));
}

std::string slug_of(std::string_view sku) {
  std::string slug;
  for (const char c : sku) {
    const bool upper = c >= 'A' && c <= 'Z';
    const bool plain = upper || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    slug += plain ? static_cast<char>(upper ? c + 32 : c) : '-';
  }
  return slug;
}

std::vector<WireAttribute> attributes_of(const Offer& offer) {
  std::vector<WireAttribute> attributes;
  const std::size_t count =
      std::min(offer.product.options.size(), offer.variant.option_values.size());
  for (std::size_t i = 0; i < count; ++i) {
    attributes.push_back({.name = offer.product.options[i].text,
                          .position = static_cast<std::int64_t>(i),
                          .options = {offer.variant.option_values[i].text}});
  }
  return attributes;
}

// A number, or a text that is one.
std::optional<Micro> amount_in(Node node) {
  return ingest::amount_of(node.scalar());
}

Result<stock::Units> units_in(Node node) {
  const auto amount = amount_in(node);
  const bool whole = amount && amount->units() % Micro::kPerUnit == 0;
  const auto units =
      whole ? TextForm<stock::Units>::parse(std::to_string(amount->units() / Micro::kPerUnit))
            : std::nullopt;
  if (!units) return refuse(WooRefusal::rest_invalid_param, "stock_quantity");
  return *units;
}

Result<Micro> price_in(Node node) {
  const auto amount = amount_in(node);
  if (!amount || *amount < Micro()) return refuse(WooRefusal::rest_invalid_param, "regular_price");
  return *amount;
}

// Fields that come back as they were shown.
struct Shown {
  std::string_view name;
  std::string WireProduct::* text;
};
constexpr Shown kShown[] = {{"name", &WireProduct::name},
                            {"type", &WireProduct::type},
                            {"status", &WireProduct::status},
                            {"description", &WireProduct::description},
                            {"sku", &WireProduct::sku},
                            {"sale_price", &WireProduct::sale_price},
                            {"tax_class", &WireProduct::tax_class},
                            {"backorders", &WireProduct::backorders}};

}  // namespace

std::string wire_moment(Instant moment) {
  return to_string(moment).substr(0, 19);
}

WireProduct wire_of(const Offer& offer) {
  WireProduct wire{.id = offer.number,
                   .name = name_of(offer),
                   .slug = slug_of(offer.variant.sku.text),
                   .status = status_of(offer),
                   .description = offer.product.description.text,
                   .sku = offer.variant.sku.text,
                   .stock_quantity = offer.free,
                   .stock_status = offer.free > 0 ? "instock" : "outofstock",
                   .attributes = attributes_of(offer)};
  wire.date_created = wire.date_created_gmt = wire_moment(offer.variant.created);
  wire.date_modified = wire.date_modified_gmt = wire_moment(offer.variant.changed);
  if (offer.variant.gtin) wire.global_unique_id = offer.variant.gtin->digits;
  if (offer.price) wire.price = wire.regular_price = to_string(*offer.price);
  wire.purchasable = offer.price && wire.status == "publish";
  if (!offer.product.category.text.empty()) {
    wire.categories.push_back(
        {.name = offer.product.category.text, .slug = slug_of(offer.product.category.text)});
  }
  return wire;
}

Result<ProductWish> wish_of(Node body, const WireProduct& shown) {
  if (!body.is(Kind::object)) return refuse(WooRefusal::body_unreadable);
  for (const Shown& field : kShown) {
    const Node told = body[field.name];
    if (told.given() && told.scalar() != shown.*field.text) {
      return refuse(WooRefusal::field_not_settable, field.name);
    }
  }
  if (body["manage_stock"].is_false()) {
    return refuse(WooRefusal::field_not_settable, "manage_stock");
  }
  ProductWish wish;
  if (const Node told = body["stock_quantity"]; told.given()) wish.stock = TRY(units_in(told));
  if (const Node told = body["regular_price"]; told.given()) wish.price = TRY(price_in(told));
  return wish;
}

}  // namespace sluis::connectors::woocommerce
