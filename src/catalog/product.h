// What is sold: a product, its variants, which are what people order and stock counts, and what
// these cost whom.
#pragma once

#include "kernel/fields.h"
#include "kernel/money.h"
#include "taxes/taxes.h"

namespace sluis::catalog {

// An id that no lower room names is declared where it is made.
struct ProductIdTag {
  static constexpr std::string_view prefix = "prd";
};
using ProductId = Id<ProductIdTag>;
struct VariantIdTag {
  static constexpr std::string_view prefix = "var";
};
using VariantId = Id<VariantIdTag>;

using taxes::VatClass;

// What is prepared, what is sold now, and what stays for those who bought it.
enum class State : std::uint8_t { draft, on_sale, ended };
BOOST_DESCRIBE_ENUM(State, draft, on_sale, ended)

using Name = Line<1, 200>;
// From coarse to fine with " / " between: "Clothing / Shirts".
using CategoryPath = Line<0, 200>;
using OptionName = Line<1, 40>;
using OptionValue = Line<1, 80>;
// What files and other systems know a variant by; unique whatever its capitals, never changes.
using Sku = Line<1, 64>;

struct Product {
  ProductId id;
  std::int64_t version = 0;
  Name name;
  Prose<10'000> description;
  CategoryPath category;
  VatClass vat = VatClass::standard;
  State state = State::draft;
  std::vector<OptionName> options;  // in which its variants differ: size, colour
  Instant created;
  Instant changed;
  bool operator==(const Product&) const = default;
};
BOOST_DESCRIBE_STRUCT(Product, (),
                      (id, version, name, description, category, vat, state, options, created,
                       changed))

// What may be said of a product beside its name: absent stays as it is, a list replaces the list.
struct ProductDetails {
  Patch<Prose<10'000>> description;
  Patch<CategoryPath> category;
  Patch<VatClass> vat;
  Patch<State> state;
  Patch<std::vector<OptionName>> options;
};
BOOST_DESCRIBE_STRUCT(ProductDetails, (), (description, category, vat, state, options))

struct ProductDraft : ProductDetails {
  Name name;
};
BOOST_DESCRIBE_STRUCT(ProductDraft, (ProductDetails), (name))

struct ProductChange : ProductDetails {
  Patch<Name> name;
};
BOOST_DESCRIBE_STRUCT(ProductChange, (ProductDetails), (name))

// A GTIN of 8, 12, 13 or 14 digits whose check digit is right (GS1 General Specifications 7.9).
// The same number written longer is the same GTIN: it is kept in its shortest form.
struct Gtin {
  std::string digits;
  auto operator<=>(const Gtin&) const = default;
};

// What a variant costs: on one channel or all, for one segment or everybody, from a moment
// (inclusive) to a moment (exclusive). Of several that hold, price_at() of rules.h chooses.
struct Price {
  std::optional<ChannelId> channel;
  std::optional<SegmentId> segment;
  Currency currency;
  Micro amount;
  bool includes_vat = true;
  std::optional<Instant> from;
  std::optional<Instant> to;
  bool operator==(const Price&) const = default;
};
BOOST_DESCRIBE_STRUCT(Price, (), (channel, segment, currency, amount, includes_vat, from, to))

// What fits in one row.
struct VariantHead {
  VariantId id;
  ProductId product;
  std::int64_t version = 0;
  Sku sku;
  std::optional<Gtin> gtin;
  std::vector<OptionValue> option_values;  // one for each option of the product
  std::optional<Micro> cost;               // of one piece, net of VAT
  Currency cost_currency;
  bool active = true;   // false: not sold any more, though its product is on sale
  bool bundle = false;  // sold as one, and made of pieces of others; so for ever
  Instant created;
  Instant changed;
  bool operator==(const VariantHead&) const = default;
};
BOOST_DESCRIBE_STRUCT(VariantHead, (),
                      (id, product, version, sku, gtin, option_values, cost, cost_currency, active,
                       bundle, created, changed))

// So many pieces of another variant, which is no bundle itself, in each piece of a bundle.
struct Part {
  VariantId variant;
  Whole<1, 1000> quantity{1};
  bool operator==(const Part&) const = default;
};
BOOST_DESCRIBE_STRUCT(Part, (), (variant, quantity))

struct Variant : VariantHead {
  std::vector<Price> prices;
  std::vector<Part> parts;  // of a bundle
  bool operator==(const Variant&) const = default;
};
BOOST_DESCRIBE_STRUCT(Variant, (VariantHead), (prices, parts))

struct VariantDetails {
  Patch<std::optional<Gtin>> gtin;
  Patch<std::vector<OptionValue>> option_values;
  Patch<std::optional<Micro>> cost;
  Patch<Currency> cost_currency;
  Patch<bool> active;
  Patch<std::vector<Price>> prices;
  Patch<std::vector<Part>> parts;
};
BOOST_DESCRIBE_STRUCT(VariantDetails, (),
                      (gtin, option_values, cost, cost_currency, active, prices, parts))

struct VariantDraft : VariantDetails {
  Sku sku;
};
BOOST_DESCRIBE_STRUCT(VariantDraft, (VariantDetails), (sku))

struct VariantChange : VariantDetails {};
BOOST_DESCRIBE_STRUCT(VariantChange, (VariantDetails), ())

}  // namespace sluis::catalog

namespace sluis {

template <>
struct TextForm<catalog::Gtin> {
  static std::optional<catalog::Gtin> parse(std::string_view text);
  static std::string print(const catalog::Gtin& value) { return value.digits; }
  static Message expected();
  static std::string schema() { return R"("type":"string","pattern":"^[0-9]{8,14}$")"; }
};

}  // namespace sluis
