#include "platform/http/faults.h"

#include <fmt/format.h>

namespace sluis::http {

Reply reply_to(const Fault& fault, Language language) {
  Reply reply;
  reply.status = fault.status;
  reply.content_type = "application/problem+json";
  const bool retry_may_help = fault.status == 408 || fault.status == 503;
  // Our own texts: nothing in them needs escaping.
  reply.body =
      fmt::format(R"({{"type":"urn:sluis:problem:{}","title":"{}","status":{},"code":"{}",)"
                  R"("retry_may_help":{},"fields":[]}})",
                  fault.code, fault.text.in(language), fault.status, fault.code, retry_may_help);
  return reply;
}

}  // namespace sluis::http
