#include "imports/products_presets.h"

#include "imports/products.h"
#include "imports/testing.h"
#include "kernel/fold.h"
#include "kernel/testing.h"

namespace sluis::imports {
namespace {

struct CatalogSums {
  std::int64_t lines = 0;
  std::int64_t unnamed = 0;  // called after their SKU
  std::int64_t costed = 0;
  Micro cost;
  std::int64_t priced = 0;
  Micro price;
  std::map<std::string, std::int64_t, std::less<>> states;
  std::set<std::string, std::less<>> skus;
};

Micro price_in(std::string_view prices) {
  const auto list = from_json<std::vector<catalog::Price>>(prices);
  return list && list->size() == 1 ? list->front().amount : Micro();
}

Result<CatalogSums> read_catalog(const std::filesystem::path& file, std::string_view preset) {
  const Form form = TRY(form_of(file, {}));
  auto foreign = TRY(open_rows(file, form));
  EXPECT_EQ(products_preset_of(foreign->columns()), preset);
  const auto rows = TRY(preset_rows(preset, std::move(foreign)));
  const auto at = [&](const Row& row, std::string_view column) {
    const auto found = std::ranges::find(rows->columns(), column);
    return found == rows->columns().end()
               ? std::string_view()
               : row.cells[static_cast<std::size_t>(found - rows->columns().begin())];
  };
  CatalogSums sums;
  Row row;
  while (TRY(rows->next(row))) {
    ++sums.lines;
    sums.unnamed += at(row, "name") == at(row, "sku");
    ++sums.states[std::string(at(row, "state"))];
    sums.skus.insert(folded(at(row, "sku")));
    if (const auto cost = parse_micro(at(row, "cost"))) ++sums.costed, sums.cost += *cost;
    if (!at(row, "prices").empty()) ++sums.priced, sums.price += price_in(at(row, "prices"));
  }
  return sums;
}

class ProductsPresetTest : public ::testing::Test {
 protected:
  void SetUp() override {
    if (!data_set("")) GTEST_SKIP() << "SLUIS_TEST_DATA names no folder";
  }
};

// Counted from the file by another program; 606 products is what its README says.
TEST_F(ProductsPresetTest, AdventureWorksHasItsProductsWithCostAndPrice) {
  const auto sums =
      read_catalog(*data_set("adventureworks/DimProduct.csv"), "adventureworks").value();
  EXPECT_EQ(sums.lines, 606);
  EXPECT_EQ(sums.skus.size(), 606u);
  EXPECT_EQ(sums.unnamed, 0);
  EXPECT_EQ(sums.states.at("on_sale"), 406);
  EXPECT_EQ(sums.states.at("ended"), 200);
  EXPECT_EQ(sums.costed, 395);
  EXPECT_EQ(to_string(sums.cost), "171535.0024");
  EXPECT_EQ(sums.priced, 395);
  EXPECT_EQ(to_string(sums.price), "295326.3961");
}

// 4,070 stock codes in 541,909 rows, 3,958 but for capitals; some were never sold at a price.
TEST_F(ProductsPresetTest, OnlineRetailHasEachStockCodeOnceAtItsLastPrice) {
  const auto sums =
      read_catalog(*data_set("online_retail/online_retail_2010_2011.csv.gz"), "online_retail")
          .value();
  EXPECT_EQ(sums.lines, 3958);
  EXPECT_EQ(sums.skus.size(), 3958u);
  EXPECT_EQ(sums.states.at("on_sale"), 3958);
  EXPECT_EQ(sums.priced, 3828);
  EXPECT_EQ(to_string(sums.price), "47029.301");
  EXPECT_EQ(sums.unnamed, 130);
}

TEST(ProductsPresetsTest, AFileThatNoneKnowsIsReadAsItIs) {
  EXPECT_EQ(products_preset_of({"sku", "name"}), "");
}

}  // namespace
}  // namespace sluis::imports
