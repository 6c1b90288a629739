// A company's data, opened by this process: the folder is claimed, the store migrated, and a node
// number leased for ids.
#pragma once

#include <functional>
#include <memory>
#include <optional>

#include "platform/analytics/store.h"
#include "platform/clock.h"
#include "platform/command/program.h"
#include "platform/store/node.h"

namespace sluis::app {

// A server keeps its control socket and incoming files in the folder, whichever the store; a
// command needs the folder only where the data is in it.
enum class Claim : std::uint8_t { if_data_is_there, always };

struct Alarms {
  // Another process took over: this one must stop.
  std::move_only_function<void()> node_lost;
  // What went wrong inside the store, for whoever keeps the log.
  std::function<void(const std::string& what)> store_fault;
};

class OpenedHome : public command::OpenHome {
 public:
  static Result<std::unique_ptr<OpenedHome>> open(const config::Settings& settings, Claim claim,
                                                  Alarms alarms);

  command::Home& home() override { return *home_; }
  platform::ProgramClock& clock() { return clock_; }
  const store::Folder& folder() const { return *folder_; }

 private:
  explicit OpenedHome(const config::Settings& settings);

  platform::ProgramClock clock_;
  const store::Registry registry_;
  std::optional<store::Folder> folder_;
  store::Location location_;
  std::unique_ptr<store::Store> store_;
  std::unique_ptr<analytics::Store> analytics_;
  std::unique_ptr<store::NodeLease> lease_;
  std::optional<command::Home> home_;
};

}  // namespace sluis::app
