#include "app/home.h"

#include "app/capabilities.h"

namespace sluis::app {
namespace {

store::Options options_of(const config::Settings& settings,
                          std::function<void(const std::string&)> report) {
  return {.readers = static_cast<int>(settings.readers.number),
          .writers = static_cast<int>(settings.postgres_connections.number),
          .durable = settings.synchronous == config::Synchronous::full,
          .report = std::move(report)};
}

analytics::Options analytics_options_of(const config::Settings& settings,
                                        std::function<void(const std::string&)> report) {
  analytics::Options options;
  if (report) options.report = std::move(report);
  if (settings.threads) options.threads = static_cast<int>(settings.threads->number);
  return options;
}

}  // namespace

OpenedHome::OpenedHome(const config::Settings& settings)
    : clock_(settings.test_clock), registry_(registry()) {}

Result<std::unique_ptr<OpenedHome>> OpenedHome::open(const config::Settings& settings, Claim claim,
                                                     Alarms alarms) {
  auto opened = std::unique_ptr<OpenedHome>(new OpenedHome(settings));
  const bool embedded = settings.store.embedded();
  if (embedded || claim == Claim::always) {
    opened->folder_.emplace(TRY(store::Folder::claim(settings.data)));
    opened->location_.folder = &*opened->folder_;
  }
  if (!embedded) opened->location_.url = settings.store.text;
  opened->store_ = TRY(store::Store::open(
      opened->location_, options_of(settings, alarms.store_fault), opened->registry_));
  opened->analytics_ = std::make_unique<analytics::Store>(
      opened->location_, analytics_options_of(settings, alarms.store_fault), analytics_registry());
  opened->lease_ =
      TRY(store::NodeLease::claim(*opened->store_, opened->clock_, std::move(alarms.node_lost)));
  opened->home_.emplace(*opened->store_, opened->lease_->ids(), opened->clock_, opened->location_,
                        opened->registry_, *opened->analytics_);
  return opened;
}

}  // namespace sluis::app
