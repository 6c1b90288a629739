#include "platform/store/folder.h"

#include "platform/store/testing.h"

namespace sluis::store {
namespace {

using Perms = std::filesystem::perms;

TEST(FolderClaim, IsMadeForItsOwnerAlone) {
  const testing::TemporaryFolder temporary;
  const auto folder = Folder::claim(temporary.path() / "new" / "data");
  ASSERT_TRUE(folder);
  EXPECT_EQ(std::filesystem::status(folder->path()).permissions() & Perms::mask, Perms::owner_all);
  EXPECT_TRUE(std::filesystem::is_directory(folder->blobs()));
}

TEST(FolderClaim, SecondOwnerIsToldWhoTheFirstIs) {
  const testing::TemporaryFolder temporary;
  {
    const auto first = Folder::claim(temporary.path());
    ASSERT_TRUE(first);
    const auto second = Folder::claim(temporary.path());
    ASSERT_FALSE(second);
    EXPECT_TRUE(is(second.error(), FolderRefusal::owned));
    EXPECT_NE(second.error().message().in(Language::en).find(std::to_string(getpid())),
              std::string::npos);
  }
  EXPECT_TRUE(Folder::claim(temporary.path()));
}

TEST(FolderClaim, FileInTheWayIsRefused) {
  const testing::TemporaryFolder temporary;
  std::ofstream(temporary.path() / "file") << "x";
  const auto folder = Folder::claim(temporary.path() / "file");
  ASSERT_FALSE(folder);
  EXPECT_TRUE(is(folder.error(), FolderRefusal::not_usable));
}

}  // namespace
}  // namespace sluis::store
