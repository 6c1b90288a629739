#include "catalog/commands.h"

#include <fmt/format.h>

#include "catalog/completeness.h"
#include "channels/channels.h"
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

struct CompletenessRow {
  Slug channel;
  std::vector<Need> needs;
  std::int64_t products;
  std::int64_t complete;
  std::string missing;

  static constexpr Text headings[] = {{"Channel", "Kanaal"},
                                      {"Needs", "Nodig"},
                                      {"Products", "Producten"},
                                      {"Complete", "Compleet"},
                                      {"Missing", "Ontbreekt"}};
};
BOOST_DESCRIBE_STRUCT(CompletenessRow, (), (channel, needs, products, complete, missing))

Result<channels::Channel> channel_with(Snapshot& snapshot, const Slug& code) {
  for (channels::Channel& one : channels::all(snapshot, channels::kEverything))
    if (one.code == code) return std::move(one);
  return refuse(channels::ChannelRefusal::channel_unknown);
}

CompletenessRow row_of(Snapshot& snapshot, Completeness&& one) {
  std::string missing;
  for (const Gap& gap : one.gaps) {
    if (gap.products == 0) continue;
    missing += fmt::format("{}{} {}", missing.empty() ? "" : ", ", TextForm<Need>::print(gap.need),
                           gap.products);
  }
  return {.channel = channels::find(snapshot, channels::kEverything, one.channel)->code,
          .needs = std::move(one.needs),
          .products = one.products,
          .complete = one.complete,
          .missing = std::move(missing)};
}

Result<void> list_completeness(Invocation& args) {
  return args.store().snapshot([&](Snapshot& snapshot) -> Result<void> {
    const Instant now = args.clock().now();
    if (const auto code = args.find<Slug>("channel")) {
      const channels::Channel channel = TRY(channel_with(snapshot, *code));
      command::print_rows(args, TRY(incomplete(snapshot, channel.id, {}, now)));
      return {};
    }
    std::vector<CompletenessRow> rows;
    for (Completeness& one : completeness(snapshot, now))
      rows.push_back(row_of(snapshot, std::move(one)));
    command::print_rows(args, rows);
    return {};
  });
}

Result<void> require_of(Invocation& args) {
  std::vector<Need> needs;
  for (const std::string& text : args.texts("needs"))
    needs.push_back(*TextForm<Need>::parse(text));
  return args.store().unit([&](store::Tx& tx) -> Result<void> {
    const channels::Channel channel = TRY(channel_with(tx, args.as<Slug>("channel")));
    const std::int64_t version = requirement(tx, channel).version;
    const auto actor = access::command_line(args.ids(), args.clock().now());
    TRY_VOID(require(tx, actor, channel.id, version, needs));
    return {};
  });
}

}  // namespace

std::vector<command::Command> commands() {
  return {
      {.name = "catalog completeness",
       .summary = {"Tell what each channel needs of products, and how many have it.",
                   "Zeg wat elk kanaal van producten nodig heeft, en hoeveel dat hebben."},
       .options = {{.name = "channel",
                    .value = "CODE",
                    .help = {"only what is missing for this channel, product by product",
                             "alleen wat voor dit kanaal ontbreekt, product voor product"},
                    .type = command::of<Slug>}},
       .output = command::Output::rows,
       .run = list_completeness},
      {.name = "catalog require",
       .summary = {"Say what a channel needs of every product.",
                   "Zeg wat een kanaal van elk product nodig heeft."},
       .positionals = {{.name = "channel",
                        .value = "CODE",
                        .help = {"the channel", "het kanaal"},
                        .type = command::of<Slug>,
                        .required = true},
                       {.name = "needs",
                        .value = "NEED",
                        .help = {"title:LANGUAGE, description:LANGUAGE, picture, category, price, "
                                 "gtin or cost",
                                 "title:TAAL, description:TAAL, picture, category, price, gtin of "
                                 "cost"},
                        .type = command::of<Need>,
                        .many = true}},
       .run = require_of},
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
