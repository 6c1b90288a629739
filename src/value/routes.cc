#include "value/routes.h"

#include <algorithm>

#include "measures/measures.h"
#include "platform/api/place.h"
#include "platform/export/download.h"
#include "platform/jobs/jobs.h"
#include "value/renewing.h"
#include "value/worth_rows.h"

namespace sluis {

template <>
struct TextForm<value::Place> : api::PlaceForm<value::Place> {};

}  // namespace sluis

namespace sluis::value {
namespace {

using api::Allow;
using api::Call;
using api::Role;
using api::Stores;

constexpr Allow kWriters = Allow::role(Role::admin) | Allow::role(Role::manager);
constexpr Allow kReaders = kWriters | Allow::role(Role::analyst);
constexpr api::Limits kOfFile{.query_time = std::chrono::seconds(60)};
constexpr std::int64_t kExportedMost = 100'000;
constexpr int kJobsLookedAt = 50;

constexpr Text kWorthDefinition{
    "What is expected of a customer in {0} weeks, later orders discounted by {1} % a year. A "
    "purchase is a day on which they bought; the first does not count as a repeat.",
    "Wat in {0} weken van een klant verwacht wordt, latere orders {1} % per jaar minder waard. Een "
    "aankoop is een dag waarop iemand kocht; de eerste telt niet als herhaling."};
constexpr Text kManyDefinition{
    "{1} of customers who used several channels after {0} beside that of those who used one; "
    "weighted so that both were alike before. Who they were in other ways stays in the difference: "
    "it is not what a channel brings about.",
    "{1} van klanten die na {0} meerdere kanalen gebruikten naast die van wie er één "
    "gebruikte; gewogen zodat beide ervoor gelijk waren. Wie zij verder waren, blijft in het "
    "verschil: het is niet wat een kanaal veroorzaakt."};
constexpr Text kOfValue{"The value", "De waarde"};
constexpr Text kOfOrders{"The number of orders expected", "Het verwachte aantal orders"};

// What a model says, but for what only the program needs.
struct ModelOut {
  JobId fit;
  Instant made;
  std::optional<Instant> as_of;
  Currency currency;
  Date first;
  Date until;
  std::int64_t customers = 0;
  std::int64_t repeat_customers = 0;
  std::int64_t repeat_purchases = 0;
  Micro spent;
  std::optional<double> orders;
  double horizon_weeks = 0;
  double discount = 0;
  WorthIn worth_in = WorthIn::revenue;
  double margin = 1;
  Models models;
  double correlation = 0;
  std::optional<Check> hold_out;
  std::vector<AliveTenth> alive;
  std::vector<WorthTenth> worth;
  std::optional<ManyChannels> channels;
  std::vector<std::string> problems;
  std::optional<std::string> no_money;
  std::string definition;
  std::string channels_definition;
};
BOOST_DESCRIBE_STRUCT(ModelOut, (),
                      (fit, made, as_of, currency, first, until, customers, repeat_customers,
                       repeat_purchases, spent, orders, horizon_weeks, discount, worth_in, margin,
                       models, correlation, hold_out, alive, worth, channels, problems, no_money,
                       definition, channels_definition))

struct UnderWay {
  JobId job;
  std::int64_t done = 0;  // customers
  std::int64_t total = 0;
};
BOOST_DESCRIBE_STRUCT(UnderWay, (), (job, done, total))

struct Standing {
  std::optional<ModelOut> model;  // nothing before the first fit
  std::optional<UnderWay> fitting;
};
BOOST_DESCRIBE_STRUCT(Standing, (), (model, fitting))

struct Begun {
  JobId job;
};
BOOST_DESCRIBE_STRUCT(Begun, (), (job))

// What every answer says of the figures in it.
struct About {
  std::optional<JobId> fit;  // nothing before the first one
  std::optional<Instant> made;
  Currency currency;
  std::string definition;
  std::optional<std::string> no_money;  // why nothing is told in money, where amounts are known
};
BOOST_DESCRIBE_STRUCT(About, (), (fit, made, currency, definition, no_money))

struct Grid : About {
  std::int64_t customers = 0;
  std::vector<Cell> cells;
};
BOOST_DESCRIBE_STRUCT(Grid, (About), (customers, cells))

struct Channels : About {
  std::optional<Date> from;  // of the year in which new customers and costs count
  std::optional<Date> to;
  std::vector<ChannelWorth> channels;
};
BOOST_DESCRIBE_STRUCT(Channels, (About), (from, to, channels))

using Score = Whole<1, kScoreMost>;
struct ChosenInput {
  std::optional<Score> recency;
  std::optional<Score> frequency;
  std::optional<Score> monetary;
  std::optional<ChannelId> channel;
};
BOOST_DESCRIBE_STRUCT(ChosenInput, (), (recency, frequency, monetary, channel))

struct CustomersInput : ChosenInput {
  std::optional<Place> after;
  std::optional<Whole<1, 500>> limit;
};
BOOST_DESCRIBE_STRUCT(CustomersInput, (ChosenInput), (after, limit))

struct CustomersOut : About {
  std::vector<Worth> items;
  std::optional<std::string> next;
  std::optional<std::int64_t> total;  // of the first page only
};
BOOST_DESCRIBE_STRUCT(CustomersOut, (About), (items, next, total))

std::string definition_of(const Model& model, Language language) {
  return Message(kWorthDefinition, std::to_string(std::lround(model.horizon_weeks)),
                 std::to_string(std::lround(100 * model.discount)))
      .in(language);
}

void describe(About& about, const std::optional<Model>& model, Language language) {
  if (!model) return;
  about.fit = model->fit;
  about.made = model->made;
  about.currency = model->currency;
  about.definition = definition_of(*model, language);
  if (model->no_money) about.no_money = in(*model->no_money, language);
}

ModelOut shown(const Model& model, Language language) {
  ModelOut out;
  for_each_field(out, [&]<class Out>(std::string_view name, Out& field) {
    for_each_field(model, [&]<class In>(std::string_view same, const In& value) {
      if constexpr (std::same_as<In, Out>) {
        if (name == same) field = value;
      }
    });
  });
  for (const Said& problem : model.problems)
    out.problems.push_back(in(problem, language));
  if (model.no_money) out.no_money = in(*model.no_money, language);
  out.definition = definition_of(model, language);
  if (model.channels) {
    const bool money = model.channels->compared == Compared::value;
    out.channels_definition = Message(kManyDefinition, to_string(model.channels->after),
                                      Message(money ? kOfValue : kOfOrders).in(language))
                                  .in(language);
  }
  return out;
}

std::optional<UnderWay> under_way(store::Snapshot& snapshot) {
  for (const jobs::Job& job : jobs::recent(snapshot, std::nullopt, kJobsLookedAt)) {
    const bool open = job.state == jobs::State::queued || job.state == jobs::State::running;
    if (job.kind == kFitJob && open) return UnderWay{job.id, job.done, job.total};
  }
  return std::nullopt;
}

Result<Standing> get_model(Stores& stores, const Call& call) {
  Standing standing;
  if (const auto found = model(stores.figures)) standing.model = shown(*found, call.language);
  standing.fitting =
      TRY(stores.store.snapshot([](store::Snapshot& snapshot) -> Result<std::optional<UnderWay>> {
        return under_way(snapshot);
      }));
  return standing;
}

// One that is under way will do.
Result<api::Reply<Begun>> post_fit(store::Tx& tx, const Call& call) {
  const auto creator =
      call.who.audience == api::Audience::staff ? std::optional(call.who.user) : std::nullopt;
  const auto open = under_way(tx);
  const JobId job = open ? open->job : begin_fit(tx, call.ids, call.now, creator);
  return api::Reply<Begun>{.value = {job}, .status = 202, .version = {}, .headers = {}};
}

Result<Grid> get_grid(Stores& stores, const Call& call) {
  Grid out;
  describe(out, model(stores.figures), call.language);
  out.cells = grid(stores.figures);
  for (const Cell& cell : out.cells)
    out.customers += cell.customers;
  return out;
}

Result<Channels> get_channels(Stores& stores, const Call& call) {
  Channels out;
  const auto found = model(stores.figures);
  describe(out, found, call.language);
  if (!found || found->customers == 0) return out;
  out.to = found->until + std::chrono::days(1);
  out.from = *out.to + std::chrono::days(-kYearDays);
  out.channels = TRY(by_channel(stores.figures, stores.store, *found));
  return out;
}

Chosen chosen_of(const ChosenInput& in) {
  const auto number = [](const std::optional<Score>& score) {
    return score ? std::optional(score->number) : std::nullopt;
  };
  return {.recency = number(in.recency),
          .frequency = number(in.frequency),
          .monetary = number(in.monetary),
          .channel = in.channel};
}

Result<CustomersOut> get_customers(Stores& stores, const Call& call, const CustomersInput& in) {
  const Chosen chosen = chosen_of(in);
  const std::int64_t limit = in.limit.value_or(Whole<1, 500>{100}).number;
  CustomersOut out;
  describe(out, model(stores.figures), call.language);
  out.items = customers(stores.figures, chosen, in.after, limit + 1);
  if (std::ssize(out.items) > limit) {
    out.items.pop_back();
    const Worth& last = out.items.back();
    out.next = TextForm<Place>::print({ranked_by(last), last.customer});
  }
  if (!in.after) out.total = count(stores.figures, chosen);
  return out;
}

Result<std::vector<channels::Channel>> worksheet_of(Stores& stores) {
  return stores.store.snapshot(
      [](store::Snapshot& snapshot) -> Result<std::vector<channels::Channel>> {
        return channels::all(snapshot, channels::kEverything);
      });
}

template <exporting::Form form>
Result<api::Download> export_customers(Stores& stores, const Call&, const ChosenInput& in) {
  const auto found = customers(stores.figures, chosen_of(in), std::nullopt, kExportedMost);
  return exporting::download_of(form, "customer-value", table_of(found, TRY(worksheet_of(stores))));
}

template <exporting::Form form>
Result<api::Download> export_channels(Stores& stores, const Call&) {
  std::vector<ChannelWorth> found;
  const auto fitted = model(stores.figures);
  if (fitted && fitted->customers > 0) {
    found = TRY(by_channel(stores.figures, stores.store, *fitted));
  }
  return exporting::download_of(form, "value-of-channels",
                                table_of(found, TRY(worksheet_of(stores))));
}

constexpr Text kCustomersFile{
    "The value of customers as a file: the hundred thousand most valuable of those chosen.",
    "De waarde van klanten als bestand: de honderdduizend waardevolste van wie gekozen is."};
constexpr Text kChannelsFile{"The value per channel as a file.",
                             "De waarde per kanaal als bestand."};

std::vector<api::Route> routes_of_files() {
  using http::Method;
  const std::vector<const RefusalKind*> refusals{&kind_of(exporting::ExportRefusal::not_written)};
  return {{.operation = "value.customers_csv",
           .method = Method::get,
           .path = "/api/v1/value/customers/csv",
           .summary = kCustomersFile,
           .allow = kReaders,
           .handler = api::query(export_customers<exporting::Form::csv>),
           .limits = kOfFile,
           .refusals = refusals,
           .content_type = exporting::media_type(exporting::Form::csv)},
          {.operation = "value.customers_xlsx",
           .method = Method::get,
           .path = "/api/v1/value/customers/xlsx",
           .summary = kCustomersFile,
           .allow = kReaders,
           .handler = api::query(export_customers<exporting::Form::xlsx>),
           .limits = kOfFile,
           .refusals = refusals,
           .content_type = exporting::media_type(exporting::Form::xlsx)},
          {.operation = "value.channels_csv",
           .method = Method::get,
           .path = "/api/v1/value/channels/csv",
           .summary = kChannelsFile,
           .allow = kReaders,
           .handler = api::query(export_channels<exporting::Form::csv>),
           .limits = kOfFile,
           .refusals = refusals,
           .content_type = exporting::media_type(exporting::Form::csv)},
          {.operation = "value.channels_xlsx",
           .method = Method::get,
           .path = "/api/v1/value/channels/xlsx",
           .summary = kChannelsFile,
           .allow = kReaders,
           .handler = api::query(export_channels<exporting::Form::xlsx>),
           .limits = kOfFile,
           .refusals = refusals,
           .content_type = exporting::media_type(exporting::Form::xlsx)}};
}

}  // namespace

std::vector<api::Route> routes() {
  using http::Method;
  std::vector<api::Route> routes = {
      {.operation = "value.model",
       .method = Method::get,
       .path = "/api/v1/value/model",
       .summary = {"What the models of customer value found on the company's own sales, how well "
                   "they foretold what came after, and one channel beside several.",
                   "Wat de modellen van klantwaarde vonden op de eigen verkopen, hoe goed ze "
                   "voorspelden wat erna kwam, en één kanaal naast meerdere."},
       .allow = kReaders,
       .handler = api::query(get_model)},
      {.operation = "value.fit",
       .method = Method::post,
       .path = "/api/v1/value/fits",
       .summary = {"Fit the models anew and value all customers; it also happens every night.",
                   "Pas de modellen opnieuw en waardeer alle klanten; dat gebeurt ook elke nacht."},
       .allow = kReaders,
       .handler = api::write(post_fit)},
      {.operation = "value.grid",
       .method = Method::get,
       .path = "/api/v1/value/grid",
       .summary = {"How many customers bought how recently and how often, in scores from 1 to 5.",
                   "Hoeveel klanten hoe kort geleden en hoe vaak kochten, in scores van 1 tot 5."},
       .allow = kReaders,
       .handler = api::query(get_grid)},
      {.operation = "value.customers",
       .method = Method::get,
       .path = "/api/v1/value/customers",
       .summary = {"Customers with their scores and what is expected of them, the most valuable "
                   "first.",
                   "Klanten met hun scores en wat van hen verwacht wordt, de waardevolste eerst."},
       .allow = kReaders,
       .handler = api::query(get_customers)},
      {.operation = "value.channels",
       .method = Method::get,
       .path = "/api/v1/value/channels",
       .summary = {"What customers are worth by the channel on which they bought first, what it "
                   "cost to win them, and how many came back.",
                   "Wat klanten waard zijn naar het kanaal waarop ze het eerst kochten, wat het "
                   "kostte om ze te winnen, en hoeveel terugkwamen."},
       .allow = kReaders,
       .handler = api::query(get_channels)}};
  std::ranges::move(routes_of_files(), std::back_inserter(routes));
  return routes;
}

}  // namespace sluis::value
