#include "platform/web/web_app.h"

#include <fstream>
#include <iterator>

#include <fmt/format.h>

#include "kernel/assert.h"
#include "platform/secrets/secrets.h"

namespace sluis::web {
namespace {

constexpr std::string_view kNoncePlace = "__CSP_NONCE__";

constexpr std::string_view kPlainPage = R"(<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Sluis</title>
<style nonce="__CSP_NONCE__">
  :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
  body { max-width: 40rem; margin: 15vh auto; padding: 0 1rem; }
</style>
<h1>Sluis is running</h1>
<p>Version )" SLUIS_VERSION R"(. The web app is not built here; the API is described by
<code>sluis openapi</code>.</p>
<p lang="nl">Sluis draait. De webapp is hier niet gebouwd; <code>sluis openapi</code> beschrijft
de API.</p>
</html>
)";

// Scripts and styles from this server only, styles made by the app with this page's nonce.
std::string policy(std::string_view nonce) {
  return fmt::format(
      "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-{}'; img-src 'self' data:; "
      "font-src 'self'; connect-src 'self'; frame-src 'self'; manifest-src 'self'; "
      "frame-ancestors 'none'; base-uri 'none'; form-action 'self'",
      nonce);
}

std::string with_nonce(std::string_view page, std::string_view nonce) {
  std::string out;
  for (;;) {
    const auto place = page.find(kNoncePlace);
    out += page.substr(0, place);
    if (place == std::string_view::npos) return out;
    out += nonce;
    page.remove_prefix(place + kNoncePlace.size());
  }
}

// Addresses of the API, of connections and of files that are not there stay what they are: unknown.
bool may_be_a_screen(std::string_view path) {
  const std::string_view last = path.substr(path.rfind('/') + 1);
  return !path.starts_with("/api/") && last.find('.') == std::string_view::npos;
}

// What the websites of the company load: the tracker, the launcher, and what its frame needs.
constexpr std::string_view kModuleForOtherSites = "/visitor/mirror.js";

bool is_for_other_sites(std::string_view path) {
  return path == "/s.js" || path == "/w.js" || path.starts_with("/visitor/");
}

std::string file_text(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

}  // namespace

WebApp::WebApp(std::optional<http::StaticFiles> files, std::string page)
    : files_(std::move(files)), page_(std::move(page)) {}

Result<WebApp> WebApp::load(const std::filesystem::path& folder) {
  auto files = TRY(http::StaticFiles::load(folder));
  std::string page = file_text(folder / "index.html");
  if (page.empty()) return refuse(http::StaticRefusal::folder_unreadable, folder.string());
  return WebApp(std::move(files), std::move(page));
}

WebApp WebApp::plain() {
  return WebApp(std::nullopt, std::string(kPlainPage));
}

std::optional<http::Reply> WebApp::serve(const http::Head& head) const {
  const bool is_page = head.path == "/" || head.path == "/index.html";
  if (files_ && !is_page && head.path.starts_with('/')) {
    if (auto file = files_->serve(head.path.substr(1), head)) {
      file->headers.push_back({"X-Content-Type-Options", "nosniff"});
      if (is_for_other_sites(head.path))
        file->headers.push_back({"Cross-Origin-Resource-Policy", "cross-origin"});
      // A page of another site may load a module only when it may read it, too.
      if (head.path == kModuleForOtherSites)
        file->headers.push_back({"Access-Control-Allow-Origin", "*"});
      return file;
    }
  }
  if (is_page || may_be_a_screen(head.path)) return page(head);
  return std::nullopt;
}

http::Reply WebApp::page(const http::Head& head) const {
  const std::string nonce = secrets::random_token();
  http::Reply reply{.content_type = "text/html; charset=utf-8",
                    .headers = {{"Cache-Control", "no-store"},
                                {"Content-Security-Policy", policy(nonce)},
                                {"Cross-Origin-Opener-Policy", "same-origin"},
                                {"Referrer-Policy", "same-origin"},
                                {"X-Content-Type-Options", "nosniff"}}};
  if (head.secure) {
    reply.headers.push_back({"Strict-Transport-Security", "max-age=31536000"});
  }
  reply.body = with_nonce(page_, nonce);
  return reply;
}

}  // namespace sluis::web
