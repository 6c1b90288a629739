#include "imports/products_presets.h"

#include <algorithm>
#include <map>
#include <span>

#include <fmt/format.h>

#include "imports/expression.h"
#include "kernel/assert.h"
#include "kernel/fold.h"
#include "kernel/money.h"

namespace sluis::imports {
namespace {

struct NamedCategory {
  std::string_view key;
  std::string_view path;
};

// A column of the catalog, and the template of what stands in it.
struct ColumnOf {
  std::string_view column;
  std::string_view text;
};

struct ProductsPreset {
  std::string_view name;
  std::span<const std::string_view> needs;
  std::span<const ColumnOf> columns;  // the first is the SKU
  std::string_view price;             // of which a price without VAT is made
  std::string_view currency;
  // A row with a price of nothing tells of stock that was lost or counted, in words that name no
  // product: then only its SKU counts.
  bool priced_rows_tell = false;
};

// DimProductSubcategory and DimProductCategory of Microsoft AdventureWorksDW (MIT).
constexpr NamedCategory kCategories[] = {
    {"1", "Bikes / Mountain Bikes"},
    {"2", "Bikes / Road Bikes"},
    {"3", "Bikes / Touring Bikes"},
    {"4", "Components / Handlebars"},
    {"5", "Components / Bottom Brackets"},
    {"6", "Components / Brakes"},
    {"7", "Components / Chains"},
    {"8", "Components / Cranksets"},
    {"9", "Components / Derailleurs"},
    {"10", "Components / Forks"},
    {"11", "Components / Headsets"},
    {"12", "Components / Mountain Frames"},
    {"13", "Components / Pedals"},
    {"14", "Components / Road Frames"},
    {"15", "Components / Saddles"},
    {"16", "Components / Touring Frames"},
    {"17", "Components / Wheels"},
    {"18", "Clothing / Bib-Shorts"},
    {"19", "Clothing / Caps"},
    {"20", "Clothing / Gloves"},
    {"21", "Clothing / Jerseys"},
    {"22", "Clothing / Shorts"},
    {"23", "Clothing / Socks"},
    {"24", "Clothing / Tights"},
    {"25", "Clothing / Vests"},
    {"26", "Accessories / Bike Racks"},
    {"27", "Accessories / Bike Stands"},
    {"28", "Accessories / Bottles and Cages"},
    {"29", "Accessories / Cleaners"},
    {"30", "Accessories / Fenders"},
    {"31", "Accessories / Helmets"},
    {"32", "Accessories / Hydration Packs"},
    {"33", "Accessories / Lights"},
    {"34", "Accessories / Locks"},
    {"35", "Accessories / Panniers"},
    {"36", "Accessories / Pumps"},
    {"37", "Accessories / Tires and Tubes"},
};

// Products of a maker of bicycles (Microsoft AdventureWorksDW, DimProduct): a row for each product
// in each period with a cost and a price of its own. Sales name the row, so each is a variant.
constexpr std::string_view kAdventureWorksNeeds[] = {
    "ProductKey",   "ProductSubcategoryKey", "ListPrice", "EnglishProductName",
    "StandardCost", "EnglishDescription",    "Status"};
constexpr ColumnOf kAdventureWorks[] = {
    {"sku", "{ProductKey}"},
    {"product", "{ProductKey}"},
    {"name", "{EnglishProductName}"},
    {"description", "{EnglishDescription}"},
    {"category", "{ProductSubcategoryKey|lookup:categories}"},
    {"state", "{Status|lookup:states}"},
    {"cost", "{StandardCost}"},
    {"cost_currency", "USD"},
};

// Invoice lines of a wholesaler of gifts (UCI "Online Retail"): the products are those that were
// invoiced, at the last price of each.
constexpr std::string_view kOnlineRetailNeeds[] = {"InvoiceNo", "StockCode", "Description",
                                                   "Quantity",  "UnitPrice", "Country"};
constexpr ColumnOf kOnlineRetail[] = {
    {"sku", "{StockCode}"}, {"product", "{StockCode}"}, {"name", "{Description}"},
    {"state", "on_sale"},   {"cost_currency", "GBP"},
};

constexpr ProductsPreset kPresets[] = {
    {.name = "adventureworks",
     .needs = kAdventureWorksNeeds,
     .columns = kAdventureWorks,
     .price = "{ListPrice}",
     .currency = "USD"},
    {.name = "online_retail",
     .needs = kOnlineRetailNeeds,
     .columns = kOnlineRetail,
     .price = "{UnitPrice}",
     .currency = "GBP",
     .priced_rows_tell = true},
};

const ProductsPreset& preset_named(std::string_view name) {
  const auto* const found = std::ranges::find(kPresets, name, &ProductsPreset::name);
  SLUIS_ASSERT(found != std::end(kPresets));
  return *found;
}

std::vector<Lookup> lookups() {
  Lookup categories{.name = {"categories"}, .entries = {}, .otherwise = Line<0, 500>{}};
  for (const NamedCategory& one : kCategories)
    categories.entries.push_back({{std::string(one.key)}, {std::string(one.path)}});
  Lookup states{.name = {"states"},
                .entries = {{{"Current"}, {"on_sale"}}},
                .otherwise = Line<0, 500>{"ended"}};
  return {std::move(categories), std::move(states)};
}

TextTemplate template_of(std::string_view text, const std::vector<Lookup>& lookups,
                         const std::vector<std::string>& columns) {
  TextTemplate made;
  SLUIS_ASSERT(!made.parse(text, lookups));
  SLUIS_ASSERT(made.bind(columns));
  return made;
}

class PresetRows : public Rows {
 public:
  PresetRows(const ProductsPreset& preset, std::unique_ptr<Rows> from)
      : preset_(preset), from_(std::move(from)), lookups_(lookups()) {
    for (const ColumnOf& one : preset.columns) {
      columns_.emplace_back(one.column);
      texts_.push_back(template_of(one.text, lookups_, from_->columns()));
    }
    columns_.emplace_back("prices");
    price_ = template_of(preset.price, lookups_, from_->columns());
  }

