// What a channel is: one line of the worksheet, with all that is planned of it, and the change of
// such a line.
#pragma once

#include "channels/cost.h"
#include "kpis/kpis.h"

namespace sluis::channels {

enum class Kind : std::uint8_t { one_to_one, mass, internet, direct_mail, reseller, physical };
BOOST_DESCRIBE_ENUM(Kind, one_to_one, mass, internet, direct_mail, reseller, physical)

// What a channel is, more finely; its kind and its usual traits follow from it (rules.cc).
// clang-format off
enum class Form : std::uint8_t {
  contact_centre, telesales, chat, field_sales, other_one_to_one,
  advertising, television, radio, outdoor, other_mass,
  website, webshop, app, portal, social, email, marketplace, ai_agent, other_internet,
  mailing, leaflet, catalogue, other_direct_mail,
  wholesaler, retailer, distributor, importer, franchise, other_reseller,
  store, pop_up, shop_in_shop, event, other_physical,
};
BOOST_DESCRIBE_ENUM(Form, contact_centre, telesales, chat, field_sales, other_one_to_one,
                    advertising, television, radio, outdoor, other_mass,
                    website, webshop, app, portal, social, email, marketplace, ai_agent,
                    other_internet, mailing, leaflet, catalogue, other_direct_mail,
                    wholesaler, retailer, distributor, importer, franchise, other_reseller,
                    store, pop_up, shop_in_shop, event, other_physical)

// What other rooms go by.
enum class Trait : std::uint8_t {
  capacity_bound,       // needs a team and a queue
  two_way,              // customers can answer
  sells,                // orders are placed here
  fee_schedule,         // somebody takes a fee on each sale
  response_code,        // one way: an answer is known by its code, QR or number
  stock_location,       // has stock of its own
  opening_hours,        //
  identifies_customer,  // knows who it is talking to
};
BOOST_DESCRIBE_ENUM(Trait, capacity_bound, two_way, sells, fee_schedule, response_code,
                    stock_location, opening_hours, identifies_customer)
// clang-format on

enum class Phase : std::uint8_t { awareness, evaluation, purchase, delivery, after_sales };
BOOST_DESCRIBE_ENUM(Phase, awareness, evaluation, purchase, delivery, after_sales)

enum class State : std::uint8_t { draft, live, paused, ended };
BOOST_DESCRIBE_ENUM(State, draft, live, paused, ended)

// What a channel cannot do without once it has left the drawing board.
enum class Need : std::uint8_t { goal, phase, kpi, owner, cost };
BOOST_DESCRIBE_ENUM(Need, goal, phase, kpi, owner, cost)

enum class LinkState : std::uint8_t { none, planned, manual, linked };
BOOST_DESCRIBE_ENUM(LinkState, none, planned, manual, linked)

enum class Shared : std::uint8_t {
  customers,
  stock,
  orders,
  prices,
  content,
  appointments,
  baskets
};
BOOST_DESCRIBE_ENUM(Shared, customers, stock, orders, prices, content, appointments, baskets)

// How a channel joins with another one: what goes from this one to that one.
struct Link {
  ChannelId to;
  LinkState state = LinkState::planned;
  std::vector<Shared> shares;
  Line<0, 500> note;
  bool operator==(const Link&) const = default;
};
BOOST_DESCRIBE_STRUCT(Link, (), (to, state, shares, note))

enum class CheckState : std::uint8_t { open, passed, failed };
BOOST_DESCRIBE_ENUM(CheckState, open, passed, failed)

// Something to look at before the channel speaks for the brand. Who decided, and when, is kept by
// the program; what a caller sends of it is not read.
struct Check {
  Line<1, 120> name;
  CheckState state = CheckState::open;
  Line<0, 500> note;
  std::optional<std::string> decided_by;
  std::optional<Instant> decided;
  bool operator==(const Check&) const = default;
};
BOOST_DESCRIBE_STRUCT(Check, (), (name, state, note, decided_by, decided))

using Name = Line<1, 120>;
using People = Whole<0, 10'000'000'000>;

// What fits in one row.
struct Head {
  ChannelId id;
  std::int64_t version = 0;
  Slug code;  // what files and other systems know it by; unique, never changes
  Name name;
  Form form = Form::website;
  State state = State::draft;
  std::optional<std::vector<Trait>> own_traits;  // instead of those of the form
  std::vector<Phase> phases;
  Prose<2000> goal;
  std::optional<UserId> owner;
  std::optional<People> reach;  // planned: people a month
  Line<0, 200> reach_note;
  Currency currency;
  std::optional<PartnerId> partner;    // whose it is; that partner sees it
  std::optional<LocationId> location;  // where it is; that store sees it
  Prose<10'000> notes;
  Instant created;
  Instant changed;
  bool operator==(const Head&) const = default;
};
BOOST_DESCRIBE_STRUCT(Head, (),
                      (id, version, code, name, form, state, own_traits, phases, goal, owner, reach,
                       reach_note, currency, partner, location, notes, created, changed))

struct Channel : Head {
  std::vector<Cost> costs;
  std::vector<kpis::Target> targets;
  std::vector<Link> links;
  std::vector<Check> checks;
  bool operator==(const Channel&) const = default;
};
BOOST_DESCRIBE_STRUCT(Channel, (Head), (costs, targets, links, checks))

// What may be said of a channel beside its name: absent stays as it is, a list replaces the list.
struct Details {
  Patch<std::optional<std::vector<Trait>>> own_traits;
  Patch<std::vector<Phase>> phases;
  Patch<Prose<2000>> goal;
  Patch<std::optional<UserId>> owner;
  Patch<std::optional<People>> reach;
  Patch<Line<0, 200>> reach_note;
  Patch<Currency> currency;
  Patch<std::optional<PartnerId>> partner;
  Patch<std::optional<LocationId>> location;
  Patch<Prose<10'000>> notes;
  Patch<std::vector<Cost>> costs;
  Patch<std::vector<kpis::Target>> targets;
  Patch<std::vector<Link>> links;
  Patch<std::vector<Check>> checks;
};
BOOST_DESCRIBE_STRUCT(Details, (),
                      (own_traits, phases, goal, owner, reach, reach_note, currency, partner,
                       location, notes, costs, targets, links, checks))

struct Draft : Details {
  Name name;
  Form form = Form::website;
  std::optional<Slug> code;  // else made from the name, with a number where that is taken
};
BOOST_DESCRIBE_STRUCT(Draft, (Details), (name, form, code))

struct Change : Details {
  Patch<Name> name;
  Patch<Form> form;
};
BOOST_DESCRIBE_STRUCT(Change, (Details), (name, form))

}  // namespace sluis::channels
