// Saved views: how a person wants to see a screen again, for oneself or shared with all staff.
#pragma once

#include "access/access.h"
#include "kernel/fields.h"
#include "platform/api/principal.h"
#include "platform/store/store.h"

namespace sluis::views {

Capability capability();

enum class ViewRefusal { view_unknown, view_of_another, too_many_views };
BOOST_DESCRIBE_ENUM(ViewRefusal, view_unknown, view_of_another, too_many_views)
const RefusalKind& kind_of(ViewRefusal refusal);

// What is saved.
struct Draft {
  Slug screen;  // "channels"
  Line<1, 80> name;
  bool shared = false;
  Json state;  // the screen's own: filter, columns, sort, density
};
BOOST_DESCRIBE_STRUCT(Draft, (), (screen, name, shared, state))

struct View {
  ViewId id;
  UserId owner;
  Slug screen;
  Line<1, 80> name;
  bool shared = false;
  Json state;
  std::int64_t version = 0;
};
BOOST_DESCRIBE_STRUCT(View, (), (id, owner, screen, name, shared, state, version))

inline constexpr std::int64_t kViewsPerScreenMax = 100;  // of one owner

// The caller's own and the shared ones, by name.
std::vector<View> of_screen(store::Snapshot& snapshot, UserId reader, const Slug& screen);
Result<View> save(store::Tx& tx, const access::Actor& actor, UserId owner, const Draft& draft);
// By the owner; a shared one also by an administrator or manager.
Result<View> change(store::Tx& tx, const access::Actor& actor, const api::Principal& who, ViewId id,
                    const Draft& draft, std::int64_t version);
Result<void> remove(store::Tx& tx, const access::Actor& actor, const api::Principal& who,
                    ViewId id);

}  // namespace sluis::views
