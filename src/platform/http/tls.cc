#include <string_view>

#include <boost/asio/ssl/context.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <openssl/ssl.h>

#include "platform/http/transports.h"

namespace sluis::http {

namespace ssl = asio::ssl;

struct Tls::Context {
  ssl::context context{ssl::context::tls_server};
};

namespace {

class Secured {
 public:
  static constexpr bool kSendsNow = false;

  Secured(Tcp socket, std::shared_ptr<ssl::context> context)
      : context_(std::move(context)), stream_(std::move(socket), *context_) {}

  ssl::stream<Tcp>& stream() { return stream_; }
  Tcp& socket() { return stream_.next_layer(); }

  Task<bool> greet() {
    const auto [error] = co_await stream_.async_handshake(ssl::stream_base::server, kAwait);
    co_return !error;
  }
  Task<void> say_goodbye() { co_await stream_.async_shutdown(kAwait); }

 private:
  const std::shared_ptr<ssl::context> context_;
  ssl::stream<Tcp> stream_;
};

// A client that names protocols must name ours: what it says next is HTTP/1.1 or nothing.
int choose_protocol(SSL*, const unsigned char** chosen, unsigned char* chosen_bytes,
                    const unsigned char* offered, unsigned offered_bytes, void*) {
  static constexpr unsigned char kOurs[] = "\x08http/1.1";
  unsigned char* out = nullptr;
  const int found =
      SSL_select_next_proto(&out, chosen_bytes, kOurs, sizeof kOurs - 1, offered, offered_bytes);
  *chosen = out;
  return found == OPENSSL_NPN_NEGOTIATED ? SSL_TLSEXT_ERR_OK : SSL_TLSEXT_ERR_ALERT_FATAL;
}

}  // namespace

Result<std::shared_ptr<Tls>> Tls::load(const std::filesystem::path& certificate_file,
                                       const std::filesystem::path& key_file) {
  auto context = std::make_shared<Context>();
  SSL_CTX* const handle = context->context.native_handle();
  SSL_CTX_set_min_proto_version(handle, TLS1_2_VERSION);
  SSL_CTX_set_options(handle, SSL_OP_NO_RENEGOTIATION | SSL_OP_NO_COMPRESSION);
  SSL_CTX_set_alpn_select_cb(handle, choose_protocol, nullptr);
  Error error;
  context->context.use_certificate_chain_file(certificate_file.string(), error);
  if (error)
    return refuse(StartRefusal::certificate_unreadable, certificate_file.string(), error.message());
  context->context.use_private_key_file(key_file.string(), ssl::context::pem, error);
  if (SSL_CTX_check_private_key(handle) == 1) return std::shared_ptr<Tls>(new Tls(context));
  if (ERR_GET_REASON(static_cast<unsigned long>(error.value())) == X509_R_KEY_VALUES_MISMATCH)
    return refuse(StartRefusal::key_mismatch, key_file.string(), certificate_file.string());
  return refuse(StartRefusal::key_unreadable, key_file.string(), error.message());
}

void Tls::begin(Arrival arrival) {
  using Here = Connection<Secured>;
  const std::shared_ptr<ssl::context> context(context_, &context_->context);
  Here::begin(std::make_shared<Here>(std::move(arrival), context));
}

}  // namespace sluis::http
