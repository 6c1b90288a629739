#include "contacts/instore/labels.h"

#include <fmt/format.h>

#include "contacts/instore/scanning.h"
#include "kernel/percent.h"

namespace sluis::contacts {
namespace {

Label drawn(Label label) {
  static_cast<QrCode&>(label) = qr_code(label.link);
  return label;
}

Result<Label> label_of(store::Snapshot& snapshot, const LabelSheet& sheet, const catalog::Sku& sku,
                       Instant now) {
  const auto variant = TRY(scanned_variant(snapshot, std::nullopt, sku));
  const catalog::VariantHead head = TRY(catalog::variant_head(snapshot, *variant));
  return drawn({.link = link_of(sheet.address, head.gtin, head.sku, sheet.store, sheet.shelf),
                .title = TRY(catalog::product(snapshot, head.product)).name.text,
                .option_values = head.option_values,
                .sku = head.sku,
                .gtin = head.gtin,
                .price = web_price(snapshot, head.id, now)});
}

}  // namespace

std::string link_of(const Url& address, const std::optional<catalog::Gtin>& gtin,
                    const std::optional<catalog::Sku>& sku, const std::optional<Slug>& store,
                    const std::optional<Line<1, 64>>& shelf) {
  std::string_view base = address.text;
  while (base.ends_with('/'))
    base.remove_suffix(1);
  std::string link(base);
  if (gtin) {
    link += fmt::format("/01/{:0>14}", gtin->digits);
  } else if (sku) {
    link += "/sku/" + percent_encoded(sku->text);
  } else if (store) {
    link += "/at/" + store->text;
  }
  char mark = '?';
  const auto add = [&](std::string_view name, std::string_view value) {
    link += fmt::format("{}{}={}", std::exchange(mark, '&'), name, percent_encoded(value));
  };
  if (store && (gtin || sku)) add("at", store->text);
  if (shelf) add("shelf", shelf->text);
  return link;
}

Result<std::vector<Label>> labels(store::Snapshot& snapshot, const LabelSheet& sheet, Instant now) {
  std::string at;
  if (sheet.store) at = TRY(store_with(snapshot, *sheet.store)).name.text;
  std::vector<Label> all;
  for (const catalog::Sku& sku : sheet.skus)
    all.push_back(TRY(label_of(snapshot, sheet, sku, now)));
  if (sheet.skus.empty() && sheet.store) {
    Label label{
        .link = link_of(sheet.address, std::nullopt, std::nullopt, sheet.store, sheet.shelf),
        .title = at};
    all.push_back(drawn(std::move(label)));
  }
  return all;
}

}  // namespace sluis::contacts
