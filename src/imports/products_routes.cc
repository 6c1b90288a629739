// The routes of the catalog as a file.

#include "imports/products.h"
#include "imports/routes.h"
#include "platform/api/refusal.h"
#include "platform/export/table_bytes.h"

namespace sluis::imports {
namespace {

using api::Allow;
using api::Call;
using api::Role;

constexpr Allow kWriters = Allow::role(Role::admin) | Allow::role(Role::manager);
constexpr std::uint64_t kFileMost = 64 * 1024 * 1024;

struct BringInInput {
  std::optional<bool> dry_run;
  api::FileBody body;
};
BOOST_DESCRIBE_STRUCT(BringInInput, (), (dry_run, body))

struct ExportInput {
  exporting::Form form;
};
BOOST_DESCRIBE_STRUCT(ExportInput, (), (form))

Result<ProductsTold> bring_in(store::Store& store, const Call& call, const BringInInput& in) {
  const access::Actor actor = access::actor_of(call);
  const ProductsOrder order{.file = in.body.file->path(),
                            .only_try = in.dry_run.value_or(false),
                            .language = call.language};
  return bring_in_products(store, actor, order, [](auto, auto) { return true; });
}

Result<api::Download> take_out(store::Store& store, const Call&, const ExportInput& in) {
  const auto lines =
      TRY(store.snapshot([](store::Snapshot& snapshot) -> Result<std::vector<ProductLine>> {
        return product_lines(snapshot);
      }));
  return api::Download{.content_type = "application/octet-stream",
                       .file_name = "catalog." + std::string(enum_name(in.form)),
                       .bytes = TRY(exporting::bytes_of(in.form, lines))};
}

}  // namespace

std::vector<api::Route> product_routes() {
  std::vector<const RefusalKind*> of_file = api::refuses<FileRefusal>();
  of_file.push_back(&kind_of(ProductsRefusal::no_sku_column));
  of_file.push_back(&kind_of(ProductsRefusal::column_unknown));
  return {
      {.operation = "imports.products",
       .method = http::Method::post,
       .path = "/api/v1/imports/products",
       .summary = {"Bring in a file of products, a line for each variant, or only try it.",
                   "Lees een bestand met producten in, een regel per variant, of probeer het."},
       .allow = kWriters,
       .handler = api::file(bring_in),
       .limits = {.body_bytes = kFileMost},
       .refusals = std::move(of_file),
       .content_type = "application/octet-stream"},
      {.operation = "imports.products_file",
       .method = http::Method::get,
       .path = "/api/v1/imports/products",
       .summary = {"The catalog as a file that can be brought in again.",
                   "De catalogus als bestand dat weer ingelezen kan worden."},
       .allow = kWriters,
       .handler = api::prepare(take_out),
       .refusals = api::refuses(exporting::ExportRefusal::not_written,
                                exporting::ExportRefusal::too_many_rows),
       .content_type = "application/octet-stream"},
  };
}

}  // namespace sluis::imports
