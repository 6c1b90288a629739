#include "platform/api/handler.h"

#include <fmt/format.h>

namespace sluis::api {

namespace {

http::Reply versioned(http::Reply reply, std::optional<std::int64_t> version) {
  if (version) reply.headers.push_back({"ETag", fmt::format("\"{}\"", *version)});
  return reply;
}

}  // namespace

http::Reply json_reply(int status, const JsonForm& form, const void* value,
                       std::optional<std::int64_t> version, std::vector<http::Header> headers) {
  http::Reply reply{
      .status = status, .content_type = "application/json", .headers = std::move(headers)};
  form.write(reply.body, value);
  return versioned(std::move(reply), version);
}

http::Reply empty_reply(std::optional<std::int64_t> version, std::vector<http::Header> headers) {
  return versioned({.status = 204, .content_type = {}, .headers = std::move(headers)}, version);
}

http::Reply download_reply(Download download, std::vector<http::Header> headers) {
  http::Reply reply{.content_type = std::move(download.content_type),
                    .headers = std::move(headers)};
  // File names are ours: letters, digits, "-" and "." only, so that no quoting is needed.
  reply.headers.push_back(
      {"Content-Disposition", fmt::format("attachment; filename=\"{}\"", download.file_name)});
  reply.body = std::move(download.bytes);
  return reply;
}

}  // namespace sluis::api
