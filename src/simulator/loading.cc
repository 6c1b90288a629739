#include "simulator/loading.h"

#include <future>

#include "platform/command/command.h"
#include "simulator/chapters.h"
#include "simulator/people.h"
#include "simulator/sample_files.h"

namespace sluis::simulator {
namespace {

constexpr std::string_view kPreset = "sluis_sample";

}  // namespace

class Loading::Work {
 public:
  Work(const Workplace& place, const Sample& sample, std::string actor)
      : place_(place),
        sample_(sample),
        actor_(std::move(actor)),
        events_(sample.events),
        chapters_(settings_of(sample), sample.days, place.folder) {}

  ~Work() {
    if (!coming_.valid()) return;
    if (const auto chapter = coming_.get(); chapter && *chapter) drop(**chapter);
  }
  Work(const Work&) = delete;
  Work& operator=(const Work&) = delete;

  Result<void> begin(std::int64_t months) {
    mapping_ = TRY(imports::preset(kPreset)).front();
    for (; months > 0; --months)
      chapters_.skip();
    days_ = days_of(chapters_.simulation().date());
    write_next();
    return {};
  }

  Result<bool> next(const DaysRead& progress, const std::stop_token& stop) {
    const std::optional<Chapter> chapter = TRY(coming_.get());
    if (!chapter) return finish(stop);
    write_next();
    const auto read = bring_in(*chapter, progress, stop);
    drop(*chapter);
    if (!read) return std::unexpected(read.error());
    days_ += chapter->days;
    progress(days_, sample_.days);
    TRY_VOID(note(false));
    return true;
  }

  std::int64_t days_done() const { return days_; }
  std::int64_t events() const { return events_; }

 private:
  std::int64_t days_of(Date date) const { return (date.days() - sample_.from_day.days()).count(); }

  void write_next() {
    coming_ = std::async(std::launch::async, [this] { return chapters_.next(); });
  }

  static void drop(const Chapter& chapter) {
    std::error_code ignored;
    std::filesystem::remove(chapter.file, ignored);
  }

  Result<void> bring_in(const Chapter& chapter, const DaysRead& progress,
                        const std::stop_token& stop) {
    const imports::Setting setting{place_.store, place_.intake, place_.ids, place_.clock, actor_};
    const auto run =
        TRY(imports::Run::begin(setting, {chapter.file, chapter.name, mapping_}, stop));
    const bool more = TRY(run->go_on([&] {
      const imports::Import& import = run->import();
      const std::int64_t size = std::max<std::int64_t>(import.file_size, 1);
      progress(days_ + chapter.days * import.bytes / size, sample_.days);
      return stop.stop_requested();
    }));
    if (more) {
      TRY_VOID(run->stop());
      return refuse(command::CommandRefusal::cancelled);
    }
    events_ += run->import().events;
    return {};
  }

  Result<bool> finish(const std::stop_token& stop) {
    TRY_VOID(write_truth(place_.folder, settings_of(sample_), chapters_.simulation()));
    TRY_VOID(
        add_people({place_.store, place_.ids, place_.clock, actor_}, sample_, chapters_, stop));
    TRY_VOID(note(true));
    return false;
  }

  Result<void> note(bool whole) {
    return place_.store.unit(
        [&](store::Tx& tx) { return note_loaded(tx, place_.clock.now(), events_, whole); });
  }

  const Workplace place_;
  const Sample sample_;
  const std::string actor_;
  imports::Mapping mapping_;
  std::int64_t days_ = 0;
  std::int64_t events_ = 0;
  Chapters chapters_;  // of whoever writes the next one
  std::future<Result<std::optional<Chapter>>> coming_;
};

Loading::Loading(std::unique_ptr<Work> work) : work_(std::move(work)) {}
Loading::~Loading() = default;

Result<std::unique_ptr<Loading>> Loading::begin(const Workplace& place, const Sample& sample,
                                                std::int64_t months, std::string actor) {
  auto work = std::make_unique<Work>(place, sample, std::move(actor));
  TRY_VOID(work->begin(months));
  return std::unique_ptr<Loading>(new Loading(std::move(work)));
}

Result<bool> Loading::next(const DaysRead& progress, const std::stop_token& stop) {
  return work_->next(progress, stop);
}
std::int64_t Loading::days_done() const {
  return work_->days_done();
}
std::int64_t Loading::events() const {
  return work_->events();
}

}  // namespace sluis::simulator
