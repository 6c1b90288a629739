#include "platform/analytics/duckdb_file.h"

#include <sys/mount.h>

#include <fstream>

#include "platform/analytics/backend.h"
#include "platform/analytics/store.h"
#include "platform/store/folder.h"
#include "platform/store/testing.h"

namespace sluis::analytics {
namespace {

using store::Failure;
using store::Migration;

constexpr Migration kFileMigrations[] = {
    {"meter/0001_meter",
     "create table meter_reading (id bigint not null, place text not null);\n"}};
constexpr Statement kAddMeasured{"meter.insert",
                                 "insert into meter_reading (id, place) values ($1, $2)"};
constexpr Statement kCountMeasured{"meter.count", "select count(*) from meter_reading"};
constexpr const Statement* kFileStatements[] = {&kAddMeasured, &kCountMeasured};

struct Measured {
  std::int64_t id = 0;
  std::string place;
};
BOOST_DESCRIBE_STRUCT(Measured, (), (id, place))

// A folder on a disk of its own.
class SmallDisk {
 public:
  explicit SmallDisk(const std::filesystem::path& folder) : folder_(folder) {
    std::filesystem::create_directory(folder);
    mounted_ = mount("tmpfs", folder.c_str(), "tmpfs", 0, "size=16m,mode=0700") == 0;
  }
  ~SmallDisk() {
    if (mounted_) umount2(folder_.c_str(), MNT_DETACH);
  }
  SmallDisk(const SmallDisk&) = delete;
  SmallDisk& operator=(const SmallDisk&) = delete;

  bool mounted() const { return mounted_; }
  void fill() const {
    for (const std::size_t piece : {std::size_t{65'536}, std::size_t{1}}) {
      std::ofstream file(folder_ / "filler", std::ios::binary | std::ios::app);
      const std::string bytes(piece, 'x');
      while (file.write(bytes.data(), static_cast<std::streamsize>(piece)).flush()) {
      }
    }
  }
  void make_room() const { std::filesystem::remove(folder_ / "filler"); }

 private:
  const std::filesystem::path folder_;
  bool mounted_ = false;
};

class DuckFileTest : public ::testing::Test {
 protected:
  std::filesystem::path folder() const { return scratch_.path(); }
  void open(const std::filesystem::path& folder) {
    folder_.emplace(*store::Folder::claim(folder));
    store_ = std::make_unique<Store>(store::Location{.folder = &*folder_}, Options{},
                                     store::Registry{{kFileMigrations}, {kFileStatements}});
  }
  void close() {
    store_.reset();
    folder_.reset();
  }
  Result<void> append(std::int64_t count) {
    return store_->unit([&](Tx& tx) -> Result<void> {
      std::vector<Measured> readings;
      for (std::int64_t i = 0; i < count; ++i)
        readings.push_back({i, fmt::format("place {} of a reading", i * 7'919)});
      tx.append(kAddMeasured, readings);
      return {};
    });
  }
  Result<std::int64_t> count() {
    return store_->snapshot([](Snapshot& snapshot) -> Result<std::int64_t> {
      return *snapshot.one<std::int64_t>(kCountMeasured);
    });
  }
  Store& store() { return *store_; }

 private:
  store::testing::TemporaryFolder scratch_;
  std::optional<store::Folder> folder_;
  std::unique_ptr<Store> store_;
};

bool failed(const auto& result, Failure failure) {
  return !result && is(result.error(), failure);
}

TEST_F(DuckFileTest, AFullDiskLosesNothingThatWasCommittedAndIsForgotten) {
  const SmallDisk disk(folder() / "small");
  if (!disk.mounted()) GTEST_SKIP() << "a small disk can only be mounted by root";
  open(folder() / "small");
  std::int64_t committed = 0;
  for (int round = 0; round < 5; ++round) {
    ASSERT_TRUE(append(1'000));
    committed += 1'000;
    disk.fill();
    EXPECT_TRUE(failed(append(50'000), Failure::full_disk));
    EXPECT_EQ(*count(), committed);
    EXPECT_FALSE(store().snapshot_to(folder() / "snapshot.duckdb", {}));  // by way of a checkpoint
    EXPECT_EQ(*count(), committed);
    disk.make_room();
    ASSERT_TRUE(append(1));
    EXPECT_EQ(*count(), ++committed);
  }
  close();
  open(folder() / "small");
  EXPECT_EQ(*count(), committed);
}

TEST_F(DuckFileTest, AFileThatWasMadeOnAFullDiskIsMadeAnew) {
  const SmallDisk disk(folder() / "small");
  if (!disk.mounted()) GTEST_SKIP() << "a small disk can only be mounted by root";
  open(folder() / "small");
  disk.fill();
  EXPECT_TRUE(failed(append(1), Failure::full_disk));
  disk.make_room();
  ASSERT_TRUE(append(1));
  EXPECT_EQ(*count(), 1);
}

TEST_F(DuckFileTest, WhatDoesNotFitInTheLogIsCutOff) {
  open(folder() / "one");
  ASSERT_TRUE(append(10));
  ASSERT_TRUE(append(20));
  // As a crash leaves it: a copy while it is open, with an end that never reached the disk.
  std::filesystem::create_directory(folder() / "two");
  for (const char* name : {"analytics.duckdb", "analytics.duckdb.wal"})
    std::filesystem::copy(folder() / "one" / name, folder() / "two" / name);
  close();
  const auto log = folder() / "two" / "analytics.duckdb.wal";
  const auto bytes = std::filesystem::file_size(log);
  std::filesystem::resize_file(log, bytes - 40);
  std::filesystem::resize_file(log, bytes);  // zeros
  open(folder() / "two");
  EXPECT_EQ(*count(), 10);
  ASSERT_TRUE(append(20));
  EXPECT_EQ(*count(), 30);
}

TEST_F(DuckFileTest, AQuestionThatStillRunsKeepsADatabaseThatIsNotSoundFromBeingOpenedAgain) {
  DuckFile file(folder() / "analytics.duckdb", {}, [](DuckDatabase&) {}, [](const auto&) {});
  auto database = file.database();
  EXPECT_EQ(file.database(), database);
  EXPECT_THROW(DuckDb(*database, nullptr).execute("commit"), store::Error);  // there is none to
  EXPECT_FALSE(database->sound());
  EXPECT_THROW(file.database(), store::Error);
  database.reset();
  EXPECT_TRUE(file.database()->sound());
}

TEST(EndOfSoundLog, IsReadFromWhatDuckDbSays) {
  EXPECT_EQ(
      end_of_sound_log("Failure while replaying WAL file \"a.wal\": Corrupt WAL file: entry at "
                       "byte position 4711 computed checksum 1 does not match stored"),
      4711 - 16);
  EXPECT_FALSE(end_of_sound_log("Corrupt WAL file: entry at byte position 3 computed"));
  EXPECT_FALSE(end_of_sound_log("No such file"));
}

}  // namespace
}  // namespace sluis::analytics
