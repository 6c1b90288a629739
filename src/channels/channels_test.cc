#include "channels/channels.h"

#include <atomic>
#include <latch>
#include <thread>

#include <gtest/gtest.h>

#include "access/testing.h"
#include "channels/templates.h"
#include "channels/testing.h"
#include "platform/api/refusal.h"
#include "platform/outbox/outbox.h"

namespace sluis::channels {
namespace {

using store::Snapshot;
using store::Tx;
using testing::pointers;
using testing::why;

class ChannelsTest : public testing::WorksheetTest {};
SLUIS_ON_BOTH_HOMES(ChannelsTest);

TEST_P(ChannelsTest, ADraftNeedsOnlyANameAndAForm) {
  const Channel made = added("Bol.com (NL)", Form::marketplace);
  EXPECT_EQ(made.code.text, "bol-com-nl");
  EXPECT_EQ(made.state, State::draft);
  EXPECT_EQ(made.version, 1);
  EXPECT_EQ(found(made.id), made);
  EXPECT_EQ(topics(), std::vector<std::string>{"channels.channel_added"});
}

TEST_P(ChannelsTest, EverythingOfAChannelComesBack) {
  const Channel other = added("Store", Form::store);
  const Channel made = added("Webshop", Form::webshop, whole_details(other.id));
  EXPECT_EQ(found(made.id), made);
  EXPECT_EQ(made.costs.size(), 2u);
  EXPECT_EQ(made.targets.size(), 1u);
  EXPECT_EQ(made.links.size(), 1u);
  EXPECT_EQ(made.checks.at(0).decided_by, "command line");
}

TEST_P(ChannelsTest, ACodeIsTakenOnce) {
  added("Shop", Form::webshop);
  EXPECT_EQ(why(add_one("Store", Form::store, {}, Slug{"shop"})),
            &kind_of(ChannelRefusal::code_taken));
  EXPECT_EQ(added("shop", Form::store).code.text, "shop-2");
}

TEST_P(ChannelsTest, RefusalsNameEveryFieldThatIsWrong) {
  Details details;
  details.owner = {true, UserId(1)};
  details.links = {true, {{.to = ChannelId(1)}}};
  details.targets = {true, {{.kpi = {"nothing"}, .from = Date(2026, 1, 1)}}};
  details.costs = {true, {{.amount = Micro(-1)}}};
  const auto refused = add_one("Wrong", Form::store, details);
  ASSERT_FALSE(refused);
  EXPECT_EQ(why(refused), &kind_of(JsonRefusal::invalid));
  EXPECT_EQ(
      pointers(refused.error().fields()),
      (std::vector<std::string>{"/costs/0/amount", "/owner", "/links/0/to", "/targets/0/kpi"}));
}

TEST_P(ChannelsTest, GoesLiveOnlyWhenNothingIsMissing) {
  const Channel draft = added("Shop", Form::webshop);
  const auto refused = moved(draft, State::live);
  EXPECT_EQ(why(refused), &kind_of(ChannelRefusal::incomplete));
  EXPECT_EQ(pointers(refused.error().fields()),
            (std::vector<std::string>{"/goal", "/phases", "/targets", "/owner", "/costs"}));
  EXPECT_EQ(refused.error().message().in(Language::nl),
            "Het kanaal kan nog niet live. Er ontbreekt: doel, fase, KPI, eigenaar, kosten.");

  const Channel other = added("Store", Form::store);
  const Channel live = moved(changed(draft, whole_details(other.id)).value(), State::live).value();
  EXPECT_EQ(live.state, State::live);

  Change no_goal;
  no_goal.goal = {true, {}};
  EXPECT_EQ(why(changed(live, no_goal)), &kind_of(ChannelRefusal::incomplete));
}

TEST_P(ChannelsTest, MovesOnlyAsTheTableSays) {
  const Channel other = added("Store", Form::store);
  const Channel draft = added("Shop", Form::webshop, whole_details(other.id));
  const auto refused = moved(draft, State::ended);
  EXPECT_EQ(why(refused), &kind_of(ChannelRefusal::move_not_allowed));
  EXPECT_EQ(refused.error().message().in(Language::en),
            "This channel is a draft and cannot become ended; it can become: live.");
  EXPECT_EQ(refused.error().message().in(Language::nl),
            "Dit kanaal is een concept en kan niet beëindigd worden; het kan wel worden: live.");
  const Channel ended = moved(moved(draft, State::live).value(), State::ended).value();
  EXPECT_EQ(why(removed(ended)), &kind_of(ChannelRefusal::not_a_draft));
  EXPECT_TRUE(moved(ended, State::paused));
}

TEST_P(ChannelsTest, AStaleChangeIsRefusedAndToldThePresentVersion) {
  const Channel first = added("Shop", Form::webshop);
  Change rename;
  rename.name = {true, {"Webshop"}};
  ASSERT_TRUE(changed(first, rename));
  const auto stale = changed(first, rename);
  EXPECT_EQ(why(stale), &kind_of(api::ApiRefusal::version_changed));
  ASSERT_EQ(stale.error().fields().size(), 1u);
  EXPECT_EQ(stale.error().fields()[0].message.in(Language::en), "The present version is 2.");
  EXPECT_EQ(why(moved(first, State::live)), &kind_of(api::ApiRefusal::version_changed));
  EXPECT_EQ(why(removed(first)), &kind_of(api::ApiRefusal::version_changed));
}

TEST_P(ChannelsTest, AChangeThatChangesNothingKeepsTheVersion) {
  const Channel other = added("Store", Form::store);
  const Channel made = added("Shop", Form::webshop, whole_details(other.id));
  const std::size_t facts = topics().size();
  Change same;
  same.costs = {true, made.costs};
  same.checks = {true, made.checks};
  same.name = {true, made.name};
  EXPECT_EQ(changed(made, same).value(), made);
  EXPECT_EQ(topics().size(), facts);
}

TEST_P(ChannelsTest, OfManyWhoChangeAtOnceOneWins) {
  const Channel first = added("Shop", Form::webshop);
  std::atomic<int> won = 0;
  std::atomic<int> stale = 0;
  {
    std::vector<std::jthread> people;
    for (int i = 0; i < 8; ++i) {
      people.emplace_back([&, i] {
        Change rename;
        rename.name = {true, {"Shop of person " + std::to_string(i)}};
        const auto result = changed(first, rename);
        won += result.has_value();
        stale += why(result) == &kind_of(api::ApiRefusal::version_changed);
      });
    }
  }
  EXPECT_EQ(won, 1);
  EXPECT_EQ(stale, 7);
  EXPECT_EQ(found(first.id).version, 2);
}

TEST_P(ChannelsTest, OfManyWhoTakeOneCodeOneGetsIt) {
  std::atomic<int> got = 0;
  std::atomic<int> taken = 0;
  {
    std::vector<std::jthread> people;
    for (int i = 0; i < 8; ++i) {
      people.emplace_back([&] {
        const auto result = add_one("Shop", Form::webshop, {}, Slug{"shop"});
        got += result.has_value();
        taken += why(result) == &kind_of(ChannelRefusal::code_taken);
      });
    }
  }
  EXPECT_EQ(got, 1);
  EXPECT_EQ(taken, 7);
}

TEST_P(ChannelsTest, AChannelThatGoesWhileAnotherJoinsItLeavesNoLooseEnd) {
  for (int round = 0; round < 12; ++round) {
    const Channel joining = added("Shop", Form::webshop);
    const Channel going = added("Store", Form::store);
    Details join;
    join.links = {true, {{.to = going.id, .state = LinkState::planned}}};
    std::latch start(2);
    const RefusalKind* not_joined = nullptr;
    const RefusalKind* not_gone = nullptr;
    {
      std::jthread joins([&] {
        start.arrive_and_wait();
        not_joined = why(changed(joining, join));
      });
      std::jthread goes([&] {
        start.arrive_and_wait();
        not_gone = why(removed(going));
      });
    }
    const auto told = [](const RefusalKind* why) {
      return why == nullptr || why->category != Category::internal;
    };
    EXPECT_TRUE(told(not_joined)) << not_joined->name;
    EXPECT_TRUE(told(not_gone)) << not_gone->name;
    if (not_gone == nullptr) EXPECT_TRUE(found(joining.id).links.empty());
    for (const ChannelId id : {joining.id, going.id}) {
      if (const auto left = find_one(id)) EXPECT_TRUE(removed(*left).has_value());
    }
  }
}

TEST_P(ChannelsTest, AnEarlierVersionComesBackButForTheState) {
  const Channel other = added("Store", Form::store);
  const Channel draft = added("Shop", Form::webshop, whole_details(other.id));
  const Channel live = moved(draft, State::live).value();
  Change change;
  change.goal = {true, {"Something else"}};
  change.costs = {true, {Cost{}}};
  const Channel latest = changed(live, change).value();
  const auto restored = [&](std::int64_t earlier) {
    return store().unit(
        [&](Tx& tx) { return restore(tx, actor(), latest.id, latest.version, earlier); });
  };
  EXPECT_EQ(why(restored(9)), &kind_of(ChannelRefusal::version_unknown));
  const Channel back = restored(1).value();
  EXPECT_EQ(back.goal, draft.goal);
  EXPECT_EQ(back.costs, draft.costs);
  EXPECT_EQ(back.state, State::live);
  EXPECT_EQ(back.version, latest.version + 1);
  EXPECT_EQ(found(back.id), back);
}

TEST_P(ChannelsTest, ADraftGoesWithItsLinks) {
  const Channel store_channel = added("Store", Form::store);
  const Channel shop = added("Shop", Form::webshop, whole_details(store_channel.id));
  ASSERT_TRUE(removed(store_channel));
  const Channel after = found(shop.id);
  EXPECT_TRUE(after.links.empty());
  EXPECT_EQ(after.version, shop.version + 1);
  EXPECT_EQ(why(find_one(store_channel.id)), &kind_of(ChannelRefusal::channel_unknown));
  EXPECT_EQ(topics(),
            (std::vector<std::string>{"channels.channel_added", "channels.channel_added",
                                      "channels.channel_changed", "channels.channel_removed"}));
}

TEST_P(ChannelsTest, EveryoneSeesTheirOwn) {
  Details of_partner;
  of_partner.partner = {true, PartnerId(5)};
  of_partner.costs = {true, {Cost{}}};
  const Channel theirs = added("Reseller", Form::retailer, of_partner);
  added("Shop", Form::webshop);
  const Sight partner{.partner = PartnerId(5)};
  const Sight stranger{.partner = PartnerId(6)};
  EXPECT_EQ(names(partner), std::vector<std::string>{"Reseller"});
  EXPECT_EQ(names(stranger), std::vector<std::string>{});
  EXPECT_TRUE(find_one(theirs.id, partner)->costs.empty());
  EXPECT_EQ(find_one(theirs.id, kEverything)->costs.size(), 1u);
  EXPECT_EQ(why(find_one(theirs.id, stranger)), &kind_of(ChannelRefusal::channel_unknown));
}

TEST(ChannelSight, FollowsTheRole) {
  const auto sight = [](std::vector<api::Role> roles, std::optional<PartnerId> partner = {}) {
    api::Principal who;
    who.audience = api::Audience::staff;
    who.roles = std::move(roles);
    who.partner = partner;
    return sight_of(who);
  };
  EXPECT_TRUE(sight({api::Role::analyst}).costs);
  EXPECT_FALSE(sight({api::Role::agent}).costs);
  EXPECT_FALSE(sight({api::Role::agent}).partner.has_value());
  EXPECT_EQ(sight({api::Role::partner}, PartnerId(5)).partner, PartnerId(5));
  EXPECT_EQ(sight({api::Role::partner}).partner, PartnerId(-1));
  EXPECT_EQ(sight({api::Role::store}).location, LocationId(-1));
  EXPECT_FALSE(sight({api::Role::partner, api::Role::manager}, PartnerId(5)).partner.has_value());
}

TEST_P(ChannelsTest, ListsFilterSortAndPage) {
  for (const char* name : {"Éclair", "apple", "Banana", "cherry", "date"})
    added(name, Form::store);
  Details phased;
  phased.phases = {true, {Phase::awareness, Phase::purchase}};
  added("Elder 100%", Form::webshop, phased);

  EXPECT_EQ(names(kEverything), (std::vector<std::string>{"apple", "Banana", "cherry", "date",
                                                          "Éclair", "Elder 100%"}));
  EXPECT_EQ(names(kEverything, {.search = "ÉCL"}), std::vector<std::string>{"Éclair"});
  EXPECT_EQ(names(kEverything, {.search = "0%"}), std::vector<std::string>{"Elder 100%"});
  EXPECT_EQ(names(kEverything, {.kind = Kind::internet}), std::vector<std::string>{"Elder 100%"});
  EXPECT_EQ(names(kEverything, {.phase = Phase::purchase}), std::vector<std::string>{"Elder 100%"});
  EXPECT_EQ(names(kEverything, {.phase = Phase::delivery}), std::vector<std::string>{});
  EXPECT_EQ(names(kEverything, {.state = State::live}), std::vector<std::string>{});
  EXPECT_EQ(names(kEverything, {.owner = UserId(1)}), std::vector<std::string>{});
}

TEST_P(ChannelsTest, PagesInEveryOrderMakeTheWholeList) {
  for (int i = 0; i < 7; ++i) {
    Details details;
    details.reach = {true, People{i * 1000}};
    added("Channel " + std::to_string(i % 3), i % 2 == 0 ? Form::store : Form::webshop, details,
          Slug{"c" + std::to_string(i)});
  }
  for (const Sort sort : enum_values<Sort>()) {
    for (const bool descending : {false, true}) {
      const auto whole = codes({.sort = sort, .descending = descending, .limit = 100});
      const auto paged = codes({.sort = sort, .descending = descending, .limit = 2});
      EXPECT_EQ(whole.size(), 7u);
      EXPECT_EQ(paged, whole) << enum_name(sort) << descending;
    }
  }
  EXPECT_EQ(codes({.sort = Sort::reach, .descending = true, .limit = 3}).front(), "c6");
}

TEST_P(ChannelsTest, AListByCostCountsTheCompanysCurrency) {
  const auto costing = [&](const std::string& name, std::vector<Cost> lines) {
    Details details;
    details.costs = {true, std::move(lines)};
    added(name, Form::store, details);
  };
  const auto line = [](std::int64_t amount, Per per, Currency currency = {}) {
    return Cost{.amount = Micro(amount * Micro::kPerUnit),
                .currency = currency,
                .per = per,
                .from = Date(2026, 1, 1)};
  };
  const Currency dollar = *Currency::parse("USD");
  costing("a day", {line(10, Per::day)});  // 310 in January
  costing("a month", {line(300, Per::month), line(9'000, Per::day, dollar)});
  costing("a year", {line(3'600, Per::year), line(1, Per::month)});  // 306.75
  costing("dollars", {line(5'000, Per::month, dollar)});
  costing("gone", {line(9'000, Per::month)});
  Details ended;
  ended.costs = {true, {line(9'000, Per::month)}};
  ended.costs.value[0].to = Date(2026, 1, 5);
  changed(found(listed(kEverything, {.search = "gone"}).channels[0].id), ended).value();
  costing("most", {line(365'000'000'000, Per::year)});

  const Query by_cost{.sort = Sort::cost, .descending = true};
  EXPECT_EQ(names(kEverything, by_cost),
            (std::vector<std::string>{"most", "a day", "a year", "a month", "gone", "dollars"}));
  EXPECT_EQ(names({}, by_cost), names({}, {.descending = true})) << "who sees no costs";
}

TEST_P(ChannelsTest, WhatItCostsTodayIsOfTheCompanysOwnDay) {
  Details details;
  details.costs = {
      true, {{.amount = Micro(Micro::kPerUnit), .per = Per::month, .from = Date(2026, 1, 6)}}};
  added("Shop", Form::webshop, details);
  clock_.set(*parse_instant("2026-01-05T22:59:59Z"));
  EXPECT_TRUE(listed(kEverything, {}).channels[0].cost_per_month.empty());
  clock_.set(*parse_instant("2026-01-05T23:00:00Z"));  // midnight in Amsterdam
  EXPECT_EQ(listed(kEverything, {}).channels[0].cost_per_month.size(), 1u);
}

TEST_P(ChannelsTest, TheListSaysWhatAChannelCostsAndMisses) {
  const Channel other = added("Store", Form::store);
  added("Shop", Form::webshop, whole_details(other.id));
  const List page = listed(kEverything, {.search = "shop"});
  ASSERT_EQ(page.channels.size(), 1u);
  EXPECT_EQ(to_json(page.channels[0].cost_per_month),
            R"([{"amount":"100.00","currency":"EUR"},{"amount":"31.00","currency":"USD"}])");
  EXPECT_EQ(page.channels[0].kpis, 1);
  EXPECT_TRUE(page.channels[0].missing.empty());
  EXPECT_TRUE(listed({}, {.search = "shop"}).channels[0].cost_per_month.empty());
  EXPECT_EQ(listed(kEverything, {.search = "store"}).channels[0].missing, enum_values<Need>());
}

TEST_P(ChannelsTest, TheMatrixHoldsEveryLinkInSight) {
  const Channel other = added("Store", Form::store);
  const Channel shop = added("Shop", Form::webshop, whole_details(other.id));
  const auto matrix_in = [&](const Sight& sight) {
    return store()
        .snapshot([&](Snapshot& snapshot) -> Result<Matrix> { return matrix(snapshot, sight); })
        .value();
  };
  const Matrix all = matrix_in(kEverything);
  ASSERT_EQ(all.links.size(), 1u);
  EXPECT_EQ(all.links[0].from, shop.id);
  EXPECT_EQ(all.links[0].to, other.id);
  EXPECT_EQ(all.channels.size(), 2u);
  EXPECT_TRUE(matrix_in({.location = LocationId(3)}).links.empty());
}

TEST_P(ChannelsTest, AWorksheetComesFromTemplates) {
  std::vector<Slug> codes;
  for (const Template& one : templates())
    codes.push_back({std::string(one.code)});
  const auto use = [&](const std::vector<Slug>& chosen) {
    return store().unit(
        [&](Tx& tx) { return add_from_templates(tx, actor(), chosen, Language::nl); });
  };
  const auto made = use(codes);
  ASSERT_TRUE(made) << made.error().message().in(Language::en);
  for (std::size_t i = 0; i < made->size(); ++i) {
    const Channel& channel = (*made)[i];
    EXPECT_EQ(channel.links.size(), templates()[i].links.size()) << channel.code.text;
    EXPECT_EQ(channel.name.text, templates()[i].name.nl);
    EXPECT_EQ(found(channel.id), channel);
  }
  const auto again = use({{"webshop"}});
  EXPECT_EQ(again->at(0).code.text, "webshop-2");
  EXPECT_FALSE(again->at(0).links.empty());
  EXPECT_EQ(why(use({{"webshop"}, {"nothing"}})), &kind_of(JsonRefusal::invalid));
}

TEST_P(ChannelsTest, LongRightToLeftAndEmojiTextComesBack) {
  Details details;
  details.goal = {true, {std::string(2000, 'x')}};
  details.notes = {true, {"שלום\nعالم 🛒👩‍👩‍👧"}};
  const Channel made = added("قناة 🛒", Form::app, details);
  EXPECT_EQ(made.code.text, "channel");
  EXPECT_EQ(found(made.id), made);
}

}  // namespace
}  // namespace sluis::channels
