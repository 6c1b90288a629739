// Refusals on the wire: problem+json (RFC 9457) in the reader's language.
#pragma once

#include "kernel/json.h"
#include "kernel/result.h"
#include "platform/http/message.h"

namespace sluis::api {

struct ProblemField {
  std::string pointer;  // JSON pointer into the body, or "?name" for a parameter
  std::string code;
  std::string message;
};
BOOST_DESCRIBE_STRUCT(ProblemField, (), (pointer, code, message))

struct Problem {
  std::string type;   // "urn:sluis:problem:" and the code
  std::string title;  // in the reader's language
  std::int64_t status;
  std::string code;  // stable
  bool retry_may_help;
  std::vector<ProblemField> fields;
  Patch<RequestId> request_id;  // only of a fault of ours: what the log calls it
};
BOOST_DESCRIBE_STRUCT(Problem, (), (type, title, status, code, retry_may_help, fields, request_id))

int status_of(Category category);
http::Reply problem_reply(const Refusal& refusal, Language language,
                          std::optional<RequestId> request = {});
// The language that a client prefers (Accept-Language, RFC 9110); English if it says neither.
Language language_of(std::string_view accept_language);

}  // namespace sluis::api
