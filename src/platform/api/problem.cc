#include "platform/api/problem.h"

#include "kernel/assert.h"

namespace sluis::api {
namespace {

constexpr Text kNamedInLog{"{0} It is called {1} there.", "{0} Het heet daar {1}."};

// A fault of ours can be reported with the name that the log has for it.
void name_request(Problem& problem, RequestId request, Language language) {
  const std::string id = to_string(request);
  problem.title = Message(kNamedInLog, problem.title, id).in(language);
  problem.request_id = {true, request};
}

}  // namespace

int status_of(Category category) {
  switch (category) {
    case Category::malformed:
      return 400;
    case Category::unauthenticated:
      return 401;
    case Category::forbidden:
      return 403;
    case Category::not_found:
      return 404;
    case Category::not_offered:
      return 405;
    case Category::conflict:
      return 409;
    case Category::precondition_failed:
      return 412;
    case Category::too_large:
      return 413;
    case Category::unsupported:
      return 415;
    case Category::invalid:
      return 422;
    case Category::precondition_required:
      return 428;
    case Category::too_many:
      return 429;
    case Category::internal:
      return 500;
    case Category::unavailable:
      return 503;
  }
  assertion_failed("a Category");
}

http::Reply problem_reply(const Refusal& refusal, Language language,
                          std::optional<RequestId> request) {
  const RefusalKind& kind = refusal.kind();
  Problem problem{.type = "urn:sluis:problem:" + std::string(kind.name),
                  .title = refusal.message().in(language),
                  .status = status_of(kind.category),
                  .code = std::string(kind.name),
                  .retry_may_help = kind.retry == Retry::may_help,
                  .fields = {},
                  .request_id = {}};
  if (request && kind.category == Category::internal) name_request(problem, *request, language);
  for (const auto& field : refusal.fields()) {
    problem.fields.push_back({field.pointer, std::string(field.code), field.message.in(language)});
  }
  http::Reply reply{.status = static_cast<int>(problem.status),
                    .content_type = "application/problem+json"};
  reply.headers.push_back({"Content-Language", language == Language::nl ? "nl" : "en"});
  if (refusal.retry_after_s()) {
    reply.headers.push_back({"Retry-After", std::to_string(*refusal.retry_after_s())});
  }
  if (kind.category == Category::unauthenticated) {
    reply.headers.push_back({"WWW-Authenticate", "Bearer"});
  }
  reply.body = to_json(problem);
  return reply;
}

Language language_of(std::string_view accept_language) {
  double best = 0;
  Language language = Language::en;
  while (!accept_language.empty()) {
    const auto comma = accept_language.find(',');
    const std::string_view range = trimmed(accept_language.substr(0, comma));
    accept_language.remove_prefix(comma == std::string_view::npos ? accept_language.size()
                                                                  : comma + 1);
    const auto weight = range.find(";q=");
    const double q = weight == std::string_view::npos
                         ? 1
                         : TextForm<double>::parse(range.substr(weight + 3)).value_or(0);
    const bool dutch = range.starts_with("nl");
    if ((!dutch && !range.starts_with("en")) || q <= best) continue;
    best = q;
    language = dutch ? Language::nl : Language::en;
  }
  return language;
}

}  // namespace sluis::api
