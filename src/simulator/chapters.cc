#include "simulator/chapters.h"

#include "platform/command/files.h"
#include "simulator/gzip_file.h"
#include "simulator/sheet.h"

namespace sluis::simulator {
namespace {

int month_of(Date date) {
  return static_cast<int>(static_cast<unsigned>(std::chrono::year_month_day(date.days()).month()));
}

std::string name_of_month(Date date) {
  return fmt::format("sample-{}.csv.gz", to_string(date).substr(0, 7));
}

std::uint8_t bit_of(Mark mark) {
  return static_cast<std::uint8_t>(1u << static_cast<unsigned>(mark));
}

}  // namespace

Chapters::Chapters(const Settings& settings, std::int64_t days, std::filesystem::path folder)
    : settings_(settings),
      end_(settings.from + std::chrono::days(days)),
      folder_(std::move(folder)),
      simulation_(settings),
      seen_(settings.customers) {}

bool Chapters::in_month(int month) const {
  return simulation_.date() < end_ && month_of(simulation_.date()) == month;
}

const std::vector<Event>& Chapters::day() {
  const std::vector<Event>& events = simulation_.next_day();
  for (const Event& event : events) {
    for (const Seen& seen : event.seen) {
      const bool of_customer = seen.mark != Mark::none && seen.mark != Mark::device;
      if (of_customer) seen_[seen.number] |= bit_of(seen.mark);
    }
  }
  return events;
}

Result<std::optional<Chapter>> Chapters::next() {
  if (simulation_.date() >= end_) return std::nullopt;
  TRY_VOID(command::make_folder(folder_));
  Chapter chapter{.name = name_of_month(simulation_.date())};
  chapter.file = folder_ / chapter.name;
  GzipFile file = TRY(GzipFile::create(chapter.file));
  TRY_VOID(file.write(sheet_header()));
  for (const int month = month_of(simulation_.date()); in_month(month); ++chapter.days) {
    const std::string prefix = message_prefix(settings_.seed, simulation_.date());
    TRY_VOID(file.write(rows_of(day(), prefix)));
  }
  TRY_VOID(file.close());
  return chapter;
}

void Chapters::skip() {
  for (const int month = month_of(simulation_.date()); in_month(month);)
    day();
}

bool Chapters::was_seen(std::uint32_t customer, Mark mark) const {
  return (seen_[customer] & bit_of(mark)) != 0;
}

}  // namespace sluis::simulator
