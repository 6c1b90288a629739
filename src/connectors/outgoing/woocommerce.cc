// WooCommerce's REST API, version wc/v3: products and variations by their ids, in batches.

#include <fmt/format.h>

#include "connectors/outgoing/answer.h"
#include "connectors/outgoing/shop.h"
#include "kernel/base64.h"
#include "kernel/percent.h"

namespace sluis::connectors::outgoing {
namespace {

using client::OutgoingAnswer;
using client::OutgoingRequest;
using ingest::Node;

constexpr std::string_view kBase = "/wp-json/wc/v3/products";

OutgoingRequest request(const Place& place, std::string_view method, const std::string& path,
                        std::string body) {
  OutgoingRequest request{.method = std::string(method),
                          .address = place.address + path,
                          .headers = {{"Authorization", "Basic " + encoded_base64(place.access)}},
                          .body = std::move(body)};
  if (!request.body.empty()) request.headers.push_back({"Content-Type", "application/json"});
  return request;
}

// Variations are changed below their product, one product a call.
bool together(Kind, const Item& a, const Item& b) {
  return a.learnt->parent == b.learnt->parent;
}

OutgoingRequest look_up(const Place& place, std::span<const Item> items) {
  std::vector<std::string> skus;
  for (const Item& item : items)
    skus.push_back(percent_encoded(item.sku.text));
  return request(place, "GET", fmt::format("{}?per_page=100&sku={}", kBase, fmt::join(skus, ",")),
                 "");
}

Result<LookedUp> looked_up(const OutgoingAnswer& answer) {
  TRY_VOID(check_status(answer));
  const auto tree = ingest::Tree::parse(answer.body);
  if (!tree || !tree->root().is(ingest::Kind::list)) return refuse(SendRefusal::answer_unreadable);
  LookedUp all;
  for (const Node one : tree->root()) {
    const bool varies = one["type"].text() == "variation";
    Learnt learnt{.theirs = number_in(one["id"]),
                  .parent = varies ? number_in(one["parent_id"]) : std::string()};
    const bool is_named = !learnt.theirs.empty() && varies == !learnt.parent.empty();
    if (is_named) all.found.emplace_back(one["sku"].text(), std::move(learnt));
  }
  return all;
}

std::string update_of(Kind kind, const Item& item) {
  if (kind == Kind::price)
    return fmt::format(R"({{"id":{},"regular_price":"{}"}})", item.learnt->theirs,
                       to_string(item.price));
  return fmt::format(R"({{"id":{},"manage_stock":true,"stock_quantity":{}}})", item.learnt->theirs,
                     item.units);
}

OutgoingRequest tell(const Place& place, CallId, Kind kind, std::span<const Item> items) {
  std::vector<std::string> updates;
  for (const Item& item : items)
    updates.push_back(update_of(kind, item));
  const std::string& parent = items.front().learnt->parent;
  const std::string path = parent.empty() ? fmt::format("{}/batch", kBase)
                                          : fmt::format("{}/{}/variations/batch", kBase, parent);
  return request(place, "POST", path, fmt::format(R"({{"update":[{}]}})", fmt::join(updates, ",")));
}

Outcome outcome_of(Node list, const Item& item) {
  for (const Node one : list) {
    if (one["id"].scalar() != item.learnt->theirs) continue;
    const Node error = one["error"];
    if (!error.given()) return {};
    const std::string code(error["code"].text());
    return {.refusal = Refusal(kind_of(SendRefusal::refused_there), words_in(error["message"])),
            .unknown_now = code.ends_with("_invalid_id")};
  }
  return {.refusal = Refusal(kind_of(SendRefusal::answer_unreadable)), .once_more = true};
}

Result<Told> told(const OutgoingAnswer& answer, std::span<const Item> items) {
  TRY_VOID(check_status(answer));
  const auto tree = ingest::Tree::parse(answer.body);
  if (!tree) return refuse(SendRefusal::answer_unreadable);
  Told told;
  for (const Item& item : items)
    told.items.push_back(outcome_of(tree->root()["update"], item));
  return told;
}

}  // namespace

const Shop& woocommerce_shop() {
  static constexpr Shop shop{.at_once = 50,
                             .together = together,
                             .look_up = look_up,
                             .looked_up = looked_up,
                             .tell = tell,
                             .told = told};
  return shop;
}

}  // namespace sluis::connectors::outgoing
