#include "app/frame.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "access/keys.h"
#include "platform/api/foreign.h"
#include "platform/secrets/secrets.h"

namespace sluis::app {
namespace {

constexpr std::string_view kPage = R"(<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Chat</title>
<link rel="stylesheet" href="/visitor/visit.css">
<script defer src="/visitor/visit.js"></script>
</html>
)";

// What a visitor shows of their page, for the desk. The only script that runs there is ours: it is
// named by a nonce, and what it draws stands in a frame without scripts. Pictures and styles come
// from the sites of the company, so that a page that was made up reaches nobody else.
constexpr std::string_view kMirrored = R"(<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Page</title>
<link rel="stylesheet" href="/visitor/mirrored.css" nonce="{0}">
<script defer src="/visitor/mirrored.js" nonce="{0}"></script>
</html>
)";

std::string mirrored_policy(const std::vector<std::string>& sites, std::string_view nonce) {
  const std::string from = sites.empty() ? "" : fmt::format(" {}", fmt::join(sites, " "));
  return fmt::format(
      "default-src 'none'; script-src 'nonce-{1}'; style-src 'self' 'unsafe-inline'{0}; img-src "
      "data:{0}; font-src data:{0}; frame-ancestors 'self'; base-uri 'none'; form-action 'none'",
      from, nonce);
}

// Only the sites that have a key for tracking show it; it makes no HTML of what others say.
std::string policy(const std::vector<std::string>& sites) {
  return fmt::format(
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src "
      "'self'; "
      "frame-ancestors 'self'{}{}; base-uri 'none'; form-action 'none'; "
      "require-trusted-types-for 'script'; trusted-types 'none'",
      sites.empty() ? "" : " ", fmt::join(sites, " "));
}

Result<std::vector<std::string>> sites_of(store::Store& store) {
  return store.snapshot([](store::Snapshot& snapshot) -> Result<std::vector<std::string>> {
    return access::sites(snapshot);
  });
}

constexpr Text kScanned{
    "The page that opens when somebody scans a label in a store: the product, what it costs and "
    "where it lies, and somebody to ask.",
    "De pagina die opengaat als iemand in een winkel een etiket scant: het product, wat het kost, "
    "waar het ligt, en iemand om het te vragen."};

http::Reply page(store::Store& store, const api::Call&, const api::Foreign&) {
  const auto sites = sites_of(store);
  if (!sites) return {.status = 503};
  return {.content_type = "text/html; charset=utf-8",
          .headers = {{"Cache-Control", "no-store"},
                      {"Content-Security-Policy", policy(*sites)},
                      {"Cross-Origin-Resource-Policy", "cross-origin"},
                      {"Referrer-Policy", "no-referrer"},
                      {"X-Content-Type-Options", "nosniff"}},
          .body = std::string(kPage)};
}

http::Reply mirrored(store::Store& store, const api::Call&, const api::Foreign&) {
  const auto sites = sites_of(store);
  if (!sites) return {.status = 503};
  const std::string nonce = secrets::random_token();
  return {.content_type = "text/html; charset=utf-8",
          .headers = {{"Cache-Control", "no-store"},
                      {"Content-Security-Policy", mirrored_policy(*sites, nonce)},
                      {"Referrer-Policy", "no-referrer"},
                      {"X-Content-Type-Options", "nosniff"}},
          .body = fmt::format(kMirrored, nonce)};
}

}  // namespace

std::vector<api::Route> frame_routes() {
  const auto at = [](std::string_view operation, std::string_view path, const Text& summary,
                     http::Reply (*shown)(store::Store&, const api::Call&, const api::Foreign&)) {
    return api::Route{.operation = operation,
                      .method = http::Method::get,
                      .path = path,
                      .summary = summary,
                      .allow = api::Allow::anyone(),
                      .handler = api::foreign_work(shown),
                      .answer_type = "text/html"};
  };
  return {at("program.frame", "/visit",
             {"The page in which a visitor talks with an agent, for a frame on the sites that have "
              "a key for tracking.",
              "De pagina waarin een bezoeker met een medewerker praat, voor een kader op de sites "
              "met een sleutel om te volgen."},
             page),
          at("program.mirrored", "/mirrored",
             {"The frame at the desk that draws the page which a visitor shows.",
              "Het kader aan de balie dat de pagina tekent die een bezoeker laat zien."},
             mirrored),
          at("program.scanned_gtin", "/01/{gtin}", kScanned, page),
          at("program.scanned_sku", "/sku/{sku}", kScanned, page),
          at("program.scanned_store", "/at/{store}", kScanned, page)};
}

}  // namespace sluis::app
