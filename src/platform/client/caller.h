// Calls the API of a Sluis that serves elsewhere, as any program with a key would: plain HTTP, one
// call after the other.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace sluis::config {
struct Endpoint;
}

namespace sluis::client {

struct Answer {
  int status = 0;
  std::string body;
};

class Caller {
 public:
  Caller(const config::Endpoint& server, std::string key);
  ~Caller();

  // Nothing when the server cannot be reached, or went away; the next call connects anew.
  std::optional<Answer> get(std::string_view path);
  std::optional<Answer> post(std::string_view path, std::string_view json);

 private:
  class Connection;
  std::unique_ptr<Connection> connection_;
};

}  // namespace sluis::client
