#include "platform/store/migrations.h"

#include "platform/store/testing.h"

namespace sluis::store {
namespace {

TEST(Dialect, TypesAreTranslatedButNoCommentOrText) {
  constexpr Migration kTable{"a/0001_a",
                             "-- a boolean; and bigint\n"
                             "create table a_b (\n"
                             "  id ${growing_number},\n"
                             "  flag boolean not null default false check (flag in ('boolean')),\n"
                             "  size double precision, bytes bytea, count bigint, name text\n"
                             ");\n"
                             "create index a_b_name on a_b (name);"};
  EXPECT_EQ(in_dialect(kTable, Dialect::sqlite),
            "-- a boolean; and bigint\n"
            "create table a_b (\n"
            "  id integer primary key autoincrement,\n"
            "  flag integer not null default false check (flag in ('boolean')),\n"
            "  size real , bytes blob, count integer, name text\n"
            ") strict;\n"
            "create index a_b_name on a_b (name);");
  EXPECT_NE(
      in_dialect(kTable, Dialect::postgres)
          .find("size double precision, bytes bytea, count bigint, name text collate \"C\"\n"),
      std::string::npos);
}

TEST(Dialect, AddedTextIsOrderedByItsBytesToo) {
  constexpr Migration kColumn{"a/0002_a",
                              "alter table a_b add column text_kind text;\n"
                              "create view feed_b as select cast(count as text) from a_b;"};
  EXPECT_EQ(in_dialect(kColumn, Dialect::sqlite), kColumn.sql);
  EXPECT_EQ(in_dialect(kColumn, Dialect::postgres),
            "alter table a_b add column text_kind text collate \"C\";\n"
            "create view feed_b as select cast(count as text) from a_b;");
}

constexpr Migration kFirst[] = {{"shop/0001_first", "create table shop_a (id bigint);"}};
constexpr Migration kBoth[] = {{"shop/0001_first", "create table shop_a (id bigint);"},
                               {"shop/0002_second", "create table shop_b (id bigint);"}};
constexpr Migration kChanged[] = {{"shop/0001_first", "create table shop_a (id text);"}};
constexpr Migration kBroken[] = {
    {"shop/0001_first", "create table shop_a (id bigint);"},
    {"shop/0002_second", "create table shop_b (id bigint); create table shop_a (id bigint);"}};
constexpr Statement kUseB{"shop.use_b", "select count(*) from shop_b"};
constexpr const Statement* kMigratedStatements[] = {&kUseB};

class MigrationsTest : public testing::OnBothHomes {
 protected:
  Result<std::unique_ptr<Store>> opened(std::span<const Migration> migrations) {
    return Store::open(home().location(), {},
                       {{platform::migrations(), migrations}, {kMigratedStatements}});
  }
  void expect_refused(std::span<const Migration> migrations, OpenRefusal why) {
    const auto store = opened(migrations);
    ASSERT_FALSE(store);
    EXPECT_TRUE(is(store.error(), why)) << store.error().message().in(Language::en);
  }
};
SLUIS_ON_BOTH_HOMES(MigrationsTest);

TEST_P(MigrationsTest, MissingOnesAreAppliedOnceInOrder) {
  ASSERT_TRUE(opened(kFirst));
  ASSERT_TRUE(opened(kBoth));
  auto store = opened(kBoth);
  ASSERT_TRUE(store);
  EXPECT_TRUE((*store)->snapshot([](Snapshot& snapshot) -> Result<std::int64_t> {
    return *snapshot.one<std::int64_t>(kUseB);
  }));
}

TEST_P(MigrationsTest, DataOfANewerProgramIsRefused) {
  ASSERT_TRUE(opened(kBoth));
  expect_refused(kFirst, OpenRefusal::newer_version);
}

TEST_P(MigrationsTest, ChangedTextIsRefused) {
  ASSERT_TRUE(opened(kFirst));
  expect_refused(kChanged, OpenRefusal::changed_migration);
}

TEST_P(MigrationsTest, FailingOneLeavesNothing) {
  ASSERT_TRUE(opened(kFirst));
  expect_refused(kBroken, OpenRefusal::damaged);
  ASSERT_TRUE(opened(kBoth));  // shop_b of the broken one is not there
}

TEST(OpenStore, FileThatIsNoDatabaseIsRefused) {
  testing::Home home(Dialect::sqlite);
  std::ofstream(home.folder() / "sluis.db") << std::string(5'000, 'x');
  const auto store = Store::open(home.location(), {}, {{platform::migrations()}, {}});
  ASSERT_FALSE(store);
  EXPECT_TRUE(is(store.error(), OpenRefusal::damaged));
}

TEST(OpenStore, ServerThatIsNotThereIsRefused) {
  const Location nowhere{nullptr, "postgresql://sluis@127.0.0.1:1/none"};
  const auto store = Store::open(nowhere, {}, {{platform::migrations()}, {}});
  ASSERT_FALSE(store);
  EXPECT_TRUE(is(store.error(), OpenRefusal::unreachable));
}

}  // namespace
}  // namespace sluis::store
