// What an exchange sends: a form, or the same as JSON.

#include "contacts/telephone/telephone.h"
#include "kernel/json_document.h"
#include "platform/api/input.h"

namespace sluis::contacts {
namespace {

constexpr std::size_t kTextMost = 200;

// One of the names that an event may have, as it came.
void take(CallNews& news, bool& is_event, std::string_view name, std::string_view value) {
  if (value.size() > kTextMost) return;
  const std::string text(value);
  if (name == "event") {
    const auto event = parse_enum<CallEvent>(value == "newCall" ? "new_call" : value);
    is_event = event.has_value();
    if (event) news.event = *event;
  }
  if (name == "callId" || name == "call_id") news.call_id = text;
  if (name == "direction" && value == "out") news.direction = Direction::out;
  if (name == "from") news.from = text;
  if (name == "to") news.to = text;
  const bool names_somebody = name == "user" || name == "user[]" || name == "answeringNumber" ||
                              name == "answering_number" || name == "fullUserId[]";
  if (names_somebody && !text.empty()) news.users.push_back(text);
}

bool take_json(CallNews& news, bool& is_event, std::string_view body) {
  const auto document = JsonDocument::parse(body);
  if (!document || document->root().kind() != JsonView::Kind::object) return false;
  const JsonView root = document->root();
  for (std::size_t i = 0; i < root.size(); ++i) {
    const JsonView value = root.item(i);
    if (value.kind() == JsonView::Kind::text) take(news, is_event, root.key(i), value.text());
    if (value.kind() != JsonView::Kind::list) continue;
    for (std::size_t at = 0; at < value.size(); ++at) {
      if (value.item(at).kind() == JsonView::Kind::text)
        take(news, is_event, root.key(i), value.item(at).text());
    }
  }
  return true;
}

bool take_form(CallNews& news, bool& is_event, std::string_view body) {
  const auto pairs = api::parse_query(body);
  if (!pairs) return false;
  for (const auto& [name, value] : *pairs)
    take(news, is_event, name, value);
  return true;
}

}  // namespace

Result<CallNews> read_call_news(std::string_view body) {
  CallNews news;
  bool is_event = false;
  const bool is_json = trimmed(body).starts_with('{');
  const bool readable =
      is_json ? take_json(news, is_event, body) : take_form(news, is_event, trimmed(body));
  if (!readable || !is_event || news.call_id.empty()) {
    return refuse(CallRefusal::call_event_unreadable);
  }
  return news;
}

}  // namespace sluis::contacts
