#include "reports/routes.h"

#include "company/company.h"
#include "platform/mail/mail.h"
#include "reports/page.h"
#include "reports/sending.h"

namespace sluis::reports {
namespace {

using api::Allow;
using api::Call;
using store::Snapshot;
using store::Tx;

constexpr Allow kReaders =
    Allow::role(kReaderRoles[0]) | Allow::role(kReaderRoles[1]) | Allow::role(kReaderRoles[2]);
constexpr api::Limits kOfPdf{.query_time = std::chrono::seconds(60)};

struct WeekInput {
  std::optional<Date> week;  // a day of it; else the last one that is over
  std::optional<Language> language;
};
BOOST_DESCRIBE_STRUCT(WeekInput, (), (week, language))

struct ChoiceInput {
  Choice body;
};
BOOST_DESCRIBE_STRUCT(ChoiceInput, (), (body))

struct SendInput {
  WeekInput body;
};
BOOST_DESCRIBE_STRUCT(SendInput, (), (body))

// What a reader sees of their subscription.
struct SubscriptionView {
  bool mail = false;             // Sluis sends mail
  std::string address;           // to which it goes
  std::string company_zone;      // by whose clocks it comes where the reader chose none
  std::optional<Choice> choice;  // nothing: not subscribed
  std::optional<Instant> next;
};
BOOST_DESCRIBE_STRUCT(SubscriptionView, (), (mail, address, company_zone, choice, next))

struct Begun {
  JobId job;
};
BOOST_DESCRIBE_STRUCT(Begun, (), (job))

Result<UserId> reader_of(const Call& call) {
  if (call.who.audience != api::Audience::staff) return refuse(ReportRefusal::readers_only);
  return call.who.user;
}

Result<SubscriptionView> view_of(Snapshot& snapshot, const Call& call, UserId reader) {
  const auto person = access::person(snapshot, reader);
  SubscriptionView view{.mail = mail::is_on(snapshot),
                        .address = person ? person->email.text : std::string(),
                        .company_zone = company::settings(snapshot).settings.zone,
                        .choice = {}};
  if (const auto found = subscription_of(snapshot, reader)) {
    view.choice = *found;
    view.next = next_of(snapshot, *found, call.now);
  }
  return view;
}

Result<SubscriptionView> show(Snapshot& snapshot, const Call& call) {
  return view_of(snapshot, call, TRY(reader_of(call)));
}

Result<SubscriptionView> put(Tx& tx, const Call& call, const ChoiceInput& in) {
  const UserId reader = TRY(reader_of(call));
  TRY(subscribe(tx, access::actor_of(call), reader, in.body));
  return view_of(tx, call, reader);
}

Result<void> remove(Tx& tx, const Call& call) {
  const UserId reader = TRY(reader_of(call));
  unsubscribe(tx, access::actor_of(call), reader);
  return {};
}

std::optional<Week> asked_week(const WeekInput& in) {
  return in.week ? std::optional(week_of(*in.week)) : std::nullopt;
}

Result<api::Reply<Begun>> send(Tx& tx, const Call& call, const SendInput& in) {
  const UserId reader = TRY(reader_of(call));
  const JobId job = TRY(begin_now(tx, access::actor_of(call), reader,
                                  in.body.language.value_or(call.language), asked_week(in.body)));
  return api::Reply<Begun>{.value = {job}, .status = 202, .version = {}, .headers = {}};
}

Result<api::Download> pdf_of(api::Stores& stores, const Call& call, const WeekInput& in) {
  const Language language = in.language.value_or(call.language);
  const Weekly report = TRY(weekly(stores.store, stores.figures, asked_week(in), call.now));
  return api::Download{.content_type = "application/pdf",
                       .file_name = file_name(report.week, language),
                       .bytes = pdf::written(page_of(report, language))};
}

}  // namespace

std::vector<api::Route> routes() {
  using api::refuses;
  using enum ReportRefusal;
  using http::Method;
  return {
      {.operation = "reports.subscription",
       .method = Method::get,
       .path = "/api/v1/reports/subscription",
       .summary = {"Whether you get the weekly report by mail, and when.",
                   "Of u het weekrapport per mail krijgt, en wanneer."},
       .allow = kReaders,
       .handler = api::read(show),
       .refusals = refuses(readers_only)},
      {.operation = "reports.subscribe",
       .method = Method::put,
       .path = "/api/v1/reports/subscription",
       .summary = {"Get the weekly report by mail, or choose when it comes.",
                   "Krijg het weekrapport per mail, of kies wanneer het komt."},
       .allow = kReaders,
       .handler = api::write(put),
       .refusals = refuses(readers_only)},
      {.operation = "reports.unsubscribe",
       .method = Method::del,
       .path = "/api/v1/reports/subscription",
       .summary = {"Get it no more.", "Krijg het niet meer."},
       .allow = kReaders,
       .handler = api::write(remove),
       .refusals = refuses(readers_only)},
      {.operation = "reports.send",
       .method = Method::post,
       .path = "/api/v1/reports/weekly/mails",
       .summary = {"Send yourself the report of a week by mail, now.",
                   "Stuur uzelf het rapport van een week per mail, nu."},
       .allow = kReaders,
       .handler = api::write(send),
       .idempotency = api::Idempotency::by_key,
       .refusals = {&kind_of(readers_only), &kind_of(mail::MailRefusal::off)}},
      {.operation = "reports.weekly_pdf",
       .method = Method::get,
       .path = "/api/v1/reports/weekly/pdf",
       .summary =
           {"The report of a week as PDF: what was sold, what is left of it, and what stands "
            "out.",
            "Het rapport van een week als pdf: wat er verkocht is, wat er overblijft, en "
            "wat eruit springt."},
       .allow = kReaders,
       .handler = api::query(pdf_of),
       .limits = kOfPdf,
       .refusals = {&kind_of(week_not_over), &kind_of(measures::MeasureRefusal::cost_too_large)},
       .content_type = "application/pdf"},
  };
}

}  // namespace sluis::reports
