// For tests: a store with a worksheet, on both homes, and short words for what is done with it.
#pragma once

#include "access/testing.h"
#include "channels/channels.h"
#include "company/company.h"
#include "platform/capability.h"
#include "platform/outbox/outbox.h"
#include "platform/store/testing.h"

namespace sluis::channels::testing {

template <class T>
const RefusalKind* why(const Result<T>& result) {
  return result ? nullptr : &result.error().kind();
}

inline std::vector<std::string> pointers(const std::vector<FieldProblem>& problems) {
  std::vector<std::string> all;
  for (const FieldProblem& problem : problems)
    all.push_back(problem.pointer);
  return all;
}

class WorksheetTest : public store::testing::OnBothHomes {
 protected:
  void SetUp() override {
    OnBothHomes::SetUp();
    if (IsSkipped()) return;
    store::Registry registry;
    for (const Capability& one : {access::capability(), company::capability(), kpis::capability(),
                                  channels::capability()}) {
      registry.migrations.push_back(one.migrations);
      registry.statements.push_back(one.statements);
    }
    open(registry);
    owner_ = store()
                 .unit([&](store::Tx& tx) {
                   return access::add_user(tx, actor(),
                                           {.email = {"owner@example.com"},
                                            .name = {"Owner"},
                                            .roles = {api::Role::manager}},
                                           std::nullopt);
                 })
                 .value()
                 .id;
  }

  access::Actor actor() { return access::command_line(ids_, clock_.now()); }

  Result<Channel> add_one(const std::string& name, Form form, const Details& details = {},
                          std::optional<Slug> code = {}) {
    Draft draft;
    static_cast<Details&>(draft) = details;
    draft.name = {name};
    draft.form = form;
    draft.code = std::move(code);
    return store().unit([&](store::Tx& tx) { return add(tx, actor(), draft); });
  }
  Channel added(const std::string& name, Form form, const Details& details = {},
                std::optional<Slug> code = {}) {
    return add_one(name, form, details, std::move(code)).value();
  }

  Result<Channel> changed(const Channel& seen, const Details& details) {
    Change change;
    static_cast<Details&>(change) = details;
    return changed(seen, change);
  }
  Result<Channel> changed(const Channel& seen, const Change& change) {
    return store().unit([&](store::Tx& tx) {
      return channels::change(tx, actor(), seen.id, seen.version, change);
    });
  }
  Result<Channel> moved(const Channel& seen, State to) {
    return store().unit(
        [&](store::Tx& tx) { return move(tx, actor(), seen.id, seen.version, to); });
  }
  Result<void> removed(const Channel& seen) {
    return store().unit([&](store::Tx& tx) { return remove(tx, actor(), seen.id, seen.version); });
  }

  Result<Channel> find_one(ChannelId id, const Sight& sight = kEverything) {
    return store().snapshot([&](store::Snapshot& snapshot) { return find(snapshot, sight, id); });
  }
  Channel found(ChannelId id) { return find_one(id).value(); }

  List listed(const Sight& sight, const Query& query) {
    return store()
        .snapshot([&](store::Snapshot& snapshot) -> Result<List> {
          return list(snapshot, sight, query, clock_.now());
        })
        .value();
  }
  std::vector<std::string> names(const Sight& sight, const Query& query = {}) {
    std::vector<std::string> names;
    for (const Listed& channel : listed(sight, query).channels)
      names.push_back(channel.name.text);
    return names;
  }
  // Page after page.
  std::vector<std::string> codes(Query query) {
    std::vector<std::string> codes;
    do {
      const List page = listed(kEverything, query);
      for (const Listed& channel : page.channels)
        codes.push_back(channel.code.text);
      query.after = page.next;
    } while (query.after);
    return codes;
  }

  std::vector<std::string> topics() {
    return store()
        .snapshot([](store::Snapshot& snapshot) -> Result<std::vector<std::string>> {
          std::vector<std::string> topics;
          for (const auto& fact : outbox::facts_after(snapshot, {}, 1000)) {
            if (fact.topic.starts_with("channels.")) topics.push_back(fact.topic);
          }
          return topics;
        })
        .value();
  }

  // All that a channel needs to go live, joined with another one.
  Details whole_details(ChannelId joined) const {
    const Currency dollar = *Currency::parse("USD");
    Details details;
    details.goal = {true, {"Sell more"}};
    details.phases = {true, {Phase::evaluation, Phase::purchase}};
    details.owner = {true, owner_};
    details.reach = {true, People{12'000}};
    details.costs = {true,
                     {{.kind = CostKind::fixed,
                       .amount = Micro(100 * Micro::kPerUnit),
                       .per = Per::month,
                       .from = Date(2026, 1, 1)},
                      {.kind = CostKind::media,
                       .note = {"ads"},
                       .amount = Micro(Micro::kPerUnit),
                       .currency = dollar,
                       .per = Per::day,
                       .from = Date(2026, 1, 1),
                       .to = Date(2027, 1, 1)}}};
    details.targets = {true,
                       {{.kpi = {"revenue"},
                         .from = Date(2026, 1, 1),
                         .value = Micro(5'000 * Micro::kPerUnit),
                         .currency = Currency()}}};
    details.links = {true,
                     {{.to = joined,
                       .state = LinkState::linked,
                       .shares = {Shared::stock, Shared::orders},
                       .note = {"every night"}}}};
    details.checks = {true, {{.name = {"Logo"}, .state = CheckState::passed}}};
    return details;
  }

  store::testing::SetClock clock_{*parse_instant("2026-01-05T09:00:00Z")};
  IdSource ids_{clock_, 1, Instant(0)};
  UserId owner_;
};

}  // namespace sluis::channels::testing
