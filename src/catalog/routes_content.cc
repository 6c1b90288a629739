// The routes of what products say and show, and of what is missing of that.

#include "catalog/completeness.h"
#include "catalog/routes.h"
#include "kernel/assert.h"
#include "platform/api/refusal.h"
#include "platform/blobs/blobs.h"
#include "platform/store/file.h"

namespace sluis::catalog {
namespace {

using api::Allow;
using api::Call;
using store::Snapshot;
using store::Tx;

constexpr std::uint64_t kContentMax = 4 * 1024 * 1024;

// What goes over the wire

struct ContentView : Content {
  ProductId product;
  std::int64_t version = 0;  // of the product
};
BOOST_DESCRIBE_STRUCT(ContentView, (Content), (product, version))

struct ContentInput {
  ProductId id;
};
BOOST_DESCRIBE_STRUCT(ContentInput, (), (id))
struct ChangeContentInput {
  ProductId id;
  ContentChange body;
};
BOOST_DESCRIBE_STRUCT(ChangeContentInput, (), (id, body))
struct ShownInput {
  ProductId id;
  ChannelId channel;
  LanguageCode language;
};
BOOST_DESCRIBE_STRUCT(ShownInput, (), (id, channel, language))

struct AddPictureInput {
  api::FileBody body;
};
BOOST_DESCRIBE_STRUCT(AddPictureInput, (), (body))
struct PictureInput {
  PictureName name;
};
BOOST_DESCRIBE_STRUCT(PictureInput, (), (name))

struct IncompleteInput {
  ChannelId channel;
  std::optional<Need> missing;
  std::optional<ProductId> after;
  std::optional<Whole<1, 500>> limit;
};
BOOST_DESCRIBE_STRUCT(IncompleteInput, (), (channel, missing, after, limit))
struct Needs {
  std::vector<Need> needs;
};
BOOST_DESCRIBE_STRUCT(Needs, (), (needs))
struct RequireInput {
  ChannelId channel;
  Needs body;
};
BOOST_DESCRIBE_STRUCT(RequireInput, (), (channel, body))

// Handlers

Result<api::Reply<ContentView>> view_of_content(Snapshot& snapshot, ProductId id) {
  const Product its = TRY(product(snapshot, id));
  ContentView view;
  static_cast<Content&>(view) = TRY(content(snapshot, id));
  view.product = id;
  view.version = its.version;
  return api::Reply<ContentView>{.value = std::move(view), .version = its.version, .headers = {}};
}

Result<api::Reply<ContentView>> show_content(Snapshot& snapshot, const Call&,
                                             const ContentInput& in) {
  return view_of_content(snapshot, in.id);
}

Result<api::Reply<ContentView>> change_its_content(Tx& tx, const Call& call,
                                                   const ChangeContentInput& in) {
  TRY_VOID(change_content(tx, access::actor_of(call), in.id, call.expected_version, in.body));
  return view_of_content(tx, in.id);
}

Result<Shown> show_shown(Snapshot& snapshot, const Call&, const ShownInput& in) {
  return shown(snapshot, in.id, in.channel, in.language);
}

Result<api::Page<Completeness>> show_completeness(Snapshot& snapshot, const Call& call) {
  return api::Page<Completeness>{.items = completeness(snapshot, call.now), .next = {}};
}

Result<api::Page<Incomplete>> list_incomplete(Snapshot& snapshot, const Call& call,
                                              const IncompleteInput& in) {
  constexpr std::size_t usual = 100;
  const std::size_t limit = in.limit ? static_cast<std::size_t>(in.limit->number) : usual;
  api::Page<Incomplete> page;
  for (Incomplete& one : TRY(incomplete(snapshot, in.channel, in.missing, call.now))) {
    if (in.after && one.product <= *in.after) continue;
    if (page.items.size() == limit) {
      page.next = to_string(page.items.back().product);
      break;
    }
    page.items.push_back(std::move(one));
  }
  return page;
}

Result<api::Reply<Requirement>> require_these(Tx& tx, const Call& call, const RequireInput& in) {
  Requirement now =
      TRY(require(tx, access::actor_of(call), in.channel, call.expected_version, in.body.needs));
  const std::int64_t version = now.version;
  return api::Reply<Requirement>{.value = std::move(now), .version = version, .headers = {}};
}

std::vector<api::Route> picture_routes(blobs::Blobs* blobs) {
  const auto add = [blobs](store::Store& store, const Call& call,
                           const AddPictureInput& in) -> Result<Picture> {
    SLUIS_ASSERT(blobs != nullptr);
    const auto bytes = store::read_all(in.body.file->path());
    if (!bytes) return refuse(blobs::BlobRefusal::missing, in.body.file->path().string());
    return keep_picture(store, *blobs, call.now, *bytes);
  };
  const auto show = [blobs](Snapshot& snapshot, const Call&,
                            const PictureInput& in) -> Result<api::Download> {
    SLUIS_ASSERT(blobs != nullptr);
    const Picture its = TRY(picture(snapshot, in.name));
    return api::Download{.content_type = its.media_type,
                         .file_name = in.name.sha256 + '.' + its.media_type.substr(6),
                         .bytes = TRY(blobs->read(snapshot, in.name.sha256))};
  };
  return {
      {.operation = "catalog.add_picture",
       .method = http::Method::post,
       .path = "/api/v1/catalog/pictures",
       .summary = {"Send in a picture (PNG, JPEG, WebP or GIF, at most 10 MB), to be placed with "
                   "products.",
                   "Stuur een beeld in (PNG, JPEG, WebP of GIF, hoogstens 10 MB), om bij producten "
                   "te plaatsen."},
       .allow = kWriters,
       .handler = api::file(add),
       .limits = {.body_bytes = kPictureBytesMost},
       .refusals = api::refuses(ContentRefusal::not_a_picture, ContentRefusal::picture_too_large),
       .content_type = "application/octet-stream"},
      {.operation = "catalog.picture",
       .method = http::Method::get,
       .path = "/api/v1/catalog/pictures/{name}",
       .summary = {"A picture as it was sent in.", "Een beeld zoals het is ingestuurd."},
       .allow = Allow::staff(),
       .handler = api::read(show),
       .refusals = api::refuses(ContentRefusal::picture_unknown, blobs::BlobRefusal::missing),
       .content_type = "image/*"},
  };
}

std::vector<api::Route> texts_routes() {
  using enum CatalogRefusal;
  using channels::ChannelRefusal;
  return {
      {.operation = "catalog.content",
       .method = http::Method::get,
       .path = "/api/v1/catalog/products/{id}/content",
       .summary = {"What a product says per channel and language, and its pictures.",
                   "Wat een product zegt per kanaal en taal, en zijn beelden."},
       .allow = Allow::staff(),
       .handler = api::read(show_content),
       .refusals = api::refuses(product_unknown)},
      {.operation = "catalog.change_content",
       .method = http::Method::patch,
       .path = "/api/v1/catalog/products/{id}/content",
       .summary = {"Change texts or pictures of a product; a list replaces the list.",
                   "Wijzig teksten of beelden van een product; een lijst vervangt de lijst."},
       .allow = kWriters,
       .handler = api::write(change_its_content),
       .precondition = api::Precondition::version,
       .limits = {.body_bytes = kContentMax},
       .refusals = api::refuses(product_unknown)},
      {.operation = "catalog.shown",
       .method = http::Method::get,
       .path = "/api/v1/catalog/products/{id}/shown",
       .summary = {"What a channel shows of a product in a language, and where that comes from.",
                   "Wat een kanaal in een taal van een product toont, en waar dat vandaan komt."},
       .allow = Allow::staff(),
       .handler = api::read(show_shown),
       .refusals =
           [] {
             auto kinds = api::refuses(product_unknown);
             kinds.push_back(&kind_of(ChannelRefusal::channel_unknown));
             return kinds;
           }()},
  };
}

std::vector<api::Route> completeness_routes() {
  using channels::ChannelRefusal;
  return {
      {.operation = "catalog.completeness",
       .method = http::Method::get,
       .path = "/api/v1/catalog/completeness",
       .summary = {"What each channel needs of products, and how many have it.",
                   "Wat elk kanaal van producten nodig heeft, en hoeveel dat hebben."},
       .allow = Allow::staff(),
       .handler = api::read(show_completeness)},
      {.operation = "catalog.incomplete",
       .method = http::Method::get,
       .path = "/api/v1/catalog/completeness/{channel}",
       .summary = {"The products that miss something for a channel, and what.",
                   "De producten die voor een kanaal iets missen, en wat."},
       .allow = Allow::staff(),
       .handler = api::read(list_incomplete),
       .refusals = api::refuses(ChannelRefusal::channel_unknown)},
      {.operation = "catalog.require",
       .method = http::Method::put,
       .path = "/api/v1/catalog/requirements/{channel}",
       .summary = {"Say what a channel needs of every product.",
                   "Zeg wat een kanaal van elk product nodig heeft."},
       .allow = kWriters,
       .handler = api::write(require_these),
       .precondition = api::Precondition::version,
       .refusals = api::refuses(ChannelRefusal::channel_unknown)},
  };
}

}  // namespace

std::vector<api::Route> content_routes(blobs::Blobs* blobs) {
  std::vector<api::Route> routes = texts_routes();
  std::ranges::move(picture_routes(blobs), std::back_inserter(routes));
  std::ranges::move(completeness_routes(), std::back_inserter(routes));
  return routes;
}

}  // namespace sluis::catalog
