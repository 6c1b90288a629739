// The one program of Sluis: reads the command line and runs it, here or in the process that serves.
#include <sys/stat.h>

#include <cstdlib>
#include <malloc.h>

#include <fmt/format.h>

#include "app/commands.h"
#include "app/home.h"

namespace sluis::app {
namespace {

// Requests take buffers of a megabyte and give them back. glibc would return their pages to the
// system each time and fetch them anew, which costs more than reading the request (measured: 1.8
// instead of 0.6 us for each event of a batch).
void keep_pages_of_buffers() {
  constexpr int kMiB = 1 << 20;
  mallopt(M_MMAP_THRESHOLD, 4 * kMiB);
  mallopt(M_TRIM_THRESHOLD, 16 * kMiB);
}

// A command that lost its node number cannot make ids any more; what it committed stays.
[[noreturn]] void node_lost() {
  std::_Exit(static_cast<int>(command::ExitCode::unavailable));
}

Result<std::unique_ptr<command::OpenHome>> open_home(const config::Config& config) {
  const auto tell = [](const std::string& what) { fmt::print(stderr, "sluis: {}\n", what); };
  return TRY(OpenedHome::open(config.settings, Claim::if_data_is_there,
                              {.node_lost = node_lost, .store_fault = tell}));
}

command::ExitCode run(const std::vector<std::string>& words) {
  command::Signals signals;  // before any thread
  command::ProcessScreen screen;
  command::Surroundings around{.reader = command::reader_of_process(),
                               .screen = screen,
                               .signals = signals,
                               .inputs = {.environment = config::environment,
                                          .variables = config::own_variables(),
                                          .working_folder = std::filesystem::current_path()}};
  return command::run_program(*program_commands(nullptr), words, around, open_home);
}

}  // namespace
}  // namespace sluis::app

int main(int argc, char** argv) {
  sluis::app::keep_pages_of_buffers();
  umask(077);  // whatever it writes is for its own user only
  return static_cast<int>(sluis::app::run({argv + 1, argv + argc}));
}
