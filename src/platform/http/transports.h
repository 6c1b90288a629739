// The two ways in which a connection begins: plain TCP, or TLS over it.
#pragma once

#include <filesystem>
#include <memory>

#include "kernel/result.h"
#include "platform/http/connection.h"

namespace sluis::http {

void begin_plain(Arrival arrival);

// Certificate, key and what is allowed of TLS.
class Tls {
 public:
  static Result<std::shared_ptr<Tls>> load(const std::filesystem::path& certificate_file,
                                           const std::filesystem::path& key_file);
  void begin(Arrival arrival);

 private:
  struct Context;
  explicit Tls(std::shared_ptr<Context> context) : context_(std::move(context)) {}

  std::shared_ptr<Context> context_;
};

}  // namespace sluis::http
