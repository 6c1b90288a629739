// What the protocol demands of requests, over real sockets: each row is what a client sends and the
// status of the answer.
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "platform/http/serving.h"

namespace sluis::http {
namespace {

class ProtocolTest : public Serving {
 protected:
  // The status of the answer to these bytes; a refusal must close the connection.
  int status_of(const std::string& bytes) {
    BlockingClient peer = client();
    peer.send(bytes);
    const Received reply = peer.receive();
    if (reply.status >= 400) {
      EXPECT_EQ(reply.header("Content-Type"), "application/problem+json") << bytes;
      EXPECT_EQ(reply.header("Connection"), "close") << bytes;
      EXPECT_TRUE(peer.closed()) << bytes;
    }
    return reply.status;
  }
  int status_of_fields(const std::string& fields) {
    return status_of("GET / HTTP/1.1\r\n" + fields + "\r\n");
  }
  int status_of_line(const std::string& line) {
    return status_of(line + "\r\nHost: example.org\r\n\r\n");
  }
};

TEST_F(ProtocolTest, accepts_what_is_allowed) {
  start();
  EXPECT_EQ(status_of_line("GET / HTTP/1.1"), 200);
  EXPECT_EQ(status_of_line("\r\nGET / HTTP/1.1"), 200);
  EXPECT_EQ(status_of_line("BREW /tea HTTP/1.1"), 200);
  EXPECT_EQ(status_of_line("OPTIONS * HTTP/1.1"), 200);
  EXPECT_EQ(status_of_line("GET http://other.example/x?y HTTP/1.1"), 200);
  EXPECT_EQ(status_of_fields("Host: [::1]:8080\r\nX: \x80\xff\tok\r\n"), 200);
  EXPECT_EQ(status_of_fields("host:a\r\nEmpty:\r\n"), 200);
}

TEST_F(ProtocolTest, refuses_request_lines_that_two_could_read_differently) {
  start();
  EXPECT_EQ(status_of_line("GET  / HTTP/1.1"), 400);
  EXPECT_EQ(status_of_line("GET /"), 400);
  EXPECT_EQ(status_of_line("GET / HTTP/1.1 "), 400);
  EXPECT_EQ(status_of_line("GET /a b HTTP/1.1"), 400);
  EXPECT_EQ(status_of_line("G\"T / HTTP/1.1"), 400);
  EXPECT_EQ(status_of_line("GET relative HTTP/1.1"), 400);
  EXPECT_EQ(status_of_line("GET * HTTP/1.1"), 400);
  EXPECT_EQ(status_of_line("GET /a#b HTTP/1.1"), 400);
  EXPECT_EQ(status_of_line("GET /\xc3\xa9 HTTP/1.1"), 400);
  EXPECT_EQ(status_of_line("GET ftp://x/ HTTP/1.1"), 400);
  EXPECT_EQ(status_of_line(std::string("GET /\0 HTTP/1.1", 15)), 400);
  EXPECT_EQ(status_of_line("GET / HTTPS/1.1"), 400);
  EXPECT_EQ(status_of("\x16\x03\x01"), 400);
  EXPECT_EQ(status_of("GET / HTTP/1.1\nHost: a\n\n"), 400);
}

TEST_F(ProtocolTest, refuses_versions_that_it_does_not_speak) {
  start();
  EXPECT_EQ(status_of_line("GET / HTTP/2.0"), 505);
  EXPECT_EQ(status_of_line("GET / HTTP/0.9"), 505);
  EXPECT_EQ(status_of("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"), 505);
}

TEST_F(ProtocolTest, refuses_broken_fields) {
  start();
  EXPECT_EQ(status_of_fields("Host: a\r\nNo colon\r\n"), 400);
  EXPECT_EQ(status_of_fields("Host: a\r\nSpace : x\r\n"), 400);
  EXPECT_EQ(status_of_fields("Host: a\r\n: x\r\n"), 400);
  EXPECT_EQ(status_of_fields("Host: a\r\nFolded: b\r\n c\r\n"), 400);
  EXPECT_EQ(status_of_fields("Host: a\r\nFolded:\r\n b\r\n"), 400);
  EXPECT_EQ(status_of_fields("Host: a\r\nFolded: b\r\n \r\n"), 400);
  EXPECT_EQ(status_of_fields("Host: a\r\nX: a\rb\r\n"), 400);
  EXPECT_EQ(status_of_fields(std::string("Host: a\r\nX: a\0b\r\n", 17)), 400);
  EXPECT_EQ(status_of_fields("Host: a\r\nX: \x7f\r\n"), 400);
}

TEST_F(ProtocolTest, needs_one_host) {
  start();
  EXPECT_EQ(status_of_fields(""), 400);
  EXPECT_EQ(status_of_fields("Host: a\r\nHost: a\r\n"), 400);
  EXPECT_EQ(status_of_fields("Host: a b\r\n"), 400);
  EXPECT_EQ(status_of_fields("Host: a/b\r\n"), 400);
  EXPECT_EQ(status_of_fields("Host: user@a\r\n"), 400);
}

TEST_F(ProtocolTest, refuses_lengths_that_two_could_read_differently) {
  start();
  const auto with = [&](const std::string& fields) {
    return status_of("POST / HTTP/1.1\r\nHost: a\r\n" + fields + "\r\n");
  };
  EXPECT_EQ(with("Content-Length: 3\r\nTransfer-Encoding: chunked\r\n"), 400);
  EXPECT_EQ(with("Transfer-Encoding: chunked\r\nContent-Length: 3\r\n"), 400);
  EXPECT_EQ(with("Content-Length: 3\r\nContent-Length: 4\r\n"), 400);
  EXPECT_EQ(with("Content-Length: 3\r\nContent-Length: 3\r\n"), 400);
  EXPECT_EQ(with("Content-Length: 3, 3\r\n"), 400);
  EXPECT_EQ(with("Content-Length: +3\r\n"), 400);
  EXPECT_EQ(with("Content-Length: -3\r\n"), 400);
  EXPECT_EQ(with("Content-Length: 0x3\r\n"), 400);
  EXPECT_EQ(with("Content-Length:\r\n"), 400);
  EXPECT_EQ(with("Content-Length: 99999999999999999999\r\n"), 400);
  EXPECT_EQ(with("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n"), 400);
  EXPECT_EQ(with("Transfer-Encoding: gzip, chunked\r\n"), 501);
  EXPECT_EQ(with("Transfer-Encoding: identity\r\n"), 501);
  EXPECT_EQ(status_of("POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n"), 400);
}

TEST_F(ProtocolTest, refuses_broken_chunks) {
  start();
  const auto with = [&](const std::string& chunks) {
    return status_of("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n" + chunks);
  };
  EXPECT_EQ(with("3;a=b;c=\"d\"\r\nabc\r\n0\r\nTrailer: x\r\n\r\n"), 200);
  EXPECT_EQ(with("0\r\n\r\n"), 200);
  EXPECT_EQ(with("x\r\n"), 400);
  EXPECT_EQ(with("-1\r\n"), 400);
  EXPECT_EQ(with("3\r\nabcd\r\n"), 400);
  EXPECT_EQ(with("3 3\r\nabc\r\n"), 400);
  EXPECT_EQ(with("11111111111111111\r\n"), 400);
  EXPECT_EQ(with("3;" + std::string(5000, 'a')), 400);
}

TEST_F(ProtocolTest, keeps_its_limits) {
  options.limits.header_fields = 5;
  options.limits.header_bytes = 20'000;
  service.on_admit = [](const Head&) { return Admission{.body_bytes_max = 4}; };
  start();
  EXPECT_EQ(status_of_line("GET /" + std::string(9'000, 'a') + " HTTP/1.1"), 414);
  EXPECT_EQ(status_of("GET /" + std::string(20'000, 'a')), 414);
  EXPECT_EQ(status_of_fields("Host: a\r\nX: " + std::string(20'000, 'a') + "\r\n"), 431);
  EXPECT_EQ(status_of_fields("Host: a\r\nA: 1\r\nB: 2\r\nC: 3\r\nD: 4\r\nE: 5\r\n"), 431);
  EXPECT_EQ(status_of("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\n"), 413);
  EXPECT_EQ(status_of("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
                      "3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n"),
            413);
  EXPECT_EQ(status_of("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\n\r\nabcd"), 200);
}

TEST_F(ProtocolTest, supports_one_expectation) {
  start();
  EXPECT_EQ(status_of_fields("Host: a\r\nExpect: a-miracle\r\n"), 417);
}

TEST_F(ProtocolTest, explains_itself_in_the_language_of_the_client) {
  start();
  BlockingClient peer = client();
  peer.send("GET / HTTP/1.1\r\nHost: a\r\nAccept-Language: nl\r\nExpect: a-miracle\r\n\r\n");
  EXPECT_EQ(peer.receive().body,
            R"({"type":"urn:sluis:problem:bad_expectation",)"
            R"("title":"Alleen 'Expect: 100-continue' wordt ondersteund.","status":417,)"
            R"("code":"bad_expectation","retry_may_help":false,"fields":[]})");
}

TEST_F(ProtocolTest, shows_the_parts_of_the_head) {
  service.on_serve = [](const Request& request, Responder responder) {
    const Head& head = request.head;
    std::string all;
    for (const std::string_view part :
         {head.method_text, head.target, head.path, head.query, head.host, head.peer,
          head.header("X-ONE"), head.header("none")})
      all.append(part).append("|");
    responder.reply(text_reply(all + (head.has("x-two") ? "two" : "")));
  };
  start();
  BlockingClient peer = client();
  peer.send("GET /a%20b?c=d?e HTTP/1.1\r\nHost: h:1\r\nx-one:  1 \r\nX-Two:\r\n\r\n");
  EXPECT_EQ(peer.receive().body, "GET|/a%20b?c=d?e|/a%20b|c=d?e|h:1|127.0.0.1|1||two");
  peer.send("GET http://real:2/x HTTP/1.1\r\nHost: fake\r\n\r\n");
  EXPECT_EQ(peer.receive().body, "GET|/x|/x||real:2|127.0.0.1|||");
}

TEST_F(ProtocolTest, does_not_let_values_of_a_reply_write_fields) {
  service.on_serve = [](const Request&, Responder responder) {
    Reply reply;
    reply.headers = {{"Location", "/x\r\nSet-Cookie: a=b"}};
    reply.status = 302;
    responder.reply(std::move(reply));
  };
  start();
  BlockingClient peer = client();
  peer.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
  const Received reply = peer.receive();
  EXPECT_EQ(reply.header("Location"), "/x  Set-Cookie: a=b");
  EXPECT_EQ(reply.header("Set-Cookie"), "");
}

TEST_F(ProtocolTest, sends_no_body_where_none_is_allowed) {
  service.on_serve = [](const Request& request, Responder responder) {
    responder.reply(text_reply("unexpected", request.head.path == "/204" ? 204 : 304));
  };
  start();
  BlockingClient peer = client();
  for (const int status : {204, 304}) {
    peer.send("GET /" + std::to_string(status) + " HTTP/1.1\r\nHost: a\r\n\r\n");
    const Received reply = peer.receive();
    EXPECT_EQ(reply.status, status);
    EXPECT_EQ(reply.header("Content-Length"), "");
  }
}

TEST_F(ProtocolTest, believes_only_trusted_proxies) {
  const std::string request =
      "GET / HTTP/1.1\r\nHost: a\r\nX-Forwarded-For: 6.6.6.6, 203.0.113.9, 10.1.2.3\r\n"
      "X-Forwarded-Proto: https\r\n\r\n";
  service.on_serve = [](const Request& seen, Responder responder) {
    responder.reply(
        text_reply(std::string(seen.head.peer) + (seen.head.secure ? " secure" : " plain")));
  };
  start();
  BlockingClient untrusted = client();
  untrusted.send(request);
  EXPECT_EQ(untrusted.receive().body, "127.0.0.1 plain");
  options.trusted_proxies = {"127.0.0.0/8", "10.0.0.0/8"};
  start();
  BlockingClient trusted = client();
  trusted.send(request);
  EXPECT_EQ(trusted.receive().body, "203.0.113.9 secure");
  trusted.send("GET / HTTP/1.1\r\nHost: a\r\nX-Forwarded-For: nonsense\r\n\r\n");
  EXPECT_EQ(trusted.receive().body, "127.0.0.1 plain");
}

class StagingTest : public Serving {
 protected:
  void SetUp() override {
    std::string name = (std::filesystem::temp_directory_path() / "staging-XXXXXX").string();
    ASSERT_NE(::mkdtemp(name.data()), nullptr);
    options.staging_folder = name;
    service.on_admit = [](const Head&) {
      return Admission{.body_bytes_max = 100'000, .to_file = true};
    };
    service.on_serve = [this](const Request& request, Responder responder) {
      std::ifstream file(request.file->path(), std::ios::binary);
      content = {std::istreambuf_iterator<char>(file), {}};
      std::string sha256;
      for (const std::uint8_t byte : request.file->sha256())
        sha256 += fmt::format("{:02x}", byte);
      responder.reply(text_reply(sha256 + std::string(request.body)));
    };
    start();
  }
  void TearDown() override {
    Serving::TearDown();
    std::filesystem::remove_all(options.staging_folder);
  }
  bool nothing_left() const { return std::filesystem::is_empty(options.staging_folder); }

  std::string content;
};

TEST_F(StagingTest, streams_bodies_to_files_and_hashes_them) {
  BlockingClient peer = client();
  peer.send("PUT / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nabc");
  EXPECT_EQ(peer.receive().body,
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(content, "abc");
  peer.send("PUT / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n");
  peer.send("2\r\nbc\r\n0\r\n\r\n");
  EXPECT_EQ(peer.receive().body,
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  const std::string large(100'000, 'x');
  peer.send("PUT / HTTP/1.1\r\nHost: a\r\nContent-Length: 100000\r\n\r\n" + large);
  EXPECT_EQ(peer.receive().status, 200);
  EXPECT_TRUE(content == large);
  EXPECT_TRUE(eventually([&] { return nothing_left(); }));
}

TEST_F(StagingTest, leaves_nothing_of_bodies_that_do_not_arrive) {
  BlockingClient peer = client();
  peer.send("PUT / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nab");
  EXPECT_TRUE(eventually([&] { return !nothing_left(); }));
  peer.vanish();
  EXPECT_TRUE(eventually([&] { return nothing_left(); }));
}

}  // namespace
}  // namespace sluis::http
