// https://segment.com/docs/connections/spec: track, page, screen, identify, group and alias.
#include "connectors/ingest/commerce.h"
#include "connectors/ingest/conventions.h"

namespace sluis::connectors::ingest {
namespace {

using events::Draft;
using events::Reason;
using identities::Kind::device;
using identities::Kind::email;
using identities::Kind::phone;
using identities::Kind::user;

// What holds for all calls of a batch that do not say it themselves.
struct Common {
  std::string_view call;
  Node context;
  Node sent;
};

// A call's own context, else that of its batch.
Node context_of(Node item, const Common& common) {
  const Node own = item["context"];
  return own.is(Kind::object) ? own : common.context;
}

void read_moments(Draft& draft, Node item, const Common& common) {
  const Node ts = item["timestamp"].given() ? item["timestamp"] : item["originalTimestamp"];
  read_moment(draft, draft.ts, ts, "/timestamp");
  const Node sent = item["sentAt"].given() ? item["sentAt"] : common.sent;
  read_moment(draft, draft.sent, sent, "/sentAt");
}

void read_traits(Draft& draft, Node traits) {
  recognise(draft, email, traits["email"].text());
  recognise(draft, phone, traits["phone"].scalar());
}

void read_campaign(Reading& reading, Draft& draft, Node context) {
  const Node campaign = context["campaign"];
  draft.campaign = campaign["name"].scalar();
  if (draft.campaign.empty())
    draft.campaign =
        parameter(reading.arena, query_of(context["page"]["search"].text()), "utm_campaign");
  for (const Node part : campaign) {
    if (part.key() != "name") reading.props.add_under("campaign_", part);
  }
}

void read_context(Reading& reading, Draft& draft, Node context) {
  read_campaign(reading, draft, context);
  read_traits(draft, context["traits"]);
  if (const Node choices = context["consent"]["categoryPreferences"]; choices.is(Kind::object))
    reading.props.add(Props::kConsent, choices.raw());
  if (const Node path = context["page"]["path"]; path.is(Kind::text))
    reading.props.add("page", path.raw());
}

void add_page(Reading& reading, Draft draft, Node item) {
  for (const auto* name : {"name", "category"}) {
    if (const Node given = item[name]; given.is(Kind::text)) reading.props.add(given);
  }
  add_event(reading, std::move(draft), {"page_viewed", item["properties"]});
}

// Who it is: said by identify and group, whose traits tell about the person or company.
void add_person(Reading& reading, Draft draft, Node item, std::string_view kind) {
  const Node traits = item["traits"];
  if (kind == "identified") read_traits(draft, traits);
  if (const Node group = item["groupId"]; group.given()) reading.props.add("group_id", group.raw());
  if (traits.is(Kind::object))
    reading.props.add_private(kind == "grouped" ? "group_traits" : "traits", traits.raw());
  add_plain(reading, std::move(draft), kind);
}

void add_call(Reading& reading, Draft draft, Node item, std::string_view call) {
  if (call == "track")
    return add_event(reading, std::move(draft), {item["event"].text(), item["properties"]});
  if (call == "page" || call == "screen") return add_page(reading, std::move(draft), item);
  if (call == "identify") return add_person(reading, std::move(draft), item, "identified");
  if (call == "group") return add_person(reading, std::move(draft), item, "grouped");
  if (call == "alias") {
    recognise(draft, device, item["previousId"].scalar());
    return add_plain(reading, std::move(draft), "aliased");
  }
  mark(draft, Reason::kind_missing, "/type");
  add_plain(reading, std::move(draft), {});
}

void add_item(Reading& reading, Node item, const Common& common) {
  Draft draft;
  if (!can_be_read(draft, item)) return reading.drafts.push_back(std::move(draft));
  draft.message_id = item["messageId"].scalar();
  recognise(draft, user, item["userId"].scalar());
  recognise(draft, device, item["anonymousId"].scalar());
  read_moments(draft, item, common);
  read_context(reading, draft, context_of(item, common));
  const std::string_view type = item["type"].text();
  add_call(reading, std::move(draft), item, type.empty() ? common.call : type);
}

}  // namespace

Read read_segment(const Request& request) {
  Reading reading;
  const Node root = TRY(read_json(reading, request.body));
  if (!root.is(Kind::object)) return std::unexpected(Unreadable::no_request);
  reading.key = root["writeKey"].text();
  reading.nudges = root["nudges"];
  const Common common{.call = request.call, .context = root["context"], .sent = root["sentAt"]};
  if (!root["batch"].is(Kind::list)) {
    add_item(reading, root, common);
    return reading;
  }
  const Node batch = TRY(few_enough(root["batch"]));
  reading.drafts.reserve(batch.size());
  for (const Node item : batch)
    add_item(reading, item, common);
  return reading;
}

}  // namespace sluis::connectors::ingest
