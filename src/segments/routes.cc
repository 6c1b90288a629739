#include "segments/routes.h"

#include "company/company.h"
#include "customers/customers.h"
#include "segments/segments.h"

namespace sluis::segments {
namespace {

using api::Allow;
using api::Call;
using api::Role;
using api::Stores;
using store::Snapshot;
using store::Tx;

// Agents do not count: conditions on margin would tell them what they may not see.
constexpr Allow kCounters = kWriters | Allow::role(Role::analyst);

struct IdInput {
  SegmentId id;
};
BOOST_DESCRIBE_STRUCT(IdInput, (), (id))

struct HistoryInput {
  SegmentId id;
  std::optional<AuditId> after;
};
BOOST_DESCRIBE_STRUCT(HistoryInput, (), (id, after))

struct Listed : Segment {
  std::int64_t members = 0;  // now
};
BOOST_DESCRIBE_STRUCT(Listed, (Segment), (members))
struct SegmentList {
  std::vector<Listed> items;
};
BOOST_DESCRIBE_STRUCT(SegmentList, (), (items))

struct AddInput {
  Draft body;
};
BOOST_DESCRIBE_STRUCT(AddInput, (), (body))
struct ChangeInput {
  SegmentId id;
  Change body;
};
BOOST_DESCRIBE_STRUCT(ChangeInput, (), (id, body))

struct CountBody {
  Rule rule;
  std::optional<Date> day;  // the last one that counts; today
};
BOOST_DESCRIBE_STRUCT(CountBody, (), (rule, day))
struct CountInput {
  CountBody body;
};
BOOST_DESCRIBE_STRUCT(CountInput, (), (body))

struct MembersInput {
  SegmentId id;
  std::optional<Date> day;       // today
  std::optional<Instant> known;  // as it stood at that moment; now
  std::optional<CustomerId> after;
  std::optional<Whole<1, 500>> limit;
};
BOOST_DESCRIBE_STRUCT(MembersInput, (), (id, day, known, after, limit))
// With what they are called, for who may see that.
struct MemberView : Member {
  std::optional<std::string> name;
};
BOOST_DESCRIBE_STRUCT(MemberView, (Member), (name))
struct MembersReply {
  std::vector<MemberView> items;
  std::optional<std::string> next;
  std::int64_t total = 0;
  Date day;
};
BOOST_DESCRIBE_STRUCT(MembersReply, (), (items, next, total, day))

api::Reply<Segment> versioned(Segment segment, int status = 200) {
  const std::int64_t version = segment.version;
  return {.value = std::move(segment), .status = status, .version = version, .headers = {}};
}

template <class F>
auto looked_up(Stores& stores, F&& f) {
  return stores.store.snapshot(f);
}

Result<Date> day_or_today(Stores& stores, const Call& call, const std::optional<Date>& day) {
  if (day) return *day;
  return looked_up(stores, [&](Snapshot& snapshot) -> Result<Date> {
    return company::today(company::settings(snapshot).settings, call.now);
  });
}

Result<SegmentList> list(Stores& stores, const Call&) {
  const auto segments = TRY(looked_up(
      stores, [](Snapshot& snapshot) -> Result<std::vector<Segment>> { return all(snapshot); }));
  const auto counted = sizes(stores.figures);
  SegmentList list;
  for (const Segment& segment : segments) {
    const auto at = std::ranges::find(counted, segment.id, &Sized::segment);
    list.items.push_back({segment, at != counted.end() ? at->members : 0});
  }
  return list;
}

Result<api::Reply<Segment>> show(Snapshot& snapshot, const Call&, const IdInput& in) {
  return versioned(TRY(find(snapshot, in.id)));
}

Result<api::Reply<Segment>> post(Tx& tx, const Call& call, const AddInput& in) {
  return versioned(TRY(add(tx, access::actor_of(call), in.body)), 201);
}

Result<api::Reply<Segment>> patch(Tx& tx, const Call& call, const ChangeInput& in) {
  return versioned(TRY(change(tx, access::actor_of(call), in.id, call.expected_version, in.body)));
}

Result<api::Page<access::AuditEntry>> history(Snapshot& snapshot, const Call&,
                                              const HistoryInput& in) {
  return access::history_of(snapshot, "segment", to_string(in.id), in.after);
}

Result<Size> count(Stores& stores, const Call& call, const CountInput& in) {
  const Date day = TRY(day_or_today(stores, call, in.body.day));
  const Currency company = TRY(looked_up(stores, [&](Snapshot& snapshot) -> Result<Currency> {
    TRY_VOID(check(snapshot, in.body.rule));
    return company::settings(snapshot).settings.currency;
  }));
  return size_of(stores.figures, in.body.rule, currency_of(stores.figures, company), day);
}

std::vector<MemberView> named(Snapshot& snapshot, const api::Principal& who,
                              const std::vector<Member>& members) {
  std::vector<MemberView> views;
  for (const Member& member : members)
    views.push_back({member, customers::label_of(snapshot, who, member.customer)});
  return views;
}

Result<MembersReply> list_members(Stores& stores, const Call& call, const MembersInput& in) {
  TRY(looked_up(stores, [&](Snapshot& snapshot) { return find(snapshot, in.id); }));
  const std::int64_t limit = in.limit.value_or(Whole<1, 500>{100}).number;
  const Instant known = in.known.value_or(call.now);
  MembersReply reply;
  reply.day = TRY(day_or_today(stores, call, in.day));
  auto found =
      members(stores.figures, in.id, reply.day, known, in.after.value_or(CustomerId(0)), limit + 1);
  reply.total = member_count(stores.figures, in.id, reply.day, known);
  if (std::cmp_greater(found.size(), limit)) {
    found.pop_back();
    reply.next = to_string(found.back().customer);
  }
  reply.items = TRY(looked_up(stores, [&](Snapshot& snapshot) -> Result<std::vector<MemberView>> {
    return named(snapshot, call.who, found);
  }));
  return reply;
}

}  // namespace

std::vector<api::Route> routes() {
  using http::Method;
  const auto unknown = api::refuses(SegmentRefusal::segment_unknown);
  std::vector<api::Route> all = {
      {.operation = "segments.list",
       .method = Method::get,
       .path = "/api/v1/segments",
       .summary = {"All segments, by code, with how many are in them now.",
                   "Alle segmenten, op code, met hoeveel er nu in zitten."},
       .allow = kReaders,
       .handler = api::query(list)},
      {.operation = "segments.add",
       .method = Method::post,
       .path = "/api/v1/segments",
       .summary = {"Add a segment: a name and a rule.", "Voeg een segment toe: naam en regel."},
       .allow = kWriters,
       .handler = api::write(post),
       .idempotency = api::Idempotency::by_key,
       .refusals = api::refuses(SegmentRefusal::segment_code_taken)},
      {.operation = "segments.count",
       .method = Method::post,
       .path = "/api/v1/segments/count",
       .summary = {"For how many customers a rule holds, before it is stored.",
                   "Voor hoeveel klanten een regel geldt, voordat hij is bewaard."},
       .allow = kCounters,
       .handler = api::query(count)},
      {.operation = "segments.show",
       .method = Method::get,
       .path = "/api/v1/segments/{id}",
       .summary = {"One segment.", "Eén segment."},
       .allow = kReaders,
       .handler = api::read(show),
       .refusals = unknown},
      {.operation = "segments.change",
       .method = Method::patch,
       .path = "/api/v1/segments/{id}",
       .summary = {"Change a segment, archive it or take it back.",
                   "Wijzig een segment, archiveer het of haal het terug."},
       .allow = kWriters,
       .handler = api::write(patch),
       .precondition = api::Precondition::version,
       .refusals = unknown},
      {.operation = "segments.history",
       .method = Method::get,
       .path = "/api/v1/segments/{id}/history",
       .summary = {"What was changed of a segment, the newest first.",
                   "Wat aan een segment is gewijzigd, het nieuwste eerst."},
       .allow = kReaders,
       .handler = api::read(history)},
      {.operation = "segments.members",
       .method = Method::get,
       .path = "/api/v1/segments/{id}/members",
       .summary = {"Who is in a segment on a day, as it was known at a moment.",
                   "Wie op een dag in een segment zit, zoals het op een moment bekend was."},
       .allow = kReaders,
       .handler = api::query(list_members),
       .refusals = unknown},
  };
  std::ranges::move(pyramid_routes(), std::back_inserter(all));
  return all;
}

}  // namespace sluis::segments
