// What goes over HTTP: the head of a request, the request and the reply. Views point into the
// connection's own buffer; they stay valid until the request's Responder has answered.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sluis::http {

enum class Method : std::uint8_t { get, head, post, put, patch, del, options, other };

// GET and HEAD: nothing changes by asking.
constexpr bool only_reads(Method method) {
  return method == Method::get || method == Method::head;
}

// A field of a reply. Control characters in the value are sent as spaces.
struct Header {
  std::string name;
  std::string value;
};

// A field of a request, as it was sent, without the white space around its value.
struct Field {
  std::string_view name;
  std::string_view value;
};

// Everything before the body, checked: exactly one Host (HTTP/1.1), one unambiguous length.
struct Head {
  Method method = Method::other;
  std::string_view method_text;
  std::string_view target;  // path and query, as sent: still percent-encoded
  std::string_view path;    // before '?'; "*" only for OPTIONS
  std::string_view query;   // after '?'
  std::string_view host;    // with its port, as sent
  std::string_view peer;    // the client's address without port; behind a trusted proxy, as it says
  bool secure = false;      // over TLS, also when a trusted proxy says so
  std::span<const Field> fields;

  // The first field of that name, in any case; empty if there is none.
  std::string_view header(std::string_view name) const;
  bool has(std::string_view name) const;
};

// A body that was streamed to a file of its own. The file goes with the last owner, unless it was
// renamed before.
class StagedFile {
 public:
  using Sha256 = std::array<std::uint8_t, 32>;

  StagedFile(std::filesystem::path path, std::uint64_t bytes, const Sha256& sha256)
      : path_(std::move(path)), bytes_(bytes), sha256_(sha256) {}
  StagedFile(const StagedFile&) = delete;
  StagedFile& operator=(const StagedFile&) = delete;
  ~StagedFile();

  const std::filesystem::path& path() const { return path_; }
  std::uint64_t bytes() const { return bytes_; }
  const Sha256& sha256() const { return sha256_; }

 private:
  std::filesystem::path path_;
  std::uint64_t bytes_;
  Sha256 sha256_;
};

struct Request {
  Head head;
  std::string_view body;                   // empty if it went to a file
  std::shared_ptr<const StagedFile> file;  // if its Admission asked for one
};

// Date, Content-Length and Connection are added by the server.
struct Reply {
  int status = 200;
  std::string content_type;  // none is sent if empty
  std::vector<Header> headers;
  std::string body;
  // Instead of `body`: bytes that many replies share, sent without a copy.
  std::shared_ptr<const std::string> shared_body;
};

// Equal but for the case of ASCII letters.
bool equal_ignoring_case(std::string_view a, std::string_view b);
// "Not Found" for 404; empty for a status without a name.
std::string_view reason_phrase(int status);

}  // namespace sluis::http
