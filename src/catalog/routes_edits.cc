// The routes of many products changed at once.

#include "catalog/edits.h"
#include "catalog/routes.h"
#include "platform/api/refusal.h"

namespace sluis::catalog {
namespace {

using api::Call;
using store::Snapshot;
using store::Tx;

constexpr std::uint64_t kDraftMax = 256 * 1024;
constexpr std::int64_t kEditsShown = 50;

struct DraftInput {
  EditDraft body;
};
BOOST_DESCRIBE_STRUCT(DraftInput, (), (body))
struct EditsInput {
  std::optional<EditId> after;
};
BOOST_DESCRIBE_STRUCT(EditsInput, (), (after))
struct EditInput {
  EditId id;
};
BOOST_DESCRIBE_STRUCT(EditInput, (), (id))

Result<EditPreview> show_preview(Snapshot& snapshot, const Call&, const DraftInput& in) {
  return preview(snapshot, in.body);
}

Result<Edit> edit_all(Tx& tx, const Call& call, const DraftInput& in) {
  return carry_out(tx, access::actor_of(call), in.body);
}

Result<api::Page<Edit>> list_edits(Snapshot& snapshot, const Call&, const EditsInput& in) {
  api::Page<Edit> page{.items = edits(snapshot, in.after, kEditsShown), .next = {}};
  if (std::cmp_greater(page.items.size(), kEditsShown)) {
    page.items.pop_back();
    page.next = to_string(page.items.back().id);
  }
  return page;
}

Result<Undone> undo_edit(Tx& tx, const Call& call, const EditInput& in) {
  return undo(tx, access::actor_of(call), in.id);
}

}  // namespace

std::vector<api::Route> edit_routes() {
  using http::Method;
  const auto of_edit = [] {
    return api::refuses(CatalogRefusal::product_unknown, CatalogRefusal::variant_unknown);
  };
  return {
      {.operation = "catalog.preview_edit",
       .method = Method::post,
       .path = "/api/v1/catalog/edits/preview",
       .summary = {"What a change of many products would do, value by value.",
                   "Wat een wijziging van veel producten zou doen, waarde voor waarde."},
       .allow = kWriters,
       .handler = api::read(show_preview),
       .limits = {.body_bytes = kDraftMax},
       .refusals = of_edit()},
      {.operation = "catalog.edit",
       .method = Method::post,
       .path = "/api/v1/catalog/edits",
       .summary = {"Change many products at once: all of them or none.",
                   "Wijzig veel producten tegelijk: alle of geen."},
       .allow = kWriters,
       .handler = api::write(edit_all),
       .idempotency = api::Idempotency::by_key,
       .limits = {.body_bytes = kDraftMax},
       .refusals = of_edit()},
      {.operation = "catalog.edits",
       .method = Method::get,
       .path = "/api/v1/catalog/edits",
       .summary = {"Changes of many products at once, the newest first.",
                   "Wijzigingen van veel producten tegelijk, de nieuwste eerst."},
       .allow = kWriters,
       .handler = api::read(list_edits)},
      {.operation = "catalog.undo_edit",
       .method = Method::post,
       .path = "/api/v1/catalog/edits/{id}/undo",
       .summary = {"Give back what such a change took, where nothing was changed since.",
                   "Zet terug wat zo'n wijziging veranderde, waar sindsdien niets is gewijzigd."},
       .allow = kWriters,
       .handler = api::write(undo_edit),
       .refusals = api::refuses(EditRefusal::edit_unknown, EditRefusal::edit_undone)},
  };
}

}  // namespace sluis::catalog
