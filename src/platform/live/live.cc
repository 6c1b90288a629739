#include "platform/live/live.h"

#include <algorithm>

#include <fmt/format.h>

#include "kernel/assert.h"
#include "platform/api/refusal.h"

namespace sluis::live {
namespace {

struct Wanted {
  std::vector<std::string> topic;
};
BOOST_DESCRIBE_STRUCT(Wanted, (), (topic))

// What a screen is told: {"topic":"channels.channel_changed","id":"chn_…"}.
struct News {
  std::string topic;
  std::optional<std::string> id;
};
BOOST_DESCRIBE_STRUCT(News, (), (topic, id))

std::optional<std::string> id_in(const Json& payload) {
  const auto document = JsonDocument::parse(payload.text);
  if (!document || document->root().kind() != JsonView::Kind::object) return std::nullopt;
  const auto id = document->root().find("id");
  if (!id || id->kind() != JsonView::Kind::text) return std::nullopt;
  return std::string(id->text());
}

// The topics that the caller asks for, or all that are allowed.
Result<std::vector<std::string>> heard(const std::vector<Topic>& topics, const Wanted& wanted,
                                       const api::Principal& who) {
  std::vector<std::string> heard;
  for (const Topic& topic : topics) {
    const bool asked = wanted.topic.empty() || std::find(wanted.topic.begin(), wanted.topic.end(),
                                                         topic.name) != wanted.topic.end();
    if (!asked) continue;
    if (topic.allow.admits(who)) {
      heard.emplace_back(topic.name);
    } else if (!wanted.topic.empty()) {
      return refuse(api::ApiRefusal::forbidden,
                    fmt::format("{}", fmt::join(topic.allow.names(), ", ")));
    }
  }
  return heard;
}

std::shared_ptr<http::EventStream> follow(outbox::Tail& tail, std::vector<std::string> topics,
                                          std::optional<outbox::Position> after) {
  const auto events = std::make_shared<http::EventStream>();
  // The connection owns the stream, and the stream the subscription: gone together.
  const std::weak_ptr<http::EventStream> open = events;
  auto subscription = std::make_shared<outbox::Tail::Subscription>(
      tail.follow(after, std::move(topics), [open](const outbox::Fact& fact) {
        const auto stream = open.lock();
        if (!stream) return;
        const News news{.topic = fact.topic, .id = id_in(fact.payload)};
        stream->push("fact", outbox::to_string(fact.position), to_json(news));
      }));
  events->on_closed([subscription = std::move(subscription)]() mutable { subscription.reset(); });
  return events;
}

}  // namespace

api::Route route(outbox::Tail* tail, std::vector<Topic> topics) {
  const auto listen = [tail, topics = std::move(topics)](
                          store::Snapshot&, const api::Call& call,
                          const Wanted& wanted) -> api::Handler::Stream {
    SLUIS_ASSERT(tail);
    auto names = TRY(heard(topics, wanted, call.who));
    // Hearing nothing is not hearing everything.
    if (names.empty()) return refuse(api::ApiRefusal::forbidden, "manager");
    return follow(*tail, std::move(names), outbox::parse_position(call.last_event_id));
  };
  return {.operation = "live.listen",
          .method = http::Method::get,
          .path = "/api/v1/live",
          .summary = {"What changes, as it changes (server-sent events).",
                      "Wat er verandert, terwijl het verandert (server-sent events)."},
          .allow = api::Allow::staff(),
          .handler = api::stream(listen)};
}

}  // namespace sluis::live
