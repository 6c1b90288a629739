#include "connectors/answers.h"

#include "kernel/json.h"

namespace sluis::connectors {
namespace {

constexpr std::string_view kJson = "application/json";

// The smallest picture there is: one transparent dot (GIF89a).
constexpr std::string_view kPicture(
    "GIF89a\x01\x00\x01\x00\x80\x00\x00\x00\x00\x00\xff\xff\xff!\xf9\x04\x01\x00\x00\x00\x00,"
    "\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x02\x44\x01\x00;",
    43);

http::Reply reply(int status, std::string_view type, std::string body) {
  return {.status = status, .content_type = std::string(type), .body = std::move(body)};
}

std::string quoted(std::string_view text) {
  std::string json;
  write_json_string(json, text);
  return json;
}

// What stands between two parts of a path: the key in "/v1/projects/KEY/settings".
std::string_view between(std::string_view path, std::string_view before, std::string_view after) {
  path.remove_prefix(std::min(before.size(), path.size()));
  return path.substr(0, path.rfind(after));
}

}  // namespace

Counts count(std::span<const events::Verdict> verdicts) {
  Counts counts;
  for (const auto& verdict : verdicts) {
    switch (verdict.outcome) {
      case events::Outcome::accepted:
        ++counts.accepted;
        break;
      case events::Outcome::duplicate:
        ++counts.duplicate;
        break;
      case events::Outcome::quarantined:
        ++counts.quarantined;
        break;
      case events::Outcome::refused_by_consent:
        break;
    }
  }
  return counts;
}

http::Reply segment_answer(const Counts& counts) {
  const std::string decisions =
      counts.decisions.empty() ? "" : R"(,"decisions":)" + counts.decisions;
  return reply(200, kJson,
               fmt::format(R"({{"success":true,"accepted":{},"duplicate":{},"quarantined":{}{}}})",
                           counts.accepted, counts.duplicate, counts.quarantined, decisions));
}

http::Reply posthog_answer(const Counts&) {
  return reply(200, kJson, R"({"status":"Ok"})");
}

http::Reply plain_ok(const Counts&) {
  return reply(200, "text/plain", "ok");
}

http::Reply matomo_answer(const Counts& counts) {
  return reply(200, kJson,
               fmt::format(R"({{"status":"success","tracked":{},"invalid":{}}})",
                           counts.accepted + counts.duplicate, counts.quarantined));
}

http::Reply matomo_picture(const Counts&) {
  return reply(200, "image/gif", std::string(kPicture));
}

http::Reply umami_answer(const Counts&) {
  return reply(200, kJson, R"({"cache":""})");
}

http::Reply plausible_answer(const Counts&) {
  return reply(202, "text/plain", "ok");
}

// Sends the library back to where it asked, without any destination of others.
http::Reply segment_settings(const api::Foreign& request) {
  const std::string_view key = between(request.head.path, "/v1/projects/", "/settings");
  return reply(
      200, kJson,
      fmt::format(R"({{"integrations":{{"Segment.io":{{"apiKey":{},"apiHost":{},)"
                  R"("protocol":"{}","unbundledIntegrations":[],)"
                  R"("addBundledMetadata":false}}}},"plan":{{"track":{{"__default":)"
                  R"({{"enabled":true,"integrations":{{}}}}}}}},"edgeFunction":{{}},)"
                  R"("middlewareSettings":{{}},"enabledMiddleware":{{}},)"
                  R"("metrics":{{"sampleRate":0}},"analyticsNextEnabled":true,)"
                  R"("remotePlugins":[]}})",
                  quoted(key), quoted(request.head.host), request.head.secure ? "https" : "http"));
}

http::Reply rudderstack_settings(const api::Foreign&) {
  return reply(200, kJson,
               R"({"source":{"id":"sluis","name":"Sluis","enabled":true,"workspaceId":"sluis",)"
               R"("config":{"statsCollection":{"errors":{"enabled":false},)"
               R"("metrics":{"enabled":false}}},"connections":[],"destinations":[],)"
               R"("dataplanes":{}},"updatedAt":"2026-01-01T00:00:00.000Z"})");
}

// There are no flags here.
http::Reply posthog_flags(const api::Foreign&) {
  return reply(200, kJson,
               R"({"flags":{},"featureFlags":{},"featureFlagPayloads":{},)"
               R"("errorsWhileComputingFlags":false,"requestId":"sluis"})");
}

}  // namespace sluis::connectors
