#include "connectors/woocommerce/oauth.h"

#include <algorithm>

#include <fmt/format.h>

#include "kernel/percent.h"

namespace sluis::connectors::woocommerce {
namespace {

constexpr std::string_view kSignature = "oauth_signature";

}  // namespace

std::string signed_text(std::string_view method, std::string_view address,
                        const api::Parameters& parameters) {
  std::vector<std::string> pairs;
  for (const auto& [name, value] : parameters) {
    if (name != kSignature) pairs.push_back(percent_encoded(name) + "=" + percent_encoded(value));
  }
  std::ranges::sort(pairs);
  return fmt::format("{}&{}&{}", method, percent_encoded(address),
                     percent_encoded(fmt::format("{}", fmt::join(pairs, "&"))));
}

std::string signing_key(std::string_view secret) {
  return percent_encoded(secret) + "&";
}

api::Parameters last_of_each(const api::Parameters& parameters) {
  api::Parameters last;
  for (const auto& [name, value] : parameters) {
    const auto known = std::ranges::find(last, name, [](const auto& pair) { return pair.first; });
    if (known == last.end()) {
      last.emplace_back(name, value);
    } else {
      known->second = value;
    }
  }
  return last;
}

std::string_view parameter(const api::Parameters& parameters, std::string_view name) {
  std::string_view found;
  for (const auto& [one, value] : parameters) {
    if (one == name) found = value;
  }
  return found;
}

}  // namespace sluis::connectors::woocommerce
