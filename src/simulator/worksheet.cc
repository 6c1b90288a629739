#include "simulator/worksheet.h"

#include "channels/channels.h"
#include "company/company.h"
#include "simulator/places.h"

namespace sluis::simulator {
namespace {

using channels::CostKind;
using channels::Form;
using channels::Phase;
using channels::Shared;
using enum channels::Phase;

// Whole units a month for every thousand customers.
struct Spending {
  CostKind kind;
  Text note;
  std::int64_t amount;
};

// In hundredths of the KPI's unit; 0 is only followed.
struct Aim {
  std::string_view kpi;
  std::int64_t hundredths;
};

struct Join {
  Place to;
  std::vector<Shared> shares;
};

struct Plan {
  Place place;
  Text name;
  Form form;
  Text goal;
  std::vector<Phase> phases;
  std::int64_t reach;  // people a month for every thousand customers
  std::vector<Spending> spending;
  std::vector<Aim> aims;
  std::vector<Join> joins;
};

constexpr Text kTeam{"team", "team"};
constexpr Text kPlatform{"platform", "platform"};
constexpr Text kSearch{"search advertising", "zoekadvertenties"};
constexpr Text kRent{"rent", "huur"};
constexpr Text kTelephony{"telephony", "telefonie"};
constexpr Text kCommission{"commission", "commissie"};
constexpr Text kTravel{"travel", "reiskosten"};
constexpr Text kSupport{"support of resellers", "ondersteuning van wederverkopers"};

std::vector<Plan> online_lines() {
  using enum Shared;
  return {{Place::webshop,
           {"Webshop", "Webwinkel"},
           Form::webshop,
           {"Sell to everybody who wants to buy at once, and inform those who buy elsewhere.",
            "Verkopen aan wie direct wil kopen, en wie elders koopt op weg helpen."},
           {awareness, evaluation, purchase},
           2'600,
           {{CostKind::people, kTeam, 1'300},
            {CostKind::tooling, kPlatform, 500},
            {CostKind::media, kSearch, 900}},
           {{"conversion", 350}, {"average-order-value", 17'500}, {"revenue", 0}},
           {{Place::contact_centre, {customers, orders, baskets}},
            {Place::store_amsterdam, {stock, orders}},
            {Place::store_utrecht, {stock, orders}}}},
          {Place::email,
           {"E-mail", "E-mail"},
           Form::email,
           {"Bring customers who asked for it back, every second week.",
            "Klanten die daarom vroegen elke twee weken terugbrengen."},
           {awareness, evaluation},
           400,
           {{CostKind::tooling, kPlatform, 40}, {CostKind::people, kTeam, 90}},
           {{"reach", 0}, {"engagement", 2'000}},
           {{Place::webshop, {customers, content}}}},
          {Place::marketplace,
           {"Marketplace", "Marktplaats"},
           Form::marketplace,
           {"Be found by people who start elsewhere.",
            "Gevonden worden door wie elders begint te zoeken."},
           {evaluation, purchase},
           500,
           {{CostKind::fees, kCommission, 480}},
           {{"orders", 0}, {"return-rate", 1'000}},
           {{Place::webshop, {stock, prices, content}}}}};
}

std::vector<Plan> personal_lines() {
  using enum Shared;
  return {{Place::contact_centre,
           {"Contact centre", "Contactcentrum"},
           Form::contact_centre,
           {"Help customers choose, and solve what went wrong.",
            "Klanten helpen kiezen, en oplossen wat misging."},
           {evaluation, purchase, after_sales},
           120,
           {{CostKind::people, kTeam, 420}, {CostKind::tooling, kTelephony, 60}},
           {{"service-level", 8'000}, {"speed-of-answer", 3'000}, {"abandonment", 500}},
           {{Place::webshop, {customers, orders}}, {Place::field_sales, {appointments}}}},
          {Place::field_sales,
           {"Field sales", "Buitendienst"},
           Form::field_sales,
           {"Advise companies where they are.", "Bedrijven ter plaatse adviseren."},
           {evaluation, purchase, after_sales},
           20,
           {{CostKind::people, kTeam, 350}, {CostKind::other, kTravel, 50}},
           {{"hit-rate", 3'000}, {"margin", 0}},
           {{Place::contact_centre, {customers, appointments}}}},
          {Place::reseller,
           {"Resellers", "Wederverkopers"},
           Form::retailer,
           {"Sell where others know the customers.", "Verkopen waar anderen de klanten kennen."},
           {purchase, delivery},
           10,
           {{CostKind::people, kSupport, 150}},
           {{"revenue", 0}, {"margin", 0}},
           {{Place::field_sales, {customers, orders}}}}};
}

std::vector<Plan> store_lines() {
  using enum Shared;
  const Text goal{"Let people see, try and take away.", "Mensen laten zien, proberen en meenemen."};
  const std::vector<Phase> phases{evaluation, purchase, delivery, after_sales};
  const std::vector<Join> joins{{Place::webshop, {stock, prices}}};
  return {{Place::store_amsterdam,
           {"Store Amsterdam", "Winkel Amsterdam"},
           Form::store,
           goal,
           phases,
           320,
           {{CostKind::people, kTeam, 700}, {CostKind::fixed, kRent, 350}},
           {{"conversion", 2'500}, {"revenue", 0}},
           joins},
          {Place::store_utrecht,
           {"Store Utrecht", "Winkel Utrecht"},
           Form::store,
           goal,
           phases,
           210,
           {{CostKind::people, kTeam, 500}, {CostKind::fixed, kRent, 220}},
           {{"conversion", 2'500}, {"revenue", 0}},
           joins}};
}

std::vector<Plan> all_lines() {
  std::vector<Plan> lines = online_lines();
  std::ranges::move(personal_lines(), std::back_inserter(lines));
  std::ranges::move(store_lines(), std::back_inserter(lines));
  std::ranges::sort(lines, {}, &Plan::place);
  return lines;
}

// At least one of whatever there is.
std::int64_t scaled(std::int64_t for_thousand, const Sample& sample) {
  return std::max<std::int64_t>(1, for_thousand * sample.customers / 1'000);
}

std::vector<channels::Cost> costs_of(const Plan& line, const Sample& sample, Language language) {
  std::vector<channels::Cost> costs;
  for (const Spending& one : line.spending) {
    costs.push_back({.kind = one.kind,
                     .note = {std::string(one.note.in(language))},
                     .amount = Micro(scaled(one.amount, sample) * Micro::kPerUnit),
                     .currency = *Currency::parse("EUR"),
                     .from = sample.from_day});
  }
  return costs;
}

std::vector<kpis::Target> targets_of(store::Snapshot& snapshot, const Plan& line,
                                     const Sample& sample) {
  std::vector<kpis::Target> targets;
  for (const Aim& aim : line.aims) {
    kpis::Target target{.kpi = {std::string(aim.kpi)}, .from = sample.from_day};
    if (aim.hundredths > 0) target.value = Micro(aim.hundredths * (Micro::kPerUnit / 100));
    const auto definition = kpis::definition(snapshot, target.kpi);
    const bool money = definition && definition->unit == kpis::Unit::money;
    if (money && target.value) target.currency = *Currency::parse("EUR");
    targets.push_back(target);
  }
  return targets;
}

channels::Draft draft_of(store::Snapshot& snapshot, const Plan& line, const Sample& sample,
                         std::optional<UserId> owner) {
  const Language language = company::settings(snapshot).settings.language;
  channels::Draft draft;
  draft.name = {std::string(line.name.in(language))};
  draft.code = Slug{std::string(code_of(line.place))};
  draft.form = line.form;
  draft.goal = {.present = true, .value = {std::string(line.goal.in(language))}};
  draft.phases = {.present = true, .value = line.phases};
  draft.owner = {.present = true, .value = owner};
  draft.reach = {.present = true, .value = channels::People{scaled(line.reach, sample)}};
  draft.costs = {.present = true, .value = costs_of(line, sample, language)};
  draft.targets = {.present = true, .value = targets_of(snapshot, line, sample)};
  return draft;
}

Result<void> join(store::Tx& tx, const access::Actor& actor, const Plan& line,
                  const std::vector<channels::Channel>& added) {
  channels::Change change;
  std::vector<channels::Link> links;
  for (const Join& to : line.joins) {
    links.push_back({.to = added[index_of(to.to)].id,
                     .state = channels::LinkState::linked,
                     .shares = to.shares,
                     .note = {}});
  }
  change.links = {.present = true, .value = std::move(links)};
  const channels::Channel& channel = added[index_of(line.place)];
  const auto joined = TRY(channels::change(tx, actor, channel.id, channel.version, change));
  if (joined.owner) {
    TRY(channels::move(tx, actor, joined.id, joined.version, channels::State::live));
  }
  return {};
}

}  // namespace

Result<std::vector<ChannelId>> add_worksheet(store::Tx& tx, const access::Actor& actor,
                                             const Sample& sample, std::optional<UserId> owner) {
  const std::vector<Plan> lines = all_lines();
  std::vector<channels::Channel> added;
  std::vector<ChannelId> ids;
  for (const Plan& line : lines) {
    added.push_back(TRY(channels::add(tx, actor, draft_of(tx, line, sample, owner))));
    ids.push_back(added.back().id);
  }
  for (const Plan& line : lines)
    TRY_VOID(join(tx, actor, line, added));
  return ids;
}

}  // namespace sluis::simulator
