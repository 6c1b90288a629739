// Shopify's GraphQL Admin API, version 2026-04: inventory items at one location, prices of variants
// below their product. changeFromQuantity is null: our number is what counts (decision 0037).

#include <charconv>

#include <fmt/format.h>

#include "connectors/outgoing/answer.h"
#include "connectors/outgoing/shop.h"

namespace sluis::connectors::outgoing {
namespace {

using client::OutgoingAnswer;
using client::OutgoingRequest;
using ingest::Node;

constexpr std::string_view kPath = "/admin/api/2026-04/graphql.json";
constexpr std::string_view kLookUp =
    "query($skus: String!) { location { id } productVariants(first: 100, query: $skus) { nodes { "
    "id sku product { id } inventoryItem { id } } } }";
constexpr std::string_view kSetStock =
    "mutation($input: InventorySetQuantitiesInput!, $call: String!) { "
    "inventorySetQuantities(input: $input) @idempotent(key: $call) { "
    "userErrors { field message } } }";
constexpr std::string_view kSetPrices =
    "mutation($product: ID!, $variants: [ProductVariantsBulkInput!]!) { "
    "productVariantsBulkUpdate(productId: $product, variants: $variants) { "
    "userErrors { field message } } }";

OutgoingRequest request(const Place& place, std::string_view query, std::string_view variables) {
  return {
      .method = "POST",
      .address = place.address + std::string(kPath),
      .headers = {{"X-Shopify-Access-Token", place.access}, {"Content-Type", "application/json"}},
      .body =
          fmt::format(R"({{"query":{},"variables":{}}})", to_json(std::string(query)), variables)};
}

bool together(Kind kind, const Item& a, const Item& b) {
  return kind == Kind::stock || a.learnt->parent == b.learnt->parent;
}

// In their search language a text in quotes is taken as it is.
OutgoingRequest look_up(const Place& place, std::span<const Item> items) {
  std::string wanted;
  for (const Item& item : items) {
    if (!wanted.empty()) wanted += " OR ";
    wanted += "sku:" + to_json(item.sku.text);
  }
  return request(place, kLookUp, fmt::format(R"({{"skus":{}}})", to_json(wanted)));
}

double points_in(Node node) {
  const std::string_view text = node.scalar();
  double number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

// Calls cost points that come back with time: when fewer are left than this call took, the next one
// waits until there are.
Duration wait_of(Node body) {
  const Node cost = body["extensions"]["cost"];
  const Node state = cost["throttleStatus"];
  const double lacking =
      points_in(cost["requestedQueryCost"]) - points_in(state["currentlyAvailable"]);
  const double rate = points_in(state["restoreRate"]);
  if (!state.given() || lacking <= 0 || rate <= 0) return {};
  return wait_of_seconds(lacking / rate);
}

// Errors of the query as a whole, told with status 200.
Result<void> check(const OutgoingAnswer& answer, Node body) {
  for (const Node error : body["errors"]) {
    const std::string_view code = error["extensions"]["code"].text();
    if (code == "THROTTLED") {
      const auto wait = std::chrono::duration_cast<std::chrono::seconds>(wait_of(body)).count();
      return std::unexpected(Refusal(kind_of(SendRefusal::told_to_wait))
                                 .after(static_cast<int>(std::max<std::int64_t>(1, wait))));
    }
    if (code == "ACCESS_DENIED")
      return refuse(SendRefusal::access_refused, words_in(error["message"]));
    return refuse(SendRefusal::trouble_there, words_in(error["message"]));
  }
  if (!body["data"].given()) return refuse(SendRefusal::answer_unreadable);
  return check_status(answer);
}

Result<LookedUp> looked_up(const OutgoingAnswer& answer) {
  TRY_VOID(check_status(answer));
  const auto tree = ingest::Tree::parse(answer.body);
  if (!tree) return refuse(SendRefusal::answer_unreadable);
  const Node body = tree->root();
  TRY_VOID(check(answer, body));
  LookedUp all{
      .found = {}, .location = name_in(body["data"]["location"]["id"]), .wait = wait_of(body)};
  for (const Node one : body["data"]["productVariants"]["nodes"]) {
    Learnt learnt{.theirs = name_in(one["id"]),
                  .parent = name_in(one["product"]["id"]),
                  .item = name_in(one["inventoryItem"]["id"])};
    if (!learnt.theirs.empty()) all.found.emplace_back(one["sku"].text(), std::move(learnt));
  }
  return all;
}

std::string stock_variables(const Place& place, CallId call, std::span<const Item> items) {
  std::vector<std::string> quantities;
  for (const Item& item : items) {
    quantities.push_back(fmt::format(
        R"({{"inventoryItemId":{},"locationId":{},"quantity":{},"changeFromQuantity":null}})",
        to_json(item.learnt->item), to_json(place.location), item.units));
  }
  return fmt::format(R"({{"call":"{}","input":{{"name":"available","reason":"correction",)"
                     R"("referenceDocumentUri":"gid://sluis/Call/{}","quantities":[{}]}}}})",
                     to_string(call), to_string(call), fmt::join(quantities, ","));
}

std::string price_variables(std::span<const Item> items) {
  std::vector<std::string> variants;
  for (const Item& item : items) {
    variants.push_back(fmt::format(R"({{"id":{},"price":"{}"}})", to_json(item.learnt->theirs),
                                   to_string(item.price)));
  }
  return fmt::format(R"({{"product":{},"variants":[{}]}})", to_json(items.front().learnt->parent),
                     fmt::join(variants, ","));
}

OutgoingRequest tell(const Place& place, CallId call, Kind kind, std::span<const Item> items) {
  return kind == Kind::stock ? request(place, kSetStock, stock_variables(place, call, items))
                             : request(place, kSetPrices, price_variables(items));
}

// Which item an error is about: ["input", "quantities", "3", "quantity"].
std::optional<std::size_t> index_in(Node field) {
  for (const Node part : field) {
    const auto index = TextForm<std::int64_t>::parse(part.scalar());
    if (index && *index >= 0) return static_cast<std::size_t>(*index);
  }
  return std::nullopt;
}

// One error, and nothing of the call was done.
void spread(Node errors, std::vector<Outcome>& items) {
  for (const Node error : errors) {
    const Refusal refusal(kind_of(SendRefusal::refused_there), words_in(error["message"]));
    const auto index = index_in(error["field"]);
    for (std::size_t i = 0; i < items.size(); ++i) {
      const bool meant = !index || *index == i;
      if (meant) items[i] = {.refusal = refusal};
      if (!meant && !items[i].refusal) items[i].once_more = true;
    }
  }
}

Result<Told> told(const OutgoingAnswer& answer, std::span<const Item> items) {
  TRY_VOID(check_status(answer));
  const auto tree = ingest::Tree::parse(answer.body);
  if (!tree) return refuse(SendRefusal::answer_unreadable);
  const Node body = tree->root();
  TRY_VOID(check(answer, body));
  Told told{.items = std::vector<Outcome>(items.size()), .wait = wait_of(body)};
  for (const Node done : body["data"])
    spread(done["userErrors"], told.items);
  return told;
}

}  // namespace

const Shop& shopify_shop() {
  static constexpr Shop shop{.at_once = 100,
                             .together = together,
                             .look_up = look_up,
                             .looked_up = looked_up,
                             .tell = tell,
                             .told = told};
  return shop;
}

}  // namespace sluis::connectors::outgoing
