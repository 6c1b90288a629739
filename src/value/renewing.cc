#include "value/renewing.h"

#include <algorithm>
#include <cmath>

#include "company/company.h"
#include "kernel/assert.h"
#include "platform/analytics/store.h"
#include "platform/command/command.h"
#include "value/store.h"

namespace sluis::value {
namespace {

constexpr std::int64_t kCustomersAtOnce = 50'000;
constexpr std::chrono::hours kNightBegins{3};
// Beyond what money can be.
constexpr double kMicroMost = 9e18;

constexpr Text kNothingSold{
    "Nothing was sold to a known customer yet, so nobody can be valued. Bring in sales with who "
    "bought.",
    "Er is nog niets aan een bekende klant verkocht, dus valt niemand te waarderen. Breng verkopen "
    "in met wie er kocht."};
constexpr Text kValued{"{0} of {1} customers valued", "{0} van {1} klanten gewaardeerd"};

struct Company {
  Currency currency;
  Date today;
};

Result<Company> company_of(const Workplace& place) {
  return place.store.snapshot([&](store::Snapshot& snapshot) -> Result<Company> {
    const company::Settings settings = company::settings(snapshot).settings;
    return Company{settings.currency, company::today(settings, place.clock.now())};
  });
}

// Of which sales, and in which money.
struct Sold {
  Currency currency;
  std::optional<SoldSpan> span;  // nothing when nothing was sold
};

// Up to yesterday: today is not over.
Sold sold(analytics::Snapshot& figures, const Company& company) {
  Sold found{.currency = sql::money(figures).value_or(company.currency), .span = {}};
  const auto days = sql::span(figures, found.currency);
  if (!days) return found;
  const Date until = std::min(days->last, company.today + std::chrono::days(-1));
  if (until >= days->first) found.span = span_of(days->first, until);
  return found;
}

Result<Progress> gather(const Workplace& place, JobId fit) {
  const Company company = TRY(company_of(place));
  return place.analytics.unit([&](analytics::Tx& tx) -> Result<Progress> {
    sql::begin(tx, fit);
    const Sold what = sold(tx, company);
    if (what.span) sql::gather(tx, *what.span, what.currency);
    return Progress{.gathered = true, .customers = what.span ? sql::buyers(tx) : 0};
  });
}

std::vector<double> by_day(const std::vector<sql::DayCount>& counts, const SoldSpan& span) {
  std::vector<double> days(static_cast<std::size_t>(span.until - span.first + 1));
  for (const sql::DayCount& one : counts)
    days[static_cast<std::size_t>(one.day - span.first)] = static_cast<double>(one.purchases);
  return days;
}

Model fitted(analytics::Snapshot& figures, const Sold& what, std::int64_t customers) {
  if (!what.span || customers == 0) {
    Model model;
    model.problems.push_back(said(Message(kNothingSold)));
    return model;
  }
  Fitting fitting(*what.span, customers);
  sql::each_buyer(figures, [&](const BuyerRow& row) { fitting.add(row); });
  return std::move(fitting).model(
      by_day(sql::repeats_by_day(figures, *what.span, what.currency), *what.span));
}

// The fit that is being worked on; refused when another one began since.
Result<sql::Fit> mine(analytics::Snapshot& figures, JobId fit) {
  auto found = sql::fit(figures, fit);
  if (!found) return refuse(ValueRefusal::fit_overtaken);
  return *std::move(found);
}

Result<Progress> fit_models(const Workplace& place, JobId fit, Progress progress) {
  const Company company = TRY(company_of(place));
  Model model = TRY(place.analytics.snapshot([&](analytics::Snapshot& figures) -> Result<Model> {
    static_cast<void>(TRY(mine(figures, fit)));
    const Sold what = sold(figures, company);
    Model found = fitted(figures, what, progress.customers);
    found.currency = what.currency;
    found.as_of = sql::received(figures);
    return found;
  }));
  model.fit = fit;
  model.made = place.clock.now();
  TRY_VOID(place.analytics.unit([&](analytics::Tx& tx) -> Result<void> {
    sql::keep(tx, fit, Json{to_json(model)});
    return {};
  }));
  progress.fitted = true;
  return progress;
}

std::optional<Micro> money(std::optional<double> units) {
  if (!units) return std::nullopt;
  const double micros = *units * static_cast<double>(Micro::kPerUnit);
  return Micro(std::llround(std::clamp(micros, -kMicroMost, kMicroMost)));
}

Worth worth_of(const BuyerRow& row, const Model& model) {
  const auto day = [](Date date) { return date.days().time_since_epoch().count(); };
  return {.customer = row.customer,
          .channel = row.channel,
          .first_day = row.first_day,
          .second_day = row.second_day,
          .last_day = row.last_day,
          .purchases = row.purchases,
          .spent = row.spent,
          .recency = score_of(model.recency, day(row.last_day)),
          .frequency = score_of(model.frequency, row.purchases),
          .monetary = score_of(model.monetary, row.spent.units()),
          .alive = {},
          .orders = {},
          .orders_low = {},
          .orders_high = {},
          .clv = {},
          .clv_low = {},
          .clv_high = {}};
}

void put_expected(std::vector<Worth>& customers, std::span<const BuyerRow> rows,
                  const Model& model) {
  std::vector<methods::Buyer> buyers;
  for (const BuyerRow& row : rows)
    buyers.push_back(buyer_of(row, model.until));
  const auto values = values_of(model.models, valuing_of(model), buyers);
  for (std::size_t i = 0; i < values.size(); ++i) {
    Worth& one = customers[i];
    one.alive = values[i].alive;
    one.orders = values[i].orders;
    one.orders_low = values[i].orders_range.low;
    one.orders_high = values[i].orders_range.high;
    one.clv = money(values[i].clv);
    one.clv_low = money(values[i].clv_low);
    one.clv_high = money(values[i].clv_high);
  }
}

// Read and written in one unit, so that nobody is put back who is erased meanwhile.
Result<Progress> value_some(analytics::Tx& tx, JobId fit, Progress progress) {
  const sql::Fit begun = TRY(mine(tx, fit));
  if (begun.published) {
    progress.finished = true;
    return progress;
  }
  const auto model = TRY(from_json<Model>(begun.figures.text));
  const auto rows = sql::buyers_after(tx, progress.after, kCustomersAtOnce);
  std::vector<Worth> customers;
  customers.reserve(rows.size());
  for (const BuyerRow& row : rows)
    customers.push_back(worth_of(row, model));
  if (model.models.bg_nbd) put_expected(customers, rows, model);
  sql::put(tx, fit, progress.after, customers);
  progress.valued += std::ssize(rows);
  progress.finished = std::ssize(rows) < kCustomersAtOnce;
  if (!rows.empty()) progress.after = rows.back().customer;
  if (progress.finished) sql::publish(tx, fit);
  return progress;
}

Result<Progress> progress_of(const jobs::Job& job) {
  if (job.cursor.text == "null") return Progress{};
  return from_json<Progress>(job.cursor.text);
}

Result<jobs::Step> step_of(const Json& outcome) {
  const auto progress = TRY(from_json<Progress>(outcome.text));
  return jobs::Step{.cursor = outcome,
                    .done = progress.valued,
                    .total = progress.customers,
                    .message = Message(kValued, std::to_string(progress.valued),
                                       std::to_string(progress.customers)),
                    .finished = progress.finished,
                    .result = {}};
}

}  // namespace

const RefusalKind& kind_of(ValueRefusal refusal) {
  static constexpr RefusalKind kOvertaken{
      "fit_overtaken",
      Category::conflict,
      Retry::useless,
      {"Another valuation of the customers was begun later; that one counts.",
       "Er is later een andere waardering van de klanten begonnen; die telt."}};
  switch (refusal) {
    case ValueRefusal::fit_overtaken:
      return kOvertaken;
  }
  assertion_failed("a ValueRefusal");
}

Result<Progress> advance(const Workplace& place, JobId fit, Progress progress) {
  if (!progress.gathered) return gather(place, fit);
  if (!progress.fitted) return fit_models(place, fit, progress);
  return place.analytics.unit(
      [&](analytics::Tx& tx) -> Result<Progress> { return value_some(tx, fit, progress); });
}

Result<void> renew(const Workplace& place, JobId fit, const std::stop_token& stop) {
  for (Progress progress; !progress.finished;) {
    if (stop.stop_requested()) return refuse(command::CommandRefusal::cancelled);
    progress = TRY(advance(place, fit, progress));
  }
  return {};
}

jobs::Kind fit_job(const Workplace& place) {
  return {
      .name = std::string(kFitJob),
      .step = [](store::Tx&, const jobs::Job&, const Json& outcome) { return step_of(outcome); },
      .outside = [place](const jobs::Job& job, const std::stop_token&) -> Result<Json> {
        const Progress done = TRY(progress_of(job));
        return Json{to_json(TRY(advance(place, job.id, done)))};
      }};
}

JobId begin_fit(store::Tx& tx, IdSource& ids, Instant now, std::optional<UserId> creator) {
  return jobs::start(tx, ids, now, {.kind = std::string(kFitJob), .input = {}, .creator = creator});
}

bool begin_nightly(store::Tx& tx, IdSource& ids, Instant now) {
  const company::Settings settings = company::settings(tx).settings;
  if (!sql::begin_night(tx, company::today(settings, now - kNightBegins))) return false;
  begin_fit(tx, ids, now, std::nullopt);
  return true;
}

void forget(analytics::Tx& tx, CustomerId customer) {
  sql::forget(tx, customer);
}

void clear(analytics::Tx& tx) {
  sql::clear(tx);
}

}  // namespace sluis::value
