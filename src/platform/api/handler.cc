#include "platform/api/handler.h"

#include <fmt/format.h>

namespace sluis::api {

http::Reply json_reply(int status, std::string json, std::optional<std::int64_t> version,
                       std::vector<http::Header> headers) {
  http::Reply reply{.status = status, .content_type = {}, .headers = std::move(headers)};
  if (status != 204) reply.content_type = "application/json";
  if (version) reply.headers.push_back({"ETag", fmt::format("\"{}\"", *version)});
  reply.body = std::move(json);
  return reply;
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
