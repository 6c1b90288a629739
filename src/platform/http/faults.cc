#include "platform/http/faults.h"

#include <fmt/format.h>

namespace sluis::http {

Reply reply_to(const Fault& fault, Language language) {
  Reply reply;
  reply.status = fault.status;
  reply.content_type = "application/problem+json";
  // Our own texts: nothing in them needs escaping.
  reply.body = fmt::format(R"({{"type":"about:blank","title":"{}","status":{},"detail":"{}"}})",
                           reason_phrase(fault.status), fault.status, fault.text.in(language));
  return reply;
}

}  // namespace sluis::http
