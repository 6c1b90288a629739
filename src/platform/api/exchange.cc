#include "platform/api/exchange.h"

#include <fmt/format.h>

#include "platform/api/problem.h"
#include "platform/api/refusal.h"

namespace sluis::api {
namespace {

// "12" with its quotes, as this server sent it. A list, `*` or a weak tag names no version.
std::optional<std::int64_t> version_of(std::string_view etag) {
  if (etag.size() < 3 || !etag.starts_with('"') || !etag.ends_with('"')) return std::nullopt;
  return TextForm<std::int64_t>::parse(etag.substr(1, etag.size() - 2));
}

bool is_json(std::string_view content_type) {
  const std::string_view type = trimmed(content_type.substr(0, content_type.find(';')));
  return http::equal_ignoring_case(type, "application/json");
}

const std::string* header_of(const http::Reply& reply, std::string_view name) {
  for (const auto& header : reply.headers) {
    if (header.name == name) return &header.value;
  }
  return nullptr;
}

}  // namespace

bool is_for_pages(const Route& route) {
  Principal page;
  page.audience = Audience::key;
  page.key_scope = KeyScope::track;
  return route.handler.foreign || (route.allow.admits(page) && !route.allow.admits_anyone());
}

Exchange::Exchange(const Surroundings& surroundings, const http::Request& request,
                   Router::Match match, http::Responder responder)
    : surroundings_(surroundings),
      route_(match.route),
      head_(request.head),
      body_(request.body),
      now_(surroundings.clock.now()),
      record_(surroundings, head_.method, route_),
      idempotency_key_(route_->idempotency == Idempotency::by_key ? head_.header("Idempotency-Key")
                                                                  : std::string_view()),
      raw_{.path = std::move(match.path),
           .query = {},
           .body = body_,
           .file = request.file,
           .head = &head_,
           .received = now_},
      responder_(std::move(responder)) {}

bool Exchange::comes_from_frame() const {
  return head_.header("Origin") == "null" && surroundings_.is_for_frames(head_.path);
}

Credentials Exchange::credentials() const {
  if (comes_from_frame()) return {};
  if (route_->handler.credentials) return route_->handler.credentials(input());
  return {.cookies = head_.header("Cookie"),
          .authorization = head_.header("Authorization"),
          .origin = head_.header("Origin")};
}

Result<void> Exchange::admit(store::Snapshot& snapshot) {
  return admit_as(surroundings_.authenticate(snapshot, credentials(), now_));
}

std::optional<Result<void>> Exchange::admit_from_memory() {
  if (!surroundings_.recognise) return std::nullopt;
  auto who = surroundings_.recognise(credentials(), now_);
  if (!who) return std::nullopt;
  return admit_as(*std::move(who));
}

Result<void> Exchange::admit_as(Result<Principal> who) {
  // A cookie that no longer holds must not keep its owner from signing in again.
  if (!who && !route_->allow.admits_anyone()) return std::unexpected(std::move(who).error());
  who_ = who ? *std::move(who) : Principal{};
  if (!route_->allow.admits(who_)) {
    if (who_.audience == Audience::nobody) return sluis::refuse(ApiRefusal::unauthenticated);
    return sluis::refuse(ApiRefusal::forbidden,
                         fmt::format("{}", fmt::join(route_->allow.names(), ", ")));
  }
  TRY_VOID(refuse_foreign_origin());
  return read_input();
}

Result<void> Exchange::admit_anyone() {
  TRY_VOID(refuse_foreign_origin());
  return read_input();
}

// A cookie is sent by the browser whatever page asks; only our own pages may change something with
// it. Browsers name the page's origin on every unsafe request.
Result<void> Exchange::refuse_foreign_origin() const {
  if (route_->handler.foreign || comes_from_frame()) return {};
  if (only_reads(head_.method) || who_.audience == Audience::key) return {};
  const std::string_view origin = head_.header("Origin");
  const bool by_cookie = who_.audience != Audience::nobody;
  if (origin.empty()) {
    if (by_cookie) return sluis::refuse(ApiRefusal::origin_not_allowed);
    return {};
  }
  const std::string own = fmt::format("{}://{}", head_.secure ? "https" : "http", head_.host);
  if (origin == own ||
      (!surroundings_.public_origin.empty() && origin == surroundings_.public_origin)) {
    return {};
  }
  return sluis::refuse(ApiRefusal::origin_not_allowed);
}

Result<void> Exchange::read_input() {
  if (input_) return {};
  if (route_->handler.foreign) {
    input_ = TRY(route_->handler.parse(raw_));
    return {};
  }
  if (route_->idempotency == Idempotency::by_key && head_.has("Idempotency-Key") &&
      !idempotency::is_valid(idempotency_key_)) {
    return sluis::refuse(ApiRefusal::idempotency_key_invalid);
  }
  auto query = parse_query(head_.query);
  if (!query) return sluis::refuse(ApiRefusal::invalid_parameters);
  raw_.query = *std::move(query);
  if (!body_.empty() && route_->content_type.empty() && !is_json(head_.header("Content-Type"))) {
    return sluis::refuse(ApiRefusal::content_type_unsupported, "application/json");
  }
  version_ = TRY(expected_version());
  input_ = TRY(route_->handler.parse(raw_));
  return {};
}

Result<std::int64_t> Exchange::expected_version() const {
  if (route_->precondition == Precondition::none) return 0;
  const auto version = version_of(head_.header("If-Match"));
  if (!version) return sluis::refuse(ApiRefusal::version_required);
  return *version;
}

Call Exchange::call() const {
  return {.who = who_,
          .now = now_,
          .ids = surroundings_.ids,
          .language = language(),
          .peer = head_.peer,
          .secure = head_.secure,
          .device = head_.header("User-Agent"),
          .last_event_id = head_.header("Last-Event-ID"),
          .expected_version = version_};
}

Language Exchange::language() const {
  return who_.language.value_or(language_of(head_.header("Accept-Language")));
}

idempotency::Key Exchange::stored_key() const {
  return {.scope = fmt::format("{} {}", who_.name(), route_->operation),
          .key = std::string(idempotency_key_),
          .request_hash = idempotency::hash_of(head_.target, body_)};
}

Result<std::optional<http::Reply>> Exchange::answer_before(store::Snapshot& snapshot) {
  return idempotency::find(snapshot, stored_key());
}

Handler::Answer Exchange::run_unit(store::Tx& tx) {
  TRY_VOID(admit(tx));
  if (!has_key()) return route_->handler.in_unit(tx, call(), input());
  if (auto before = TRY(answer_before(tx))) return *std::move(before);
  http::Reply reply = TRY(route_->handler.in_unit(tx, call(), input()));
  if (!idempotency::keep(tx, stored_key(), reply, now_)) {
    // The same request came twice at the same time and the other one was first.
    throw store::Error(store::Failure::contended, "an idempotency key was kept meanwhile");
  }
  return reply;
}

void Exchange::answer(Handler::Answer answer) {
  if (!answer) return refuse(answer.error());
  const std::string* etag = header_of(*answer, "ETag");
  const bool unchanged =
      only_reads(head_.method) && etag != nullptr && head_.header("If-None-Match") == *etag;
  if (unchanged) {
    answer->status = 304;
    answer->content_type.clear();
    answer->body.clear();
  }
  send(*std::move(answer));
}

void Exchange::stream(Handler::Stream stream) {
  if (!stream) return refuse(stream.error());
  http::Reply begin{.status = 200};
  open_to_others(begin);
  responder_.stream(*std::move(stream), record_.closed(std::move(begin)).headers);
}

// Which page reads the answer does not matter where no cookie counts.
void Exchange::open_to_others(http::Reply& reply) const {
  if (is_for_pages(*route_) || comes_from_frame())
    reply.headers.push_back({"Access-Control-Allow-Origin", "*"});
}

void Exchange::refuse(const Refusal& refusal) {
  send(problem_reply(refusal, language(), record_.id()));
}

void Exchange::send(http::Reply reply) {
  if (header_of(reply, "Cache-Control") == nullptr) {
    reply.headers.push_back({"Cache-Control", "no-store"});
  }
  open_to_others(reply);
  responder_.reply(record_.closed(std::move(reply), fault_));
}

}  // namespace sluis::api
