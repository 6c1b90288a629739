#include "channels/rules.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "channels/testing.h"
#include "kernel/fold.h"

namespace sluis::channels {
namespace {

using testing::pointers;
using Pointers = std::vector<std::string>;

TEST(ChannelRules, EveryFormHasItsRow) {
  for (const Form form : enum_values<Form>()) {
    EXPECT_FALSE(name_of(form).nl.empty()) << enum_name(form);
    Channel channel;
    channel.form = form;
    channel.own_traits = traits_of(form);
    EXPECT_EQ(pointers(problems_of(channel)), Pointers{}) << enum_name(form);
  }
}

TEST(ChannelRules, EveryKindAndTraitIsUsed) {
  std::set<Kind> kinds;
  std::set<Trait> traits;
  for (const Form form : enum_values<Form>()) {
    kinds.insert(kind_of(form));
    for (const Trait trait : traits_of(form))
      traits.insert(trait);
  }
  EXPECT_EQ(kinds.size(), enum_values<Kind>().size());
  EXPECT_EQ(traits.size(), enum_values<Trait>().size());
}

TEST(ChannelRules, OwnTraitsReplaceThoseOfTheForm) {
  Channel channel;
  channel.form = Form::marketplace;
  EXPECT_EQ(traits_of(channel), (std::vector{Trait::sells, Trait::fee_schedule}));
  channel.own_traits = {Trait::two_way};
  EXPECT_EQ(traits_of(channel), std::vector{Trait::two_way});
}

TEST(ChannelRules, EveryStateIsReachedAndLeft) {
  std::set<State> reached = {State::draft};
  for (std::size_t before = 0; before != reached.size();) {
    before = reached.size();
    for (const State from : std::set(reached)) {
      for (const State to : moves_from(from))
        reached.insert(to);
    }
  }
  EXPECT_EQ(reached.size(), enum_values<State>().size());
  for (const State state : enum_values<State>()) {
    EXPECT_FALSE(moves_from(state).empty()) << enum_name(state);
    EXPECT_FALSE(may_move(state, state));
    EXPECT_FALSE(may_move(state, State::draft));
  }
}

Channel complete() {
  Channel channel;
  channel.goal.text = "Sell more";
  channel.phases = {Phase::purchase};
  channel.owner = UserId(7);
  channel.targets.push_back(
      {.kpi = {"orders"}, .from = Date(2026, 1, 1), .to = {}, .value = {}, .currency = {}});
  channel.costs.emplace_back();
  return channel;
}

TEST(ChannelRules, NamesWhatIsMissing) {
  EXPECT_EQ(missing(complete()), std::vector<Need>{});
  Channel nothing;
  nothing.goal.text = " \n";
  EXPECT_EQ(missing(nothing), enum_values<Need>());
  EXPECT_EQ(pointers(missing_problems(missing(nothing))),
            (Pointers{"/goal", "/phases", "/targets", "/owner", "/costs"}));
}

TEST(ChannelRules, RefusesWhatContradictsItself) {
  Channel channel = complete();
  channel.id = ChannelId(1);
  channel.own_traits = {Trait::two_way, Trait::response_code, Trait::fee_schedule, Trait::two_way};
  channel.phases = {Phase::purchase, Phase::purchase};
  channel.links = {
      {.to = ChannelId(1), .state = LinkState::none, .shares = {Shared::stock}, .note = {}},
      {.to = ChannelId(2),
       .state = LinkState::linked,
       .shares = {Shared::stock, Shared::stock},
       .note = {}},
      {.to = ChannelId(2), .state = {}, .shares = {}, .note = {}}};
  channel.checks = {{.name = {"Logo"}}, {.name = {"Logo"}}};
  EXPECT_EQ(pointers(problems_of(channel)),
            (Pointers{"/own_traits/3", "/own_traits", "/own_traits", "/phases/1", "/links/2",
                      "/links/0/to", "/links/0/shares", "/links/1/shares/1", "/checks/1"}));
}

TEST(ChannelRules, RefusesCostsThatCannotBe) {
  Channel channel = complete();
  channel.costs = {{.amount = Micro(-1)},
                   {.amount = largest_amount(Per::month) + Micro(1)},
                   {.from = Date(2026, 1, 1), .to = Date(2026, 1, 1)}};
  EXPECT_EQ(pointers(problems_of(channel)),
            (Pointers{"/costs/0/amount", "/costs/1/amount", "/costs/2/to"}));
  channel.costs.assign(101, Cost{});
  EXPECT_EQ(pointers(problems_of(channel)), Pointers{"/costs"});
}

TEST(ChannelRules, KeepsWhoDecidedACheck) {
  const std::vector<Check> before = {
      {.name = {"Logo"}, .state = CheckState::passed, .decided_by = "usr_a", .decided = Instant(1)},
      {.name = {"Tone"},
       .state = CheckState::failed,
       .decided_by = "usr_a",
       .decided = Instant(1)}};
  std::vector<Check> after = {
      {.name = {"Logo"}, .state = CheckState::passed, .decided_by = "forged"},
      {.name = {"Tone"}, .state = CheckState::open, .decided_by = "forged", .decided = Instant(5)},
      {.name = {"Price"}, .state = CheckState::failed}};
  settle_checks(before, after, "usr_b", Instant(9));
  EXPECT_EQ(after[0].decided_by, "usr_a");
  EXPECT_EQ(after[0].decided, Instant(1));
  EXPECT_EQ(after[1].decided_by, std::nullopt);
  EXPECT_EQ(after[1].decided, std::nullopt);
  EXPECT_EQ(after[2].decided_by, "usr_b");
  EXPECT_EQ(after[2].decided, Instant(9));
}

TEST(ChannelRules, MakesCodesOfNames) {
  EXPECT_EQ(code_for({"Bol.com (NL)"}).text, "bol-com-nl");
  EXPECT_EQ(code_for({"Café 2 Één"}).text, "cafe-2-een");
  EXPECT_EQ(code_for({"24 uur open"}).text, "uur-open");
  EXPECT_EQ(code_for({"🛒"}).text, "channel");
  EXPECT_EQ(free_code({"shop"}, {{"shop"}, {"shop-2"}}).text, "shop-3");
}

RC_GTEST_PROP(ChannelRules, CodesOfNamesAreCodes, ()) {
  const auto letters = *rc::gen::container<std::vector<std::string>>(
      rc::gen::element<std::string>("A", "é", "ß", "-", " ", "7", ".", "🛒", "z"));
  std::string name;
  for (const auto& letter : letters)
    name += letter;
  const Slug code = code_for({name});
  RC_ASSERT(TextForm<Slug>::parse(code.text).has_value());
  const Slug free = free_code(code, {code});
  RC_ASSERT(TextForm<Slug>::parse(free.text).has_value() && free != code);
}

}  // namespace
}  // namespace sluis::channels
