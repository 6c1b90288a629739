#include "connectors/routes.h"

#include "connectors/answers.h"
#include "connectors/ingest/conventions.h"
#include "connectors/ingest/inflate.h"
#include "connectors/nudges.h"
#include "connectors/sender.h"
#include "kernel/assert.h"
#include "platform/api/foreign.h"
#include "platform/api/refusal.h"

namespace sluis::connectors {
namespace {

using api::Allow;
using http::Method;

// A whole request; one event may be 32 KB of it (ingest::kEventBytesMax).
constexpr std::uint64_t kBodyBytesMax = std::uint64_t{4} << 20;
constexpr Allow kSenders = Allow::key(api::KeyScope::track) | Allow::key(api::KeyScope::ingest);

enum class WireRefusal : std::uint8_t { events_unreadable, events_too_large };
BOOST_DESCRIBE_ENUM(WireRefusal, events_unreadable, events_too_large)

const RefusalKind& kind_of(WireRefusal refusal) {
  static constexpr RefusalKind kUnreadable{
      "events_unreadable",
      Category::malformed,
      Retry::useless,
      {"What was sent cannot be read as {0} sends it.",
       "Wat is verstuurd, is niet te lezen zoals {0} het verstuurt."}};
  static constexpr RefusalKind kTooLarge{
      "events_too_large",
      Category::too_large,
      Retry::useless,
      {"A batch has at most {0} events and, uncompressed, {1} bytes; send smaller ones.",
       "Een partij heeft hoogstens {0} gebeurtenissen en, uitgepakt, {1} bytes; verstuur "
       "kleinere."}};
  switch (refusal) {
    case WireRefusal::events_unreadable:
      return kUnreadable;
    case WireRefusal::events_too_large:
      return kTooLarge;
  }
  assertion_failed("a WireRefusal");
}

// A convention, as data: how its requests are read and what they are answered.
struct Convention {
  std::string_view name;
  ingest::Read (*read)(const ingest::Request&);
  http::Reply (*answer)(const Counts&);
  std::string_view answer_type;
};

constexpr Convention kSegment{"Segment", ingest::read_segment, segment_answer, "application/json"};
constexpr Convention kPosthog{"PostHog", ingest::read_posthog, posthog_answer, "application/json"};
constexpr Convention kSnowplow{"Snowplow", ingest::read_snowplow, plain_ok, "text/plain"};
constexpr Convention kMatomo{"Matomo", ingest::read_matomo, matomo_answer, "application/json"};
constexpr Convention kMatomoPicture{"Matomo", ingest::read_matomo, matomo_picture, "image/gif"};
constexpr Convention kUmami{"Umami", ingest::read_umami, umami_answer, "application/json"};
constexpr Convention kPlausible{"Plausible", ingest::read_plausible, plausible_answer,
                                "text/plain"};

// A request that was understood as far as it could be, and who sends it. Whoever may not send is
// told that first.
struct Incoming {
  const Convention& convention;
  std::string inflated;  // its body, where it came compressed
  Result<ingest::Reading> reading;
  Sender sender;

