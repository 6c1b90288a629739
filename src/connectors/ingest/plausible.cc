// https://plausible.io/docs/events-api: one event. The key is what it says of its domain, or the
// parameter `key` of the address.
#include "connectors/ingest/commerce.h"
#include "connectors/ingest/conventions.h"
#include "connectors/ingest/visitor.h"

namespace sluis::connectors::ingest {
namespace {

using events::Draft;
using identities::Kind::session_code;

// The script writes one letter where the API writes a word.
Node either(Node root, std::string_view word, std::string_view letter) {
  const Node member = root[word];
  return member.given() ? member : root[letter];
}

void add_named(Reading& reading, Draft draft, Node root, const Request& request) {
  const Node url = either(root, "url", "u");
  recognise(draft, session_code, visitor_of_day(reading.arena, request, reading.key));
  draft.campaign = parameter(reading.arena, query_of(url.text()), "utm_campaign");
  if (url.is(Kind::text)) reading.props.add("url", url.raw());
  if (const Node from = either(root, "referrer", "r"); from.is(Kind::text))
    reading.props.add("referrer", from.raw());
  if (const Node revenue = root["revenue"]; revenue.is(Kind::object)) reading.props.add(revenue);
  const Node name = either(root, "name", "n");
  add_event(reading, std::move(draft), {name.text(), either(root, "props", "p"), "/props"});
}

}  // namespace

Read read_plausible(const Request& request) {
  Reading reading;
  const Node root = TRY(read_json(reading, request.body));
  reading.key = parameter(reading.arena, request.query, "key");
  if (reading.key.empty()) reading.key = either(root, "domain", "d").text();
  Draft draft;
  if (can_be_read(draft, root)) {
    add_named(reading, std::move(draft), root, request);
  } else {
    reading.drafts.push_back(std::move(draft));
  }
  return reading;
}

}  // namespace sluis::connectors::ingest
