#include "contacts/chat/attachments.h"

#include <gtest/gtest.h>

#include "contacts/chat/store.h"
#include "contacts/forgetting.h"
#include "contacts/testing.h"

namespace sluis::contacts {
namespace {

using testing::why;

constexpr std::string_view kText = "text/plain; charset=utf-8";

class AttachmentsTest : public testing::ContactsTest {
 protected:
  void SetUp() override {
    ContactsTest::SetUp();
    if (IsSkipped()) return;
    blobs_ = std::make_unique<blobs::Blobs>(GetParam(), home().folder());
    chat_ = asked(Kind::chat)->id;
  }

  Result<Message> sent(const std::string& client, const std::string& bytes) {
    const KeptFile kept =
        keep_file(*blobs_, {.client_id = {client}, .name = {"a.txt"}, .bytes = bytes}).value();
    return at_desk([&](const Desk& desk) { return send_as_customer(desk, *blobs_, chat_, kept); });
  }
  Result<OpenedFile> opened(std::int64_t number) {
    return store().snapshot(
        [&](store::Snapshot& s) { return open_file(s, *blobs_, chat_, number); });
  }

  std::unique_ptr<blobs::Blobs> blobs_;
  ContactId chat_;
};
SLUIS_ON_BOTH_HOMES(AttachmentsTest);

// What lies on disk tells nothing without its row, and two who send the same do not share a file.
TEST_P(AttachmentsTest, AFileIsReadAsLongAsItsContactIsNotForgotten) {
  ASSERT_EQ(sent("1", "My number is 123")->file->text, "a.txt");
  ASSERT_EQ(sent("1", "My number is 123")->number, 1) << "sent again";
  ASSERT_EQ(sent("2", "My number is 123")->number, 2);
  EXPECT_EQ(opened(1)->bytes, "My number is 123");
  EXPECT_EQ(why(opened(3)), &kind_of(FileRefusal::file_unknown));
  const auto places = look([&](store::Snapshot& s) {
    return std::pair(*sql::file_of(s, chat_, 1), *sql::file_of(s, chat_, 2));
  });
  EXPECT_NE(places.first.sha256, places.second.sha256);

  ASSERT_TRUE(unit([&](store::Tx& tx) -> Result<void> {
    sql::forget_words(tx, chat_);
    return {};
  }));
  EXPECT_EQ(why(opened(1)), &kind_of(FileRefusal::file_unknown));
  EXPECT_FALSE(
      store().snapshot([&](store::Snapshot& s) { return blobs_->read(s, places.first.sha256); }));
}

// What nobody may read any more is taken off the disk too, a day later; what is still shown is not.
TEST_P(AttachmentsTest, IsGoneWithItsTime) {
  ASSERT_TRUE(sent("1", "My number is 123"));
  const Duration kept = std::chrono::days(30);
  clock_.advance(std::chrono::days(31));
  EXPECT_EQ(*forget_old(store(), kept, clock_.now()), 0) << "it goes on";
  at_desk([&](const Desk& desk) { return leave(desk, chat_); }).value();
  const bool embedded = GetParam() == store::Dialect::sqlite;
  const auto on_disk = [&] {
    std::int64_t files = 0;
    for (const auto& entry : std::filesystem::directory_iterator(home().folder() / "blobs")) {
      std::filesystem::last_write_time(
          entry, std::filesystem::file_time_type::clock::now() - std::chrono::hours(25));
      ++files;
    }
    return files;
  };
  EXPECT_EQ(on_disk(), embedded ? 1 : 0);
  EXPECT_EQ(blobs::sweep(store(), home().folder()), 0);
  EXPECT_EQ(*forget_old(store(), kept, clock_.now()), 1);
  EXPECT_EQ(*forget_old(store(), kept, clock_.now()), 0);
  EXPECT_EQ(why(opened(1)), &kind_of(FileRefusal::file_unknown));
  EXPECT_EQ(blobs::sweep(store(), home().folder()), embedded ? 1 : 0);
  EXPECT_EQ(on_disk(), 0);
}

TEST_P(AttachmentsTest, NobodySendsMoreThanOneReads) {
  for (std::int64_t i = 1; i <= kFilesMost; ++i) {
    ASSERT_TRUE(sent(std::to_string(i), "x"));
    clock_.advance(std::chrono::seconds(1));
  }
  EXPECT_EQ(why(sent("more", "x")), &kind_of(FileRefusal::files_too_many));
  ASSERT_TRUE(sent("1", "x")) << "which is there already";
}

TEST(FileTest, IsWhatIsInIt) {
  EXPECT_EQ(media_type_of("%PDF-1.7\n"), "application/pdf");
  EXPECT_EQ(media_type_of("Zwölf\tLampen\r\n"), kText);
  EXPECT_EQ(media_type_of("<script>alert(1)</script>"), kText);
  EXPECT_EQ(media_type_of(""), std::nullopt);
  EXPECT_EQ(media_type_of(std::string_view("PK\3\4\0", 5)), std::nullopt);
  EXPECT_EQ(media_type_of("MZ\x90"), std::nullopt);
  EXPECT_EQ(media_type_of("\xff\xfe"), std::nullopt);
}

TEST(FileTest, IsCalledWhatCanBeSeen) {
  EXPECT_EQ(file_name_of("bon.PDF", "application/pdf").text, "bon.PDF");
  EXPECT_EQ(file_name_of("photo.jpeg", "image/jpeg").text, "photo.jpeg");
  EXPECT_EQ(file_name_of("../../etc/passwd", kText).text, "passwd.txt");
  EXPECT_EQ(file_name_of("C:\\bills\\bill.exe", "image/png").text, "bill.exe.png");
  EXPECT_EQ(file_name_of("\u202egpj.exe", kText).text, "gpj.exe.txt");
  EXPECT_EQ(file_name_of("a\nb\r\"c\"", kText).text, "ab\"c\".txt");
  EXPECT_EQ(file_name_of(".txt", kText).text, "file.txt");
  EXPECT_EQ(file_name_of("folder/", "image/gif").text, "file.gif");
  std::string long_one;
  for (int i = 0; i < 200; ++i)
    long_one += "é";
  const std::string shortened = file_name_of(long_one, kText).text;
  EXPECT_EQ(utf8_length(shortened), 98);
  EXPECT_TRUE(shortened.ends_with("é.txt"));
}

}  // namespace
}  // namespace sluis::contacts
