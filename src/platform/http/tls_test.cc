#include <future>
#include <stdlib.h>
#include <thread>

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/read_until.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/buffers_to_string.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/websocket/ssl.hpp>
#include <boost/beast/websocket/stream.hpp>
#include <gtest/gtest.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>

#include "platform/http/event_stream.h"
#include "platform/http/serving.h"
#include "platform/http/socket.h"

namespace sluis::http {
namespace {

namespace fs = std::filesystem;
namespace asio = boost::asio;
namespace ssl = asio::ssl;
using Key = std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)>;
using Certificate = std::unique_ptr<X509, decltype(&X509_free)>;

Key make_key() {
  return {EVP_EC_gen("P-256"), EVP_PKEY_free};
}

// For localhost, signed by itself, valid for an hour.
Certificate make_certificate(EVP_PKEY* key) {
  Certificate certificate(X509_new(), X509_free);
  ASN1_INTEGER_set(X509_get_serialNumber(certificate.get()), 1);
  X509_gmtime_adj(X509_getm_notBefore(certificate.get()), 0);
  X509_gmtime_adj(X509_getm_notAfter(certificate.get()), 3600);
  X509_set_pubkey(certificate.get(), key);
  X509_NAME* const name = X509_get_subject_name(certificate.get());
  const std::string host = "localhost";
  const std::vector<unsigned char> bytes(host.begin(), host.end());
  X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC, bytes.data(), static_cast<int>(bytes.size()),
                             -1, 0);
  X509_set_issuer_name(certificate.get(), name);
  X509_sign(certificate.get(), key, EVP_sha256());
  return certificate;
}

void write_key(const fs::path& path, EVP_PKEY* key) {
  BIO* const file = BIO_new_file(path.c_str(), "w");
  PEM_write_bio_PrivateKey(file, key, nullptr, nullptr, 0, nullptr, nullptr);
  BIO_free(file);
}

void write_certificate(const fs::path& path, X509* certificate) {
  BIO* const file = BIO_new_file(path.c_str(), "w");
  PEM_write_bio_X509(file, certificate);
  BIO_free(file);
}

class TlsTest : public Serving {
 protected:
  void SetUp() override {
    std::string name = (fs::temp_directory_path() / "tls-XXXXXX").string();
    ASSERT_NE(::mkdtemp(name.data()), nullptr);
    folder = name;
    const Key key = make_key();
    write_key(folder / "key.pem", key.get());
    write_key(folder / "other.pem", make_key().get());
    write_certificate(folder / "certificate.pem", make_certificate(key.get()).get());
    options.certificate_file = folder / "certificate.pem";
    options.key_file = folder / "key.pem";
  }
  void TearDown() override {
    Serving::TearDown();
    fs::remove_all(folder);
  }

  fs::path folder;
};

class TlsClient {
 public:
  TlsClient(
      std::uint16_t port, const fs::path& certificate,
      const std::function<void(SSL*)>& configure = [](SSL*) {}) {
    context_.load_verify_file(certificate.string());
    stream_ = std::make_unique<ssl::stream<asio::ip::tcp::socket>>(io_, context_);
    stream_->set_verify_mode(ssl::verify_peer);
    configure(stream_->native_handle());
    stream_->next_layer().connect({asio::ip::make_address("127.0.0.1"), port});
    stream_->handshake(ssl::stream_base::client, error);
  }
  std::string ask(std::string_view request, std::string_view until) {
    asio::write(*stream_, asio::buffer(request));
    std::string answer;
    asio::read_until(*stream_, asio::dynamic_buffer(answer), std::string(until));
    return answer;
  }
  SSL* handle() { return stream_->native_handle(); }
  ssl::stream<asio::ip::tcp::socket>& stream() { return *stream_; }

  boost::system::error_code error;

 private:
  asio::io_context io_;
  ssl::context context_{ssl::context::tls_client};
  std::unique_ptr<ssl::stream<asio::ip::tcp::socket>> stream_;
};

