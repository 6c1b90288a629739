#include "connectors/ofrep/answers.h"

#include <algorithm>

#include <fmt/format.h>

#include "connectors/ofrep/evaluation.h"
#include "kernel/assert.h"
#include "kernel/json.h"
#include "kernel/text_form.h"
#include "platform/api/problem.h"
#include "platform/secrets/secrets.h"

namespace sluis::connectors::ofrep {
namespace {

using decisions::DecisionView;
using decisions::Reason;

constexpr std::size_t kTagDigits = 16;

// An object of JSON, member by member; what is not there is left out.
class Members {
 public:
  void add(std::string_view name, std::string_view text) { write_json_string(begin(name), text); }
  void add_json(std::string_view name, std::string_view json) { begin(name) += json; }
  template <class T>
  void add(std::string_view name, const std::optional<T>& value) {
    if (value) add(name, TextForm<T>::print(*value));
  }
  template <class T>
    requires std::is_arithmetic_v<T>
  void add_number(std::string_view name, T value) {
    begin(name) += fmt::format("{}", value);
  }
  std::string object() const { return "{" + members_ + "}"; }

 private:
  std::string& begin(std::string_view name) {
    if (!members_.empty()) members_ += ',';
    write_json_string(members_, name);
    members_ += ':';
    return members_;
  }

