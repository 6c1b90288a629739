// The web app as the server gives it out: its files from memory, and its page, with a fresh nonce
// and the policy that lets the browser run nothing else, for every address that is a screen.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "platform/http/static_files.h"

namespace sluis::web {

class WebApp {
 public:
  // The built web app. Each __CSP_NONCE__ in its index.html is replaced per request.
  static Result<WebApp> load(const std::filesystem::path& folder);
  // Without a web app: a plain page that says what is running.
  static WebApp plain();

  // A file; else, for a browser that goes somewhere, the page. Call it for GET and HEAD.
  std::optional<http::Reply> serve(const http::Head& head) const;

 private:
  WebApp(std::optional<http::StaticFiles> files, std::string page);
  http::Reply page(const http::Head& head) const;

  std::optional<http::StaticFiles> files_;
  std::string page_;
};

}  // namespace sluis::web