  explicit Incoming(const Convention& spoken) : convention(spoken) {}
  api::Credentials credentials() const { return sender.credentials(); }
};

bool is_compressed(const api::Foreign& request) {
  const std::string_view coding = request.head.header("Content-Encoding");
  return http::equal_ignoring_case(coding, "gzip") ||
         http::equal_ignoring_case(coding, "deflate") || request.body.starts_with("\x1F\x8B");
}

std::unexpected<Refusal> too_large() {
  return refuse(WireRefusal::events_too_large, std::to_string(ingest::kEventsMax),
                std::to_string(kBodyBytesMax));
}

Result<std::string> inflated_body(const Convention& convention, std::string_view body) {
  auto inflated = ingest::inflated(body, kBodyBytesMax);
  if (inflated) return *std::move(inflated);
  switch (inflated.error()) {
    case ingest::InflateFault::broken:
      return refuse(WireRefusal::events_unreadable, convention.name);
    case ingest::InflateFault::too_large:
      return too_large();
  }
  assertion_failed("an InflateFault");
}

struct CallName {
  std::string_view in_path;
  std::string_view call;  // empty: the body says it, for each event
};
constexpr CallName kCalls[] = {
    {"alias", "alias"}, {"batch", ""},        {"group", "group"}, {"identify", "identify"},
    {"page", "page"},   {"screen", "screen"}, {"track", "track"}, {"a", "alias"},
    {"b", ""},          {"g", "group"},       {"i", "identify"},  {"p", "page"},
    {"s", "screen"},    {"t", "track"},
};

// What a path ends with, where that says which call it is.
Result<std::string_view> call_of(const Convention& convention, std::string_view path) {
  if (convention.read != ingest::read_segment) return "";
  const auto known =
      std::ranges::find(kCalls, path.substr(path.rfind('/') + 1), &CallName::in_path);
  if (known == std::end(kCalls)) return refuse(api::ApiRefusal::route_unknown);
  return known->call;
}

Result<ingest::Reading> read(const Convention& convention, const api::Foreign& request,
                             std::string& inflated) {
  const auto call = TRY(call_of(convention, request.head.path));
  std::string_view body = request.body;
  if (is_compressed(request)) body = inflated = TRY(inflated_body(convention, body));
  auto reading = convention.read({.call = call,
                                  .query = request.head.query,
                                  .body = body,
                                  .peer = request.head.peer,
                                  .device = request.head.header("User-Agent"),
                                  .received = request.received});
  if (reading) return *std::move(reading);
  switch (reading.error()) {
    case ingest::Unreadable::no_request:
      return refuse(WireRefusal::events_unreadable, convention.name);
    case ingest::Unreadable::too_large:
      return too_large();
  }
  assertion_failed("an Unreadable");
}

std::shared_ptr<Incoming> understood(const Convention& convention, const api::Foreign& request) {
  auto incoming = std::make_shared<Incoming>(convention);
  incoming->reading = read(convention, request, incoming->inflated);
  incoming->sender =
      sender_of(request.head, incoming->reading ? incoming->reading->key : std::string_view());
  return incoming;
}

// Who takes events, and decides what may be offered on the answer to them.
struct Takers {
  events::Intake* intake;
  decisions::Engine* engine;
};

// Decided from memory, while the texts stay in the request.
Result<api::Rows<http::Reply>> take(const Takers& takers, const api::Call& call,
                                    const Incoming& incoming) {
  if (!incoming.reading) return std::unexpected(incoming.reading.error());
  SLUIS_ASSERT(takers.intake != nullptr);
  auto prepared = events::prepare(*takers.intake, call.ids,
                                  {.sender = events::sender_of(call.who),
                                   .received = call.now,
                                   .drafts = incoming.reading->drafts});
  std::shared_ptr<const Nudges> nudges;
  if (takers.engine != nullptr && incoming.reading->nudges.given())
    nudges = Nudges::decide(*takers.engine, call, *incoming.reading);
  return api::Rows<http::Reply>{
      [prepared, nudges, &convention = incoming.convention](store::Tx& tx) -> Result<http::Reply> {
        Counts counts = count(events::append(tx, *prepared));
        if (nudges && counts.accepted + counts.duplicate > 0) counts.decisions = nudges->keep(tx);
        return convention.answer(counts);
      }};
}

std::vector<const RefusalKind*> refusals() {
  auto kinds = api::refuses<WireRefusal>();
  kinds.push_back(&api::kind_of(api::ApiRefusal::route_unknown));
  return kinds;
}

api::Route collects(const Takers& takers, const Convention& convention, std::string_view operation,
                    Method method, std::string_view path, const Text& summary) {
  return {
      .operation = operation,
      .method = method,
      .path = path,
      .summary = summary,
      .allow = kSenders,
      .handler = api::foreign<Incoming>(
          [&convention](const api::Foreign& request) { return understood(convention, request); },
          [takers](const api::Call& call, const Incoming& incoming) {
            return take(takers, call, incoming);
          }),
      .limits = {.body_bytes = kBodyBytesMax},
      .refusals = refusals(),
      .content_type = "application/json",
      .answer_type = convention.answer_type};
}

api::Route answers(http::Reply (*answer)(const api::Foreign&), std::string_view operation,
                   Method method, std::string_view path, const Text& summary) {
  return {.operation = operation,
          .method = method,
          .path = path,
          .summary = summary,
          .allow = Allow::anyone(),
          .handler = api::foreign_answer(answer),
          .content_type = "application/json",
          .answer_type = "application/json"};
}

constexpr Text kCall{"One call or a batch of Segment, RudderStack or Jitsu",
                     "Eén aanroep of een partij van Segment, RudderStack of Jitsu"};
constexpr Text kBrowserCall{"A call of Segment's library for browsers",
                            "Een aanroep van de bibliotheek van Segment voor browsers"};
constexpr Text kCapture{"A batch of PostHog", "Een partij van PostHog"};
constexpr Text kTracker{"Events of a Snowplow tracker", "Gebeurtenissen van een Snowplow-tracker"};
constexpr Text kHit{"A hit of Matomo, as a picture", "Een hit van Matomo, als plaatje"};
constexpr Text kHits{"Hits of Matomo", "Hits van Matomo"};
constexpr Text kSend{"An event of Umami", "Een gebeurtenis van Umami"};
constexpr Text kEvent{"An event of Plausible", "Een gebeurtenis van Plausible"};
constexpr Text kSettings{"What Segment's library for browsers asks at its start",
                         "Wat de bibliotheek van Segment voor browsers bij het begin vraagt"};
constexpr Text kSourceConfig{
    "What RudderStack's library for browsers asks at its start",
    "Wat de bibliotheek van RudderStack voor browsers bij het begin vraagt"};
constexpr Text kFlags{"The flags that PostHog asks for: none", "De flags die PostHog vraagt: geen"};

}  // namespace

std::vector<api::Route> routes(events::Intake* intake, decisions::Engine* engine) {
  const Takers in{intake, engine};
  return {
      collects(in, kSegment, "connectors.segment", Method::post, "/v1/{call}", kCall),
      collects(in, kSegment, "connectors.segment_batch", Method::post, "/b", kBrowserCall),
      collects(in, kSegment, "connectors.segment_track", Method::post, "/t", kBrowserCall),
      collects(in, kSegment, "connectors.segment_identify", Method::post, "/i", kBrowserCall),
      collects(in, kSegment, "connectors.segment_page", Method::post, "/p", kBrowserCall),
      collects(in, kSegment, "connectors.segment_screen", Method::post, "/s", kBrowserCall),
      collects(in, kSegment, "connectors.segment_group", Method::post, "/g", kBrowserCall),
      collects(in, kSegment, "connectors.segment_alias", Method::post, "/a", kBrowserCall),
      collects(in, kSegment, "connectors.jitsu", Method::post, "/api/s/{call}", kCall),
      collects(in, kSegment, "connectors.jitsu_server", Method::post, "/api/s/s/{call}", kCall),
      collects(in, kSegment, "connectors.jitsu_s2s", Method::post, "/api/s/s2s/{call}", kCall),
      collects(in, kPosthog, "connectors.posthog", Method::post, "/batch/", kCapture),
      collects(in, kSnowplow, "connectors.snowplow", Method::post,
               "/com.snowplowanalytics.snowplow/tp2", kTracker),
      collects(in, kMatomoPicture, "connectors.matomo_hit", Method::get, "/matomo.php", kHit),
      collects(in, kMatomo, "connectors.matomo", Method::post, "/matomo.php", kHits),
      collects(in, kUmami, "connectors.umami", Method::post, "/api/send", kSend),
      collects(in, kPlausible, "connectors.plausible", Method::post, "/api/event", kEvent),
      answers(segment_settings, "connectors.segment_settings", Method::get,
              "/v1/projects/{key}/settings", kSettings),
      answers(rudderstack_settings, "connectors.rudderstack_settings", Method::get,
              "/sourceConfig/", kSourceConfig),
      answers(posthog_flags, "connectors.posthog_flags", Method::post, "/flags/", kFlags),
  };
}

}  // namespace sluis::connectors
