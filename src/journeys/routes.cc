#include "journeys/routes.h"

#include "journeys/credits.h"
#include "journeys/name_list.h"
#include "platform/analytics/session.h"
#include "segments/segments.h"

namespace sluis::journeys {
namespace {

using api::Allow;
using api::Call;
using api::Role;
using api::Stores;

constexpr Allow kReaders =
    Allow::role(Role::admin) | Allow::role(Role::manager) | Allow::role(Role::analyst);
constexpr api::Limits kMinute{.query_time = std::chrono::seconds(60)};
constexpr std::chrono::days kFunnelWindow{7};
constexpr std::chrono::days kTouchWindow{90};
constexpr std::string_view kSteps = "product_viewed,order_completed";

// What goes over the wire

struct ScopeInput {
  Date from;
  Date to;  // exclusive
  std::optional<SegmentId> segment;
  std::optional<ChannelId> channel;
  std::optional<Line<1, 200>> campaign;
  std::optional<Line<1, 200>> product;
};
BOOST_DESCRIBE_STRUCT(ScopeInput, (), (from, to, segment, channel, campaign, product))

struct PathsInput : ScopeInput {
  std::optional<Whole<1, 8>> steps;
  std::optional<Line<1, 200>> start;
  std::optional<Line<1, 200>> conversion;
};
BOOST_DESCRIBE_STRUCT(PathsInput, (ScopeInput), (steps, start, conversion))

struct FunnelInput : ScopeInput {
  std::optional<Line<1, 600>> steps;
  std::optional<Duration> window;
};
BOOST_DESCRIBE_STRUCT(FunnelInput, (ScopeInput), (steps, window))

struct OverlapInput : ScopeInput {
  std::vector<SegmentId> segments;
};
BOOST_DESCRIBE_STRUCT(OverlapInput, (ScopeInput), (segments))

struct CreditInput : ScopeInput {
  std::optional<NameList<methods::Model>> models;
  std::optional<Whole<1, methods::StateChain::kOrderMax>> order;
  std::optional<Whole<1, 365>> half_life_days;
  std::optional<Line<1, 600>> conversions;
  std::optional<Duration> window;
  std::optional<Worth> worth;
  std::optional<CreditBy> by;
  std::optional<ChannelId> direct;
  std::optional<Whole<0, 1'000>> bootstrap;
  std::optional<Whole<0, 1'000'000'000>> seed;
};
BOOST_DESCRIBE_STRUCT(CreditInput, (ScopeInput),
                      (models, order, half_life_days, conversions, window, worth, by, direct,
                       bootstrap, seed))

struct Overlaps {
  std::vector<Overlap> groups;  // of everybody in scope, or of each segment that was asked
};
BOOST_DESCRIBE_STRUCT(Overlaps, (), (groups))

struct About : Standing {
  std::vector<std::string> kinds;  // of event, to ask about
};
BOOST_DESCRIBE_STRUCT(About, (Standing), (kinds))

template <class Bound>
std::optional<std::string> text_of(const std::optional<Bound>& line) {
  return line ? std::optional(line->text) : std::nullopt;
}

Scope scope_of(const ScopeInput& in) {
  return {.from = in.from,
          .to = in.to,
          .segment = in.segment,
          .channel = in.channel,
          .campaign = text_of(in.campaign),
          .product = text_of(in.product)};
}

// Answers from the index: put(selection, words) on one state of it, and what the answer says of
// itself.
template <class Put>
auto answered(const Index& index, Asked question, Stores& stores, const Call& call,
              const ScopeInput& in, const Put& put)
    -> std::invoke_result_t<const Put&, const Selection&, const Words&> {
  const Resolved scope = TRY(resolved(stores.store, stores.figures, scope_of(in)));
  using Answer = std::invoke_result_t<const Put&, const Selection&, const Words&>;
  return index.ask([&](const Tracks& tracks, Instant as_of) -> Answer {
    auto answer = TRY(put(scope.in(tracks), tracks.words()));
    if (as_of != Instant()) answer.as_of = as_of;
    answer.definition = definition_of(question).in(call.language);
    return answer;
  });
}

Result<About> about(const Index& index) {
  About about{index.standing(), {}};
  if (!about.ready) return about;
  about.kinds =
      TRY(index.ask([](const Tracks& tracks, Instant) -> Result<std::vector<std::string>> {
        return kinds(tracks.words());
      }));
  return about;
}

Result<Overlaps> overlaps(const Index& index, Stores& stores, const Call& call,
                          const OverlapInput& in) {
  Overlaps answer;
  const auto add = [&](std::optional<SegmentId> segment) -> Result<void> {
    OverlapInput one = in;
    one.segment = segment;
    answer.groups.push_back(
        TRY(answered(index, Asked::overlap, stores, call, one,
                     [](const Selection& selection, const Words& words) -> Result<Overlap> {
                       return overlap(selection, words);
                     })));
    answer.groups.back().segment = segment;
    return {};
  };
  if (in.segments.empty()) TRY_VOID(add(in.segment));
  for (const SegmentId segment : in.segments)
    TRY_VOID(add(segment));
  return answer;
}

Result<CreditAsked> credit_asked(const CreditInput& in) {
  using methods::Model;
  CreditAsked asked;
  asked.models = {.models = in.models ? in.models->names
                                      : std::vector{Model::first, Model::last, Model::linear,
                                                    Model::position, Model::time_decay,
                                                    Model::last_non_direct, Model::markov,
                                                    Model::shapley}};
  if (in.order) asked.models.order = static_cast<int>(in.order->number);
  if (in.half_life_days) asked.models.half_life = static_cast<double>(in.half_life_days->number);
  if (in.conversions) asked.conversions = in.conversions->text;
  asked.window_s = TRY(window_of(in.window.value_or(kTouchWindow)));
  asked.worth = in.worth.value_or(Worth::revenue);
  asked.by = in.by.value_or(CreditBy::channel);
  asked.direct = in.direct;
  if (in.bootstrap) asked.bootstrap_rounds = static_cast<int>(in.bootstrap->number);
  if (in.seed) asked.seed = static_cast<std::uint64_t>(in.seed->number);
  return asked;
}

Result<PathsAnswer> asked_paths(const Index& index, Stores& stores, const Call& call,
                                const PathsInput& in) {
  PathsAsked asked;
  if (in.steps) asked.steps = static_cast<int>(in.steps->number);
  asked.start = text_of(in.start);
  if (in.conversion) asked.conversion = in.conversion->text;
  return answered(index, Asked::paths, stores, call, in,
                  [&](const Selection& selection, const Words& words) {
                    return paths(selection, words, asked);
                  });
}

Result<FunnelAnswer> asked_funnel(const Index& index, Stores& stores, const Call& call,
                                  const FunnelInput& in) {
  const FunnelAsked asked{text_of(in.steps).value_or(std::string(kSteps)),
                          TRY(window_of(in.window.value_or(kFunnelWindow)))};
  return answered(index, Asked::funnel, stores, call, in,
                  [&](const Selection& selection, const Words& words) {
                    return funnel(selection, words, asked);
                  });
}

Result<CreditsAnswer> asked_credits(const Index& index, Stores& stores, const Call& call,
                                    const CreditInput& in) {
  const CreditAsked asked = TRY(credit_asked(in));
  const Resolved scope = TRY(resolved(stores.store, stores.figures, scope_of(in)));
  Collected collected =
      TRY(index.ask([&](const Tracks& tracks, Instant as_of) -> Result<Collected> {
        auto paths = TRY(collect(scope.in(tracks), tracks.words(), asked));
        if (as_of != Instant()) paths.answer.as_of = as_of;
        return paths;
      }));
  collected.answer.definition = definition_of(Asked::attribution).in(call.language);
  return credits(std::move(collected), asked);
}

template <class Answer, class In>
api::Handler question(const Index* index,
                      Result<Answer> (*ask)(const Index&, Stores&, const Call&, const In&)) {
  return api::query([index, ask](Stores& stores, const Call& call, const In& in) -> Result<Answer> {
    return ask(*index, stores, call, in);
  });
}

template <class Answer, Asked asked, Answer (*count)(const Selection&, const Words&)>
Result<Answer> counted(const Index& index, Stores& stores, const Call& call, const ScopeInput& in) {
  return answered(index, asked, stores, call, in,
                  [](const Selection& selection, const Words& words) -> Result<Answer> {
                    return count(selection, words);
                  });
}

}  // namespace

std::vector<api::Route> routes(const Index* index) {
  using http::Method;
  std::vector<const RefusalKind*> refusals = api::refuses<IndexRefusal, ScopeRefusal>();
  refusals.push_back(&kind_of(segments::SegmentRefusal::segment_unknown));
  auto of_credit = refusals;
  std::ranges::move(api::refuses<methods::MethodRefusal>(), std::back_inserter(of_credit));
  return {
      {.operation = "journeys.index",
       .method = Method::get,
       .path = "/api/v1/journeys/index",
       .summary = {"Whether the journeys are in memory, and how far they are.",
                   "Of de klantreizen in het geheugen zijn, en hoe ver."},
       .allow = kReaders,
       .handler = api::read(
           [index](store::Snapshot&, const Call&) -> Result<About> { return about(*index); })},
      {.operation = "journeys.transitions",
       .method = Method::get,
       .path = "/api/v1/journeys/transitions",
       .summary =
           {"The switch matrix: how often customers went from one channel to another.",
            "De overstapmatrix: hoe vaak klanten van het ene kanaal naar het andere gingen."},
       .allow = kReaders,
       .handler = question(index, counted<Switches, Asked::switches, switches>),
       .refusals = refusals},
      {.operation = "journeys.times",
       .method = Method::get,
       .path = "/api/v1/journeys/times",
       .summary = {"How long it took from one channel to the next.",
                   "Hoe lang het duurde van het ene kanaal naar het volgende."},
       .allow = kReaders,
       .handler = question(index, counted<Gaps, Asked::gaps, gaps>),
       .refusals = refusals},
      {.operation = "journeys.paths",
       .method = Method::get,
       .path = "/api/v1/journeys/paths",
       .summary = {"Through which channels customers went, step by step.",
                   "Langs welke kanalen klanten gingen, stap voor stap."},
       .allow = kReaders,
       .handler = question(index, asked_paths),
       .refusals = refusals},
      {.operation = "journeys.funnel",
       .method = Method::get,
       .path = "/api/v1/journeys/funnel",
       .summary = {"How many customers came how far, and where they stayed behind.",
                   "Hoeveel klanten hoe ver kwamen, en waar ze achterbleven."},
       .allow = kReaders,
       .handler = question(index, asked_funnel),
       .refusals = refusals},
      {.operation = "journeys.overlap",
       .method = Method::get,
       .path = "/api/v1/journeys/overlap",
       .summary = {"How many customers two channels share, of everybody or per segment.",
                   "Hoeveel klanten twee kanalen delen, van iedereen of per segment."},
       .allow = kReaders,
       .handler = question(index, overlaps),
       .refusals = refusals},
      {.operation = "journeys.attribution",
       .method = Method::get,
       .path = "/api/v1/journeys/attribution",
       .summary = {"Conversions credited to channels or campaigns, by several models side by side.",
                   "Conversies toegerekend aan kanalen of campagnes, met meerdere modellen naast "
                   "elkaar."},
       .allow = kReaders,
       .handler = question(index, asked_credits),
       .limits = kMinute,
       .refusals = of_credit}};
}

}  // namespace sluis::journeys
