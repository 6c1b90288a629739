#include "platform/http/static_files.h"

#include <filesystem>
#include <fstream>
#include <stdlib.h>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace sluis::http {
namespace {

namespace fs = std::filesystem;

class StaticFilesTest : public ::testing::Test {
 protected:
  void SetUp() override {
    std::string name = (fs::temp_directory_path() / "static-XXXXXX").string();
    ASSERT_NE(::mkdtemp(name.data()), nullptr);
    base = name;
    write("secret.txt", "outside");
    write("web/index.html", "<h1>Hi</h1>");
    write("web/index.html.gz", "gzipped");
    write("web/index.html.br", "brotli");
    write("web/assets/app-DkX2a8f1.js", "let a");
    write("web/sub/index.html", "sub");
    write("web/sub/with space.txt", "spaced");
    write("web/.hidden/key", "hidden");
    fs::create_symlink(base / "secret.txt", base / "web/leak.txt");
    fs::create_symlink(base / "web/index.html", base / "web/same.html");
    fs::create_directory_symlink(base, base / "web/up");
  }
  void TearDown() override { fs::remove_all(base); }

  void write(const std::string& name, std::string_view content) {
    fs::create_directories((base / name).parent_path());
    std::ofstream(base / name, std::ios::binary) << content;
  }
  static std::optional<Reply> get(const StaticFiles& files, std::string_view path,
                                  std::vector<Field> fields = {}) {
    Head head;
    head.method = Method::get;
    head.fields = fields;
    return files.serve(path, head);
  }
  static std::string header(const Reply& reply, std::string_view name) {
    for (const Header& header : reply.headers)
      if (header.name == name) return header.value;
    return "";
  }

  fs::path base;
};

TEST_F(StaticFilesTest, serves_what_was_in_the_folder) {
  const StaticFiles files = *StaticFiles::load(base / "web");
  const auto page = get(files, "");
  ASSERT_TRUE(page);
  EXPECT_EQ(page->status, 200);
  EXPECT_EQ(*page->shared_body, "<h1>Hi</h1>");
  EXPECT_EQ(page->content_type, "text/html; charset=utf-8");
  EXPECT_EQ(header(*page, "Cache-Control"), "no-cache");
  EXPECT_EQ(header(*page, "Vary"), "Accept-Encoding");
  EXPECT_EQ(*get(files, "sub/")->shared_body, "sub");
  EXPECT_EQ(*get(files, "sub/with%20space.txt")->shared_body, "spaced");
  EXPECT_EQ(*get(files, "same.html")->shared_body, "<h1>Hi</h1>");
}

TEST_F(StaticFilesTest, lets_names_with_a_hash_be_kept_for_ever) {
  const StaticFiles files = *StaticFiles::load(base / "web");
  const auto script = get(files, "assets/app-DkX2a8f1.js");
  ASSERT_TRUE(script);
  EXPECT_EQ(header(*script, "Cache-Control"), "public, max-age=31536000, immutable");
  EXPECT_EQ(header(*script, "Vary"), "");
}

TEST_F(StaticFilesTest, sends_the_form_that_the_client_wants) {
  const StaticFiles files = *StaticFiles::load(base / "web");
  const auto packed = get(files, "index.html", {{"accept-encoding", "gzip, br"}});
  EXPECT_EQ(*packed->shared_body, "brotli");
  EXPECT_EQ(header(*packed, "Content-Encoding"), "br");
  const auto gzip = get(files, "index.html", {{"accept-encoding", "gzip"}});
  EXPECT_EQ(*gzip->shared_body, "gzipped");
  const auto plain = get(files, "index.html");
  EXPECT_EQ(header(*plain, "Content-Encoding"), "");
  EXPECT_NE(header(*plain, "ETag"), header(*packed, "ETag"));
  EXPECT_NE(header(*gzip, "ETag"), header(*packed, "ETag"));
  EXPECT_FALSE(get(files, "index.html.gz"));
}

TEST_F(StaticFilesTest, sends_nothing_that_the_client_has_already) {
  const StaticFiles files = *StaticFiles::load(base / "web");
  const std::string etag = header(*get(files, ""), "ETag");
  for (const std::string& known : {etag, "\"other\", " + etag, "W/" + etag, std::string("*")}) {
    const auto again = get(files, "", {{"If-None-Match", known}});
    EXPECT_EQ(again->status, 304) << known;
    EXPECT_EQ(again->shared_body, nullptr);
    EXPECT_EQ(header(*again, "ETag"), etag);
  }
  EXPECT_EQ(get(files, "", {{"If-None-Match", "\"other\""}})->status, 200);
}

TEST_F(StaticFilesTest, never_leads_out_of_the_folder) {
  const StaticFiles files = *StaticFiles::load(base / "web");
  for (const std::string_view path :
       {"../secret.txt", "%2e%2e/secret.txt", "..%2fsecret.txt", "sub/../../secret.txt",
        "..\\secret.txt", "sub/../index.html", "./index.html", "/index.html", "//index.html",
        "leak.txt", "up/secret.txt", ".hidden/key", "index.html%00", "index.html%00.js", "%", "%2",
        "%zz", "nothing.html"}) {
    EXPECT_FALSE(get(files, path)) << path;
  }
}

TEST_F(StaticFilesTest, refuses_a_folder_that_is_not_there) {
  const auto loaded = StaticFiles::load(base / "nowhere");
  ASSERT_FALSE(loaded.has_value());
  EXPECT_TRUE(is(loaded.error(), StaticRefusal::folder_unreadable));
}

}  // namespace
}  // namespace sluis::http
