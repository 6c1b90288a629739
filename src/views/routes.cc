#include "views/routes.h"

#include "views/views.h"

namespace sluis::views {
namespace {

using api::Allow;

struct ListInput {
  Slug screen;
};
BOOST_DESCRIBE_STRUCT(ListInput, (), (screen))

struct ViewList {
  std::vector<View> items;
};
BOOST_DESCRIBE_STRUCT(ViewList, (), (items))

struct SaveInput {
  Draft body;
};
BOOST_DESCRIBE_STRUCT(SaveInput, (), (body))

struct ChangeInput {
  ViewId id;
  Draft body;
};
BOOST_DESCRIBE_STRUCT(ChangeInput, (), (id, body))

struct RemoveInput {
  ViewId id;
};
BOOST_DESCRIBE_STRUCT(RemoveInput, (), (id))

api::Reply<View> versioned(View view, int status) {
  const std::int64_t version = view.version;
  return {.value = std::move(view), .status = status, .version = version, .headers = {}};
}

Result<ViewList> list(store::Snapshot& snapshot, const api::Call& call, const ListInput& input) {
  return ViewList{of_screen(snapshot, call.who.user, input.screen)};
}

Result<api::Reply<View>> create(store::Tx& tx, const api::Call& call, const SaveInput& input) {
  return versioned(TRY(save(tx, access::actor_of(call), call.who.user, input.body)), 201);
}

Result<api::Reply<View>> replace(store::Tx& tx, const api::Call& call, const ChangeInput& input) {
  return versioned(TRY(change(tx, access::actor_of(call), call.who, input.id, input.body,
                              call.expected_version)),
                   200);
}

Result<void> discard(store::Tx& tx, const api::Call& call, const RemoveInput& input) {
  return remove(tx, access::actor_of(call), call.who, input.id);
}

}  // namespace

std::vector<api::Route> routes() {
  return {
      {.operation = "views.list",
       .method = http::Method::get,
       .path = "/api/v1/views",
       .summary = {"Your own and the shared views of a screen.",
                   "De eigen en gedeelde weergaven van een scherm."},
       .allow = Allow::users(),
       .handler = api::read(list)},
      {.operation = "views.save",
       .method = http::Method::post,
       .path = "/api/v1/views",
       .summary = {"Save a view of a screen.", "Bewaar een weergave van een scherm."},
       .allow = Allow::users(),
       .handler = api::write(create),
       .idempotency = api::Idempotency::by_key,
       .limits = {.body_bytes = 16 * 1024},
       .refusals = api::refuses<ViewRefusal>()},
      {.operation = "views.change",
       .method = http::Method::put,
       .path = "/api/v1/views/{id}",
       .summary = {"Change a view.", "Wijzig een weergave."},
       .allow = Allow::users(),
       .handler = api::write(replace),
       .precondition = api::Precondition::version,
       .limits = {.body_bytes = 16 * 1024},
       .refusals = api::refuses<ViewRefusal>()},
      {.operation = "views.remove",
       .method = http::Method::del,
       .path = "/api/v1/views/{id}",
       .summary = {"Remove a view.", "Verwijder een weergave."},
       .allow = Allow::users(),
       .handler = api::write(discard),
       .refusals = api::refuses<ViewRefusal>()},
  };
}

}  // namespace sluis::views
