#include "simulator/wire.h"

#include <fmt/format.h>

#include "simulator/places.h"
#include "simulator/sheet.h"

namespace sluis::simulator {
namespace {

struct LiveIdentity {
  std::string kind;
  std::string value;
};
BOOST_DESCRIBE_STRUCT(LiveIdentity, (), (kind, value))

struct LiveProps {
  std::optional<std::string> experiment;
  std::optional<std::string> arm;
  std::optional<std::string> probability;
  std::optional<std::string> outcome;
};
BOOST_DESCRIBE_STRUCT(LiveProps, (), (experiment, arm, probability, outcome))

struct LiveEvent {
  std::string message_id;
  std::string kind;
  std::string channel;
  std::vector<LiveIdentity> identities;
  std::optional<std::string> campaign;
  std::optional<std::string> product;
  std::optional<std::int64_t> quantity;
  std::optional<Micro> revenue;
  std::optional<Micro> cost;
  std::optional<std::string> currency;
  std::optional<std::int64_t> duration_s;
  std::optional<std::string> order;
  std::optional<std::string> part;
  std::optional<LiveProps> props;
};
BOOST_DESCRIBE_STRUCT(LiveEvent, (),
                      (message_id, kind, channel, identities, campaign, product, quantity, revenue,
                       cost, currency, duration_s, order, part, props))

std::optional<std::string> if_any(std::string_view text) {
  return text.empty() ? std::nullopt : std::optional(std::string(text));
}

std::optional<LiveProps> props_of(const Event& event) {
  if (event.note == Note::none) return std::nullopt;
  const Remark remark = remark_of(event.note);
  return LiveProps{if_any(remark.experiment), if_any(remark.arm), if_any(remark.probability),
                   if_any(remark.outcome)};
}

std::vector<LiveIdentity> identities_of(const Event& event) {
  std::vector<LiveIdentity> identities;
  for (const Seen& seen : event.seen) {
    if (seen.mark != Mark::none)
      identities.push_back({std::string(enum_name(seen.mark)), name_of(seen)});
  }
  return identities;
}

void set_money(const Event& event, const LiveNames& names, LiveEvent& live) {
  if (event.order.number == 0) return;
  const bool earlier = event.order.day < names.day;
  live.order =
      earlier ? name_of(event.order) : fmt::format("{}-{}", name_of(event.order), names.session);
  if (event.line != 0) live.part = std::to_string(event.line);
  live.revenue = event.revenue;
  live.cost = event.cost;
  live.currency = "EUR";
}

}  // namespace

SampleView view_of(const Sample& sample) {
  return {.state = sample.state,
          .world = sample.world,
          .seed = sample.seed,
          .customers = sample.customers,
          .days = sample.days,
          .from = sample.from_day,
          .to = sample.to_day,
          .events = sample.events,
          .job = sample.job,
          .started = sample.started};
}

std::string json_of(const Event& event, const LiveNames& names, std::int64_t number) {
  LiveEvent live{.message_id = fmt::format("sample-live-{}-{}", names.session, number),
                 .kind = std::string(enum_name(event.kind)),
                 .channel = std::string(code_of(event.place)),
                 .identities = identities_of(event),
                 .campaign = if_any(name_of(event.campaign))};
  if (event.product != 0) live.product = product_name(event.product);
  if (event.quantity != 0) live.quantity = event.quantity;
  if (event.duration_s != 0) live.duration_s = event.duration_s;
  live.props = props_of(event);
  set_money(event, names, live);
  return to_json(live);
}

}  // namespace sluis::simulator
