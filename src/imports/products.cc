#include "imports/products.h"

#include <map>

#include <fmt/format.h>

#include "imports/products_line.h"
#include "imports/products_presets.h"
#include "kernel/assert.h"

namespace sluis::imports {
namespace {

using catalog::ProductId;
using store::Snapshot;
using store::Tx;

constexpr std::size_t kLinesAtOnce = 50;  // a unit of some milliseconds
constexpr std::size_t kProblemsMost = 200;
constexpr std::int64_t kPage = 500;

constexpr RefusalKind kNoSkuColumn{
    "products_without_sku",
    Category::invalid,
    Retry::useless,
    {"The file has no column called sku. An exported file shows which columns there may be.",
     "Het bestand heeft geen kolom sku. Een geëxporteerd bestand toont welke kolommen er zijn."}};
constexpr RefusalKind kColumnUnknown{
    "products_column_unknown",
    Category::invalid,
    Retry::useless,
    {"There is no field for the column {0}. Give it the name of a field, or leave it out.",
     "Voor de kolom {0} is geen veld. Geef haar de naam van een veld, of laat haar weg."}};

constexpr RefusalKind kOnlyTried{
    "products_only_tried",
    Category::conflict,
    Retry::useless,
    {"This was only tried; nothing was kept.", "Dit is alleen geprobeerd; er is niets bewaard."}};

enum class Outcome : std::uint8_t { added, changed, unchanged };

// Which product the word in the column `product` stands for.
using Joined = std::map<std::string, ProductId>;

Result<ProductId> product_for(Tx& tx, const access::Actor& actor, const ReadLine& line,
                              Joined& joined) {
  if (const auto known = joined.find(line.product); known != joined.end()) return known->second;
  const auto id = TextForm<ProductId>::parse(line.product);
  if (id && catalog::product(tx, *id)) return *id;
  const catalog::ProductDraft draft = TRY(draft_of(line));
  const catalog::Product made = TRY(catalog::add_product(tx, actor, draft));
  if (!line.product.empty()) joined[line.product] = made.id;
  return made.id;
}

Result<Outcome> add(Tx& tx, const access::Actor& actor, const ReadLine& line, Joined& joined) {
  const ProductId product = TRY(product_for(tx, actor, line, joined));
  catalog::VariantDraft draft;
  static_cast<catalog::VariantDetails&>(draft) = line.variant;
  draft.sku = line.sku;
  TRY_VOID(catalog::add_variant(tx, actor, product, draft));
  const catalog::Product its = TRY(catalog::product(tx, product));
  TRY_VOID(catalog::change_content(tx, actor, product, its.version, line.content));
  return Outcome::added;
}

Result<Outcome> put(Tx& tx, const access::Actor& actor, const ReadLine& line, Joined& joined) {
  const auto known = catalog::variant_with(tx, line.sku);
  if (!known) return add(tx, actor, line, joined);
  const catalog::Variant variant = TRY(catalog::variant(tx, *known));
  const catalog::Product product = TRY(catalog::product(tx, variant.product));
  const auto product_now =
      TRY(catalog::change_product(tx, actor, product.id, product.version, line.change));
  const auto variant_now = TRY(catalog::change_variant(tx, actor, variant.id, variant.version,
                                                       catalog::VariantChange{line.variant}));
  const auto said =
      TRY(catalog::change_content(tx, actor, product.id, product_now.version, line.content));
  const bool same = said == product && variant_now == variant;
  return same ? Outcome::unchanged : Outcome::changed;
}

class BringIn {
 public:
  BringIn(store::Store& store, const access::Actor& actor, const ProductsOrder& order)
      : store_(store), actor_(actor), order_(order) {
    told_.tried = order.only_try;
  }

  void take(const Row& row, const std::vector<std::string>& columns) {
    ++told_.lines;
    auto line = read_line(row, columns);
    if (line) {
      lines_.push_back(*std::move(line));
    } else {
      refuse_line(static_cast<std::int64_t>(row.line), line.error());
    }
  }
  bool full() const { return lines_.size() >= kLinesAtOnce; }

  // All that wait in one unit; when one of them is refused, each in a unit of its own.
  Result<void> carry_out() {
    const std::vector<ReadLine> lines = std::exchange(lines_, {});
    if (lines.empty()) return {};
    const auto all = in_unit(lines);
    if (all) return count(*all), Result<void>();
    for (const ReadLine& line : lines) {
      const auto one = in_unit({&line, 1});
      if (one) {
        count(*one);
      } else if (one.error().kind().retry == Retry::may_help) {
        return std::unexpected(one.error());
      } else {
        refuse_line(line.line, one.error());
      }
    }
    return {};
  }

  void read_as(std::string_view preset) { told_.preset = preset; }
  ProductsTold told() && { return std::move(told_); }

 private:
  using Outcomes = std::vector<Outcome>;

