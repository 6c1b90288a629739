#include "customers/listing.h"

#include <algorithm>
#include <map>

#include "channels/channels.h"
#include "company/company.h"
#include "customers/people.h"
#include "customers/store_figures.h"
#include "customers/store_listing.h"
#include "customers/store_people.h"
#include "kernel/assert.h"

namespace sluis::customers {
namespace {

constexpr std::int64_t kFoundMax = 5'000;

constexpr RefusalKind kNamesHidden{
    "names_hidden",
    Category::forbidden,
    Retry::useless,
    {"Your role sees figures, not names, so it cannot search for them.",
     "Uw rol ziet cijfers, geen namen, en kan er dus niet op zoeken."}};
constexpr RefusalKind kMarginsHidden{"margins_hidden",
                                     Category::forbidden,
                                     Retry::useless,
                                     {"Your role does not see margins, so it cannot sort by them.",
                                      "Uw rol ziet geen marges, en kan er dus niet op sorteren."}};

Result<void> check(const Sight& sight, const Query& query) {
  if (!query.filter.search.empty() && !sight.names) return refuse(ListingRefusal::names_hidden);
  if (query.sort == Sort::margin && !sight.margins) return refuse(ListingRefusal::margins_hidden);
  return {};
}

// By their words, and by a customer number.
std::vector<CustomerId> found_by(store::Snapshot& snapshot, const std::string& text) {
  const auto number = parse_id<CustomerIdTag>(text);
  if (!number) return search(snapshot, text, kFoundMax);
  const auto behind = identities_behind(snapshot, *number);
  if (behind.empty()) return {};
  return {identities::customer_of(snapshot, behind.front())};
}

std::int64_t figure_of(const sql::ProfileRow& row, Sort sort) {
  switch (sort) {
    case Sort::net_revenue:
      return row.net_revenue.units();
    case Sort::margin:
      return row.margin.units();
    case Sort::orders:
      return row.orders;
    case Sort::events:
      return row.events;
    case Sort::channels:
      return row.channels;
    case Sort::first_seen:
      return row.first_seen.micros();
    case Sort::last_seen:
      return row.last_seen.micros();
  }
  assertion_failed("a Sort");
}

Listed listed_of(const sql::ProfileRow& row, const Sight& sight) {
  Listed listed{.id = row.customer,
                .first_seen = row.first_seen,
                .last_seen = row.last_seen,
                .events = row.events,
                .orders = row.orders,
                .net_revenue = row.net_revenue};
  if (row.last_channel != ChannelId()) listed.last_channel = row.last_channel;
  if (sight.margins) listed.margin = row.margin;
  return listed;
}

sql::Chosen chosen_by(const Filter& filter, const std::vector<sql::Placed>& places) {
  sql::Chosen chosen{.channel = filter.channel, .segment = filter.segment};
  if (!filter.channel) return chosen;
  const auto place = std::ranges::find(places, *filter.channel, &sql::Placed::channel);
  if (place == places.end() || !place->has_bit()) return chosen;
  chosen.seen_on = place->bit();
  chosen.channel.reset();
  return chosen;
}

// By bits, and by a look at each channel where there are too many for that.
void add_channels(analytics::Snapshot& figures, const std::vector<sql::Placed>& places,
                  const std::vector<sql::ProfileRow>& rows, std::vector<Listed>& customers) {
  if (std::ranges::all_of(places, &sql::Placed::has_bit)) {
    for (std::size_t i = 0; i < rows.size(); ++i) {
      for (const sql::Placed& one : places) {
        if ((rows[i].seen_on & one.bit()) != 0) customers[i].channels.push_back(one.channel);
      }
    }
    return;
  }
  std::vector<CustomerId> ids;
  for (const Listed& customer : customers)
    ids.push_back(customer.id);
  const auto channels = sql::channels_of(figures, ids);
  for (Listed& customer : customers) {
    for (const auto& one :
         std::ranges::equal_range(channels, customer.id, {}, &sql::ChannelOf::customer))
      customer.channels.push_back(one.channel);
  }
}

// What the operational store knows of the customers of a page.
struct People {
  std::vector<sql::Behind> behind;
  std::map<IdentityId, std::vector<Trait>> traits;
  std::map<IdentityId, std::vector<consent::Evidence>> evidence;
};

People people_of(store::Snapshot& snapshot, const Sight& sight,
                 const std::vector<Listed>& customers) {
  std::vector<CustomerId> ids;
  for (const Listed& customer : customers)
    ids.push_back(customer.id);
  People people{.behind = sql::behind(snapshot, ids)};
  std::vector<IdentityId> identities;
  for (const sql::Behind& one : people.behind)
    identities.push_back(one.identity);
  for (consent::Evidence& one : consent::evidence_of(snapshot, identities))
    people.evidence[one.identity].push_back(std::move(one));
  if (!sight.names) return people;
  for (sql::TraitOf& one : sql::traits(snapshot, identities))
    people.traits[one.identity].push_back(std::move(one));
  return people;
}

std::optional<std::string> last_seen_of(std::span<const sql::Behind> behind,
                                        identities::Kind kind) {
  const sql::Behind* last = nullptr;
  for (const sql::Behind& one : behind) {
    if (one.kind != kind) continue;
    if (last == nullptr || one.last_seen > last->last_seen) last = &one;
  }
  return last != nullptr ? last->value : std::nullopt;
}

// What all of them together have.
template <class T>
std::vector<T> of_all(std::span<const sql::Behind> behind,
                      const std::map<IdentityId, std::vector<T>>& by_identity) {
  std::vector<T> all;
  for (const sql::Behind& one : behind) {
    const auto of_one = by_identity.find(one.identity);
    if (of_one != by_identity.end()) std::ranges::copy(of_one->second, std::back_inserter(all));
  }
  return all;
}

std::vector<consent::Means> marketing_by(const std::vector<consent::Evidence>& evidence,
                                         Instant now) {
  std::vector<consent::Means> means;
  for (const consent::Means one : enum_values<consent::Means>()) {
    if (consent::decide(evidence, one, consent::Purpose::marketing, now).allowed)
      means.push_back(one);
  }
  return means;
}

void add_person(const People& people, const Sight& sight, Listed& customer, Instant now) {
  const auto range =
      std::ranges::equal_range(people.behind, customer.id, {}, &sql::Behind::customer);
  const std::span<const sql::Behind> behind(range);
  customer.marketing = marketing_by(of_all(behind, people.evidence), now);
  if (!sight.names) return;
  customer.name = display_name(joined(of_all(behind, people.traits)));
  customer.email = last_seen_of(behind, identities::Kind::email);
  customer.phone = last_seen_of(behind, identities::Kind::phone);
}

using Codes = std::map<ChannelId, std::string>;

Result<Codes> codes_of_channels(store::Store& store) {
  return store.snapshot([](store::Snapshot& snapshot) -> Result<Codes> {
    Codes codes;
    for (const channels::Channel& channel : channels::all(snapshot, channels::kEverything))
      codes[channel.id] = channel.code.text;
    return codes;
  });
}

ExportedCustomer exported(Listed&& listed, const Codes& codes, Currency currency) {
  const auto code_of = [&](ChannelId id) {
    const auto at = codes.find(id);
    return at != codes.end() ? at->second : to_string(id);
  };
  ExportedCustomer row{.id = listed.id,
                       .name = std::move(listed.name),
                       .email = std::move(listed.email),
                       .phone = std::move(listed.phone),
                       .first_seen = listed.first_seen,
                       .last_seen = listed.last_seen,
                       .last_channel = listed.last_channel ? code_of(*listed.last_channel) : "",
                       .events = listed.events,
                       .orders = listed.orders,
                       .net_revenue = listed.net_revenue,
                       .margin = listed.margin,
                       .currency = currency};
  for (const ChannelId id : listed.channels)
    row.channels += (row.channels.empty() ? "" : " ") + code_of(id);
  return row;
}

}  // namespace

const RefusalKind& kind_of(ListingRefusal refusal) {
  switch (refusal) {
    case ListingRefusal::names_hidden:
      return kNamesHidden;
    case ListingRefusal::margins_hidden:
      return kMarginsHidden;
  }
  assertion_failed("a ListingRefusal");
}

Sight sight_of(const api::Principal& who) {
  using api::Role;
  const bool manages = who.has(Role::admin) || who.has(Role::manager);
  return {.names = manages || who.has(Role::agent), .margins = manages || who.has(Role::analyst)};
}

std::optional<std::string> label_of(store::Snapshot& snapshot, const api::Principal& who,
                                    CustomerId customer) {
  if (!sight_of(who).names) return std::nullopt;
  std::string name = name_of(snapshot, customer);
  if (!name.empty()) return name;
  const auto behind = identities::identities_of(snapshot, customer);
  const auto known = identities::find_all(snapshot, behind);
  return known.empty() ? std::string() : known.front().value;
}

Result<Listing> list(analytics::Snapshot& figures, store::Store& store, const Sight& sight,
                     const Query& query, Instant now) {
  TRY_VOID(check(sight, query));
  return store.snapshot([&](store::Snapshot& snapshot) -> Result<Listing> {
    const auto places = sql::places(figures);
    sql::Chosen chosen = chosen_by(query.filter, places);
    if (!query.filter.search.empty()) chosen.found = found_by(snapshot, query.filter.search);
    auto rows = sql::list(figures, query, chosen);
    Listing listing;
    if (std::cmp_greater(rows.size(), query.limit)) {
      rows.pop_back();
      listing.next = Place{figure_of(rows.back(), query.sort), rows.back().customer};
    }
    for (const sql::ProfileRow& row : rows)
      listing.customers.push_back(listed_of(row, sight));
    add_channels(figures, places, rows, listing.customers);
    const People people = people_of(snapshot, sight, listing.customers);
    for (Listed& customer : listing.customers)
      add_person(people, sight, customer, now);
    if (!query.after) {
      listing.total =
          listing.next ? sql::count(figures, query.filter, chosen) : std::ssize(listing.customers);
    }
    const auto followed = sql::followed(figures);
    listing.currency =
        followed ? followed->currency : company::settings(snapshot).settings.currency;
    return listing;
  });
}

Result<std::int64_t> each_exported(analytics::Snapshot& figures, store::Store& store,
                                   const Sight& sight, Query query, Instant now, std::int64_t most,
                                   const std::function<Result<void>(ExportedCustomer&&)>& take) {
  const Codes codes = TRY(codes_of_channels(store));
  std::int64_t rows = 0;
  do {
    query.limit = std::min(kPageMax, most - rows);
    Listing page = TRY(list(figures, store, sight, query, now));
    for (Listed& listed : page.customers)
      TRY_VOID(take(exported(std::move(listed), codes, page.currency)));
    rows += std::ssize(page.customers);
    query.after = page.next;
  } while (query.after && rows < most);
  return rows;
}

}  // namespace sluis::customers
