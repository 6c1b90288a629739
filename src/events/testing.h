// For tests: a store with channels and events, on both homes, and short words for what is sent.
#pragma once

#include "company/company.h"
#include "events/events.h"
#include "platform/capability.h"
#include "platform/store/testing.h"

namespace sluis::events::testing {

class EventsTest : public store::testing::OnBothHomes {
 protected:
  void SetUp() override {
    OnBothHomes::SetUp();
    if (IsSkipped()) return;
    reopen();
    shop_ = add_channel("webshop");
    server_ = add_source("shop", Precedence::server);
  }
  void TearDown() override {
    intake_.reset();
    OnBothHomes::TearDown();
  }

  void reopen() {
    intake_.reset();
    close();
    store::Registry registry;
    for (const Capability& one :
         {access::capability(), company::capability(), kpis::capability(), channels::capability(),
          identities::capability(), consent::capability(), capability(nullptr)}) {
      registry.migrations.push_back(one.migrations);
      registry.statements.push_back(one.statements);
    }
    open(registry);
    intake_ = open_intake(store()).value();
  }

  access::Actor actor() { return access::command_line(ids_, clock_.now()); }
  Instant now() const { return clock_.now(); }

  ChannelId add_channel(const std::string& code) {
    channels::Draft draft;
    draft.name = {code};
    draft.form = channels::Form::webshop;
    draft.code = Slug{code};
    const auto id =
        store().unit([&](store::Tx& tx) { return channels::add(tx, actor(), draft); }).value().id;
    intake_ = open_intake(store()).value();
    return id;
  }
  SourceId add_source(const std::string& name, Precedence precedence,
                      SourceKind kind = SourceKind::live) {
    SourceDraft draft;
    draft.name = {name};
    draft.kind = kind;
    draft.channel = shop_;
    draft.precedence = precedence;
    const auto id = store()
                        .unit([&](store::Tx& tx) { return events::add_source(tx, actor(), draft); })
                        .value()
                        .id;
    intake_ = open_intake(store()).value();
    return id;
  }

  std::vector<Verdict> sent_by(const Sender& sender, const std::vector<Draft>& drafts) {
    return store()
        .unit([&](store::Tx& tx) -> Result<std::vector<Verdict>> {
          return append(tx, *intake_, ids_,
                        {.sender = sender, .received = clock_.now(), .drafts = drafts});
        })
        .value();
  }
  std::vector<Verdict> sent(SourceId source, const std::vector<Draft>& drafts) {
    return sent_by({.source = source, .key = {}}, drafts);
  }
  Outcome outcome(SourceId source, const Draft& draft) {
    return sent(source, {draft}).front().outcome;
  }

  // The batches, once there are so many: a transaction elsewhere on the server may hold them back.
  std::vector<Batch> log(std::size_t expected) {
    for (;;) {
      auto batches = store()
                         .snapshot([](store::Snapshot& snapshot) -> Result<std::vector<Batch>> {
                           return batches_after(snapshot, {}, 1'000'000);
                         })
                         .value();
      if (batches.size() >= expected) return batches;
      std::this_thread::yield();
    }
  }

  store::testing::SetClock clock_{*parse_instant("2026-01-05T09:00:00Z")};
  IdSource ids_{clock_, 1, Instant()};
  std::shared_ptr<Intake> intake_;
  ChannelId shop_;
  SourceId server_;
};

// "product_viewed" with a message id of its own.
inline Draft viewed(std::string_view message_id) {
  Draft draft;
  draft.message_id = message_id;
  draft.kind = "product_viewed";
  draft.product = "SKU-1";
  draft.identities = {{identities::Kind::device, "d1"}};
  return draft;
}

inline Draft ordered(std::string_view message_id, std::string_view order, std::int64_t units) {
  Draft draft = viewed(message_id);
  draft.kind = "order_completed";
  draft.order = order;
  draft.revenue = Micro(units * Micro::kPerUnit);
  return draft;
}

}  // namespace sluis::events::testing
