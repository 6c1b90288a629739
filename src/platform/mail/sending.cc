#include "platform/mail/sending.h"

#include <algorithm>
#include <limits>

namespace sluis::mail {
namespace {

constexpr std::chrono::milliseconds kRest{10};  // between two looks, however often the bell rings
constexpr std::chrono::seconds kLongestWait{1};

std::string shown(const Setup& setup) {
  return setup.account ? TextForm<config::MailUrl>::print(setup.account->server) : std::string();
}

}  // namespace

Courier::Courier(const Places& places, Account account)
    : places_(places), account_(std::move(account)) {}

Result<Courier::Step> Courier::step(const std::stop_token& stop) {
  const Instant now = places_.clock.now();
  const Prospect seen = TRY(places_.store.snapshot(
      [&](store::Snapshot& snapshot) -> Result<Prospect> { return look(snapshot, now); }));
  if (!seen.not_before || *seen.not_before > now)
    return Step{.handed_over = false, .not_before = seen.not_before};
  const Prospect prospect = TRY(places_.store.unit(
      [&](store::Tx& tx) -> Result<Prospect> { return claim(tx, places_.gate, now); }));
  if (!prospect.claimed) return Step{.handed_over = false, .not_before = prospect.not_before};
  const Outcome outcome = hand_over(*prospect.claimed, stop);
  TRY_VOID(places_.store.unit([&](store::Tx& tx) -> Result<void> {
    record(tx, *prospect.claimed, outcome, places_.clock.now());
    return {};
  }));
  return Step{.handed_over = true, .not_before = {}};
}

Outcome Courier::hand_over(const Claimed& claimed, const std::stop_token& stop) {
  if (!conversation_) {
    auto begun = Conversation::begin(account_, stop);
    if (!begun) return {.result = std::unexpected(begun.error()), .reached = false};
    conversation_ = *std::move(begun);
  }
  auto result = conversation_->hand_over(claimed.from, claimed.item.address, claimed.content, stop);
  if (!result) rest();
  return {.result = std::move(result), .reached = true};
}

Result<std::unique_ptr<Sending>> Sending::start(const Places& places, const Setup& setup,
                                                std::function<void(const Refusal&)> trouble) {
  Server server;
  server.server = shown(setup);
  server.address = setup.from.text;
  server.name = setup.name;
  server.per_minute = setup.per_minute;
  server.origin = setup.origin;
  TRY_VOID(places.store.unit([&](store::Tx& tx) -> Result<void> {
    sql::equip(tx, server);
    return {};
  }));
  if (!setup.account) return nullptr;
  return std::unique_ptr<Sending>(new Sending(places, *setup.account, std::move(trouble)));
}

Sending::Sending(const Places& places, const Account& account,
                 std::function<void(const Refusal&)> trouble)
    : places_(places),
      courier_(places, account),
      trouble_(std::move(trouble)),
      thread_([this](const std::stop_token& stop) { run(stop); }) {}

Sending::~Sending() {
  thread_.request_stop();
  places_.store.facts().ring();
}

void Sending::run(const std::stop_token& stop) {
  while (!stop.stop_requested())
    step_or_wait(stop);
}

void Sending::step_or_wait(const std::stop_token& stop) {
  store::Bell& bell = places_.store.facts();
  const std::uint64_t seen = bell.count();
  const auto step = courier_.step(stop);
  if (!step) trouble_(step.error());
  if (step && step->handed_over) return;
  courier_.rest();
  Duration longest = kLongestWait;
  if (step && step->not_before)
    longest = std::clamp(*step->not_before - places_.clock.now(), Duration(kRest), longest);
  bell.wait(std::numeric_limits<std::uint64_t>::max(), kRest);
  bell.wait(seen, longest);
}

}  // namespace sluis::mail
