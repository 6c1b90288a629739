#include "channels/rules.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "kernel/assert.h"
#include "kernel/fold.h"

namespace sluis::channels {
namespace {

struct FormRow {
  Form form;
  Kind kind;
  unsigned traits;
  Text name;
};

template <class... T>
constexpr unsigned set_of(T... traits) {
  return (0u | ... | (1u << static_cast<unsigned>(traits)));
}

using enum Kind;
using enum Trait;

constexpr unsigned kTalks = set_of(capacity_bound, two_way);
constexpr unsigned kAnswers = kTalks | set_of(sells, opening_hours, identifies_customer);
constexpr unsigned kTells = set_of(response_code);
constexpr unsigned kPrints = set_of(response_code, identifies_customer);
constexpr unsigned kServes = set_of(two_way, sells, identifies_customer);
constexpr unsigned kResells = set_of(sells, fee_schedule, stock_location);
constexpr unsigned kShows = kTalks | set_of(sells, stock_location, opening_hours);

// clang-format off
constexpr FormRow kForms[] = {
    {Form::contact_centre, one_to_one, kAnswers, {"Contact centre", "Contactcentrum"}},
    {Form::telesales, one_to_one, kAnswers, {"Telesales", "Telesales"}},
    {Form::chat, one_to_one, kTalks | set_of(opening_hours), {"Chat", "Chat"}},
    {Form::field_sales, one_to_one, kTalks | set_of(sells, identifies_customer),
     {"Field sales", "Buitendienst"}},
    {Form::other_one_to_one, one_to_one, kTalks, {"Other, one to one", "Anders, een-op-een"}},
    {Form::advertising, mass, kTells, {"Advertising", "Reclame"}},
    {Form::television, mass, kTells, {"Television", "Televisie"}},
    {Form::radio, mass, kTells, {"Radio", "Radio"}},
    {Form::outdoor, mass, kTells, {"Outdoor advertising", "Buitenreclame"}},
    {Form::other_mass, mass, kTells, {"Other, mass", "Anders, massa"}},
    {Form::website, internet, 0, {"Website", "Website"}},
    {Form::webshop, internet, set_of(sells, stock_location, identifies_customer),
     {"Webshop", "Webwinkel"}},
    {Form::app, internet, kServes, {"App", "App"}},
    {Form::portal, internet, kServes, {"Customer portal", "Klantportaal"}},
    {Form::social, internet, set_of(two_way), {"Social media", "Sociale media"}},
    {Form::email, internet, set_of(two_way, identifies_customer), {"E-mail", "E-mail"}},
    {Form::marketplace, internet, set_of(sells, fee_schedule), {"Marketplace", "Marktplaats"}},
    {Form::ai_agent, internet, set_of(two_way, sells), {"AI agent", "AI-agent"}},
    {Form::other_internet, internet, 0, {"Other, internet", "Anders, internet"}},
    {Form::mailing, direct_mail, kPrints, {"Printed mailing", "Gedrukte mailing"}},
    {Form::leaflet, direct_mail, kTells, {"Leaflet", "Folder"}},
    {Form::catalogue, direct_mail, kPrints, {"Catalogue", "Catalogus"}},
    {Form::other_direct_mail, direct_mail, kPrints, {"Other, direct mail", "Anders, direct mail"}},
    {Form::wholesaler, reseller, kResells, {"Wholesaler", "Grossier"}},
    {Form::retailer, reseller, kResells, {"Retailer", "Detaillist"}},
    {Form::distributor, reseller, kResells, {"Distributor", "Distributeur"}},
    {Form::importer, reseller, kResells, {"Importer", "Importeur"}},
    {Form::franchise, reseller, kResells | set_of(opening_hours), {"Franchise", "Franchise"}},
    {Form::other_reseller, reseller, kResells, {"Other reseller", "Andere wederverkoper"}},
    {Form::store, physical, kShows, {"Store", "Winkel"}},
    {Form::pop_up, physical, kShows, {"Pop-up store", "Pop-upwinkel"}},
    {Form::shop_in_shop, physical, kShows | set_of(fee_schedule), {"Shop-in-shop", "Shop-in-shop"}},
    {Form::event, physical, kTalks | set_of(opening_hours),
     {"Fair or event", "Beurs of evenement"}},
    {Form::other_physical, physical, kShows, {"Other, physical", "Anders, fysiek"}},
};
// clang-format on

struct Move {
  State from;
  State to;
};

constexpr Move kMoves[] = {
    {State::draft, State::live},    //
    {State::live, State::paused},   //
    {State::live, State::ended},    //
    {State::paused, State::live},   //
    {State::paused, State::ended},  //
    {State::ended, State::paused},  // ended by mistake
};

struct NeedRow {
  Need need;
  Text name;
  std::string_view pointer;
  Text text;
  bool (*met)(const Channel&);
};

constexpr NeedRow kNeeds[] = {
    {Need::goal,
     {"goal", "doel"},
     "/goal",
     {"Say what the channel is for.", "Schrijf op waarvoor het kanaal dient."},
     [](const Channel& c) { return !trimmed(c.goal.text).empty(); }},
    {Need::phase,
     {"phase", "fase"},
     "/phases",
     {"Choose at least one phase of the buying process.",
      "Kies ten minste één fase van het koopproces."},
     [](const Channel& c) { return !c.phases.empty(); }},
    {Need::kpi,
     {"KPI", "KPI"},
     "/targets",
     {"Choose at least one KPI to follow.", "Kies ten minste één KPI om te volgen."},
     [](const Channel& c) { return !c.targets.empty(); }},
    {Need::owner,
     {"owner", "eigenaar"},
     "/owner",
     {"Name the person who answers for the channel.",
      "Noem degene die verantwoordelijk is voor het kanaal."},
     [](const Channel& c) { return c.owner.has_value(); }},
    {Need::cost,
     {"cost", "kosten"},
     "/costs",
     {"Enter what the channel costs; 0 is a cost too.", "Vul in wat het kanaal kost; ook 0 mag."},
     [](const Channel& c) { return !c.costs.empty(); }},
};

constexpr std::size_t kCostsMax = 100;
constexpr std::size_t kChecksMax = 50;

constexpr Text kTwice{"{0} is here twice.", "{0} staat hier twee keer."};
constexpr Text kTraitsClash{"A channel cannot be both {0} and {1}.",
                            "Een kanaal kan niet zowel {0} als {1} zijn."};
constexpr Text kTraitNeeds{"{0} takes {1} as well.", "{0} vraagt ook om {1}."};
constexpr Text kCostNegative{"A cost is 0 or more.", "Kosten zijn 0 of meer."};
constexpr Text kCostTooLarge{"At most {0} per {1}.", "Hoogstens {0} per {1}."};
constexpr Text kEndsBeforeStart{"The period starts on {0}, so it must end after that day.",
                                "De periode begint op {0} en moet dus na die dag eindigen."};
constexpr Text kTooMany{"At most {0}.", "Hoogstens {0}."};
constexpr Text kLinksToItself{"A channel does not join with itself.",
                              "Een kanaal sluit niet op zichzelf aan."};
constexpr Text kNothingShared{"Where nothing joins, nothing is shared.",
                              "Waar niets aansluit, wordt niets gedeeld."};

const FormRow& row_of(Form form) {
  const auto row = std::ranges::find(kForms, form, &FormRow::form);
  SLUIS_ASSERT(row != std::end(kForms));
  return *row;
}

const NeedRow& row_of(Need need) {
  return kNeeds[static_cast<std::size_t>(need)];
}

bool contains(const std::vector<Trait>& traits, Trait trait) {
  return std::ranges::find(traits, trait) != traits.end();
}

// Collects problems under a pointer.
class Problems {
 public:
  template <class... Arguments>
  void add(std::string pointer, std::string_view code, const Text& text,
           const Arguments&... arguments) {
    all_.push_back({std::move(pointer), code, Message(text, arguments...)});
  }

