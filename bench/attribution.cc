// Attribution of customer paths from text: all rules and an exact Markov chain of order 1.
//   bench_attribution [PATHS]
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "journeys/crediting.h"
#include "kernel/text_form.h"
#include "workload.h"

namespace sluis {
namespace {

constexpr int kRuns = 5;

std::filesystem::path file_of(const std::string& csv) {
  const auto file = std::filesystem::temp_directory_path() / "bench_attribution.csv";
  std::ofstream(file, std::ios::binary) << csv;
  return file;
}

double conversions_of(const std::filesystem::path& file) {
  using methods::Model;
  auto reader = table::TableReader::open(file);
  const auto credits = journeys::credit(
      [&](table::Names& channels, const journeys::TakePaths& take) {
        return journeys::read_paths(*reader, channels, take);
      },
      {.models = {.models = {Model::first, Model::last, Model::linear, Model::position,
                             Model::time_decay, Model::last_non_direct, Model::markov}}});
  return credits ? credits->totals.conversions : 0;
}

// What there is no way around: to take the file in and look at each byte once.
std::size_t marks_in(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::vector<char> block(256 * 1024);
  std::size_t marks = 0;
  while (in.read(block.data(), static_cast<std::streamsize>(block.size())), in.gcount() > 0) {
    for (std::streamsize i = 0; i < in.gcount(); ++i)
      marks += block[static_cast<std::size_t>(i)] == '\n' ||
               block[static_cast<std::size_t>(i)] == ',' ||
               block[static_cast<std::size_t>(i)] == '>';
  }
  return marks;
}

double best_cpu_s(const auto& work) {
  double best = 1e9;
  for (int run = 0; run < kRuns; ++run) {
    const double begun = workload::cpu_s();
    work();
    best = std::min(best, workload::cpu_s() - begun);
  }
  return best;
}

void measure(std::int64_t paths) {
  const auto file = file_of(workload::paths_csv(paths));
  double conversions = 0;
  std::size_t marks = 0;
  const double all = best_cpu_s([&] { conversions = conversions_of(file); });
  const double plain = best_cpu_s([&] { marks = marks_in(file); });
  std::printf("%ld paths, %.0f conversions: %.3f CPU-s (at most 1.0 for 5,000,000)\n", paths,
              conversions, all);
  std::printf("a loop over its bytes (%zu marks): %.3f CPU-s, so %.1f times that\n", marks, plain,
              all / plain);
  std::filesystem::remove(file);
}

}  // namespace
}  // namespace sluis

int main(int argc, char** argv) {
  const auto paths = argc > 1 ? sluis::TextForm<std::int64_t>::parse(argv[1]) : 5'000'000;
  sluis::measure(paths.value_or(5'000'000));
}
