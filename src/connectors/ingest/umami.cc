// https://umami.is/docs/api/sending-stats: one event, or one identification. The website's id is
// the key.
#include "connectors/ingest/commerce.h"
#include "connectors/ingest/conventions.h"
#include "connectors/ingest/visitor.h"

namespace sluis::connectors::ingest {
namespace {

using events::Draft;
using events::Reason;
using identities::Kind::email;
using identities::Kind::session_code;
using identities::Kind::user;

void read_who(Reading& reading, Draft& draft, Node payload, const Request& request) {
  const Node id = payload["id"].given() ? payload["id"] : payload["data"]["sessionId"];
  recognise(draft, user, id.scalar());
  recognise(draft, email, payload["data"]["email"].text());
  if (draft.identities.empty())
    recognise(draft, session_code,
              visitor_of_day(reading.arena, request, payload["website"].text()));
}

void read_page(Reading& reading, Draft& draft, Node payload) {
  draft.campaign = parameter(reading.arena, query_of(payload["url"].text()), "utm_campaign");
  for (const auto* name : {"url", "title", "referrer", "tag"}) {
    if (const Node part = payload[name]; part.is(Kind::text)) reading.props.add(part);
  }
}

void add_payload(Reading& reading, Draft draft, Node root, const Request& request) {
  const Node payload = root["payload"];
  const Node data = payload["data"];
  read_who(reading, draft, payload, request);
  read_moment(draft, draft.ts, payload["timestamp"], "/payload/timestamp");
  if (root["type"].text() == "identify") {
    if (data.is(Kind::object)) reading.props.add_private("traits", data.raw());
    return add_plain(reading, std::move(draft), "identified");
  }
  if (root["type"].text() != "event") mark(draft, Reason::kind_missing, "/type");
  read_page(reading, draft, payload);
  const std::string_view name = payload["name"].text();
  add_event(reading, std::move(draft),
            {name.empty() ? "page_viewed" : name, data, "/payload/data"});
}

}  // namespace

Read read_umami(const Request& request) {
  Reading reading;
  const Node root = TRY(read_json(reading, request.body));
  reading.key = root["payload"]["website"].text();
  Draft draft;
  if (can_be_read(draft, root)) {
    add_payload(reading, std::move(draft), root, request);
  } else {
    reading.drafts.push_back(std::move(draft));
  }
  return reading;
}

}  // namespace sluis::connectors::ingest
