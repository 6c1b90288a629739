#include "platform/http/static_files.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <map>
#include <utility>

#include <fmt/format.h>
#include <openssl/evp.h>

#include "kernel/assert.h"
#include "platform/http/accept_encoding.h"

namespace sluis::http {
namespace fs = std::filesystem;
namespace {

struct Form {
  std::shared_ptr<const std::string> bytes;
  std::string etag;  // strong: of these very bytes
};

struct File {
  std::string content_type;
  std::string cache_control;
  Form plain;
  std::optional<Form> gzip;
  std::optional<Form> brotli;
};

constexpr std::array<std::pair<std::string_view, std::string_view>, 26> kContentTypes{{
    {".avif", "image/avif"},
    {".css", "text/css; charset=utf-8"},
    {".csv", "text/csv; charset=utf-8"},
    {".gif", "image/gif"},
    {".html", "text/html; charset=utf-8"},
    {".ico", "image/vnd.microsoft.icon"},
    {".jpeg", "image/jpeg"},
    {".jpg", "image/jpeg"},
    {".js", "text/javascript; charset=utf-8"},
    {".json", "application/json"},
    {".map", "application/json"},
    {".md", "text/markdown; charset=utf-8"},
    {".mjs", "text/javascript; charset=utf-8"},
    {".mp3", "audio/mpeg"},
    {".mp4", "video/mp4"},
    {".ogg", "audio/ogg"},
    {".pdf", "application/pdf"},
    {".png", "image/png"},
    {".svg", "image/svg+xml"},
    {".ttf", "font/ttf"},
    {".txt", "text/plain; charset=utf-8"},
    {".wasm", "application/wasm"},
    {".webmanifest", "application/manifest+json"},
    {".webp", "image/webp"},
    {".woff", "font/woff"},
    {".woff2", "font/woff2"},
}};

std::string content_type_of(const fs::path& path) {
  const std::string extension = path.extension().string();
  for (const auto& [known, type] : kContentTypes)
    if (equal_ignoring_case(known, extension)) return std::string(type);
  return "application/octet-stream";
}

// Bundlers write "name-BASE64URL.js" with eight characters of a hash of the content.
bool has_content_hash(const fs::path& path) {
  constexpr std::size_t kHashBytes = 8;
  const std::string stem = path.stem().string();
  if (stem.size() <= kHashBytes || stem[stem.size() - kHashBytes - 1] != '-') return false;
  const std::string_view hash = std::string_view(stem).substr(stem.size() - kHashBytes);
  const auto is_digit_or_capital = [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z');
  };
  const auto is_of_hash = [&](char c) {
    return is_digit_or_capital(c) || (c >= 'a' && c <= 'z') || c == '_' || c == '-';
  };
  // A plain word of eight small letters is taken for a word.
  return std::ranges::all_of(hash, is_of_hash) && std::ranges::any_of(hash, is_digit_or_capital);
}

std::string etag_of(std::string_view bytes) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest;
  SLUIS_ASSERT(
      EVP_Digest(bytes.data(), bytes.size(), digest.data(), nullptr, EVP_sha256(), nullptr) == 1);
  std::string etag = "\"";
  for (std::size_t i = 0; i < 16; ++i)
    etag += fmt::format("{:02x}", digest[i]);
  return etag + '"';
}

std::optional<Form> read_form(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return std::nullopt;
  std::string bytes{std::istreambuf_iterator<char>(file), {}};
  std::string etag = etag_of(bytes);
  return Form{std::make_shared<const std::string>(std::move(bytes)), std::move(etag)};
}

bool lies_in(const fs::path& path, const fs::path& folder) {
  std::error_code error;
  const fs::path real = fs::canonical(path, error);
  if (error) return false;
  return std::ranges::mismatch(folder, real).in1 == folder.end();
}

bool is_precompressed(const fs::path& path) {
  const fs::path extension = path.extension();
  return (extension == ".gz" || extension == ".br") &&
         fs::exists(fs::path(path).replace_extension());
}

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

std::optional<std::string> percent_decode(std::string_view text) {
  std::string decoded;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '%') {
      decoded.push_back(text[i]);
      continue;
    }
    if (i + 2 >= text.size()) return std::nullopt;
    const int high = hex_digit(text[i + 1]);
    const int low = hex_digit(text[i + 2]);
    if (high < 0 || low < 0) return std::nullopt;
    decoded.push_back(static_cast<char>(high * 16 + low));
    i += 2;
  }
  return decoded;
}

