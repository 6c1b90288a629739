#include "app/frame.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "access/keys.h"
#include "platform/api/foreign.h"

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

}  // namespace

std::vector<api::Route> frame_routes() {
  const auto at = [](std::string_view operation, std::string_view path, const Text& summary) {
    return api::Route{.operation = operation,
                      .method = http::Method::get,
                      .path = path,
                      .summary = summary,
                      .allow = api::Allow::anyone(),
                      .handler = api::foreign_work(page),
                      .answer_type = "text/html"};
  };
  return {at("program.frame", "/visit",
             {"The page in which a visitor talks with an agent, for a frame on the sites that have "
              "a key for tracking.",
              "De pagina waarin een bezoeker met een medewerker praat, voor een kader op de sites "
              "met een sleutel om te volgen."}),
          at("program.scanned_gtin", "/01/{gtin}", kScanned),
          at("program.scanned_sku", "/sku/{sku}", kScanned),
          at("program.scanned_store", "/at/{store}", kScanned)};
}

}  // namespace sluis::app
