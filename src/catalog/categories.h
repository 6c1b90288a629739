// Categories as a tree, for whoever looks for products.
#pragma once

#include "catalog/catalog.h"

namespace sluis::catalog {

// A category that products are in or below.
struct CategoryCount {
  CategoryPath path;
  Name name;                  // its last part
  std::int64_t depth = 0;     // how many are above it
  std::int64_t products = 0;  // in it and below it
  std::int64_t variants = 0;  // of these
};
BOOST_DESCRIBE_STRUCT(CategoryCount, (), (path, name, depth, products, variants))
// As a tree: each before those below it. What is in no category is not counted.
std::vector<CategoryCount> categories(store::Snapshot& snapshot);

// What is in one category itself.
struct CategoryTotal {
  CategoryPath category;
  std::int64_t products = 0;
  std::int64_t variants = 0;
};
BOOST_DESCRIBE_STRUCT(CategoryTotal, (), (category, products, variants))

}  // namespace sluis::catalog
