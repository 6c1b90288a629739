#include "reports/sending.h"

#include "company/company.h"
#include "kernel/base64.h"
#include "platform/analytics/store.h"
#include "platform/mail/letter.h"
#include "platform/mail/mail.h"
#include "reports/page.h"
#include "reports/store.h"
#include "segments/segments.h"

namespace sluis::reports {
namespace {

constexpr std::string_view kJob = "reports.send";
constexpr std::string_view kWeeklyMail = "reports.weekly";
constexpr std::string_view kUserChanged = "access.user_changed";
constexpr std::chrono::minutes kPatience{10};

constexpr Text kSubject{"{0}: weekly report, {1}", "{0}: weekrapport, {1}"};
constexpr Text kMailHeading{"Weekly report", "Weekrapport"};
constexpr Text kInIt{
    "What the channels sold in {0}, what was left of it and what stands out is in the PDF that is "
    "attached.",
    "Wat de kanalen in {0} verkochten, wat daarvan overbleef en wat eruit springt staat in de "
    "bijgevoegde pdf."};
constexpr Text kOpen{"Open the figures in Sluis", "Open de cijfers in Sluis"};
constexpr Text kWhySubscribed{
    "You get this every week because you subscribed to it. To stop it or choose another day: in "
    "Sluis, open Return, then Weekly report.",
    "U krijgt dit elke week omdat u zich erop abonneerde. Stoppen of een andere dag kiezen: open "
    "in "
    "Sluis Rendement, en daar Weekrapport."};
constexpr Text kWhyOnce{
    "You get this once, because somebody who may read the figures asked to send it to you.",
    "U krijgt dit één keer, omdat iemand die de cijfers mag lezen vroeg het u te sturen."};
constexpr Text kSluis{"Sluis", "Sluis"};
constexpr Text kQueued{"Waits to be sent", "Wacht op verzending"};
constexpr Text kNobody{"Its reader may not get it any more", "De lezer mag het niet meer krijgen"};

// What a job is told. Without a week it is the last one that is over when the job runs.
struct Task {
  UserId reader;
  Language language = Language::en;
  std::optional<Date> monday;
  bool scheduled = false;
};
BOOST_DESCRIBE_STRUCT(Task, (), (reader, language, monday, scheduled))

// What it made.
struct Outcome {
  Date monday;
  std::string pdf;  // base64
};
BOOST_DESCRIBE_STRUCT(Outcome, (), (monday, pdf))

struct UserChanged {
  UserId id;
};
BOOST_DESCRIBE_STRUCT(UserChanged, (), (id))

// One for a reader and a week, whatever became of the schedule meanwhile.
std::string key_of(UserId reader, const Week& week) {
  return fmt::format("{}:{}:{}", kWeeklyMail, to_string(reader), to_string(week.from));
}

JobId begin(store::Tx& tx, const access::Actor& actor, const Task& task) {
  return jobs::start(
      tx, actor.ids, actor.now,
      {.kind = std::string(kJob), .input = Json{to_json(task)}, .creator = task.reader});
}

Result<Json> make_for(const Workplace& place, const Task& task, const std::stop_token& stop) {
  const auto week = task.monday ? std::optional(week_of(*task.monday)) : std::nullopt;
  const Made made =
      TRY(make(place.store, place.analytics, week, task.language, place.clock.now(), stop));
  return Json{to_json(Outcome{made.week.from, encoded_base64(made.pdf)})};
}

// Whether its reader still wants it and may have it.
std::optional<access::Person> reader_of(store::Snapshot& snapshot, const Task& task) {
  if (task.scheduled && !sql::of(snapshot, task.reader)) return std::nullopt;
  if (!may_read(snapshot, task.reader)) return std::nullopt;
  return access::person(snapshot, task.reader);
}

Result<jobs::Step> hand_over(store::Tx& tx, const Workplace& place, const jobs::Job& job,
                             const Json& outcome) {
  const Task task = TRY(from_json<Task>(job.input.text));
  const auto made = TRY(from_json<Outcome>(outcome.text));
  jobs::Step step{.done = 1, .total = 1, .message = Message(kNobody), .finished = true};
  const auto reader = reader_of(tx, task);
  if (!reader) return step;
  const Week week = week_of(made.monday);
  const Cover cover{
      .key = task.scheduled ? key_of(task.reader, week) : "reports.now:" + to_string(job.id),
      .to = reader->email,
      .name = reader->name,
      .language = task.language,
      .subscribed = sql::of(tx, task.reader).has_value(),
      .origin = place.origin};
  TRY_VOID(queue(tx, place.ids, cover, {week, decoded_base64(made.pdf).value_or("")},
                 place.clock.now()));
  step.message = Message(kQueued);
  return step;
}

Result<void> consume_change(store::Tx& tx, const outbox::Fact& fact) {
  const auto changed = TRY(from_json<UserChanged>(fact.payload.text));
  const auto subscription = sql::of(tx, changed.id);
  if (!subscription || may_read(tx, changed.id)) return {};
  sql::remove(tx, changed.id);
  take_back(tx, *subscription);
  return {};
}

}  // namespace

jobs::Kind send_job(const Workplace& place) {
  return {.name = std::string(kJob),
          .step = [place](store::Tx& tx, const jobs::Job& job,
                          const Json& outcome) { return hand_over(tx, place, job, outcome); },
          .outside = [place](const jobs::Job& job, const std::stop_token& stop) -> Result<Json> {
            return make_for(place, TRY(from_json<Task>(job.input.text)), stop);
          }};
}

std::int64_t begin_due(store::Tx& tx, const access::Actor& actor) {
  if (!mail::is_on(tx)) return 0;
  std::int64_t begun = 0;
  for (const Subscription& one : sql::all(tx)) {
    const Instant due = latest(one, zone_of(tx, one), actor.now);
    if (due <= one.done_until) continue;
    if (!may_read(tx, one.reader)) {
      unsubscribe(tx, actor, one.reader);
    } else if (sql::set_done(tx, one, due)) {
      begin(tx, actor,
            {.reader = one.reader, .language = one.language, .monday = {}, .scheduled = true});
      ++begun;
    }
  }
  return begun;
}

Result<JobId> begin_now(store::Tx& tx, const access::Actor& actor, UserId reader, Language language,
                        std::optional<Week> week) {
  if (!mail::is_on(tx)) return refuse(mail::MailRefusal::off);
  return begin(tx, actor,
               {.reader = reader,
                .language = language,
                .monday = week ? std::optional(week->from) : std::nullopt});
}

outbox::Consumer following() {
  return {
      .name = "reports.readers", .topics = {std::string(kUserChanged)}, .consume = consume_change};
}

// Mail waits two days at most, so it is about one of the last two weeks before it was due.
void take_back(store::Tx& tx, const Subscription& subscription) {
  Week week = week_of(utc_day(subscription.done_until));
  for (int i = 0; i < 3; ++i) {
    mail::take_back(tx, key_of(subscription.reader, week));
    week = before(week);
  }
}

Result<Made> make(store::Store& store, analytics::Store& analytics, std::optional<Week> week,
                  Language language, Instant now, const std::stop_token& stop) {
  TRY_VOID(segments::bring_up(store, analytics, now, stop));
  const Weekly report = TRY(analytics.snapshot(
      [&](analytics::Snapshot& figures) { return weekly(store, figures, week, now); }, kPatience,
      stop));
  return Made{report.week, pdf::written(page_of(report, language))};
}

Result<void> queue(store::Tx& tx, IdSource& ids, const Cover& cover, const Made& made,
                   Instant now) {
  const Language language = cover.language;
  const std::string own_name = company::settings(tx).settings.name.text;
  const std::string company = own_name.empty() ? std::string(kSluis.in(language)) : own_name;
  const std::string week = name_of(made.week, language);
  mail::Letter letter(language);
  letter.heading(fmt::format("{} {}", kMailHeading.in(language), week))
      .paragraph(Message(kInIt, week).in(language));
  if (!cover.origin.empty()) letter.link(kOpen.in(language), cover.origin + "/return?report=open");
  letter.remark((cover.subscribed ? kWhySubscribed : kWhyOnce).in(language));
  TRY(mail::queue(tx, ids,
                  {.key = cover.key,
                   .kind = std::string(kWeeklyMail),
                   .to = cover.to,
                   .name = {cover.name},
                   .language = language,
                   .subject = {Message(kSubject, company, week).in(language)},
                   .text = letter.text(),
                   .html = letter.html(),
                   .attachments = {{file_name(made.week, language), "application/pdf", made.pdf}}},
                  now));
  return {};
}

}  // namespace sluis::reports
