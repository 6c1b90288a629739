// The catalog as a file, out and back in: a line for each variant with its product, a column for
// each field. What is exported and brought in again changes nothing.
#pragma once

#include "catalog/catalog.h"
#include "imports/rows.h"
#include "platform/export/table_file.h"

namespace sluis::imports {

enum class ProductsRefusal : std::uint8_t { no_sku_column, column_unknown, only_tried };
BOOST_DESCRIBE_ENUM(ProductsRefusal, no_sku_column, column_unknown, only_tried)
const RefusalKind& kind_of(ProductsRefusal refusal);

// A line of the file that is written. Lists stand in a cell as in the API.
struct ProductLine {
  catalog::ProductId product;
  catalog::Name name;
  Prose<10'000> description;
  catalog::CategoryPath category;
  catalog::VatClass vat = catalog::VatClass::standard;
  catalog::State state = catalog::State::draft;
  std::vector<catalog::OptionName> options;
  catalog::Sku sku;
  std::optional<catalog::Gtin> gtin;
  std::vector<catalog::OptionValue> option_values;
  std::optional<Micro> cost;
  Currency cost_currency;
  bool active = true;
  std::vector<catalog::Price> prices;
  std::vector<catalog::Part> parts;
  std::vector<catalog::Wording> texts;  // of the product
};
BOOST_DESCRIBE_STRUCT(ProductLine, (),
                      (product, name, description, category, vat, state, options, sku, gtin,
                       option_values, cost, cost_currency, active, prices, parts, texts))
// In the order of their SKUs.
std::vector<ProductLine> product_lines(store::Snapshot& snapshot);

// What is wrong with a line; nothing of it was brought in.
struct LineProblem {
  std::int64_t line = 0;
  std::string column;  // empty: the line as a whole
  std::string message;
};
BOOST_DESCRIBE_STRUCT(LineProblem, (), (line, column, message))

struct ProductsTold {
  bool tried = false;                 // nothing was kept
  std::optional<std::string> preset;  // as which the file of others was read
  std::int64_t lines = 0;
  std::int64_t added = 0;  // variants
  std::int64_t changed = 0;
  std::int64_t unchanged = 0;
  std::int64_t refused = 0;
  std::vector<LineProblem> problems;  // the first two hundred
};
BOOST_DESCRIBE_STRUCT(ProductsTold, (),
                      (tried, preset, lines, added, changed, unchanged, refused, problems))

struct ProductsOrder {
  std::filesystem::path file;
  bool only_try = false;
  Language language = Language::en;
};
// A file without a column sku that a preset knows is read as products_presets.h says.
// Lines that belong to a SKU change its variant; others add one, to the product with the id that
// the column `product` names, or to a new one that all lines with the same word there share. An
// empty cell clears what may be empty and leaves all else as it is. `go_on` hears how far it is; a
// file that is broken off is in as far as was read.
Result<ProductsTold> bring_in_products(
    store::Store& store, const access::Actor& actor, const ProductsOrder& order,
    const std::function<bool(std::uint64_t done, std::uint64_t total)>& go_on);

}  // namespace sluis::imports
