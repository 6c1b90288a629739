// The routes by which people look at what was decided.

#include "decisions/pages.h"
#include "decisions/routes.h"

namespace sluis::decisions {
namespace {

using api::Call;
using store::Snapshot;

constexpr std::chrono::days kUsually{30};

struct ListInput {
  std::optional<PlacementId> placement;
  std::optional<OfferId> offer;
  std::optional<Reason> reason;
  std::optional<CustomerId> customer;
  std::optional<Instant> from;
  std::optional<Instant> until;
  std::optional<DecisionId> after;
  std::optional<Whole<1, 500>> limit;
};
BOOST_DESCRIBE_STRUCT(ListInput, (),
                      (placement, offer, reason, customer, from, until, after, limit))
struct IdInput {
  DecisionId id;
};
BOOST_DESCRIBE_STRUCT(IdInput, (), (id))
struct ResultsInput {
  std::optional<By> by;
  std::optional<Instant> from;
  std::optional<Instant> until;
  std::optional<PlacementId> placement;
};
BOOST_DESCRIBE_STRUCT(ResultsInput, (), (by, from, until, placement))

struct PagesInput {
  std::optional<Instant> from;
  std::optional<Instant> until;
};
BOOST_DESCRIBE_STRUCT(PagesInput, (), (from, until))

Result<api::Page<sql::Listed>> list_log(Snapshot& snapshot, const Call&, const ListInput& in) {
  LogPage found = list(snapshot,
                       {.placement = in.placement,
                        .offer = in.offer,
                        .reason = in.reason,
                        .from = in.from,
                        .until = in.until,
                        .before = in.after,
                        .limit = in.limit.value_or(Whole<1, 500>{100}).number},
                       in.customer);
  api::Page<sql::Listed> page{.items = std::move(found.decisions), .next = {}};
  if (found.next) page.next = to_string(*found.next);
  return page;
}

Result<Explanation> show(Snapshot& snapshot, const Call&, const IdInput& in) {
  return explain(snapshot, in.id);
}

Result<PartnerPages> show_pages(Snapshot& snapshot, const Call& call, const PagesInput& in) {
  const Instant until = in.until.value_or(call.now + Duration(1));
  return partner_pages(snapshot, in.from.value_or(until - kUsually), until, call.who.partner);
}

Result<Results> show_results(Snapshot& snapshot, const Call& call, const ResultsInput& in) {
  const Instant until = in.until.value_or(call.now + Duration(1));
  return results(snapshot, {.by = in.by.value_or(By::offer),
                            .from = in.from.value_or(until - kUsually),
                            .until = until,
                            .placement = in.placement});
}

}  // namespace

std::vector<api::Route> looking_routes() {
  using http::Method;
  return {
      {.operation = "decisions.list",
       .method = Method::get,
       .path = "/api/v1/decisions",
       .summary = {"What was decided, the newest first.", "Wat er beslist is, het nieuwste eerst."},
       .allow = kReaders,
       .handler = api::read(list_log)},
      {.operation = "decisions.results",
       .method = Method::get,
       .path = "/api/v1/decisions/results",
       .summary = {"What offers brought, measured against those who were held out.",
                   "Wat aanbiedingen brachten, gemeten aan wie niets werd aangeboden."},
       .allow = kReaders,
       .handler = api::read(show_results)},
      {.operation = "decisions.pages",
       .method = Method::get,
       .path = "/api/v1/decisions/pages",
       .summary = {"What came of invitations on the pages of partners: whom they reached, by what "
                   "means and how they were helped. A partner sees its own, without margins.",
                   "Wat er kwam van uitnodigingen op pagina's van partners: wie zij bereikten, "
                   "waarmee en hoe die geholpen zijn. Een partner ziet de eigen, zonder marges."},
       .allow = kReaders | api::Allow::role(api::Role::partner),
       .handler = api::read(show_pages)},
      {.operation = "decisions.show",
       .method = Method::get,
       .path = "/api/v1/decisions/{id}",
       .summary =
           {"One decision: what stopped each offer or what it was to bring, and what came "
            "of it.",
            "Eén beslissing: wat elke aanbieding tegenhield of moest opleveren, en wat ervan "
            "kwam."},
       .allow = kReaders,
       .handler = api::read(show),
       .refusals = api::refuses(AnswerRefusal::decision_unknown)},
  };
}

}  // namespace sluis::decisions
