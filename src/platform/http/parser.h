// Reads heads and chunked bodies of requests, strictly: what two programs could understand
// differently is refused. The grammar is Boost.Beast's; what it lets pass is checked here.
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

  // After a head with a chunked body. Says how many of `bytes` it took; content goes to `content`.
  struct Chunks {
    std::size_t taken = 0;
    bool done = false;
    MaybeFault fault = nullptr;
  };
  Chunks read_chunks(std::string_view bytes, std::string& content, std::uint64_t bytes_max);

 private:
  class Grammar;

  std::unique_ptr<Grammar> grammar_;
};

}  // namespace sluis::http
