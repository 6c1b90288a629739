// What a customer sees who scans a code: the product, what it costs on the website, how many lie in
// this store and elsewhere, and who would answer a question. Nothing is kept of it.
#pragma once

#include "contacts/instore/stays.h"

namespace sluis::contacts {

// More than so many is nobody's business: it is told as this many.
inline constexpr std::int64_t kPiecesTold = 10;

struct ScanQuery {
  std::optional<catalog::Gtin> gtin;
  std::optional<catalog::Sku> sku;
  std::optional<Slug> store;
  std::optional<Tongue> language;
};

// Who would answer in a store now. In no store: an agent elsewhere, or nobody.
enum class Answering : std::uint8_t { colleague, agent, nobody };
BOOST_DESCRIBE_ENUM(Answering, colleague, agent, nobody)

struct Choice {
  catalog::OptionName name;
  catalog::OptionValue value;
};
BOOST_DESCRIBE_STRUCT(Choice, (), (name, value))
struct Lying {
  Line<1, 120> store;
  std::int64_t pieces = 0;  // at most kPiecesTold
};
BOOST_DESCRIBE_STRUCT(Lying, (), (store, pieces))
struct ScannedProduct {
  catalog::Name name;
  catalog::Sku sku;
  std::optional<catalog::Gtin> gtin;
  std::vector<Choice> choices;
  Prose<10'000> description;
  std::optional<Money> price;  // on the own website now, VAT included where it is shown so
  std::optional<std::int64_t> in_store;  // at most kPiecesTold; nothing where no store is named
  std::vector<Lying> elsewhere;          // in other stores that have it, the most first
  bool delivered = false;                // can be sent
};
BOOST_DESCRIBE_STRUCT(ScannedProduct, (),
                      (name, sku, gtin, choices, description, price, in_store, elsewhere,
                       delivered))
struct Scanned {
  std::optional<ScannedProduct> product;
  std::optional<Line<1, 120>> store;
  Answering answering = Answering::nobody;
};
BOOST_DESCRIBE_STRUCT(Scanned, (), (product, store, answering))
Result<Scanned> scanned(store::Snapshot& snapshot, const ScanQuery& query, Instant now);

// For everybody, on the first webshop that has not ended, by code; nothing where there is none.
std::optional<Money> web_price(store::Snapshot& snapshot, catalog::VariantId variant, Instant now);

}  // namespace sluis::contacts
