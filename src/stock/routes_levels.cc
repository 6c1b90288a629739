// The routes of what lies where, what of it can be promised, and what is set for it.

#include "company/company.h"
#include "platform/api/place.h"
#include "platform/api/problem.h"
#include "platform/api/refusal.h"
#include "stock/drift.h"
#include "stock/matrix.h"
#include "stock/routes.h"

namespace sluis::stock {
namespace {

// Where a page of levels ended.
struct Place {
  VariantId variant;
  LocationId location;
};
BOOST_DESCRIBE_STRUCT(Place, (), (variant, location))

}  // namespace
}  // namespace sluis::stock

namespace sluis {

template <>
struct TextForm<stock::Place> : api::PlaceForm<stock::Place> {};

}  // namespace sluis

namespace sluis::stock {
namespace {

using api::Call;
using store::Snapshot;
using store::Tx;

constexpr std::size_t kVariantsMax = 100;
constexpr std::size_t kChannelsMax = 20;

struct LevelsInput {
  std::optional<VariantId> variant;
  std::optional<LocationId> location;
  std::optional<Place> after;
  std::optional<Limit> limit;
};
BOOST_DESCRIBE_STRUCT(LevelsInput, (), (variant, location, after, limit))

struct AvailableInput {
  std::vector<VariantId> variant;
  std::optional<ChannelId> channel;
  std::optional<LocationId> location;
};
BOOST_DESCRIBE_STRUCT(AvailableInput, (), (variant, channel, location))

struct MatrixInput {
  std::optional<Line<0, 200>> search;
  std::optional<catalog::CategoryPath> category;
  std::optional<LocationId> location;
  std::optional<bool> below_safety;
  std::optional<AlertKind> alert;
  std::optional<bool> alerts;  // told with each variant
  std::vector<ChannelId> channel;
  std::optional<catalog::Sku> after;
  std::optional<Whole<1, 200>> limit;
};
BOOST_DESCRIBE_STRUCT(MatrixInput, (),
                      (search, category, location, below_safety, alert, alerts, channel, after,
                       limit))

struct Safety {
  VariantId variant;
  LocationId location;
  Units units;
};
BOOST_DESCRIBE_STRUCT(Safety, (), (variant, location, units))
struct SafetyInput {
  Safety body;
};
BOOST_DESCRIBE_STRUCT(SafetyInput, (), (body))
struct BufferDraft {
  ChannelId channel;
  std::optional<Units> units;      // by hand; else reckoned
  std::optional<Service> service;  // else as it was
};
BOOST_DESCRIBE_STRUCT(BufferDraft, (), (channel, units, service))
struct BufferInput {
  BufferDraft body;
};
BOOST_DESCRIBE_STRUCT(BufferInput, (), (body))

Result<api::Page<Level>> list_levels(Snapshot& snapshot, const Call& call, const LevelsInput& in) {
  LevelQuery query{.variant = in.variant,
                   .location = in.location,
                   .after = {},
                   .limit = in.limit.value_or(kLimit).number};
  if (in.after) {
    query.after = in.after->variant;
    query.after_location = in.after->location;
  }
  api::Page<Level> page{.items = levels(snapshot, sight_of(call.who), query), .next = {}};
  if (std::cmp_greater(page.items.size(), query.limit)) {
    page.items.pop_back();
    const Level& last = page.items.back();
    page.next = TextForm<Place>::print({last.variant, last.location});
  }
  return page;
}

// What is lost tells what things cost us.
bool may_see_alerts(const api::Principal& who) {
  using api::Role;
  return who.has(Role::admin) || who.has(Role::manager) || who.has(Role::analyst);
}

// Each variant once, and at most a hundred.
Result<api::Page<Available>> show_available(Snapshot& snapshot, const Call& call,
                                            const AvailableInput& in) {
  static constexpr Text range{"1 to {0} variants, each once.",
                              "1 tot {0} varianten, elk één keer."};
  std::vector<VariantId> variants = in.variant;
  std::ranges::sort(variants);
  const bool twice = std::ranges::adjacent_find(variants) != variants.end();
  if (variants.empty() || variants.size() > kVariantsMax || twice) {
    return std::unexpected(
        Refusal(kind_of(api::ApiRefusal::invalid_parameters))
            .with({{"?variant", "range", Message(range, std::to_string(kVariantsMax))}}));
  }
  const Sight sight = sight_of(call.who);
  if (in.location) TRY_VOID(location(snapshot, sight, *in.location));
  const auto where = sight.location ? sight.location : in.location;
  return api::Page<Available>{.items = available(snapshot, in.variant, in.channel, where),
                              .next = {}};
}

Result<api::Page<MatrixRow>> show_matrix(Snapshot& snapshot, const Call& call,
                                         const MatrixInput& in) {
  static constexpr Text range{"At most {0} channels.", "Hoogstens {0} kanalen."};
  if (in.channel.size() > kChannelsMax) {
    return std::unexpected(
        Refusal(kind_of(api::ApiRefusal::invalid_parameters))
            .with({{"?channel", "range", Message(range, std::to_string(kChannelsMax))}}));
  }
  const bool asks_for_money = in.alert || in.alerts.value_or(false);
  if (asks_for_money && !may_see_alerts(call.who)) return refuse(api::ApiRefusal::forbidden);
  Matrix found = matrix(snapshot, sight_of(call.who),
                        {.search = in.search ? in.search->text : "",
                         .category = in.category ? in.category->text : "",
                         .location = in.location,
                         .below_safety = in.below_safety.value_or(false),
                         .channels = in.channel,
                         .after = in.after ? in.after->text : "",
                         .limit = in.limit ? in.limit->number : kLimit.number,
                         .alerts = in.alerts.value_or(false),
                         .alert = in.alert,
                         .now = call.now});
  return api::Page<MatrixRow>{.items = std::move(found.rows), .next = std::move(found.next)};
}

Result<api::Page<Drift>> list_drift(Snapshot& snapshot, const Call& call) {
  const Currency currency = company::settings(snapshot).settings.currency;
  return api::Page<Drift>{.items = drift(snapshot, currency, call.now), .next = {}};
}

Result<Level> keep_safe(Tx& tx, const Call& call, const SafetyInput& in) {
  return set_safety(tx, access::actor_of(call), in.body.variant, in.body.location, in.body.units);
}

Result<api::Page<ChannelBuffer>> list_buffers(Snapshot& snapshot, const Call&) {
  return api::Page<ChannelBuffer>{.items = buffers(snapshot), .next = {}};
}

Result<void> keep_buffer(Tx& tx, const Call& call, const BufferInput& in) {
  return set_buffer(tx, access::actor_of(call), in.body.channel, in.body.units, in.body.service);
}

}  // namespace

std::vector<api::Route> level_routes() {
  using api::refuses;
  using catalog::CatalogRefusal;
  using channels::ChannelRefusal;
  using http::Method;
  return {
      {.operation = "stock.levels",
       .method = Method::get,
       .path = "/api/v1/stock/levels",
       .summary = {"How many pieces of each variant lie at each location.",
                   "Hoeveel stuks van elke variant er op elke locatie liggen."},
       .allow = kReaders,
       .handler = api::read(list_levels)},
      {.operation = "stock.matrix",
       .method = Method::get,
       .path = "/api/v1/stock/matrix",
       .summary = {"Variants with where they lie and what each channel can promise of them.",
                   "Varianten met waar ze liggen en wat elk kanaal ervan kan beloven."},
       .allow = kReaders,
       .handler = api::read(show_matrix)},
      {.operation = "stock.available",
       .method = Method::get,
       .path = "/api/v1/stock/available",
       .summary =
           {"What can be promised of up to 100 variants on a channel, and why.",
            "Wat er van hoogstens 100 varianten op een kanaal beloofd kan worden, en waarom."},
       .allow = kReaders,
       .handler = api::read(show_available),
       .refusals = refuses(StockRefusal::location_unknown)},
      {.operation = "stock.drift",
       .method = Method::get,
       .path = "/api/v1/stock/drift",
       .summary = {"Where a connected shop believes another number than can be promised, and what "
                   "that costs a day.",
                   "Waar een gekoppelde winkel een ander aantal gelooft dan beloofd kan worden, en "
                   "wat dat per dag kost."},
       .allow = kManagers | api::Allow::role(api::Role::analyst),
       .handler = api::read(list_drift)},
      {.operation = "stock.set_safety",
       .method = Method::put,
       .path = "/api/v1/stock/safety",
       .summary = {"Keep pieces of a variant for those who stand in the store.",
                   "Houd stuks van een variant achter voor wie in de winkel staat."},
       .allow = kManagers,
       .handler = api::write(keep_safe),
       .refusals = {&kind_of(CatalogRefusal::variant_unknown),
                    &kind_of(StockRefusal::location_unknown)}},
      {.operation = "stock.buffers",
       .method = Method::get,
       .path = "/api/v1/stock/buffers",
       .summary = {"How many pieces each channel leaves for the others.",
                   "Hoeveel stuks elk kanaal voor de andere laat liggen."},
       .allow = kReaders,
       .handler = api::read(list_buffers)},
      {.operation = "stock.set_buffer",
       .method = Method::put,
       .path = "/api/v1/stock/buffers",
       .summary = {"Set how many pieces a channel leaves for the others, or have that reckoned.",
                   "Stel in hoeveel stuks een kanaal voor de andere laat liggen, of laat dat "
                   "uitrekenen."},
       .allow = kManagers,
       .handler = api::write(keep_buffer),
       .refusals = refuses(ChannelRefusal::channel_unknown)},
  };
}

}  // namespace sluis::stock
