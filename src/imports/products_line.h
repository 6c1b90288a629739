// A line of a file of products as changes of a product and a variant, with a problem for each cell
// that is wrong.
#pragma once

#include "catalog/catalog.h"
#include "imports/rows.h"

namespace sluis::imports {

struct ReadLine {
  std::int64_t line = 0;
  std::string product;  // an id, or a word that joins the lines of a new one
  catalog::Sku sku;
  catalog::ProductChange change;
  catalog::VariantDetails variant;
  catalog::ContentChange content;  // of which only texts stand in a line
};

bool is_product_column(std::string_view column);
Result<ReadLine> read_line(const Row& row, const std::vector<std::string>& columns);
// A new product needs its name.
Result<catalog::ProductDraft> draft_of(const ReadLine& line);

}  // namespace sluis::imports
