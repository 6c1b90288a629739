// Marks come once, whatever happens to the units that note them and to the files they end in.
#include <rapidcheck.h>
#include <set>

#include "platform/store/seen_files.h"
#include "platform/store/testing.h"

namespace sluis::store {
namespace {

constexpr Instant kNow{1'800'000'000'000'000};

enum class Undone { now };
const RefusalKind& kind_of(Undone) {
  static constexpr RefusalKind kind{
      "undone", Category::conflict, Retry::useless, {"Undone.", "Teruggedraaid."}};
  return kind;
}

Mark mark_of(std::uint64_t number) {
  return {number * 0x9e3779b97f4a7c15, number * 0xbf58476d1ce4e5b9 + 1};
}

std::vector<Mark> marks_of(std::initializer_list<std::uint64_t> numbers) {
  std::vector<Mark> marks;
  for (const auto number : numbers)
    marks.push_back(mark_of(number));
  return marks;
}

constexpr Statement kAddRow{"seen.add_row",
                            "insert into platform_marks (noted, marks) values (0, $1)"};
constexpr Statement kAddMark{"seen.add_mark",
                             "insert into platform_mark (high, low, noted) values ($1, $2, 0)"};
constexpr const Statement* kSeenStatements[] = {&kAddRow, &kAddMark};

class SeenTest : public testing::OnBothHomes {
 protected:
  std::vector<bool> noted(std::initializer_list<std::uint64_t> numbers) {
    return *store().unit([&](Tx& tx) -> Result<std::vector<bool>> {
      return tx.first_time(marks_of(numbers), kNow);
    });
  }
  void noted_in_vain(std::initializer_list<std::uint64_t> numbers) {
    const auto refused = store().unit([&](Tx& tx) -> Result<void> {
      tx.first_time(marks_of(numbers), kNow);
      return refuse(Undone::now);
    });
    EXPECT_FALSE(refused);
  }
};
SLUIS_ON_BOTH_HOMES(SeenTest);

using Bits = std::vector<bool>;

TEST_P(SeenTest, OfEqualMarksOnlyTheFirstIsNew) {
  open();
  EXPECT_EQ(noted({1, 2, 1, 3}), Bits({true, true, false, true}));
  EXPECT_EQ(noted({3, 4, 4}), Bits({false, true, false}));
  EXPECT_EQ(noted({}), Bits());
}

TEST_P(SeenTest, UnitThatIsRolledBackSawNothing) {
  open();
  noted({1});
  noted_in_vain({1, 2});
  EXPECT_EQ(noted({1, 2}), Bits({false, true}));
}

TEST_P(SeenTest, LastsBeyondTheProcess) {
  open();
  noted({1, 2});
  noted_in_vain({3});
  close();
  open();
  EXPECT_EQ(noted({1, 2, 3}), Bits({false, false, true}));
}

TEST_P(SeenTest, ManyUnitsAtOnceAgreeOnWhoWasFirst) {
  open();
  std::atomic<int> firsts{0};
  {
    std::vector<std::jthread> threads;
    for (int thread = 0; thread < 8; ++thread) {
      threads.emplace_back([&] {
        for (std::uint64_t number = 0; number < 50; ++number) {
          const auto first = noted({number, number + 1'000});
          firsts += first[0] + first[1];
        }
      });
    }
  }
  EXPECT_EQ(firsts, 100);
}

// A backup brings the rows of the other home, whichever that was.
TEST_P(SeenTest, MovesFromTheOtherHome) {
  open({{}, {kSeenStatements}});
  store()
      .unit([&](Tx& tx) -> Result<void> {
        tx.change(kAddRow, BytesView{{"\x01\0\0\0\0\0\0\0\x02\0\0\0\0\0\0\0", 16}});
        tx.change(kAddMark, std::int64_t{3}, std::int64_t{4});
        return {};
      })
      .value();
  close();
  open({{}, {kSeenStatements}});
  const auto first = *store().unit([&](Tx& tx) -> Result<Bits> {
    return tx.first_time(std::array{Mark{1, 2}, Mark{3, 4}, Mark{5, 6}}, kNow);
  });
  EXPECT_EQ(first, Bits({false, false, true}));
}

// ---- The files beside SQLite

constexpr std::size_t kFewInMemory = 200;

// SeenFiles with the rows that its store would keep.
class Model {
 public:
  Model() { open(); }

  void open() {
    files_.reset();
    files_.emplace(folder_.path() / "seen", static_cast<std::int64_t>(rows_.size()),
                   SeenFiles::Options{.marks_in_memory = kFewInMemory});
    for (auto number = files_->filed_up_to() + 1; std::cmp_less_equal(number, rows_.size());
         ++number) {
      files_->take_row(number, kNow, rows_[static_cast<std::size_t>(number - 1)]);
    }
  }
  std::vector<bool> first_time(std::span<const Mark> marks) {
    auto first = files_->first_time(marks, kNow);
    files_->keep_unit();
    if (files_->has_row()) {
      rows_.emplace_back(files_->row());
      files_->committed(static_cast<std::int64_t>(rows_.size()));
    }
    return first;
  }
  void lose_a_file() {
    for (const auto& entry : std::filesystem::directory_iterator(folder_.path() / "seen")) {
      // What is still being written is not there yet.
      if (entry.path().extension() != ".run") continue;
      std::filesystem::resize_file(entry.path(), std::filesystem::file_size(entry.path()) / 2);
      return;
    }
  }

 private:
  testing::TemporaryFolder folder_;
  std::vector<std::string> rows_;
  std::optional<SeenFiles> files_;
};

TEST(SeenFiles, AnswerAsASetDoes) {
  EXPECT_TRUE(rc::check("any marks, with restarts and broken files between", [] {
    Model model;
    std::set<Mark> known;
    const auto steps = *rc::gen::inRange(1, 25);
    for (int step = 0; step < steps; ++step) {
      std::vector<Mark> marks;
      const auto count = *rc::gen::inRange(0, 150);
      for (int i = 0; i < count; ++i)
        marks.push_back(mark_of(*rc::gen::inRange<std::uint64_t>(0, 3'000)));
      const auto first = model.first_time(marks);
      for (std::size_t i = 0; i < marks.size(); ++i)
        RC_ASSERT(first[i] == known.insert(marks[i]).second);
      const int chance = *rc::gen::inRange(0, 12);
      if (chance == 0) model.lose_a_file();
      if (chance <= 2) model.open();
    }
  }));
}

TEST(SeenFiles, OfAnotherDatabaseAreLeftOut) {
  testing::TemporaryFolder folder;
  std::vector<Mark> marks = marks_of({1, 2, 3});
  std::filesystem::create_directories(folder.path() / "seen");
  ASSERT_TRUE(
      SeenRun::write(folder.path() / "seen", {.first = 1, .last = 9, .newest = kNow}, marks));
  SeenFiles files(folder.path() / "seen", 0, {});
  EXPECT_EQ(files.filed_up_to(), 0);
  EXPECT_EQ(files.first_time(marks, kNow), Bits({true, true, true}));
}

}  // namespace
}  // namespace sluis::store
