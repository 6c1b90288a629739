// The fixture of every test that needs a store: fresh and migrated, on each of the two homes.
// PostgreSQL is the server of SLUIS_TEST_POSTGRES (a superuser's URL); without it that half skips.
//
//   class ChannelsTest : public store::testing::OnBothHomes {};
//   SLUIS_ON_BOTH_HOMES(ChannelsTest);
//   TEST_P(ChannelsTest, InsertsOnce) { open(registry()); store().unit(…); }
#pragma once

#include <filesystem>
#include <fstream>
#include <memory>
#include <string>

#include <gtest/gtest.h>

#include "platform/own.h"
#include "platform/store/store.h"

namespace sluis::store::testing {

// A folder that is removed at the end.
class TemporaryFolder {
 public:
  TemporaryFolder();
  ~TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

// A clock that stands still until it is set.
class SetClock : public Clock {
 public:
  explicit SetClock(Instant now) : now_(now.micros()) {}
  Instant now() const override { return Instant(now_.load()); }
  void set(Instant now) { now_ = now.micros(); }
  void advance(Duration by) { now_ += by.count(); }

 private:
  std::atomic<std::int64_t> now_;
};

// An empty home of a kind: a claimed folder, and on PostgreSQL a database to itself.
class Home {
 public:
  explicit Home(Dialect dialect);
  ~Home();
  Home(const Home&) = delete;
  Home& operator=(const Home&) = delete;

  static bool available(Dialect dialect);
  Location location() const { return {&*folder_, url_}; }
  const std::filesystem::path& folder() const { return temporary_.path(); }

 private:
  TemporaryFolder temporary_;
  std::optional<Folder> folder_;
  std::string url_;
};

class OnBothHomes : public ::testing::TestWithParam<Dialect> {
 protected:
  void SetUp() override;
  void TearDown() override;

  // Opens the store with the platform's own tables and those of the given capabilities.
  void open(Registry capabilities = {}, const Options& options = {});
  void close() { store_.reset(); }
  Store& store() { return *store_; }
  Home& home() { return *home_; }

 private:
  std::unique_ptr<Home> home_;
  std::unique_ptr<Store> store_;
};

std::string name_of(const ::testing::TestParamInfo<Dialect>& info);

}  // namespace sluis::store::testing

#define SLUIS_ON_BOTH_HOMES(Fixture)                                                         \
  INSTANTIATE_TEST_SUITE_P(                                                                  \
      , Fixture,                                                                             \
      ::testing::Values(::sluis::store::Dialect::sqlite, ::sluis::store::Dialect::postgres), \
      ::sluis::store::testing::name_of)
