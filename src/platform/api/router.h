// Finds the route of a request: by its exact path first, then by the shape of its path.
#pragma once

#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "platform/api/route.h"

namespace sluis::api {

class Router {
 public:
  // The routes must outlive the router. Two routes that could serve the same request are a
  // programmer's error and end the program.
  explicit Router(std::span<const Route> routes);

  struct Match {
    const Route* route = nullptr;
    Parameters path;                        // what the {names} in the route's path stand for
    std::vector<std::string_view> offered;  // methods at this path, when the asked one is not
  };
  // HEAD is served by GET. No route and nothing offered: the path is unknown.
  Match find(http::Method method, std::string_view path) const;

 private:
  struct Pattern {
    std::vector<std::string_view> segments;
    std::vector<const Route*> routes = {};  // one per method
  };
  // The one of that shape, made if there is none yet.
  Pattern& pattern_of(const std::vector<std::string_view>& segments);
  Match among(const std::vector<const Route*>& routes, http::Method method) const;

  std::unordered_map<std::string_view, std::vector<const Route*>> fixed_;
  std::vector<Pattern> patterns_;
};

std::string_view method_name(http::Method method);

}  // namespace sluis::api
