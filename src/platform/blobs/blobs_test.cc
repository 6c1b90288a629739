#include "platform/blobs/blobs.h"

#include "platform/store/testing.h"

namespace sluis::blobs {
namespace {

using store::Snapshot;
using store::Tx;

class BlobsTest : public store::testing::OnBothHomes {
 protected:
  void SetUp() override {
    OnBothHomes::SetUp();
    if (IsSkipped()) return;
    open();
    blobs_ = std::make_unique<Blobs>(GetParam(), home().folder());
  }

  Staged staged(std::string_view contents) {
    Staged file = *blobs_->stage();
    EXPECT_TRUE(file.write(contents.substr(0, contents.size() / 2)));
    EXPECT_TRUE(file.write(contents.substr(contents.size() / 2)));
    EXPECT_TRUE(file.finish());
    return file;
  }
  Blob put(std::string_view contents) {
    Staged file = staged(contents);
    EXPECT_TRUE(blobs_->keep(file));
    return *store().unit([&](Tx& tx) { return blobs_->link(tx, Instant(1), file, "text/plain"); });
  }
  Result<std::string> read(std::string_view sha256) {
    return store().snapshot([&](Snapshot& snapshot) { return blobs_->read(snapshot, sha256); });
  }

  std::unique_ptr<Blobs> blobs_;
};
SLUIS_ON_BOTH_HOMES(BlobsTest);

TEST_P(BlobsTest, ComesBackUnderTheDigestOfItsContents) {
  const std::string contents("a\0b\xff tail", 9);
  const Blob blob = put(contents);
  EXPECT_EQ(blob.size, 9);
  EXPECT_EQ(*read(blob.sha256), contents);
  EXPECT_EQ(put("abc").sha256, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST_P(BlobsTest, SameContentsAreKeptOnce) {
  const Blob first = put("twice");
  const Blob second = put("twice");
  EXPECT_EQ(first.sha256, second.sha256);
  EXPECT_EQ(*read(first.sha256), "twice");
}

TEST_P(BlobsTest, IsNotThereBeforeItsRow) {
  Staged file = staged("unlinked");
  ASSERT_TRUE(blobs_->keep(file));
  const auto contents = read(file.sha256());
  ASSERT_FALSE(contents);
  EXPECT_TRUE(is(contents.error(), BlobRefusal::missing));
}

TEST_P(BlobsTest, UnfinishedFileIsRemoved) {
  std::filesystem::path path;
  {
    Staged file = *blobs_->stage();
    ASSERT_TRUE(file.write("half"));
    path = file.path();
    EXPECT_TRUE(std::filesystem::exists(path));
  }
  EXPECT_FALSE(std::filesystem::exists(path));
}

}  // namespace
}  // namespace sluis::blobs
