// Who sends a foreign request: where each convention keeps the key, and from which page it comes.
#pragma once

#include <string>
#include <string_view>

#include "platform/api/principal.h"
#include "platform/http/message.h"

namespace sluis::connectors {

struct Sender {
  std::string authorization;  // "Bearer slk_…"; empty where no key is named
  std::string origin;         // of the page; empty where there is none

  api::Credentials credentials() const {
    return {.cookies = {}, .authorization = authorization, .origin = origin};
  }
};

// Headers go before what the body or the address names.
Sender sender_of(const http::Head& head, std::string_view named_key);

}  // namespace sluis::connectors