  std::string members_;
};

// In the words of OpenFeature; our own reason stands in the metadata.
std::string_view reason_named(Reason reason) {
  switch (reason) {
    case Reason::chosen:
    case Reason::nothing_pays:
    case Reason::held_out:
      return "SPLIT";
    case Reason::stopped:
      return "DEFAULT";
    case Reason::switched_off:
      return "DISABLED";
    case Reason::placement_unknown:
    case Reason::visitor_unknown:
      return "ERROR";
    case Reason::starting:
    case Reason::store_slow:
      return "UNKNOWN";
  }
  assertion_failed("a Reason");
}

bool names_nobody(const DecisionView& view) {
  return view.reason == Reason::visitor_unknown;
}

std::optional<Refusal> refusal_of(const Flag& flag) {
  if (flag.view.reason == Reason::placement_unknown)
    return Refusal(kind_of(FlagRefusal::flag_not_found), flag.key);
  if (names_nobody(flag.view)) return Refusal(kind_of(FlagRefusal::targeting_key_missing));
  return std::nullopt;
}

// What a program of another room refuses is wrong with the context, seen from here.
std::string_view error_code(const Refusal& refusal) {
  if (refusal.is(kind_of(FlagRefusal::parse_error))) return "PARSE_ERROR";
  if (refusal.is(kind_of(FlagRefusal::targeting_key_missing))) return "TARGETING_KEY_MISSING";
  if (refusal.is(kind_of(FlagRefusal::flag_not_found))) return "FLAG_NOT_FOUND";
  return "INVALID_CONTEXT";
}

std::string refused(std::string_view key, const Refusal& refusal, Language language) {
  Members members;
  if (!key.empty()) members.add("key", key);
  members.add("errorCode", error_code(refusal));
  members.add("errorDetails", refusal.message().in(language));
  return members.object();
}

// What a visitor would see of it: the same for as long as nothing else is decided.
Members shown(const DecisionView& view) {
  Members members;
  members.add("reason", enum_name(view.reason));
  members.add("gate", view.gate);
  if (!view.offer) return members;
  members.add("offer", to_string(view.offer->id));
  members.add("act", enum_name(view.offer->act));
  members.add("title", view.offer->title);
  members.add("body", view.offer->body);
  members.add("button", view.offer->button);
  if (view.offer->discount_basis_points)
    members.add_number("discount_basis_points", view.offer->discount_basis_points->number);
  return members;
}

std::string metadata(const DecisionView& view) {
  Members members = shown(view);
  members.add("decision", view.id);
  members.add("handle", view.handle);
  members.add("valid_until", view.valid_until);
  members.add_number("probability", view.probability);
  if (view.policy) members.add_number("policy", *view.policy);
  return members.object();
}

std::string evaluated(const Flag& flag, Language language) {
  if (const auto refusal = refusal_of(flag)) return refused(flag.key, *refusal, language);
  const std::string_view value =
      flag.view.offer ? std::string_view(flag.view.offer->code.text) : std::string_view();
  Members members;
  members.add("key", flag.key);
  members.add("value", value);
  if (flag.view.offer) members.add("variant", value);
  members.add("reason", reason_named(flag.view.reason));
  members.add_json("metadata", metadata(flag.view));
  return members.object();
}

http::Reply json_reply(int status, std::string body) {
  return {.status = status, .content_type = "application/json", .body = std::move(body)};
}

std::string digest(std::span<const Flag> flags) {
  std::string all;
  for (const Flag& flag : flags)
    all += flag.key + shown(flag.view).object();
  return secrets::hex(secrets::sha256(all)).substr(0, kTagDigits);
}

// When the first of what is offered lapses, in microseconds; 0 where nothing does.
std::int64_t lapse(std::span<const Flag> flags) {
  std::int64_t first = 0;
  for (const Flag& flag : flags) {
    const std::int64_t until = flag.view.valid_until ? flag.view.valid_until->micros() : 0;
    if (until != 0 && (first == 0 || until < first)) first = until;
  }
  return first;
}

// Among the tags there is one of the same flags that did not lapse.
bool is_known(std::string_view tags, std::string_view digest, Instant now) {
  const std::string start = fmt::format("\"{}-", digest);
  const auto at = tags.find(start);
  if (at == std::string_view::npos) return false;
  const std::string_view rest = tags.substr(at + start.size());
  const auto until = TextForm<std::int64_t>::parse(rest.substr(0, rest.find('"')));
  return until && (*until == 0 || now < Instant(*until));
}

}  // namespace

http::Reply flag_reply(const Flag& flag, Language language) {
  if (const auto refusal = refusal_of(flag)) return refused_reply(flag.key, *refusal, language);
  return json_reply(200, evaluated(flag, language));
}

http::Reply flags_reply(std::span<const Flag> flags, std::string_view known_tags, Instant now,
                        Language language) {
  if (std::ranges::any_of(flags, [](const Flag& flag) { return names_nobody(flag.view); }))
    return refused_reply({}, Refusal(kind_of(FlagRefusal::targeting_key_missing)), language);
  const std::string digest = ofrep::digest(flags);
  const std::vector<http::Header> headers = {
      {"ETag", fmt::format("\"{}-{}\"", digest, lapse(flags))},
      {"Access-Control-Expose-Headers", "ETag"}};
  if (is_known(known_tags, digest, now)) return {.status = 304, .headers = headers};
  std::string all;
  for (const Flag& flag : flags)
    all += (all.empty() ? "" : ",") + evaluated(flag, language);
  http::Reply reply = json_reply(200, R"({"flags":[)" + all + "]}");
  reply.headers = headers;
  return reply;
}

http::Reply refused_reply(std::string_view key, const Refusal& refusal, Language language) {
  const int status = refusal.is(kind_of(FlagRefusal::flag_not_found)) ? 404 : 400;
  return json_reply(status, refused(key, refusal, language));
}

// A decision holds for the moment, so nothing is kept by the provider; looking again twice a minute
// is soon enough for a page that stays open.
http::Reply configuration_reply() {
  http::Reply reply = json_reply(
      200, R"({"name":"Sluis","capabilities":{"cacheInvalidation":{"polling":{"enabled":true,)"
           R"("minPollingIntervalMs":30000}},"flagEvaluation":{"supportedTypes":["string"]},)"
           R"("caching":{"enabled":false}}})");
  reply.headers = {{"ETag", "\"1\""}, {"Access-Control-Expose-Headers", "ETag"}};
  return reply;
}

}  // namespace sluis::connectors::ofrep