TEST_F(TlsTest, serves_over_tls) {
  service.on_serve = [](const Request& request, Responder responder) {
    responder.reply(text_reply(request.head.secure ? "secure." : "plain."));
  };
  start();
  TlsClient peer(server->port(), options.certificate_file, [](SSL* handle) {
    const unsigned char offered[] = "\x02h2\x08http/1.1";
    SSL_set_alpn_protos(handle, offered, sizeof offered - 1);
  });
  ASSERT_FALSE(peer.error) << peer.error.message();
  const unsigned char* protocol = nullptr;
  unsigned bytes = 0;
  SSL_get0_alpn_selected(peer.handle(), &protocol, &bytes);
  EXPECT_EQ(std::string(protocol, protocol + bytes), "http/1.1");
  for (int i = 0; i < 3; ++i)
    EXPECT_TRUE(
        peer.ask("GET / HTTP/1.1\r\nHost: x\r\n\r\n", "secure.").starts_with("HTTP/1.1 200"));
}

TEST_F(TlsTest, sends_large_answers_whole) {
  const std::string large(3'000'000, 'x');
  service.on_serve = [&](const Request&, Responder responder) {
    responder.reply(text_reply(large + "."));
  };
  start();
  TlsClient peer(server->port(), options.certificate_file);
  EXPECT_TRUE(peer.ask("GET / HTTP/1.1\r\nHost: x\r\n\r\n", "x.").ends_with(large + "."));
}

TEST_F(TlsTest, sends_events_as_they_come) {
  std::promise<std::shared_ptr<EventStream>> opened;
  service.on_serve = [&](const Request&, Responder responder) {
    auto events = std::make_shared<EventStream>();
    responder.stream(events);
    opened.set_value(std::move(events));
  };
  start();
  TlsClient peer(server->port(), options.certificate_file);
  std::thread sender([&] {
    const auto events = opened.get_future().get();
    events->push("order", "42", "news");
  });
  const std::string heard = peer.ask("GET /live HTTP/1.1\r\nHost: x\r\n\r\n", "news\n\n");
  EXPECT_TRUE(heard.ends_with("event: order\nid: 42\ndata: news\n\n")) << heard;
  sender.join();
}

TEST_F(TlsTest, carries_messages_both_ways) {
  service.on_serve = [](const Request&, Responder responder) {
    auto made = std::make_shared<std::shared_ptr<Socket>>();
    Socket::Handlers handlers;
    handlers.on_message = [made](Socket::Kind kind, std::string_view bytes) {
      (*made)->send(kind, "echo " + std::string(bytes));
    };
    handlers.on_close = [made](std::uint16_t, std::string_view) { made->reset(); };
    *made = std::make_shared<Socket>(Socket::Options{}, std::move(handlers));
    responder.upgrade(*made);
  };
  start();
  TlsClient peer(server->port(), options.certificate_file);
  boost::beast::websocket::stream<ssl::stream<asio::ip::tcp::socket>&> socket(peer.stream());
  socket.handshake("localhost", "/chat");
  for (const std::string& message : {std::string("hello"), std::string(200'000, 'x')}) {
    socket.write(asio::buffer(message));
    boost::beast::flat_buffer buffer;
    socket.read(buffer);
    EXPECT_EQ(boost::beast::buffers_to_string(buffer.data()), "echo " + message);
  }
  socket.close(boost::beast::websocket::close_code::normal);
}

TEST_F(TlsTest, refuses_old_versions_and_other_protocols) {
  start();
  const TlsClient old(server->port(), options.certificate_file,
                      [](SSL* handle) { SSL_set_max_proto_version(handle, TLS1_1_VERSION); });
  EXPECT_TRUE(old.error);
  const TlsClient other(server->port(), options.certificate_file, [](SSL* handle) {
    const unsigned char offered[] = "\x02h2";
    SSL_set_alpn_protos(handle, offered, sizeof offered - 1);
  });
  EXPECT_TRUE(other.error);
}

TEST_F(TlsTest, closes_on_clients_that_do_not_speak_tls) {
  start();
  BlockingClient peer = client();
  peer.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
  peer.receive_rest();
  EXPECT_TRUE(eventually([&] { return server->stats().connections_open == 0; }));
}

TEST_F(TlsTest, wants_a_key_that_fits_the_certificate) {
  options.key_file = folder / "other.pem";
  auto started = Server::start(options, service, clock);
  ASSERT_FALSE(started.has_value());
  EXPECT_TRUE(is(started.error(), StartRefusal::key_mismatch));
  options.key_file = folder / "certificate.pem";
  started = Server::start(options, service, clock);
  ASSERT_FALSE(started.has_value());
  EXPECT_TRUE(is(started.error(), StartRefusal::key_unreadable));
}

}  // namespace
}  // namespace sluis::http
