#include "platform/http/message.h"

#include <algorithm>
#include <system_error>
#include <utility>

namespace sluis::http {
namespace {

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
}

constexpr std::array<std::pair<int, std::string_view>, 39> kReasonPhrases{{
    {100, "Continue"},
    {101, "Switching Protocols"},
    {200, "OK"},
    {201, "Created"},
    {202, "Accepted"},
    {204, "No Content"},
    {206, "Partial Content"},
    {301, "Moved Permanently"},
    {302, "Found"},
    {303, "See Other"},
    {304, "Not Modified"},
    {307, "Temporary Redirect"},
    {308, "Permanent Redirect"},
    {400, "Bad Request"},
    {401, "Unauthorized"},
    {403, "Forbidden"},
    {404, "Not Found"},
    {405, "Method Not Allowed"},
    {406, "Not Acceptable"},
    {408, "Request Timeout"},
    {409, "Conflict"},
    {410, "Gone"},
    {411, "Length Required"},
    {412, "Precondition Failed"},
    {413, "Content Too Large"},
    {414, "URI Too Long"},
    {415, "Unsupported Media Type"},
    {417, "Expectation Failed"},
    {422, "Unprocessable Content"},
    {426, "Upgrade Required"},
    {428, "Precondition Required"},
    {429, "Too Many Requests"},
    {431, "Request Header Fields Too Large"},
    {500, "Internal Server Error"},
    {501, "Not Implemented"},
    {502, "Bad Gateway"},
    {503, "Service Unavailable"},
    {504, "Gateway Timeout"},
    {505, "HTTP Version Not Supported"},
}};

}  // namespace

bool equal_ignoring_case(std::string_view a, std::string_view b) {
  return std::ranges::equal(a, b, {}, lower, lower);
}

std::string_view Head::header(std::string_view name) const {
  for (const Field& field : fields)
    if (equal_ignoring_case(field.name, name)) return field.value;
  return {};
}

bool Head::has(std::string_view name) const {
  return std::ranges::any_of(
      fields, [&](const Field& field) { return equal_ignoring_case(field.name, name); });
}

StagedFile::~StagedFile() {
  std::error_code ignored;
  std::filesystem::remove(path_, ignored);
}

std::string_view reason_phrase(int status) {
  const auto found =
      std::ranges::find(kReasonPhrases, status, &std::pair<int, std::string_view>::first);
  return found == kReasonPhrases.end() ? std::string_view() : found->second;
}

}  // namespace sluis::http
