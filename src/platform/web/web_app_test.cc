#include "platform/web/web_app.h"

#include <fstream>

#include <gtest/gtest.h>

#include "platform/store/testing.h"

namespace sluis::web {
namespace {

http::Head get(std::string_view path) {
  return {.method = http::Method::get, .method_text = "GET", .target = path, .path = path};
}

std::string header(const http::Reply& reply, std::string_view name) {
  for (const auto& [key, value] : reply.headers) {
    if (key == name) return value;
  }
  return "";
}

class WebAppTest : public testing::Test {
 protected:
  WebAppTest() {
    write("index.html", "<meta name=csp-nonce content=__CSP_NONCE__><p>app __CSP_NONCE__</p>");
    write("app.js", "start()");
  }
  void write(const char* name, std::string_view text) const {
    std::ofstream(folder_.path() / name) << text;
  }

  store::testing::TemporaryFolder folder_;
};

TEST_F(WebAppTest, EveryScreenIsThePageWithANonceOfItsOwn) {
  const auto app = WebApp::load(folder_.path());
  ASSERT_TRUE(app);
  const auto first = app->serve(get("/"));
  const auto second = app->serve(get("/channels/chn_1"));
  ASSERT_TRUE(first && second);
  EXPECT_EQ(first->body.find("__CSP_NONCE__"), std::string::npos);
  EXPECT_NE(first->body, second->body);
  const auto start = first->body.find("app ") + 4;
  const std::string nonce = first->body.substr(start, first->body.find("</p>") - start);
  EXPECT_NE(header(*first, "Content-Security-Policy").find("'nonce-" + nonce + "'"),
            std::string::npos);
}

TEST_F(WebAppTest, FilesAreFilesAndTheRestIsUnknown) {
  const auto app = WebApp::load(folder_.path());
  ASSERT_TRUE(app);
  EXPECT_EQ(*app->serve(get("/app.js"))->shared_body, "start()");
  EXPECT_FALSE(app->serve(get("/gone.js")));
  EXPECT_FALSE(app->serve(get("/api/v1/nothing")));
}

TEST_F(WebAppTest, AFolderWithoutAPageIsRefused) {
  std::filesystem::remove(folder_.path() / "index.html");
  EXPECT_FALSE(WebApp::load(folder_.path()));
  EXPECT_FALSE(WebApp::load(folder_.path() / "nowhere"));
}

TEST(WebAppPlain, SaysWhatIsRunning) {
  const auto reply = WebApp::plain().serve(get("/"));
  ASSERT_TRUE(reply);
  EXPECT_NE(reply->body.find("Sluis is running"), std::string::npos);
}

}  // namespace
}  // namespace sluis::web