// Whether If-None-Match names this form, or any.
bool names_etag(std::string_view header, std::string_view etag) {
  if (header == "*") return true;
  while (!header.empty()) {
    const std::size_t comma = std::min(header.find(','), header.size());
    std::string_view item = header.substr(0, comma);
    while (item.starts_with(' '))
      item.remove_prefix(1);
    while (item.ends_with(' '))
      item.remove_suffix(1);
    if (item.starts_with("W/")) item.remove_prefix(2);
    if (item == etag) return true;
    header.remove_prefix(std::min(comma + 1, header.size()));
  }
  return false;
}

}  // namespace

struct StaticFiles::Tree {
  std::map<std::string, File, std::less<>> files;  // by path relative to the folder

  void read(const fs::path& path, const fs::path& folder) {
    auto plain = read_form(path);
    if (!plain) return;
    const auto sibling = [&](const char* extension) -> std::optional<Form> {
      const fs::path packed = path.string() + extension;
      return lies_in(packed, folder) ? read_form(packed) : std::nullopt;
    };
    files.emplace(
        path.lexically_relative(folder).generic_string(),
        File{.content_type = content_type_of(path),
             .cache_control =
                 has_content_hash(path) ? "public, max-age=31536000, immutable" : "no-cache",
             .plain = *std::move(plain),
             .gzip = sibling(".gz"),
             .brotli = sibling(".br")});
  }
};

const RefusalKind& kind_of(StaticRefusal refusal) {
  switch (refusal) {
    case StaticRefusal::folder_unreadable: {
      static constexpr RefusalKind kind{
          "folder_unreadable",
          Category::unavailable,
          Retry::useless,
          {"The folder {0} cannot be read: {1}.", "De map {0} is niet te lezen: {1}."}};
      return kind;
    }
  }
  assertion_failed("a known refusal");
}

Result<StaticFiles> StaticFiles::load(const fs::path& folder) {
  std::error_code error;
  const fs::path root = fs::canonical(folder, error);
  auto entry =
      error ? fs::recursive_directory_iterator() : fs::recursive_directory_iterator(root, error);
  auto tree = std::make_unique<Tree>();
  for (; !error && entry != fs::recursive_directory_iterator(); entry.increment(error)) {
    if (entry->path().filename().string().starts_with('.')) {
      entry.disable_recursion_pending();
    } else if (entry->is_regular_file() && lies_in(entry->path(), root) &&
               !is_precompressed(entry->path())) {
      tree->read(entry->path(), root);
    }
  }
  if (error) return refuse(StaticRefusal::folder_unreadable, folder.string(), error.message());
  return StaticFiles(std::move(tree));
}

StaticFiles::StaticFiles(std::unique_ptr<Tree> tree) : tree_(std::move(tree)) {}
StaticFiles::StaticFiles(StaticFiles&&) noexcept = default;
StaticFiles::~StaticFiles() = default;

std::optional<Reply> StaticFiles::serve(std::string_view path, const Head& head) const {
  auto name = percent_decode(path);
  if (!name) return std::nullopt;
  if (name->empty() || name->ends_with('/')) name->append("index.html");
  const auto found = tree_->files.find(*name);
  if (found == tree_->files.end()) return std::nullopt;

  const File& file = found->second;
  const Coding coding = choose_coding(parse_accept_encoding(head.header("Accept-Encoding")),
                                      file.brotli.has_value(), file.gzip.has_value());
  const Form& form = coding == Coding::brotli ? *file.brotli
                     : coding == Coding::gzip ? *file.gzip
                                              : file.plain;
  Reply reply;
  reply.headers = {{"ETag", form.etag}, {"Cache-Control", file.cache_control}};
  if (file.gzip || file.brotli) reply.headers.push_back({"Vary", "Accept-Encoding"});
  if (names_etag(head.header("If-None-Match"), form.etag)) {
    reply.status = 304;
    return reply;
  }
  if (coding != Coding::identity)
    reply.headers.push_back({"Content-Encoding", coding == Coding::brotli ? "br" : "gzip"});
  reply.content_type = file.content_type;
  reply.shared_body = form.bytes;
  return reply;
}

}  // namespace sluis::http
