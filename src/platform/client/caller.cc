#include "platform/client/caller.h"

#include <fmt/format.h>

#include "platform/config/values.h"
#include "platform/http/blocking_client.h"

namespace sluis::client {

class Caller::Connection {
 public:
  Connection(const config::Endpoint& server, std::string key)
      : server_(server), key_(std::move(key)) {}

  std::optional<Answer> call(std::string_view method, std::string_view path,
                             std::string_view json) {
    try {
      if (!client_) client_.emplace(server_.port, address());
      client_->send(fmt::format(
          "{} {} HTTP/1.1\r\nHost: {}\r\nAuthorization: Bearer {}\r\n"
          "Content-Type: application/json\r\nContent-Length: {}\r\n\r\n{}",
          method, path, TextForm<config::Endpoint>::print(server_), key_, json.size(), json));
      http::Received reply = client_->receive();
      return Answer{reply.status, std::move(reply.body)};
    } catch (const std::runtime_error&) {  // the connection is lost
      client_.reset();
      return std::nullopt;
    }
  }

 private:
  const char* address() const {
    return server_.address == "localhost" ? "127.0.0.1" : server_.address.c_str();
  }

  const config::Endpoint server_;
  const std::string key_;
  std::optional<http::BlockingClient> client_;
};

Caller::Caller(const config::Endpoint& server, std::string key)
    : connection_(std::make_unique<Connection>(server, std::move(key))) {}
Caller::~Caller() = default;

std::optional<Answer> Caller::get(std::string_view path) {
  return connection_->call("GET", path, {});
}
std::optional<Answer> Caller::post(std::string_view path, std::string_view json) {
  return connection_->call("POST", path, json);
}

}  // namespace sluis::client
