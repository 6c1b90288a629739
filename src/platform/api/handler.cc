#include "platform/api/handler.h"

#include <fmt/format.h>

#include "kernel/percent.h"

namespace sluis::api {

namespace {

http::Reply versioned(http::Reply reply, std::optional<std::int64_t> version) {
  if (version) reply.headers.push_back({"ETag", fmt::format("\"{}\"", *version)});
  return reply;
}

// A name of letters, digits, "-", "_" and "." needs no quoting; any other is told in full as well
// (RFC 6266, 4.3).
std::string disposition(const std::string& name) {
  std::string plain;
  for (const char c : name) {
    const bool quoted_by_nobody = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                                  (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.';
    plain += quoted_by_nobody ? c : '_';
  }
  std::string told = fmt::format("attachment; filename=\"{}\"", plain);
  if (plain != name) told += "; filename*=UTF-8''" + percent_encoded(name);
  return told;
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
  reply.headers.push_back({"Content-Disposition", disposition(download.file_name)});
  reply.headers.push_back({"X-Content-Type-Options", "nosniff"});
  reply.body = std::move(download.bytes);
  return reply;
}

}  // namespace sluis::api
