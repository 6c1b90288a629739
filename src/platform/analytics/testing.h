// The fixture of tests that need an analytical store, on each of its homes: GetParam() is the kind
// of the operational store, as in platform/store/testing.h.
#pragma once

#include "platform/analytics/store.h"
#include "platform/store/testing.h"

namespace sluis::analytics::testing {

class OnBothHomes : public store::testing::OnBothHomes {
 protected:
  void TearDown() override {
    analytics_.reset();
    store::testing::OnBothHomes::TearDown();
  }
  void open_analytics(const store::Registry& registry, const Options& options = {}) {
    analytics_ = std::make_unique<Store>(home().location(), options, registry);
  }
  void close_analytics() { analytics_.reset(); }
  Store& analytics() { return *analytics_; }

 private:
  std::unique_ptr<Store> analytics_;
};

}  // namespace sluis::analytics::testing
