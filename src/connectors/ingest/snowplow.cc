// Snowplow's tracker protocol: events of short parameters, of which some hold JSON of their own,
// plain or in base64 (https://docs.snowplow.io/docs/fundamentals/canonical-event/).
#include <unordered_map>

#include "connectors/ingest/amount.h"
#include "connectors/ingest/commerce.h"
#include "connectors/ingest/conventions.h"
#include "kernel/base64.h"

namespace sluis::connectors::ingest {
namespace {

using events::Draft;
using events::Reason;
using identities::Kind::device;
using identities::Kind::session_code;
using identities::Kind::user;

// JSON in a parameter: as text, or in base64 under another name. Its tree stays with the reading.
Node nested(Reading& reading, Draft& draft, Node item, std::string_view plain,
            std::string_view encoded) {
  std::string_view json = item[plain].text();
  std::string decoded;
  if (const Node base64 = item[encoded]; base64.is(Kind::text)) {
    decoded = decoded_base64(base64.text()).value_or("");
    json = decoded;
  } else if (json.empty()) {
    return {};
  }
  auto tree = Tree::parse(json);
  if (!tree || tree->root().flaw() != Flaw::none) {
    mark(draft, Reason::unreadable, plain == "ue_pr" ? "/ue_pr" : "/co");
    return {};
  }
  return reading.trees.emplace_back(*std::move(tree)).root();
}

// "order_completed" in "iglu:com.shop/order_completed/jsonschema/1-0-0".
std::string_view name_in_schema(std::string_view schema) {
  const auto vendor = schema.find('/');
  if (vendor == std::string_view::npos) return {};
  const std::string_view rest = schema.substr(vendor + 1);
  return rest.substr(0, rest.find('/'));
}

void read_who_and_when(Draft& draft, Node item) {
  draft.message_id = item["eid"].text();
  recognise(draft, user, item["uid"].scalar());
  for (const auto* name : {"duid", "tnuid", "nuid"})
    recognise(draft, device, item[name].scalar());
  if (draft.identities.empty()) recognise(draft, session_code, item["sid"].scalar());
  // The true moment is right as it is; the device's own is set right by when it was sent.
  if (item["ttm"].given()) return read_moment(draft, draft.ts, item["ttm"], "/ttm");
  read_moment(draft, draft.ts, item["dtm"], "/dtm");
  read_moment(draft, draft.sent, item["stm"], "/stm");
}

void read_page(Reading& reading, Draft& draft, Node item) {
  draft.campaign = parameter(reading.arena, query_of(item["url"].text()), "utm_campaign");
  if (const Node url = item["url"]; url.is(Kind::text)) reading.props.add("url", url.raw());
  if (const Node page = item["page"]; page.is(Kind::text)) reading.props.add("title", page.raw());
}

// Category, action, label, property and value: the action is what happened.
void add_structured(Reading& reading, Draft draft, Node item) {
  static constexpr std::pair<std::string_view, std::string_view> kParts[] = {
      {"se_ca", "category"}, {"se_la", "label"}, {"se_pr", "property"}, {"se_va", "value"}};
  for (const auto& [parameter, name] : kParts) {
    if (const Node part = item[parameter]; part.given()) reading.props.add(name, part.raw());
  }
  add_event(reading, std::move(draft), {item["se_ac"].text(), {}, ""});
}

void add_self_describing(Reading& reading, Draft draft, Node item) {
  const Node envelope = nested(reading, draft, item, "ue_pr", "ue_px");
  const Node event = envelope["data"];
  if (!draft.fault && name_in_schema(event["schema"].text()).empty())
    mark(draft, Reason::kind_missing, "/ue_pr/data/schema");
  if (draft.fault) return reading.drafts.push_back(std::move(draft));
  add_event(reading, std::move(draft),
            {name_in_schema(event["schema"].text()), event["data"], "/ue_pr/data/data"});
}

std::optional<Micro> amount(Draft& draft, Node item, std::string_view name,
                            std::string_view pointer) {
  const Node node = item[name];
  if (!node.given() || node.scalar().empty()) return std::nullopt;
  const auto read = amount_of(node.scalar());
  if (!read) mark(draft, Reason::amount_unreadable, pointer);
  return read;
}

std::optional<Micro> revenue_of_item(Draft& draft, Node item) {
  const auto price = amount(draft, item, "ti_pr", "/ti_pr").value_or(Micro());
  const auto quantity = amount(draft, item, "ti_qu", "/ti_qu").value_or(Micro(Micro::kPerUnit));
  return product_of(price, quantity);
}

// The orders of a request and what their items amount to. The items are events of their own: those
// that come with their order share its revenue; one that comes alone would add to it, and tells
// only what was bought.
class Orders {
 public:
  explicit Orders(Node items) {
    for (const Node item : items) {
      if (item["e"].text() == "tr") in_items_.try_emplace(item["tr_id"].scalar());
    }
    if (in_items_.empty()) return;
    for (const Node item : items) {
      const auto order = in_items_.find(item["ti_id"].scalar());
      if (item["e"].text() == "ti" && order != in_items_.end()) add(order->second, item);
    }
  }

