#include "platform/store/backup.h"

#include <fstream>

#include "platform/blobs/blobs.h"
#include "platform/outbox/driver.h"
#include "platform/store/check.h"
#include "platform/store/testing.h"

namespace sluis::store {
namespace {

using Perms = std::filesystem::perms;

constexpr Migration kBankMigrations[] = {{"bank/0001_bank", R"sql(
-- distribution: reference
create table bank_branch (
  id bigint primary key,
  name text not null
);
-- distribution: local
create table bank_account (
  id bigint primary key,
  branch bigint not null references bank_branch (id),
  balance bigint not null,
  rate double precision,
  open boolean not null default true,
  stamp bytea
);
insert into bank_branch (id, name) values (1, 'from the migration');
)sql"}};
constexpr Migration kNewer[] = {{"bank/0001_bank", kBankMigrations[0].sql},
                                {"bank/0002_more", "create table bank_more (id bigint);"}};

constexpr Statement kOpen{"bank.open",
                          "insert into bank_account (id, branch, balance, rate, open, stamp) "
                          "values ($1, 1, $2, 0.1, false, $3)"};
constexpr Statement kMove{"bank.move",
                          "update bank_account set balance = balance + $2 where id = $1"};
constexpr Statement kAccounts{
    "bank.accounts", "select id, branch, balance, rate, open, stamp from bank_account order by id"};
constexpr Statement kSeen{"bank.seen", "update bank_branch set name = name || $1 where id = 1"};
constexpr Statement kName{"bank.name", "select name from bank_branch where id = 1"};
constexpr const Statement* kBankStatements[] = {&kOpen, &kMove, &kAccounts, &kSeen, &kName};
const Registry kBank{{platform::migrations(), kBankMigrations},
                     {platform::statements(), kBankStatements}};

struct Account {
  std::int64_t id = 0;
  std::int64_t branch = 0;
  std::int64_t balance = 0;
  double rate = 0;
  bool open = true;
  std::optional<Bytes> stamp;
  bool operator==(const Account&) const = default;
};
BOOST_DESCRIBE_STRUCT(Account, (), (id, branch, balance, rate, open, stamp))

void no_progress(std::int64_t, std::int64_t) {}

// From each home to each home.
class BackupTest : public ::testing::TestWithParam<std::tuple<Dialect, Dialect>> {
 protected:
  void SetUp() override {
    const auto [from, to] = GetParam();
    if (!testing::Home::available(from) || !testing::Home::available(to)) {
      GTEST_SKIP() << "SLUIS_TEST_POSTGRES names no server";
    }
    from_ = std::make_unique<testing::Home>(from);
    to_ = std::make_unique<testing::Home>(to);
    store_ = *Store::open(from_->location(), {}, kBank);
    ASSERT_TRUE(store_->unit([](Tx& tx) -> Result<void> {
      for (int id = 1; id <= 10; ++id) {
        tx.change(kOpen, id, 100, Bytes{std::string("\0\xfe", 2) + std::to_string(id)});
      }
      return {};
    }));
  }
  void TearDown() override { store_.reset(); }

  std::filesystem::path file() const { return files_.path() / "company.sluis"; }
  Result<Manifest> back_up_now(const std::stop_token& stop = {}) {
    return back_up(from_->location(), kBank, file(), Instant(7), no_progress, stop);
  }
  Result<Manifest> restore_now(const Registry& registry = kBank) {
    return restore(file(), to_->location(), registry, no_progress, {});
  }
  std::unique_ptr<Store> restored() { return *Store::open(to_->location(), {}, kBank); }
  static std::vector<Account> accounts(Store& store) {
    return *store.snapshot([](Snapshot& snapshot) -> Result<std::vector<Account>> {
      return snapshot.all<Account>(kAccounts);
    });
  }

  testing::TemporaryFolder files_;
  std::unique_ptr<testing::Home> from_;
  std::unique_ptr<testing::Home> to_;
  std::unique_ptr<Store> store_;
};
INSTANTIATE_TEST_SUITE_P(, BackupTest,
                         ::testing::Combine(::testing::Values(Dialect::sqlite, Dialect::postgres),
                                            ::testing::Values(Dialect::sqlite, Dialect::postgres)),
                         [](const auto& info) {
                           const auto name = [](Dialect home) {
                             return home == Dialect::sqlite ? "Sqlite" : "Postgres";
                           };
                           return fmt::format("{}To{}", name(std::get<0>(info.param)),
                                              name(std::get<1>(info.param)));
                         });

TEST_P(BackupTest, EverythingComesBack) {
  const auto manifest = back_up_now();
  ASSERT_TRUE(manifest) << manifest.error().message().in(Language::en);
  EXPECT_EQ(std::filesystem::status(file()).permissions() & Perms::mask,
            Perms::owner_read | Perms::owner_write);
  const auto same = restore_now();
  ASSERT_TRUE(same) << same.error().message().in(Language::en);
  EXPECT_EQ(same->sha256, manifest->sha256);
  EXPECT_EQ(accounts(*restored()), accounts(*store_));
  for (const Finding& finding : check(to_->location(), kBank)) {
    EXPECT_TRUE(finding.sound) << finding.message.in(Language::en);
  }
}

TEST_P(BackupTest, IsOfOneMomentWhileOthersWrite) {
  std::atomic<bool> stop{false};
  std::jthread mover([&] {
    for (int i = 0; !stop; ++i) {
      ASSERT_TRUE(store_->unit([&](Tx& tx) -> Result<void> {
        tx.change(kMove, 1 + i % 10, -1);
        tx.change(kMove, 1 + (i + 3) % 10, 1);
        return {};
      }));
    }
  });
  const auto manifest = back_up_now();
  stop = true;
  mover.join();
  ASSERT_TRUE(manifest);
  ASSERT_TRUE(restore_now());
  std::int64_t sum = 0;
  for (const Account& account : accounts(*restored()))
    sum += account.balance;
  EXPECT_EQ(sum, 1'000);
}

TEST_P(BackupTest, BlobsComeAlong) {
  blobs::Blobs from(store_->dialect(), from_->folder());
  blobs::Staged staged = *from.stage();
  ASSERT_TRUE(staged.write("a picture"));
  ASSERT_TRUE(staged.finish());
  ASSERT_TRUE(from.keep(staged));
  ASSERT_TRUE(store_->unit([&](Tx& tx) { return from.link(tx, Instant(1), staged, "image/png"); }));
  ASSERT_EQ(back_up_now()->blobs, 1);
  ASSERT_TRUE(restore_now());
  const auto store = restored();
  const blobs::Blobs to(store->dialect(), to_->folder());
  const auto bytes =
      store->snapshot([&](Snapshot& snapshot) { return to.read(snapshot, staged.sha256()); });
  ASSERT_TRUE(bytes);
  EXPECT_EQ(*bytes, "a picture");
}

// A reader of facts goes on where it was, though the numbers of transactions begin anew.
TEST_P(BackupTest, ReadersOfFactsSkipAndRepeatNothing) {
  const testing::SetClock clock(Instant(1'800'000'000'000'000));
  const auto append = [&](Store& store, std::string_view letter) {
    ASSERT_TRUE(store.unit([&](Tx& tx) -> Result<void> {
      outbox::append(tx, clock.now(), "bank.letter", std::string(letter));
      return {};
    }));
  };
  const auto consume = [&](Store& store) {
    const outbox::Consumer consumer{
        "bank.letters", {}, [](Tx& tx, const outbox::Fact& fact) -> Result<void> {
          tx.change(kSeen, *from_json<std::string>(fact.payload.text));
          return {};
        }};
    outbox::Driver(store, clock, {consumer}, {}, [](const auto&, const auto&, const auto&) {
    }).catch_up();
  };
  append(*store_, " a");
  append(*store_, " b");
  consume(*store_);
  append(*store_, " c");  // not read yet
  ASSERT_TRUE(back_up_now());
  ASSERT_TRUE(restore_now());
  const auto store = restored();
  append(*store, " d");
  consume(*store);
  EXPECT_EQ(*store->snapshot([](Snapshot& snapshot) -> Result<std::string> {
    return *snapshot.one<std::string>(kName);
  }),
            "from the migration a b c d");
}

TEST_P(BackupTest, OlderBackupIsMigratedWhenOpened) {
  ASSERT_TRUE(back_up_now());
  const Registry newer{{platform::migrations(), kNewer}, kBank.statements};
  ASSERT_TRUE(restore_now(newer));
  const auto store = Store::open(to_->location(), {}, newer);
  ASSERT_TRUE(store);
  EXPECT_EQ(accounts(**store), accounts(*store_));
}

TEST_P(BackupTest, NewerBackupIsRefusedAndLeavesNothing) {
  ASSERT_TRUE(back_up_now());
  const auto refused = restore_now({{platform::migrations()}, {}});
  ASSERT_FALSE(refused);
  EXPECT_TRUE(is(refused.error(), BackupRefusal::newer));
  EXPECT_TRUE(restore_now());  // the target is still empty
}

TEST_P(BackupTest, TargetThatHoldsDataIsRefused) {
  ASSERT_TRUE(back_up_now());
  ASSERT_TRUE(restore_now());
  const auto again = restore_now();
  ASSERT_FALSE(again);
  EXPECT_TRUE(is(again.error(), BackupRefusal::not_empty));
}

TEST_P(BackupTest, CancelLeavesNothing) {
  std::stop_source stop;
  ASSERT_TRUE(store_->unit([](Tx& tx) -> Result<void> {
    for (int id = 11; id <= 1'000; ++id)
      tx.change(kOpen, id, 0, std::nullopt);
    return {};
  }));
  const auto cancelled = back_up(
      from_->location(), kBank, file(), Instant(7),
      [&](std::int64_t, std::int64_t) { stop.request_stop(); }, stop.get_token());
  ASSERT_FALSE(cancelled);
  EXPECT_TRUE(is(cancelled.error(), BackupRefusal::cancelled));
  EXPECT_TRUE(std::filesystem::is_empty(files_.path()));
}

TEST_P(BackupTest, DamagedFilesAreRefused) {
  ASSERT_TRUE(back_up_now());
  EXPECT_TRUE(is(back_up_now().error(), BackupRefusal::exists));
  const auto size = std::filesystem::file_size(file());
  {
    // The name of the branch: a flipped bit that no structure of the file notices.
    std::string contents(size, '\0');
    std::fstream stream(file(), std::ios::in | std::ios::out | std::ios::binary);
    stream.read(contents.data(), static_cast<std::streamsize>(size));
    stream.seekp(static_cast<std::streamoff>(contents.find("from the migration")));
    stream.put('g');
  }
  EXPECT_TRUE(is(restore_now().error(), BackupRefusal::altered));
  std::filesystem::resize_file(file(), size / 2);
  EXPECT_FALSE(restore_now());
  std::filesystem::resize_file(file(), 10);
  EXPECT_TRUE(is(restore_now().error(), BackupRefusal::not_backup));
}

class CheckTest : public testing::OnBothHomes {};
SLUIS_ON_BOTH_HOMES(CheckTest);

constexpr Statement kLoseBlob{"test.lose_blob",
                              "insert into platform_blob (sha256, size, media_type, created) "
                              "values ('00ff', 9, 'text/plain', 1)"};
constexpr Statement kSkipAhead{"test.skip_ahead",
                               "insert into platform_cursor (name, transaction_id, number, moved) "
                               "values ('bank.letters', 4000000000000, 1, 1)"};
constexpr const Statement* kFaults[] = {&kLoseBlob, &kSkipAhead};

TEST_P(CheckTest, TellsWhatIsWrong) {
  open({{}, {kFaults}});
  const Registry registry{{platform::migrations()}, {}};
  for (const Finding& finding : check(home().location(), registry)) {
    EXPECT_TRUE(finding.sound) << finding.message.in(Language::en);
  }
  ASSERT_TRUE(store().unit([](Tx& tx) -> Result<void> {
    tx.change(kLoseBlob);
    tx.change(kSkipAhead);
    return {};
  }));
  std::vector<std::string> wrong;
  for (const Finding& finding : check(home().location(), registry)) {
    if (!finding.sound) wrong.push_back(finding.message.in(Language::nl));
  }
  ASSERT_EQ(wrong.size(), 2u);
  EXPECT_TRUE(wrong[0].starts_with("Het bestand 00ff ontbreekt"));
  EXPECT_TRUE(wrong[1].starts_with("De lezer van feiten bank.letters is verder"));
}

}  // namespace
}  // namespace sluis::store
