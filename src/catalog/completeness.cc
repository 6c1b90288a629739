#include "catalog/completeness.h"

#include <algorithm>

#include "catalog/changes.h"
#include "catalog/rules.h"
#include "catalog/store.h"
#include "catalog/store_content.h"
#include "company/company.h"
#include "platform/outbox/outbox.h"

namespace sluis::catalog {
namespace {

struct RequirementFact {
  ChannelId channel;
  std::int64_t version;
};
BOOST_DESCRIBE_STRUCT(RequirementFact, (), (channel, version))

using Holdings = std::map<ProductId, Holding>;

Holding holding_of(sql::HoldingRow&& row) {
  return {.product = row.product,
          .name = std::move(row.name),
          .category = row.category,
          .description = row.description,
          .picture = row.pictures > 0,
          .variants = row.variants,
          .with_gtin = row.with_gtin,
          .with_cost = row.with_cost,
          .priced_there = {},
          .texts = {}};
}

void add_texts(store::Snapshot& snapshot, Holdings& holdings) {
  constexpr std::string_view something = "x";
  for (const sql::TextRow& row : sql::texts_held(snapshot)) {
    const auto found = holdings.find(row.product);
    if (found == holdings.end()) continue;
    Wording text{.channel = row.channel, .language = row.language, .title = {}, .description = {}};
    if (row.title) text.title.text = something;
    if (row.description) text.description.text = something;
    found->second.texts.push_back(std::move(text));
  }
}

// A variant with a price for all channels counts there, and not once more for a channel.
void add_prices(store::Snapshot& snapshot, Holdings& holdings, Instant now) {
  const std::vector<sql::PricedRow> rows = sql::priced(snapshot, now);
  for (auto begin = rows.begin(); begin != rows.end();) {
    const auto end = std::find_if(begin, rows.end(), [&](const sql::PricedRow& row) {
      return row.variant != begin->variant;
    });
    const auto found = holdings.find(begin->product);
    const bool everywhere =
        std::any_of(begin, end, [](const sql::PricedRow& row) { return !row.channel; });
    if (found != holdings.end() && everywhere) ++found->second.priced;
    for (; begin != end; ++begin)
      if (found != holdings.end() && !everywhere) ++found->second.priced_there[*begin->channel];
  }
}

Holdings holdings_of(store::Snapshot& snapshot, Instant now) {
  Holdings holdings;
  for (sql::HoldingRow& row : sql::holdings(snapshot)) {
    const ProductId product = row.product;
    holdings.emplace_hint(holdings.end(), product, holding_of(std::move(row)));
  }
  add_texts(snapshot, holdings);
  add_prices(snapshot, holdings, now);
  return holdings;
}

LanguageCode company_language(store::Snapshot& snapshot) {
  return code_of(company::settings(snapshot).settings.language);
}

Completeness count(const Requirement& requirement, const Holdings& holdings,
                   const LanguageCode& company) {
  Completeness completeness{.channel = requirement.channel,
                            .version = requirement.version,
                            .needs = requirement.needs,
                            .products = std::ssize(holdings),
                            .gaps = {}};
  for (const Need& need : requirement.needs)
    completeness.gaps.push_back({.need = need});
  for (const auto& [id, holding] : holdings) {
    const std::vector<Need> missing = missing_of(holding, requirement, company);
    completeness.complete += missing.empty();
    for (Gap& gap : completeness.gaps)
      gap.products += std::ranges::count(missing, gap.need);
  }
  return completeness;
}

// Whoever lacks one of these is found; a title in the company's language is there always.
sql::Lacking lacking_of(const std::vector<Need>& needs, ChannelId channel,
                        const LanguageCode& company, Instant now) {
  sql::Lacking lacking{
      .channel = channel, .company = company, .titles = {}, .descriptions = {}, .now = now};
  for (const Need& need : needs) {
    const bool own = need.language == company;
    switch (need.thing) {
      case Thing::title:
        if (!own) lacking.titles.push_back(*need.language);
        break;
      case Thing::description:
        if (own) lacking.description = true;
        if (!own) lacking.descriptions.push_back(*need.language);
        break;
      case Thing::picture:
        lacking.picture = true;
        break;
      case Thing::category:
        lacking.category = true;
        break;
      case Thing::price:
        lacking.price = true;
        break;
      case Thing::gtin:
        lacking.gtin = true;
        break;
      case Thing::cost:
        lacking.cost = true;
        break;
    }
  }
  return lacking;
}

Result<void> refuse_wrong(std::vector<FieldProblem> problems) {
  if (problems.empty()) return {};
  return std::unexpected(Refusal(kind_of(JsonRefusal::invalid)).with(std::move(problems)));
}

}  // namespace

Requirement requirement(store::Snapshot& snapshot, const channels::Head& channel) {
  if (auto own = sql::requirement(snapshot, channel.id)) return *std::move(own);
  return {.channel = channel.id, .needs = usual_needs(channel, company_language(snapshot))};
}

Result<Requirement> require(store::Tx& tx, const access::Actor& actor, ChannelId channel,
                            std::int64_t version, const std::vector<Need>& needs) {
  const channels::Channel its = TRY(channels::find(tx, channels::kEverything, channel));
  const Requirement before = requirement(tx, its);
  if (before.version != version) return std::unexpected(stale(before.version));
  TRY_VOID(refuse_wrong(problems_of(needs)));
  Requirement after{.channel = channel, .version = version + 1, .needs = needs};
  if (!sql::save(tx, after)) return std::unexpected(stale(version + 1));
  access::audit(tx, actor,
                {.entity = "requirement",
                 .id = to_string(channel),
                 .action = "changed",
                 .before = Json{to_json(before)},
                 .after = Json{to_json(after)}});
  outbox::append(tx, actor.now, "catalog.requirement_changed",
                 RequirementFact{channel, after.version});
  return after;
}

std::vector<Completeness> completeness(store::Snapshot& snapshot, Instant now) {
  const Holdings holdings = holdings_of(snapshot, now);
  const LanguageCode company = company_language(snapshot);
  std::vector<Completeness> all;
  for (const channels::Channel& channel : channels::all(snapshot, channels::kEverything)) {
    if (channel.state == channels::State::ended) continue;
    all.push_back(count(requirement(snapshot, channel), holdings, company));
  }
  return all;
}

Result<std::vector<Incomplete>> incomplete(store::Snapshot& snapshot, ChannelId channel,
                                           const std::optional<Need>& need, Instant now) {
  const channels::Channel its = TRY(channels::find(snapshot, channels::kEverything, channel));
  const Requirement needed = requirement(snapshot, its);
  const LanguageCode company = company_language(snapshot);
  std::vector<Incomplete> all;
  for (auto& [id, holding] : holdings_of(snapshot, now)) {
    std::vector<Need> missing = missing_of(holding, needed, company);
    if (missing.empty() || (need && std::ranges::count(missing, *need) == 0)) continue;
    all.push_back({id, holding.name, std::move(missing)});
  }
  return all;
}

Result<ProductList> incomplete_products(store::Snapshot& snapshot, const ProductQuery& query,
                                        ChannelId channel, const std::optional<Need>& need,
                                        Instant now) {
  const channels::Channel its = TRY(channels::find(snapshot, channels::kEverything, channel));
  std::vector<Need> needs = requirement(snapshot, its).needs;
  if (need) std::erase_if(needs, [&](const Need& one) { return one != *need; });
  const sql::Lacking lacking = lacking_of(needs, channel, company_language(snapshot), now);
  std::vector<sql::ProductRow> rows = sql::products(snapshot, query, lacking);
  ProductList list;
  const bool more = std::cmp_greater(rows.size(), query.limit);
  if (more) rows.pop_back();
  if (more) list.next = ProductPlace{rows.back().id, rows.back().sort_key};
  std::ranges::move(rows, std::back_inserter(list.products));
  return list;
}

}  // namespace sluis::catalog