  // A trial is a unit that is refused at its end.
  Result<Outcomes> in_unit(std::span<const ReadLine> lines) {
    Outcomes outcomes;
    Joined joined;
    bool tried = false;
    const auto result = store_.unit(
        [&](Tx& tx) -> Result<void> {
          outcomes.clear();
          joined = joined_;
          for (const ReadLine& line : lines)
            outcomes.push_back(TRY(put(tx, actor_, line, joined)));
          tried = order_.only_try;
          if (tried) return refuse(ProductsRefusal::only_tried);
          return {};
        },
        store::Priority::background);
    if (!result && !tried) return std::unexpected(result.error());
    if (!tried) joined_ = std::move(joined);
    return outcomes;
  }

  void count(const Outcomes& outcomes) {
    for (const Outcome outcome : outcomes) {
      told_.added += outcome == Outcome::added;
      told_.changed += outcome == Outcome::changed;
      told_.unchanged += outcome == Outcome::unchanged;
    }
  }

  void refuse_line(std::int64_t line, const Refusal& why) {
    ++told_.refused;
    if (why.fields().empty()) tell(line, "", why.message());
    for (const FieldProblem& problem : why.fields())
      tell(line, problem.pointer.empty() ? "" : problem.pointer.substr(1), problem.message);
  }
  void tell(std::int64_t line, std::string column, const Message& message) {
    if (told_.problems.size() < kProblemsMost) {
      told_.problems.push_back({line, std::move(column), message.in(order_.language)});
    }
  }

  store::Store& store_;
  const access::Actor& actor_;
  const ProductsOrder& order_;
  std::vector<ReadLine> lines_;
  Joined joined_;
  ProductsTold told_;
};

Result<void> check_columns(const std::vector<std::string>& columns) {
  for (const std::string& column : columns)
    if (!is_product_column(column)) return refuse(ProductsRefusal::column_unknown, column);
  if (std::ranges::count(columns, "sku") == 0) return refuse(ProductsRefusal::no_sku_column);
  return {};
}

ProductLine line_of(const catalog::Product& product, const catalog::Content& content,
                    catalog::Variant variant) {
  return {.product = product.id,
          .name = product.name,
          .description = product.description,
          .category = product.category,
          .vat = product.vat,
          .state = product.state,
          .options = product.options,
          .sku = std::move(variant.sku),
          .gtin = std::move(variant.gtin),
          .option_values = std::move(variant.option_values),
          .cost = variant.cost,
          .cost_currency = variant.cost_currency,
          .active = variant.active,
          .prices = std::move(variant.prices),
          .parts = std::move(variant.parts),
          .texts = content.texts};
}

}  // namespace

const RefusalKind& kind_of(ProductsRefusal refusal) {
  switch (refusal) {
    case ProductsRefusal::no_sku_column:
      return kNoSkuColumn;
    case ProductsRefusal::column_unknown:
      return kColumnUnknown;
    case ProductsRefusal::only_tried:
      return kOnlyTried;
  }
  assertion_failed("a ProductsRefusal");
}

std::vector<ProductLine> product_lines(Snapshot& snapshot) {
  std::vector<ProductLine> lines;
  std::map<ProductId, catalog::Product> products;
  catalog::VariantQuery query{.search = "", .product = {}, .after = "", .limit = kPage};
  for (bool more = true; more;) {
    const catalog::VariantList page = catalog::variants(snapshot, query);
    for (const catalog::ListedVariant& listed : page.variants) {
      const auto [product, added] = products.try_emplace(listed.product);
      if (added) product->second = *catalog::product(snapshot, listed.product);
      lines.push_back(line_of(product->second, *catalog::content(snapshot, listed.product),
                              *catalog::variant(snapshot, listed.id)));
    }
    more = page.next.has_value();
    query.after = page.next.value_or("");
  }
  return lines;
}

Result<ProductsTold> bring_in_products(
    store::Store& store, const access::Actor& actor, const ProductsOrder& order,
    const std::function<bool(std::uint64_t done, std::uint64_t total)>& go_on) {
  const Form form = TRY(form_of(order.file, {}));
  auto rows = TRY(open_rows(order.file, form));
  BringIn bring_in(store, actor, order);
  const std::string_view preset = products_preset_of(rows->columns());
  if (!preset.empty()) {
    bring_in.read_as(preset);
    rows = TRY(preset_rows(preset, std::move(rows)));
  }
  TRY_VOID(check_columns(rows->columns()));
  Row row;
  while (TRY(rows->next(row))) {
    bring_in.take(row, rows->columns());
    if (!bring_in.full()) continue;
    TRY_VOID(bring_in.carry_out());
    if (!go_on(rows->taken(), rows->size())) break;
  }
  TRY_VOID(bring_in.carry_out());
  return std::move(bring_in).told();
}

}  // namespace sluis::imports
