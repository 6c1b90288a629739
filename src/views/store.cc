#include "views/store.h"

namespace sluis::views {
namespace {

constexpr store::Statement kOfScreen{
    "views.of_screen",
    "select id, owner, screen, name, shared, state, version from views_view "
    "where screen = $1 and (owner = $2 or shared) order by lower(name), id"};
constexpr store::Statement kFind{"views.find",
                                 "select id, owner, screen, name, shared, state, version "
                                 "from views_view where id = $1"};
constexpr store::Statement kInsert{
    "views.insert",
    "insert into views_view (id, owner, screen, name, shared, state, version) "
    "select $1, $2, $3, $4, $5, $6, 1 "
    "where (select count(*) from views_view where owner = $2 and screen = $3) < $7"};
constexpr store::Statement kUpdate{
    "views.update",
    "update views_view set name = $2, shared = $3, state = $4, version = version + 1 "
    "where id = $1 and version = $5"};
constexpr store::Statement kErase{"views.erase", "delete from views_view where id = $1"};

constexpr const store::Statement* kStatements[] = {&kOfScreen, &kFind, &kInsert, &kUpdate, &kErase};

}  // namespace

std::span<const store::Statement* const> statements() {
  return kStatements;
}

std::vector<View> find_of_screen(store::Snapshot& snapshot, UserId reader, const Slug& screen) {
  return snapshot.all<View>(kOfScreen, screen, reader);
}

std::optional<View> find(store::Snapshot& snapshot, ViewId id) {
  return snapshot.one<View>(kFind, id);
}

bool insert(store::Tx& tx, const View& view) {
  return tx.change(kInsert, view.id, view.owner, view.screen, view.name, view.shared, view.state,
                   kViewsPerScreenMax) == 1;
}

bool update(store::Tx& tx, const View& view) {
  return tx.change(kUpdate, view.id, view.name, view.shared, view.state, view.version) == 1;
}

void erase(store::Tx& tx, ViewId id) {
  tx.change(kErase, id);
}

}  // namespace sluis::views
