#include "connectors/woocommerce/admission.h"

#include <fmt/format.h>

#include "connectors/once.h"
#include "connectors/signing.h"
#include "connectors/woocommerce/oauth.h"
#include "connectors/woocommerce/refusals.h"
#include "kernel/base64.h"
#include "platform/secrets/secrets.h"

namespace sluis::connectors::woocommerce {
namespace {

// As long as WooCommerce itself allows.
constexpr std::chrono::minutes kSkew{15};
constexpr std::string_view kBasic = "Basic ";

// One connection that is on, and the secrets that its consumer may have.
struct Known {
  Connection connection;
  std::vector<std::string> secrets;
};

Result<Known> known(store::Store& store, const std::string& key, Instant now) {
  return store.snapshot([&](store::Snapshot& snapshot) -> Result<Known> {
    const auto found = connection_with_key(snapshot, key);
    if (!found || found->system != System::woocommerce) {
      return refuse(WooRefusal::woocommerce_rest_authentication_error);
    }
    if (found->state != State::on) return refuse(ConnectionRefusal::connection_paused);
    return Known{*found, secrets_of(snapshot, found->id, Purpose::consumer, now)};
  });
}

Result<Connection> by_basic(store::Store& store, std::string_view credentials, Instant now) {
  const std::string pair = decoded_base64(credentials).value_or("");
  const auto colon = std::min(pair.find(':'), pair.size());
  Known who = TRY(known(store, pair.substr(0, colon), now));
  const std::string_view secret = std::string_view(pair).substr(std::min(colon + 1, pair.size()));
  bool fits = false;
  for (const std::string& one : who.secrets)
    fits = secrets::equal(one, secret) || fits;
  if (!fits) return refuse(WooRefusal::woocommerce_rest_authentication_error);
  return std::move(who.connection);
}

bool is_in_time(std::string_view seconds, Instant now) {
  const auto told = TextForm<std::int64_t>::parse(seconds);
  if (!told || *told < 0 || *told > 1'000'000'000'000) return false;
  const Duration off = now - Instant(*told * 1'000'000);
  return off <= kSkew && off >= -kSkew;
}

Result<void> first_time(store::Store& store, const store::Mark& mark, Instant now) {
  return store.unit([&](store::Tx& tx) -> Result<void> {
    if (tx.first_time({&mark, 1}, now).front()) return {};
    return refuse(WooRefusal::woocommerce_rest_authentication_error);
  });
}

Result<Connection> by_signature(store::Store& store, const api::Foreign& request,
                                const api::Parameters& query) {
  const auto told = [&](std::string_view name) { return parameter(query, name); };
  Known who = TRY(known(store, std::string(told("oauth_consumer_key")), request.received));
  const std::string address = fmt::format("{}://{}{}", request.head.secure ? "https" : "http",
                                          request.head.host, request.head.path);
  for (std::string& secret : who.secrets)
    secret = signing_key(secret);
  const bool fits = told("oauth_signature_method") == "HMAC-SHA256" &&
                    !told("oauth_nonce").empty() &&
                    is_in_time(told("oauth_timestamp"), request.received) &&
                    is_signed(who.secrets, signed_text(request.head.method_text, address, query),
                              told("oauth_signature"));
  if (!fits) return refuse(WooRefusal::woocommerce_rest_authentication_error);
  TRY_VOID(first_time(store,
                      mark_of(who.connection.id, "oauth",
                              fmt::format("{} {}", told("oauth_timestamp"), told("oauth_nonce"))),
                      request.received));
  return std::move(who.connection);
}

}  // namespace

Result<Asked> admitted(store::Store& store, const api::Foreign& request) {
  const auto told = api::parse_query(request.head.query);
  if (!told) return refuse(WooRefusal::rest_invalid_param, "query");
  api::Parameters query = last_of_each(*told);
  const std::string_view authorization = request.head.header("Authorization");
  if (authorization.starts_with(kBasic)) {
    return Asked{TRY(by_basic(store, authorization.substr(kBasic.size()), request.received)),
                 std::move(query)};
  }
  Connection by = TRY(by_signature(store, request, query));
  return Asked{std::move(by), std::move(query)};
}

}  // namespace sluis::connectors::woocommerce
