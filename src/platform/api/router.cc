#include "platform/api/router.h"

#include "kernel/assert.h"

namespace sluis::api {
namespace {

std::vector<std::string_view> segments_of(std::string_view path) {
  std::vector<std::string_view> segments;
  while (!path.empty()) {
    path.remove_prefix(1);  // the slash
    const auto end = std::min(path.find('/'), path.size());
    segments.push_back(path.substr(0, end));
    path.remove_prefix(end);
  }
  return segments;
}

bool is_name(std::string_view segment) {
  return segment.starts_with('{');
}

bool same_shape(const std::vector<std::string_view>& a, const std::vector<std::string_view>& b) {
  if (a.size() != b.size()) return false;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (is_name(a[i]) != is_name(b[i])) return false;
    if (!is_name(a[i]) && a[i] != b[i]) return false;
  }
  return true;
}

// The values of the names in the pattern; nullopt when the path has another shape.
std::optional<Parameters> matched(const std::vector<std::string_view>& pattern,
                                  const std::vector<std::string_view>& path) {
  if (pattern.size() != path.size()) return std::nullopt;
  Parameters values;
  for (std::size_t i = 0; i < path.size(); ++i) {
    if (!is_name(pattern[i])) {
      if (pattern[i] != path[i]) return std::nullopt;
      continue;
    }
    auto value = percent_decoded(path[i], false);
    if (!value || value->empty()) return std::nullopt;
    values.emplace_back(pattern[i].substr(1, pattern[i].size() - 2), *std::move(value));
  }
  return values;
}

void add(std::vector<const Route*>& routes, const Route& route) {
  for (const Route* other : routes)
    SLUIS_ASSERT(other->method != route.method);
  routes.push_back(&route);
}

}  // namespace

Router::Router(std::span<const Route> routes) {
  for (const Route& route : routes) {
    SLUIS_ASSERT(route.path.starts_with('/'));
    if (route.path.find('{') == std::string_view::npos) {
      add(fixed_[route.path], route);
      continue;
    }
    add(pattern_of(segments_of(route.path)).routes, route);
  }
}

Router::Pattern& Router::pattern_of(const std::vector<std::string_view>& segments) {
  for (Pattern& pattern : patterns_) {
    if (same_shape(pattern.segments, segments)) return pattern;
  }
  return patterns_.emplace_back(segments);
}

Router::Match Router::among(const std::vector<const Route*>& routes, http::Method method) const {
  Match match;
  const http::Method wanted = method == http::Method::head ? http::Method::get : method;
  for (const Route* route : routes) {
    if (route->method == wanted) match.route = route;
    match.offered.push_back(method_name(route->method));
  }
  return match;
}

Router::Match Router::find(http::Method method, std::string_view path) const {
  if (const auto found = fixed_.find(path); found != fixed_.end()) {
    return among(found->second, method);
  }
  if (!path.starts_with('/')) return {};
  const auto segments = segments_of(path);
  for (const Pattern& pattern : patterns_) {
    auto values = matched(pattern.segments, segments);
    if (!values) continue;
    Match match = among(pattern.routes, method);
    match.path = *std::move(values);
    return match;
  }
  return {};
}

std::string_view method_name(http::Method method) {
  switch (method) {
    case http::Method::get:
      return "GET";
    case http::Method::head:
      return "HEAD";
    case http::Method::post:
      return "POST";
    case http::Method::put:
      return "PUT";
    case http::Method::patch:
      return "PATCH";
    case http::Method::del:
      return "DELETE";
    case http::Method::options:
      return "OPTIONS";
    case http::Method::other:
      return "";
  }
  assertion_failed("a Method");
}

}  // namespace sluis::api
