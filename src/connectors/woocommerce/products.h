// A variant of ours as a product of WooCommerce, and what their programs may change of it. Pure:
// what is asked of catalog and stock comes in as arguments.
#pragma once

#include "connectors/ingest/tree.h"
#include "kernel/result.h"
#include "stock/stock.h"

namespace sluis::connectors::woocommerce {

struct WireNamed {
  std::int64_t id = 0;
  std::string name;
  std::string slug;
};
BOOST_DESCRIBE_STRUCT(WireNamed, (), (id, name, slug))
struct WireMeta {
  std::int64_t id = 0;
  std::string key;
  std::string value;
};
BOOST_DESCRIBE_STRUCT(WireMeta, (), (id, key, value))
struct WireAttribute {
  std::int64_t id = 0;
  std::string name;
  std::int64_t position = 0;
  bool visible = true;
  bool variation = false;
  std::vector<std::string> options;
};
BOOST_DESCRIBE_STRUCT(WireAttribute, (), (id, name, position, visible, variation, options))

// The fields of /wc/v3/products in the order of its reference; amounts are texts, ids are numbers.
struct WireProduct {
  std::int64_t id = 0;
  std::string name;
  std::string slug;
  std::string permalink;
  std::string date_created;
  std::string date_created_gmt;
  std::string date_modified;
  std::string date_modified_gmt;
  std::string type = "simple";
  std::string status;
  bool featured = false;
  std::string catalog_visibility = "visible";
  std::string description;
  std::string short_description;
  std::string sku;
  std::string global_unique_id;
  std::string price;
  std::string regular_price;
  std::string sale_price;
  bool on_sale = false;
  bool purchasable = false;
  std::string tax_status = "taxable";
  std::string tax_class;
  bool manage_stock = true;
  std::int64_t stock_quantity = 0;
  std::string backorders = "no";
  bool backorders_allowed = false;
  std::string stock_status;
  std::int64_t parent_id = 0;
  std::vector<WireNamed> categories;
  std::vector<WireNamed> images;
  std::vector<WireAttribute> attributes;
  std::vector<std::int64_t> variations;
  std::vector<WireMeta> meta_data;
};
BOOST_DESCRIBE_STRUCT(WireProduct, (),
                      (id, name, slug, permalink, date_created, date_created_gmt, date_modified,
                       date_modified_gmt, type, status, featured, catalog_visibility, description,
                       short_description, sku, global_unique_id, price, regular_price, sale_price,
                       on_sale, purchasable, tax_status, tax_class, manage_stock, stock_quantity,
                       backorders, backorders_allowed, stock_status, parent_id, categories, images,
                       attributes, variations, meta_data))

// What is offered of a variant through a channel.
struct Offer {
  std::int64_t number = 0;
  catalog::Product product;
  catalog::VariantHead variant;
  std::optional<Micro> price;
  std::int64_t free = 0;
};
WireProduct wire_of(const Offer& offer);

// "2026-11-22T10:00:00": their moments have no zone, ours is UTC.
std::string wire_moment(Instant moment);

// What is to become of a product.
struct ProductWish {
  std::optional<stock::Units> stock;
  std::optional<Micro> price;
};
// What can be set is stock_quantity and regular_price. Whatever else we show may come back as it
// was shown; fields that we do not show are not ours to keep.
Result<ProductWish> wish_of(ingest::Node body, const WireProduct& shown);

}  // namespace sluis::connectors::woocommerce
