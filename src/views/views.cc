#include "views/views.h"

#include "kernel/assert.h"
#include "platform/api/refusal.h"
#include "views/store.h"

namespace sluis::views {
namespace {

constexpr std::string_view kEntity = "view";

constexpr RefusalKind kUnknown{
    "view_unknown",
    Category::not_found,
    Retry::useless,
    {"This view is not there any more.", "Deze weergave bestaat niet meer."}};
constexpr RefusalKind kOfAnother{
    "view_of_another",
    Category::forbidden,
    Retry::useless,
    {"This view is somebody else's. Save it as one of your own.",
     "Deze weergave is van iemand anders. Bewaar haar als een eigen weergave."}};
constexpr RefusalKind kTooMany{
    "too_many_views",
    Category::conflict,
    Retry::useless,
    {"You have {0} views of this screen, which is as many as one may have. Remove one first.",
     "U heeft {0} weergaven van dit scherm; meer kan niet. Verwijder er eerst een."}};

bool may_change(const api::Principal& who, const View& view) {
  return view.owner == who.user ||
         (view.shared && (who.has(api::Role::admin) || who.has(api::Role::manager)));
}

// Somebody else's private view is as good as not there.
Result<View> changeable(store::Snapshot& snapshot, const api::Principal& who, ViewId id) {
  auto view = find(snapshot, id);
  if (!view || (!view->shared && view->owner != who.user)) return refuse(ViewRefusal::view_unknown);
  if (!may_change(who, *view)) return refuse(ViewRefusal::view_of_another);
  return *std::move(view);
}

void note(store::Tx& tx, const access::Actor& actor, ViewId id, std::string_view action,
          const Json& before, const Json& after) {
  access::audit(
      tx, actor,
      {.entity = kEntity, .id = to_string(id), .action = action, .before = before, .after = after});
}

}  // namespace

const RefusalKind& kind_of(ViewRefusal refusal) {
  switch (refusal) {
    case ViewRefusal::view_unknown:
      return kUnknown;
    case ViewRefusal::view_of_another:
      return kOfAnother;
    case ViewRefusal::too_many_views:
      return kTooMany;
  }
  assertion_failed("a ViewRefusal");
}

std::vector<View> of_screen(store::Snapshot& snapshot, UserId reader, const Slug& screen) {
  return find_of_screen(snapshot, reader, screen);
}

Result<View> save(store::Tx& tx, const access::Actor& actor, UserId owner, const Draft& draft) {
  const View view{.id = actor.ids.next<ViewId>(),
                  .owner = owner,
                  .screen = draft.screen,
                  .name = draft.name,
                  .shared = draft.shared,
                  .state = draft.state,
                  .version = 1};
  if (!insert(tx, view)) {
    return refuse(ViewRefusal::too_many_views, std::to_string(kViewsPerScreenMax));
  }
  note(tx, actor, view.id, "saved", {}, {to_json(view)});
  return view;
}

Result<View> change(store::Tx& tx, const access::Actor& actor, const api::Principal& who, ViewId id,
                    const Draft& draft, std::int64_t version) {
  const View before = TRY(changeable(tx, who, id));
  View after = before;
  after.name = draft.name;
  after.shared = draft.shared;
  after.state = draft.state;
  after.version = version;
  if (!update(tx, after)) return refuse(api::ApiRefusal::version_changed);
  ++after.version;
  note(tx, actor, id, "changed", {to_json(before)}, {to_json(after)});
  return after;
}

Result<void> remove(store::Tx& tx, const access::Actor& actor, const api::Principal& who,
                    ViewId id) {
  const View view = TRY(changeable(tx, who, id));
  erase(tx, id);
  note(tx, actor, id, "removed", {to_json(view)}, {});
  return {};
}

}  // namespace sluis::views
