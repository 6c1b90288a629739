#include "catalog/content.h"

#include "catalog/changes.h"
#include "catalog/rules.h"
#include "catalog/store_content.h"
#include "channels/channels.h"
#include "company/company.h"
#include "kernel/assert.h"
#include "platform/blobs/blobs.h"

namespace sluis::catalog {
namespace {

constexpr RefusalKind kNotAPicture{
    "not_a_picture",
    Category::invalid,
    Retry::useless,
    {"This file is no PNG, JPEG, WebP or GIF, whatever it is called. Send one of these.",
     "Dit bestand is geen PNG, JPEG, WebP of GIF, hoe het ook heet. Stuur een van deze."}};
constexpr RefusalKind kPictureTooLarge{
    "picture_too_large",
    Category::invalid,
    Retry::useless,
    {"The picture is {0} by {1} pixels; at most {2} each way. Send a smaller one.",
     "Het beeld is {0} bij {1} beeldpunten; hoogstens {2} per kant. Stuur een kleiner beeld."}};
constexpr RefusalKind kPictureUnknown{"picture_unknown",
                                      Category::not_found,
                                      Retry::useless,
                                      {"There is no such picture.", "Dit beeld bestaat niet."}};

Result<PictureForm> form_of(std::string_view bytes) {
  const auto form = picture_in(bytes);
  if (!form) return refuse(ContentRefusal::not_a_picture);
  if (form->width > kPixelsMost || form->height > kPixelsMost) {
    return refuse(ContentRefusal::picture_too_large, std::to_string(form->width),
                  std::to_string(form->height), std::to_string(kPixelsMost));
  }
  return *form;
}

}  // namespace

const RefusalKind& kind_of(ContentRefusal refusal) {
  switch (refusal) {
    case ContentRefusal::not_a_picture:
      return kNotAPicture;
    case ContentRefusal::picture_too_large:
      return kPictureTooLarge;
    case ContentRefusal::picture_unknown:
      return kPictureUnknown;
  }
  assertion_failed("a ContentRefusal");
}

Result<Content> content(store::Snapshot& snapshot, ProductId id) {
  TRY_VOID(product(snapshot, id));
  return Content{.texts = sql::texts(snapshot, id), .pictures = sql::placed_pictures(snapshot, id)};
}

Result<Product> change_content(store::Tx& tx, const access::Actor& actor, ProductId id,
                               std::int64_t version, const ContentChange& change) {
  const Product now = TRY(product(tx, id));
  if (now.version != version) return std::unexpected(stale(now.version));
  const Content before = TRY(content(tx, id));
  Content after = before;
  apply_change(change, after);
  return save(tx, actor, now, before, after);
}

Result<Shown> shown(store::Snapshot& snapshot, ProductId id, ChannelId channel,
                    const LanguageCode& language) {
  const Product its = TRY(product(snapshot, id));
  TRY_VOID(channels::find(snapshot, channels::kEverything, channel));
  const Content content = TRY(catalog::content(snapshot, id));
  const LanguageCode company = code_of(company::settings(snapshot).settings.language);
  Shown shown = texts_shown(its, content, channel, language);
  for (const PlacedPicture& one : content.pictures) {
    ShownPicture picture;
    static_cast<Picture&>(picture) = TRY(catalog::picture(snapshot, one.picture));
    picture.alt = alt_shown(one, language, company, shown.title);
    shown.pictures.push_back(std::move(picture));
  }
  return shown;
}

Result<Picture> keep_picture(store::Store& store, blobs::Blobs& blobs, Instant now,
                             std::string_view bytes) {
  const PictureForm form = TRY(form_of(bytes));
  blobs::Staged staged = TRY(blobs.stage());
  TRY_VOID(staged.write(bytes));
  TRY_VOID(staged.finish());
  const Picture picture{.name = {staged.sha256()},
                        .media_type = std::string(form.media_type),
                        .width = form.width,
                        .height = form.height,
                        .bytes = staged.size(),
                        .created = now};
  TRY_VOID(blobs.keep(staged));
  return store.unit([&](store::Tx& tx) -> Result<Picture> {
    TRY_VOID(blobs.link(tx, now, staged, picture.media_type));
    sql::insert(tx, picture);
    return catalog::picture(tx, picture.name);
  });
}

Result<Picture> picture(store::Snapshot& snapshot, const PictureName& name) {
  auto found = sql::picture(snapshot, name);
  if (!found) return refuse(ContentRefusal::picture_unknown);
  return *std::move(found);
}

}  // namespace sluis::catalog