  bool has(std::string_view order) const { return in_items_.contains(order); }
  std::optional<Micro> in_items(std::string_view order) const {
    return in_items_.at(order).value();
  }

 private:
  static void add(Total& total, Node item) {
    Draft unused;
    if (const auto revenue = revenue_of_item(unused, item)) total.add(*revenue);
  }

  std::unordered_map<std::string_view, Total> in_items_;
};

void add_transaction(Reading& reading, Draft draft, Node item, const Orders& orders) {
  draft.order = item["tr_id"].scalar();
  draft.currency = item["tr_cu"].text();
  const Micro tax = amount(draft, item, "tr_tx", "/tr_tx").value_or(Micro());
  const Micro shipping = amount(draft, item, "tr_sh", "/tr_sh").value_or(Micro());
  const auto total = amount(draft, item, "tr_tt", "/tr_tt");
  const auto of_items = orders.in_items(draft.order);
  if (!of_items) mark(draft, Reason::amount_too_large, "/tr_tt");
  if (total && of_items) draft.revenue = *total - tax - shipping - *of_items;
  if (draft.order.empty()) mark(draft, Reason::property_missing, "/tr_id");
  add_plain(reading, std::move(draft), "order_completed");
}

void add_transaction_item(Reading& reading, Draft draft, Node item, const Orders& orders) {
  draft.order = item["ti_id"].scalar();
  draft.part = item["ti_sk"].scalar();
  draft.product = draft.part;
  draft.currency = item["ti_cu"].text();
  draft.quantity = amount(draft, item, "ti_qu", "/ti_qu");
  const auto revenue = revenue_of_item(draft, item);
  if (!revenue) mark(draft, Reason::amount_too_large, "/ti_pr");
  if (orders.has(draft.order)) draft.revenue = revenue;
  if (const Node name = item["ti_nm"]; name.given()) reading.props.add("name", name.raw());
  if (draft.order.empty()) mark(draft, Reason::property_missing, "/ti_id");
  add_plain(reading, std::move(draft), "order_line");
}

void add_item(Reading& reading, Node item, const Orders& orders) {
  Draft draft;
  if (!can_be_read(draft, item)) return reading.drafts.push_back(std::move(draft));
  read_who_and_when(draft, item);
  read_page(reading, draft, item);
  const std::string_view sort = item["e"].text();
  if (sort == "pv") return add_plain(reading, std::move(draft), "page_viewed");
  if (sort == "pp") return add_plain(reading, std::move(draft), "page_pinged");
  if (sort == "se") return add_structured(reading, std::move(draft), item);
  if (sort == "ue") return add_self_describing(reading, std::move(draft), item);
  if (sort == "tr") return add_transaction(reading, std::move(draft), item, orders);
  if (sort == "ti") return add_transaction_item(reading, std::move(draft), item, orders);
  mark(draft, Reason::kind_missing, "/e");
  add_plain(reading, std::move(draft), {});
}

}  // namespace

Read read_snowplow(const Request& request) {
  Reading reading;
  const Node root = TRY(read_json(reading, request.body));
  const Node items = TRY(few_enough(root["data"]));
  const Orders orders(items);
  reading.drafts.reserve(items.size());
  for (const Node item : items) {
    if (reading.key.empty()) reading.key = item["aid"].text();
    add_item(reading, item, orders);
  }
  return reading;
}

}  // namespace sluis::connectors::ingest
