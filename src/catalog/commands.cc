#include "catalog/commands.h"

#include "catalog/catalog.h"
#include "platform/command/rows.h"
#include "platform/store/store.h"

namespace sluis::catalog {
namespace {

using command::Invocation;
using store::Snapshot;

constexpr std::int64_t kPage = 500;

struct Row {
  VariantId id;
  std::string sku;
  std::optional<Gtin> gtin;
  std::string name;
  std::string options;
  std::optional<Micro> cost;
  Currency currency;
  bool active;

  static constexpr Text headings[] = {
      {"Id", "Id"},          {"SKU", "SKU"},        {"GTIN", "GTIN"},       {"Name", "Naam"},
      {"Options", "Opties"}, {"Cost", "Kostprijs"}, {"Currency", "Valuta"}, {"Active", "Actief"}};
};
BOOST_DESCRIBE_STRUCT(Row, (), (id, sku, gtin, name, options, cost, currency, active))

Row row_of(const ListedVariant& variant) {
  std::string options;
  for (const OptionValue& value : variant.option_values)
    options += (options.empty() ? "" : ", ") + value.text;
  return {.id = variant.id,
          .sku = variant.sku.text,
          .gtin = variant.gtin,
          .name = variant.name.text,
          .options = std::move(options),
          .cost = variant.cost,
          .currency = variant.cost_currency,
          .active = variant.active};
}

Result<void> list(Invocation& args) {
  VariantQuery query{.search = args.find<std::string>("search").value_or(""),
                     .product = {},
                     .after = "",
                     .limit = kPage};
  std::vector<Row> rows;
  for (bool more = true; more;) {
    const VariantList page = TRY(args.store().snapshot(
        [&](Snapshot& snapshot) -> Result<VariantList> { return variants(snapshot, query); }));
    for (const ListedVariant& variant : page.variants)
      rows.push_back(row_of(variant));
    more = page.next.has_value();
    query.after = page.next.value_or("");
  }
  command::print_rows(args, rows);
  return {};
}

}  // namespace

std::vector<command::Command> commands() {
  return {
      {.name = "catalog list",
       .summary = {"List what is sold: every variant with its SKU.",
                   "Toon wat er te koop is: elke variant met haar SKU."},
       .options = {{.name = "search",
                    .value = "TEXT",
                    .help = {"in SKU, GTIN, options and name", "in SKU, GTIN, opties en naam"}}},
       .output = command::Output::rows,
       .run = list}};
}

}  // namespace sluis::catalog
