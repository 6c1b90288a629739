// https://developer.matomo.org/api-reference/tracking-api: parameters in a query or a form, or many
// such queries in JSON. The key is token_auth, or stands in the place of the site's number.
#include "connectors/ingest/commerce.h"
#include "connectors/ingest/conventions.h"
#include "connectors/ingest/visitor.h"
#include "kernel/json.h"
#include "platform/api/input.h"

namespace sluis::connectors::ingest {
namespace {

using events::Draft;
using events::Reason;
using identities::Kind::device;
using identities::Kind::session_code;
using identities::Kind::user;

class Parameters {
 public:
  Parameters(Arena& arena, const api::Parameters& parameters) {
    for (const auto& [name, value] : parameters)
      pairs_.emplace_back(arena.kept(name), arena.kept(value));
  }
  // Empty if there is none.
  std::string_view operator[](std::string_view name) const {
    const auto found = std::ranges::find(pairs_, name, &Pair::first);
    return found == pairs_.end() ? std::string_view() : found->second;
  }

 private:
  using Pair = std::pair<std::string_view, std::string_view>;
  std::vector<Pair> pairs_;
};

std::string quoted(std::string_view text) {
  std::string json;
  write_json_string(json, text);
  return json;
}

void read_who(Reading& reading, Draft& draft, const Parameters& hit, const Request& request) {
  recognise(draft, user, hit["uid"]);
  recognise(draft, device, hit["cid"]);
  recognise(draft, device, hit["_id"]);
  if (draft.identities.empty())
    recognise(draft, session_code, visitor_of_day(reading.arena, request, hit["idsite"]));
}

// Seconds since 1970, or a date and time in UTC.
void read_when(Reading& reading, Draft& draft, const Parameters& hit) {
  const std::string_view ts = hit["cdt"];
  if (ts.empty()) return;
  draft.ts = moment_of(ts);
  if (!draft.ts) draft.ts = moment_of(reading.arena.joined(ts, "Z"));
  if (!draft.ts) mark(draft, Reason::time_unreadable, "?cdt");
}

void read_page(Reading& reading, Draft& draft, const Parameters& hit) {
  static constexpr std::pair<std::string_view, std::string_view> kParts[] = {
      {"url", "url"},         {"action_name", "title"},
      {"urlref", "referrer"}, {"e_c", "category"},
      {"e_n", "label"},       {"e_v", "value"},
      {"search", "query"},    {"download", "download"},
      {"link", "link"},       {"search_cat", "search_category"}};
  for (const auto& [name, kept] : kParts) {
    if (const auto value = hit[name]; !value.empty()) reading.props.add(kept, quoted(value));
  }
  draft.campaign = hit["_rcn"];
  if (draft.campaign.empty())
    draft.campaign = parameter(reading.arena, query_of(hit["url"]), "utm_campaign");
}

// [["sku", "name", "category", price, quantity], …] as the products of an order.
std::string products_of(const Tree& items) {
  static constexpr std::string_view kNames[] = {"sku", "name", "category", "price", "quantity"};
  std::string products;
  for (const Node item : items.root()) {
    products += products.empty() ? "{" : ",{";
    std::size_t i = 0;
    for (const Node part : item) {
      if (i == std::size(kNames)) break;
      if (i > 0) products += ',';
      products += fmt::format("\"{}\":{}", kNames[i++], part.raw());
    }
    products += '}';
  }
  return products;
}

// The order as properties, so that it is understood in the one place where orders are.
std::optional<Tree> order_of(const Parameters& hit) {
  std::string json = fmt::format("{{\"order_id\":{}", quoted(hit["ec_id"]));
  static constexpr std::pair<std::string_view, std::string_view> kAmounts[] = {
      {"revenue", "total"}, {"ec_tx", "tax"}, {"ec_sh", "shipping"}, {"ec_dt", "discount"}};
  for (const auto& [name, amount] : kAmounts) {
    if (const auto value = hit[name]; !value.empty())
      json += fmt::format(",\"{}\":{}", amount, quoted(value));
  }
  if (const auto items = hit["ec_items"]; !items.empty()) {
    const auto tree = Tree::parse(items);
    if (!tree || tree->root().flaw() != Flaw::none) return std::nullopt;
    json += fmt::format(",\"products\":[{}]", products_of(*tree));
  }
  auto order = Tree::parse(json + "}");
  if (!order) return std::nullopt;
  return *std::move(order);
}

void add_order(Reading& reading, Draft draft, const Parameters& hit) {
  auto order = order_of(hit);
  if (!order) {
    mark(draft, Reason::unreadable, "?ec_items");
    return add_plain(reading, std::move(draft), "order_completed");
  }
  const Node properties = reading.trees.emplace_back(*std::move(order)).root();
  add_event(reading, std::move(draft), {"order_completed", properties, ""});
}

std::string_view kind_of_hit(const Parameters& hit) {
  if (!hit["search"].empty()) return "products_searched";
  if (!hit["download"].empty()) return "file_downloaded";
  if (!hit["link"].empty()) return "link_clicked";
  if (hit["ping"] == "1") return "page_pinged";
  if (hit["idgoal"] == "0") return "cart_updated";
  if (!hit["_pks"].empty()) return "product_viewed";
  return "page_viewed";
}

void add_hit(Reading& reading, std::string_view query, const Request& request) {
  Draft draft{.raw = query};
  const auto parsed = api::parse_query(query.substr(query.starts_with('?') ? 1 : 0));
  if (query.size() > kEventBytesMax) mark(draft, Reason::event_too_large, "");
  if (!parsed) mark(draft, Reason::text_not_utf8, "");
  if (draft.fault) return reading.drafts.push_back(std::move(draft));
  const Parameters hit(reading.arena, *parsed);
  if (reading.key.empty())
    reading.key = hit["token_auth"].empty() ? hit["idsite"] : hit["token_auth"];
  read_who(reading, draft, hit, request);
  read_when(reading, draft, hit);
  read_page(reading, draft, hit);
  if (hit["idgoal"] == "0" && !hit["ec_id"].empty())
    return add_order(reading, std::move(draft), hit);
  if (!hit["e_a"].empty()) return add_event(reading, std::move(draft), {hit["e_a"], {}, ""});
  draft.product = hit["_pks"];
  add_plain(reading, std::move(draft), kind_of_hit(hit));
}

Read read_many(const Request& request) {
  Reading reading;
  const Node root = TRY(read_json(reading, request.body));
  reading.key = root["token_auth"].text();
  for (const Node item : TRY(few_enough(root["requests"])))
    add_hit(reading, item.text(), request);
  return reading;
}

}  // namespace

Read read_matomo(const Request& request) {
  if (request.body.starts_with('{')) return read_many(request);
  Reading reading;
  add_hit(reading, request.body.empty() ? request.query : request.body, request);
  return reading;
}

}  // namespace sluis::connectors::ingest
