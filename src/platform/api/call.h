// What a handler gets beside its typed input, and what it gives back.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <boost/describe/class.hpp>

#include "kernel/ids.h"
#include "platform/api/principal.h"
#include "platform/http/message.h"

namespace sluis::api {

struct Call {
  const Principal& who;
  Instant now;
  IdSource& ids;
  Language language;
  std::string_view peer;           // the client's address
  bool secure;                     // over TLS: cookies must say so
  std::string_view device;         // what the client says it is: the header User-Agent, as sent
  std::string_view last_event_id;  // where a stream of events was broken off; empty at first
  // The version in If-Match, where the route asks for one.
  std::int64_t expected_version = 0;
};

// A value with more than its body. A handler may also return the bare value (200), or nothing
// (204).
template <class T>
struct Reply {
  T value;
  int status = 200;
  std::optional<std::int64_t> version;  // sent as ETag; If-None-Match answers 304
  std::vector<http::Header> headers;
};

// Bytes to be saved by the client, such as CSV.
struct Download {
  std::string content_type;
  std::string file_name;
  std::string bytes;
};

// A request body that is not JSON, within the route's limit.
struct RawBody {
  std::string_view bytes;
};

// A JSON body that its handler reads by itself; the API description has it as T.
template <class T>
struct RawJson {
  std::string_view bytes;
};
template <class T>
constexpr bool is_raw_json = false;
template <class T>
constexpr bool is_raw_json<RawJson<T>> = true;

// A request body that went to a file, of routes with mode `file`.
struct FileBody {
  std::shared_ptr<const http::StagedFile> file;
};

// One page of a list. `next` is given back as ?after= for the page behind it.
template <class T>
struct Page {
  std::vector<T> items;
  std::optional<std::string> next;
  BOOST_DESCRIBE_CLASS(Page, (), (items, next), (), ())
};

}  // namespace sluis::api
