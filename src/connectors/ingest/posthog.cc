// https://posthog.com/docs/api/capture: events with distinct_id; names that start with $ are
// PostHog's own.
#include "connectors/ingest/commerce.h"
#include "connectors/ingest/conventions.h"

namespace sluis::connectors::ingest {
namespace {

using events::Draft;
using identities::Kind::device;
using identities::Kind::email;
using identities::Kind::phone;
using identities::Kind::user;

// A library in a browser uses the device as distinct_id until somebody logs in; one on a server has
// no device, and names its users.
identities::Kind kind_of_distinct_id(std::string_view id, Node properties) {
  const bool anonymous = properties["$is_identified"].is_false() ||
                         properties["$process_person_profile"].is_false() ||
                         properties["$device_id"].scalar() == id;
  return anonymous ? device : user;
}

void read_person(Draft& draft, Node properties) {
  const std::string_view id = properties["distinct_id"].scalar();
  if (!id.empty()) recognise(draft, kind_of_distinct_id(id, properties), id);
  recognise(draft, device, properties["$anon_distinct_id"].scalar());
  recognise(draft, device, properties["$device_id"].scalar());
  for (const Node traits : {properties["$set"], properties["$set_once"]}) {
    recognise(draft, email, traits["email"].text());
    recognise(draft, phone, traits["phone"].scalar());
  }
}

void read_page(Reading& reading, Draft& draft, Node properties) {
  draft.campaign = properties["utm_campaign"].text();
  if (const Node path = properties["$pathname"]; path.is(Kind::text))
    reading.props.add("page", path.raw());
}

// An alias is another name for the same person; merging "dangerously" says no more than that here,
// as people are never merged on one sender's word.
void add_alias(Reading& reading, Draft draft, Node properties) {
  recognise(draft, device, properties["alias"].scalar());
  add_plain(reading, std::move(draft), "aliased");
}

void add_traits(Reading& reading, Draft draft, Node properties, std::string_view kind) {
  static constexpr std::pair<std::string_view, std::string_view> kTraits[] = {
      {"$set", "traits"}, {"$set_once", "traits_once"}, {"$group_set", "group_traits"}};
  for (const auto& [name, kept] : kTraits) {
    const Node traits = properties[name];
    if (traits.size() > 0) reading.props.add_private(kept, traits.raw());
  }
  add_plain(reading, std::move(draft), kind);
}

void add_named(Reading& reading, Draft draft, Node properties, std::string_view name) {
  if (name == "$create_alias" || name == "$merge_dangerously")
    return add_alias(reading, std::move(draft), properties);
  if (name == "$identify" || name == "$set")
    return add_traits(reading, std::move(draft), properties, "identified");
  if (name == "$groupidentify") return add_traits(reading, std::move(draft), properties, "grouped");
  read_page(reading, draft, properties);
  add_event(reading, std::move(draft), {name, properties});
}

void add_item(Reading& reading, Node item, Node sent) {
  Draft draft;
  if (!can_be_read(draft, item)) return reading.drafts.push_back(std::move(draft));
  const Node properties = item["properties"];
  draft.message_id = item["uuid"].text();
  if (const auto id = item["distinct_id"].scalar(); !id.empty())
    recognise(draft, kind_of_distinct_id(id, properties), id);
  read_person(draft, properties);
  read_moment(draft, draft.ts, item["timestamp"], "/timestamp");
  read_moment(draft, draft.sent, sent, "/sent_at");
  add_named(reading, std::move(draft), properties, item["event"].text());
}

}  // namespace

Read read_posthog(const Request& request) {
  Reading reading;
  const Node root = TRY(read_json(reading, request.body));
  if (!root.is(Kind::object)) return std::unexpected(Unreadable::no_request);
  reading.key = root["api_key"].text();
  if (!root["batch"].is(Kind::list)) {
    add_item(reading, root, {});
    return reading;
  }
  const Node batch = TRY(few_enough(root["batch"]));
  reading.drafts.reserve(batch.size());
  for (const Node item : batch)
    add_item(reading, item, root["sent_at"]);
  return reading;
}

}  // namespace sluis::connectors::ingest