  Result<void> read_all() {
    Row row;
    while (TRY(from_->next(row)))
      if (row.flaw == Flaw::none) take(row);
    for (Kept& line : lines_) {
      std::string& name = line.cells[name_at()];
      if (name.empty()) name = line.cells.front();
    }
    return {};
  }

  const std::vector<std::string>& columns() const override { return columns_; }
  Result<bool> next(Row& row) override {
    if (next_ == lines_.size()) return false;
    const Kept& line = lines_[next_++];
    row = Row{.line = line.line, .cells = {line.cells.begin(), line.cells.end()}};
    return true;
  }
  std::uint64_t taken() const override { return next_; }
  std::uint64_t size() const override { return lines_.size(); }

 private:
  struct Kept {
    std::size_t line = 0;  // of the first row that names it
    std::vector<std::string> cells;
  };

  void take(const Row& row) {
    const std::string sku = text(texts_.front(), row);
    if (sku.empty()) return;
    const auto [found, added] = places_.try_emplace(folded(sku), lines_.size());
    if (added) lines_.push_back({row.line, std::vector<std::string>(columns_.size())});
    Kept& line = lines_[found->second];
    const auto price = parse_micro(text(price_, row));
    const bool tells = !preset_.priced_rows_tell || (price && *price > Micro());
    for (std::size_t i = 0; i < texts_.size(); ++i) {
      const bool is_fixed = i < 2 && !line.cells[i].empty();  // the first spelling of a SKU stays
      if (is_fixed || (columns_[i] == "name" && !tells)) continue;
      put(line.cells[i], text(texts_[i], row));
    }
    if (price && tells) put(line.cells.back(), price_cell(*price));
  }

  std::string price_cell(Micro amount) const {
    return fmt::format(R"([{{"currency":"{}","amount":"{}","includes_vat":false}}])",
                       preset_.currency, to_string(amount));
  }
  static void put(std::string& cell, std::string&& text) {
    if (!text.empty()) cell = std::move(text);
  }
  static std::string text(const TextTemplate& from, const Row& row) {
    std::string room;
    const auto found = from.text({&row, row.line}, room);
    return found ? std::string(*found) : std::string();
  }
  std::size_t name_at() const {
    return static_cast<std::size_t>(std::ranges::find(columns_, "name") - columns_.begin());
  }

  const ProductsPreset& preset_;
  std::unique_ptr<Rows> from_;
  const std::vector<Lookup> lookups_;
  std::vector<std::string> columns_;
  std::vector<TextTemplate> texts_;
  TextTemplate price_;
  std::vector<Kept> lines_;
  std::map<std::string, std::size_t> places_;  // by SKU, whatever its capitals
  std::size_t next_ = 0;
};

}  // namespace

std::string_view products_preset_of(const std::vector<std::string>& columns) {
  const auto* const found = std::ranges::find_if(kPresets, [&](const ProductsPreset& preset) {
    return std::ranges::all_of(preset.needs, [&](std::string_view needed) {
      return std::ranges::find(columns, needed) != columns.end();
    });
  });
  return found != std::end(kPresets) ? found->name : std::string_view();
}

Result<std::unique_ptr<Rows>> preset_rows(std::string_view preset, std::unique_ptr<Rows> rows) {
  auto made = std::make_unique<PresetRows>(preset_named(preset), std::move(rows));
  TRY_VOID(made->read_all());
  return made;
}

}  // namespace sluis::imports