  // A list of names in which none may be twice.
  template <class List, class NameOf>
  void refuse_twice(const List& list, std::string_view pointer, NameOf name_of) {
    std::set<std::string> seen;
    for (std::size_t i = 0; i < list.size(); ++i) {
      const std::string name = name_of(list[i]);
      if (!seen.insert(name).second)
        add(fmt::format("{}/{}", pointer, i), "repeated", kTwice, name);
    }
  }

  void refuse_more(std::size_t size, std::size_t max, std::string pointer) {
    if (size > max) add(std::move(pointer), "range", kTooMany, std::to_string(max));
  }

  std::vector<FieldProblem> take() { return std::move(all_); }

 private:
  std::vector<FieldProblem> all_;
};

template <DescribedEnum E>
std::string text_of(E value) {
  return std::string(enum_name(value));
}

void look_at_traits(const std::vector<Trait>& traits, Problems& problems) {
  constexpr std::string_view pointer = "/own_traits";
  problems.refuse_twice(traits, pointer, text_of<Trait>);
  if (contains(traits, two_way) && contains(traits, response_code)) {
    problems.add(std::string(pointer), "contradiction", kTraitsClash, text_of(two_way),
                 text_of(response_code));
  }
  if (contains(traits, fee_schedule) && !contains(traits, sells)) {
    problems.add(std::string(pointer), "contradiction", kTraitNeeds, text_of(fee_schedule),
                 text_of(sells));
  }
}

void look_at_cost(const Cost& cost, const std::string& pointer, Problems& problems) {
  if (cost.amount < Micro(0)) problems.add(pointer + "/amount", "range", kCostNegative);
  if (const Micro most = largest_amount(cost.per); cost.amount > most) {
    problems.add(pointer + "/amount", "range", kCostTooLarge, to_string(most), text_of(cost.per));
  }
  if (cost.to && *cost.to <= cost.from) {
    problems.add(pointer + "/to", "range", kEndsBeforeStart, to_string(cost.from));
  }
}

void look_at_link(const Link& link, ChannelId self, const std::string& pointer,
                  Problems& problems) {
  if (link.to == self) problems.add(pointer + "/to", "self", kLinksToItself);
  if (link.state == LinkState::none && !link.shares.empty()) {
    problems.add(pointer + "/shares", "contradiction", kNothingShared);
  }
  problems.refuse_twice(link.shares, pointer + "/shares", text_of<Shared>);
}

}  // namespace

Text name_of(Form form) {
  return row_of(form).name;
}
Text name_of(State state) {
  switch (state) {
    case State::draft:
      return {"a draft", "een concept"};
    case State::live:
      return {"live", "live"};
    case State::paused:
      return {"paused", "gepauzeerd"};
    case State::ended:
      return {"ended", "beëindigd"};
  }
  assertion_failed("a State");
}
Text name_of(Need need) {
  return row_of(need).name;
}
Kind kind_of(Form form) {
  return row_of(form).kind;
}

std::vector<Trait> traits_of(Form form) {
  std::vector<Trait> traits = enum_values<Trait>();
  std::erase_if(traits, [&](Trait trait) { return (row_of(form).traits & set_of(trait)) == 0; });
  return traits;
}

std::vector<Trait> traits_of(const Head& channel) {
  return channel.own_traits ? *channel.own_traits : traits_of(channel.form);
}

bool may_move(State from, State to) {
  return std::ranges::any_of(kMoves, [&](Move move) { return move.from == from && move.to == to; });
}

std::vector<State> moves_from(State from) {
  std::vector<State> to = enum_values<State>();
  std::erase_if(to, [&](State state) { return !may_move(from, state); });
  return to;
}

std::vector<Need> missing(const Channel& channel) {
  std::vector<Need> needs;
  for (const NeedRow& row : kNeeds) {
    if (!row.met(channel)) needs.push_back(row.need);
  }
  return needs;
}

std::vector<FieldProblem> missing_problems(const std::vector<Need>& needs) {
  std::vector<FieldProblem> problems;
  for (const Need need : needs) {
    const NeedRow& row = row_of(need);
    problems.push_back({std::string(row.pointer), "required", Message(row.text)});
  }
  return problems;
}

std::vector<FieldProblem> problems_of(const Channel& channel) {
  Problems problems;
  if (channel.own_traits) look_at_traits(*channel.own_traits, problems);
  problems.refuse_twice(channel.phases, "/phases", text_of<Phase>);
  problems.refuse_more(channel.costs.size(), kCostsMax, "/costs");
  for (std::size_t i = 0; i < channel.costs.size(); ++i)
    look_at_cost(channel.costs[i], fmt::format("/costs/{}", i), problems);
  problems.refuse_twice(channel.links, "/links",
                        [](const Link& link) { return to_string(link.to); });
  for (std::size_t i = 0; i < channel.links.size(); ++i)
    look_at_link(channel.links[i], channel.id, fmt::format("/links/{}", i), problems);
  problems.refuse_more(channel.checks.size(), kChecksMax, "/checks");
  problems.refuse_twice(channel.checks, "/checks",
                        [](const Check& check) { return check.name.text; });
  return problems.take();
}

void settle_checks(const std::vector<Check>& before, std::vector<Check>& after,
                   const std::string& who, Instant now) {
  for (Check& check : after) {
    const auto known = std::ranges::find(before, check.name, &Check::name);
    if (known != before.end() && known->state == check.state) {
      check.decided_by = known->decided_by;
      check.decided = known->decided;
    } else if (check.state == CheckState::open) {
      check.decided_by.reset();
      check.decided.reset();
    } else {
      check.decided_by = who;
      check.decided = now;
    }
  }
}

Slug code_for(const Name& name) {
  constexpr std::size_t most = 40;
  std::string code;
  for (const char c : folded(name.text)) {
    const bool letter = c >= 'a' && c <= 'z';
    const bool digit = c >= '0' && c <= '9';
    if (letter || (digit && !code.empty())) {
      code += c;
    } else if (!code.empty() && code.back() != '-') {
      code += '-';
    }
  }
  code = code.substr(0, most);
  while (code.ends_with('-'))
    code.pop_back();
  return {code.empty() ? "channel" : code};
}

Slug free_code(const Slug& wanted, const std::vector<Slug>& taken) {
  constexpr std::size_t most = 40;
  Slug code = wanted;
  for (int n = 2; std::ranges::find(taken, code) != taken.end(); ++n) {
    const std::string suffix = fmt::format("-{}", n);
    code.text = wanted.text.substr(0, most - suffix.size()) + suffix;
  }
  return code;
}

}  // namespace sluis::channels
