// Calls to a real server on this machine that is slow, huge, cut, lost or not to be believed.
#include "platform/client/outgoing.h"

#include <future>
#include <semaphore>

#include <gtest/gtest.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

#include "platform/client/reach.h"
#include "platform/client/testing.h"
#include "platform/store/testing.h"

namespace sluis::client {
namespace {

namespace asio = boost::asio;
namespace ssl = asio::ssl;
using testing::Server;

constexpr std::string_view kOk = "HTTP/1.1 200 OK\r\nX-Shop: yes\r\nContent-Length: 2\r\n\r\nok";

Server::Answers always(std::string_view answer) {
  return [answer](const std::string&) { return std::string(answer); };
}

OutgoingOptions local() {
  OutgoingOptions options;
  options.private_hosts = {"127.0.0.1", "LOCALHOST"};
  options.answer_bytes = 1'000;
  return options;
}

Result<OutgoingAnswer> get(Outgoing& outgoing, std::string address,
                           const std::stop_token& stop = {}) {
  return outgoing.call({.method = "GET", .address = std::move(address), .headers = {}, .body = {}},
                       stop);
}

Refusal why(const Result<OutgoingAnswer>& answer) {
  EXPECT_FALSE(answer);
  return answer ? Refusal(kind_of(OutgoingRefusal::stopped)) : answer.error();
}

TEST(Outgoing, AsksAgainOnTheSameConnection) {
  std::string seen;
  Server server([&](const std::string& request) {
    seen = request;
    return std::string(kOk);
  });
  const auto outgoing = Outgoing::open(local()).value();
  for (int i = 0; i < 3; ++i) {
    const auto answer = outgoing->call({.method = "PUT",
                                        .address = server.at("/a?b=c%20d#e"),
                                        .headers = {{"X-Key", "secret"}},
                                        .body = "{}"},
                                       {});
    ASSERT_TRUE(answer) << answer.error().message().in(Language::en);
    EXPECT_EQ(answer->status, 200);
    EXPECT_EQ(answer->body, "ok");
    EXPECT_EQ(answer->header("x-shop"), "yes");
  }
  EXPECT_EQ(server.connections(), 1);
  EXPECT_TRUE(seen.starts_with("PUT /a?b=c%20d HTTP/1.1\r\n")) << seen;
  EXPECT_NE(seen.find("X-Key: secret\r\n"), std::string::npos);
  EXPECT_NE(seen.find("Content-Length: 2\r\n"), std::string::npos);
}

TEST(Outgoing, ConnectsAnewWhenTheyHungUp) {
  Server server([first = true](const std::string&) mutable {
    return std::exchange(first, false) ? std::string(kOk) : std::string();
  });
  const auto outgoing = Outgoing::open(local()).value();
  EXPECT_TRUE(get(*outgoing, server.at("/")));
  EXPECT_TRUE(is(why(get(*outgoing, server.at("/"))), OutgoingRefusal::connection_lost));
  EXPECT_TRUE(is(why(get(*outgoing, server.at("/"))), OutgoingRefusal::connection_lost));
  EXPECT_EQ(server.connections(), 2);
}

TEST(Outgoing, FollowsNoRedirect) {
  Server server(
      always("HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1/\r\nContent-Length: 0\r\n\r\n"));
  const auto outgoing = Outgoing::open(local()).value();
  EXPECT_EQ(get(*outgoing, server.at("/")).value().status, 302);
  EXPECT_EQ(server.connections(), 1);
}

TEST(Outgoing, BelievesNoBadAnswer) {
  const struct {
    std::string answer;
    OutgoingRefusal why;
  } cases[] = {
      {"HTTP/1.1 200 OK\r\nContent-Length: 9999999\r\n\r\n", OutgoingRefusal::answer_too_large},
      {"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n7d0\r\n" + std::string(2'000, 'x'),
       OutgoingRefusal::answer_too_large},
      {"HTTP/1.1 200 OK\r\nX: " + std::string(70'000, 'x'), OutgoingRefusal::answer_too_large},
      {"SMTP ready\r\n\r\n", OutgoingRefusal::answer_malformed},
      {"HTTP/1.1 200 OK\r\nContent-Length: x\r\n\r\n", OutgoingRefusal::answer_malformed}};
  for (const auto& one : cases) {
    Server server(always(one.answer));
    const auto outgoing = Outgoing::open(local()).value();
    EXPECT_TRUE(is(why(get(*outgoing, server.at("/"))), one.why)) << one.answer.substr(0, 60);
  }
}

TEST(Outgoing, WaitsNoLongerThanItMay) {
  Server server(always("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nonl"));
  OutgoingOptions options = local();
  options.whole_longest = std::chrono::milliseconds(50);
  const auto outgoing = Outgoing::open(options).value();
  EXPECT_TRUE(is(why(get(*outgoing, server.at("/"))), OutgoingRefusal::too_slow));
}

TEST(Outgoing, EndsWhenToldToStop) {
  std::binary_semaphore asked{0};
  Server server([&](const std::string&) {
    asked.release();
    return std::string("HTTP/1.1 200 OK\r\n");
  });
  const auto outgoing = Outgoing::open(local()).value();
  std::stop_source stop;
  auto answer = std::async([&] { return get(*outgoing, server.at("/"), stop.get_token()); });
  asked.acquire();
  stop.request_stop();
  EXPECT_TRUE(is(why(answer.get()), OutgoingRefusal::stopped));
  EXPECT_TRUE(is(why(get(*outgoing, server.at("/"), stop.get_token())), OutgoingRefusal::stopped));
}

TEST(Outgoing, ReachesNothingPrivateUnlessItIsNamed) {
  Server server(always(kOk));
  const auto outgoing = Outgoing::open({}).value();
  EXPECT_TRUE(is(why(get(*outgoing, server.at("/"))), OutgoingRefusal::address_unfitting));
  const struct {
    std::string address;
    OutgoingRefusal why;
  } cases[] = {{"https://127.0.0.1/", OutgoingRefusal::address_private},
               {"https://localhost/", OutgoingRefusal::address_private},
               {"https://[::ffff:10.0.0.1]/", OutgoingRefusal::address_private},
               {"https://2130706433/", OutgoingRefusal::address_private},
               {"https://user@shop.example/", OutgoingRefusal::address_unfitting},
               {"ftp://shop.example/", OutgoingRefusal::address_unfitting},
               {"https://", OutgoingRefusal::address_unfitting}};
  for (const auto& one : cases)
    EXPECT_TRUE(is(why(get(*outgoing, one.address)), one.why)) << one.address;
  EXPECT_EQ(server.connections(), 0);
}

TEST(Outgoing, KnowsWhatIsPublic) {
  for (const char* const address : {"8.8.8.8", "172.32.0.1", "193.0.0.1", "2a00:1450::1"})
    EXPECT_TRUE(is_public(asio::ip::make_address(address))) << address;
  for (const char* const address : {"0.0.0.0",
                                    "10.1.2.3",
                                    "100.64.0.1",
                                    "127.9.9.9",
                                    "169.254.169.254",
                                    "172.16.0.1",
                                    "172.31.255.255",
                                    "192.168.1.1",
                                    "198.19.0.1",
                                    "224.0.0.1",
                                    "255.255.255.255",
                                    "::",
                                    "::1",
                                    "::ffff:127.0.0.1",
                                    "::ffff:192.168.0.1",
                                    "64:ff9b::a00:1",
                                    "fc00::1",
                                    "fe80::1",
                                    "ff02::1",
                                    "2001:db8::1",
                                    "2002:7f00:1::"})
    EXPECT_FALSE(is_public(asio::ip::make_address(address))) << address;
}

// ---- With a certificate

class OutgoingTls : public ::testing::Test {
 protected:
  OutgoingTls() {
    EVP_PKEY* const key = EVP_EC_gen("P-256");
    X509* const certificate = made_for("localhost", key);
    write(folder_.path() / "certificate.pem",
          [&](BIO* file) { PEM_write_bio_X509(file, certificate); });
    write(folder_.path() / "key.pem", [&](BIO* file) {
      PEM_write_bio_PrivateKey(file, key, nullptr, nullptr, 0, nullptr, nullptr);
    });
    X509_free(certificate);
    EVP_PKEY_free(key);
    tls_.use_certificate_chain_file(folder_.path() / "certificate.pem");
    tls_.use_private_key_file(folder_.path() / "key.pem", ssl::context::pem);
  }

  static X509* made_for(const std::string& host, EVP_PKEY* key) {
    X509* const certificate = X509_new();
    ASN1_INTEGER_set(X509_get_serialNumber(certificate), 1);
    X509_gmtime_adj(X509_getm_notBefore(certificate), 0);
    X509_gmtime_adj(X509_getm_notAfter(certificate), 3600);
    X509_set_pubkey(certificate, key);
    X509_NAME* const name = X509_get_subject_name(certificate);
    const std::vector<unsigned char> bytes(host.begin(), host.end());
    X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC, bytes.data(),
                               static_cast<int>(bytes.size()), -1, 0);
    X509_set_issuer_name(certificate, name);
    X509_sign(certificate, key, EVP_sha256());
    return certificate;
  }
  static void write(const std::filesystem::path& path, const std::function<void(BIO*)>& what) {
    BIO* const file = BIO_new_file(path.c_str(), "w");
    what(file);
    BIO_free(file);
  }

  OutgoingOptions believing() const {
    OutgoingOptions options = local();
    options.certificates = folder_.path() / "certificate.pem";
    return options;
  }

  store::testing::TemporaryFolder folder_;
  ssl::context tls_{ssl::context::tls_server};
};

TEST_F(OutgoingTls, BelievesWhoProvesToBeTheHost) {
  Server server(always(kOk), &tls_);
  const auto outgoing = Outgoing::open(believing()).value();
  EXPECT_EQ(get(*outgoing, server.at("/", "localhost")).value().body, "ok");
  EXPECT_EQ(get(*outgoing, server.at("/", "localhost")).value().body, "ok");
  EXPECT_EQ(server.connections(), 1);
  EXPECT_TRUE(is(why(get(*outgoing, server.at("/"))), OutgoingRefusal::certificate_wrong));
  const auto strict = Outgoing::open(local()).value();
  EXPECT_TRUE(
      is(why(get(*strict, server.at("/", "localhost"))), OutgoingRefusal::certificate_wrong));
}

TEST_F(OutgoingTls, RefusesCertificatesItCannotRead) {
  OutgoingOptions options;
  options.certificates = folder_.path() / "none.pem";
  const auto opened = Outgoing::open(options);
  ASSERT_FALSE(opened);
  EXPECT_TRUE(is(opened.error(), OutgoingRefusal::certificates_unreadable));
}

}  // namespace
}  // namespace sluis::client
