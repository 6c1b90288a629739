// What a product is said to be and how it looks: texts per channel and language, and pictures.
#pragma once

#include "access/access.h"
#include "catalog/picture.h"
#include "catalog/product.h"

namespace sluis::blobs {
class Blobs;
}

namespace sluis::catalog {

enum class ContentRefusal : std::uint8_t { not_a_picture, picture_too_large, picture_unknown };
BOOST_DESCRIBE_ENUM(ContentRefusal, not_a_picture, picture_too_large, picture_unknown)
const RefusalKind& kind_of(ContentRefusal refusal);

// Two letters of ISO 639-1: nl, en, de.
struct LanguageCode {
  std::string letters;
  auto operator<=>(const LanguageCode&) const = default;
};
// The product's own name and description are in the language of the company.
LanguageCode code_of(Language language);

using Title = Line<0, 200>;

// What one channel, or each of them, says in one language. What is empty is not said.
struct Wording {
  std::optional<ChannelId> channel;
  LanguageCode language;
  Title title;
  Prose<10'000> description;
  bool operator==(const Wording&) const = default;
};
BOOST_DESCRIBE_STRUCT(Wording, (), (channel, language, title, description))

// What is in a picture, for who cannot see it.
struct Alt {
  LanguageCode language;
  Line<1, 300> text;
  bool operator==(const Alt&) const = default;
};
BOOST_DESCRIBE_STRUCT(Alt, (), (language, text))

struct PlacedPicture {
  PictureName picture;
  std::vector<Alt> alt;
  bool operator==(const PlacedPicture&) const = default;
};
BOOST_DESCRIBE_STRUCT(PlacedPicture, (), (picture, alt))

struct Content {
  std::vector<Wording> texts;
  std::vector<PlacedPicture> pictures;  // in the order in which they are shown
  bool operator==(const Content&) const = default;
};
BOOST_DESCRIBE_STRUCT(Content, (), (texts, pictures))

// A list replaces the list.
struct ContentChange {
  Patch<std::vector<Wording>> texts;
  Patch<std::vector<PlacedPicture>> pictures;
};
BOOST_DESCRIBE_STRUCT(ContentChange, (), (texts, pictures))

Result<Content> content(store::Snapshot& snapshot, ProductId id);
// A change of the product: under its version, told as catalog.product_changed.
Result<Product> change_content(store::Tx& tx, const access::Actor& actor, ProductId id,
                               std::int64_t version, const ContentChange& change);

// Where a text comes from: what this channel says, what all say, or the product's own.
enum class Origin : std::uint8_t { channel, everywhere, product };
BOOST_DESCRIBE_ENUM(Origin, channel, everywhere, product)

struct ShownPicture : Picture {
  std::string alt;  // in the language; else in that of the company; else the title
};
BOOST_DESCRIBE_STRUCT(ShownPicture, (Picture), (alt))

struct Shown {
  std::string title;
  Origin title_from = Origin::product;
  std::string description;
  Origin description_from = Origin::product;
  std::vector<ShownPicture> pictures;
};
BOOST_DESCRIBE_STRUCT(Shown, (), (title, title_from, description, description_from, pictures))
// What a channel shows of a product in a language: each text of the channel if it has one, else
// that of all channels, else the product's own.
Result<Shown> shown(store::Snapshot& snapshot, ProductId id, ChannelId channel,
                    const LanguageCode& language);

// The same, but for its pictures, of texts that are known.
Shown texts_shown(const Product& product, const Content& content, ChannelId channel,
                  const LanguageCode& language);

// Keeps a picture, told by its content; the same one again changes nothing. Slow: reads and writes
// the file, and a unit of its own.
constexpr std::int64_t kPictureBytesMost = 10LL * 1024 * 1024;
Result<Picture> keep_picture(store::Store& store, blobs::Blobs& blobs, Instant now,
                             std::string_view bytes);
Result<Picture> picture(store::Snapshot& snapshot, const PictureName& name);

}  // namespace sluis::catalog

namespace sluis {

template <>
struct TextForm<catalog::LanguageCode> {
  static std::optional<catalog::LanguageCode> parse(std::string_view text);
  static std::string print(const catalog::LanguageCode& value) { return value.letters; }
  static Message expected();
  static std::string schema() { return R"("type":"string","pattern":"^[a-z]{2}$")"; }
};

}  // namespace sluis
