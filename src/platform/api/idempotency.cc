#include "platform/api/idempotency.h"

#include <algorithm>

#include "kernel/json.h"
#include "platform/api/refusal.h"
#include "platform/secrets/secrets.h"

namespace sluis::api::idempotency {
namespace {

constexpr store::Statement kFind{
    "platform.idempotency_find",
    "select request_hash, status, content_type, headers, body from platform_idempotency "
    "where scope = $1 and key = $2"};
constexpr store::Statement kKeep{
    "platform.idempotency_keep",
    "insert into platform_idempotency "
    "(scope, key, request_hash, status, content_type, headers, body, created) "
    "values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (scope, key) do nothing"};
constexpr store::Statement kForget{"platform.idempotency_forget",
                                   "delete from platform_idempotency where created < $1"};

constexpr store::Statement kBodies{"platform.idempotency_bodies",
                                   "select scope, key, body from platform_idempotency"};
constexpr store::Statement kForgetOne{
    "platform.idempotency_forget_one",
    "delete from platform_idempotency where scope = $1 and key = $2"};

constexpr const store::Statement* kStatements[] = {&kFind, &kKeep, &kForget, &kBodies, &kForgetOne};

struct Body {
  std::string scope;
  std::string key;
  std::string body;
};
BOOST_DESCRIBE_STRUCT(Body, (), (scope, key, body))

struct StoredAnswer {
  std::string request_hash;
  std::int64_t status;
  std::string content_type;
  std::string headers;
  std::string body;
};
BOOST_DESCRIBE_STRUCT(StoredAnswer, (), (request_hash, status, content_type, headers, body))

struct StoredHeader {
  std::string name;
  std::string value;
};
BOOST_DESCRIBE_STRUCT(StoredHeader, (), (name, value))

struct StoredHeaders {
  std::vector<StoredHeader> list;
};
BOOST_DESCRIBE_STRUCT(StoredHeaders, (), (list))

std::string headers_json(const http::Reply& reply) {
  StoredHeaders headers;
  for (const auto& [name, value] : reply.headers)
    headers.list.push_back({name, value});
  return to_json(headers);
}

http::Reply reply_of(const StoredAnswer& stored) {
  http::Reply reply{.status = static_cast<int>(stored.status),
                    .content_type = stored.content_type,
                    .headers = {{"Idempotent-Replayed", "true"}},
                    .body = stored.body};
  const auto headers = from_json<StoredHeaders>(stored.headers);
  SLUIS_ASSERT(headers.has_value());
  for (const auto& [name, value] : headers->list)
    reply.headers.push_back({name, value});
  return reply;
}

}  // namespace

std::string hash_of(std::string_view target, std::string_view body) {
  // The length keeps two parts from being read as two others.
  return secrets::hex(secrets::sha256(std::to_string(target.size()) + " " + std::string(target) +
                                      std::string(body)));
}

bool is_valid(std::string_view key) {
  const auto visible = [](char c) { return c > ' ' && c < '\x7f'; };
  return !key.empty() && key.size() <= 200 && std::all_of(key.begin(), key.end(), visible);
}

Result<std::optional<http::Reply>> find(store::Snapshot& snapshot, const Key& key) {
  const auto stored = snapshot.one<StoredAnswer>(kFind, key.scope, key.key);
  if (!stored) return std::nullopt;
  if (stored->request_hash != key.request_hash) return refuse(ApiRefusal::idempotency_key_reused);
  return reply_of(*stored);
}

bool keep(store::Tx& tx, const Key& key, const http::Reply& reply, Instant now) {
  return tx.change(kKeep, key.scope, key.key, key.request_hash, std::int64_t{reply.status},
                   reply.content_type, headers_json(reply), reply.body, now) == 1;
}

std::int64_t forget_before(store::Tx& tx, Instant moment) {
  return tx.change(kForget, moment);
}

void forget_about(store::Tx& tx, std::span<const std::string> texts) {
  std::vector<std::pair<std::string, std::string>> found;
  tx.each<Body>(kBodies, [&](Body&& row) {
    const auto stands = [&](const std::string& text) { return row.body.contains(text); };
    if (std::ranges::any_of(texts, stands)) found.emplace_back(row.scope, row.key);
  });
  for (const auto& [scope, key] : found)
    tx.change(kForgetOne, scope, key);
}

std::span<const store::Statement* const> statements() {
  return kStatements;
}

}  // namespace sluis::api::idempotency
