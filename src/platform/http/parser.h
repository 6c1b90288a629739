// Reads the heads of requests, strictly: what two programs could understand differently is refused.
// The grammar is Boost.Beast's; what it lets pass is checked here.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "platform/http/faults.h"
#include "platform/http/message.h"
#include "platform/http/server.h"

namespace sluis::http {

enum class BodyForm : std::uint8_t { none, length, chunked };

struct ParsedHead {
  Head head;  // but for peer and secure
  BodyForm body = BodyForm::none;
  std::uint64_t body_bytes = 0;  // with BodyForm::length
  bool http_1_0 = false;
  bool keep_alive = false;
  bool expects_continue = false;
};

class RequestParser {
 public:
  explicit RequestParser(const Limits& limits);
  ~RequestParser();

  // `bytes` is one whole head, with the empty line at its end; the result points into it.
  MaybeFault read_head(std::string_view bytes, ParsedHead& parsed);

 private:
  class Grammar;

  std::unique_ptr<Grammar> grammar_;
};

}  // namespace sluis::http
