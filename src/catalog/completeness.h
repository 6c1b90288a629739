// What is missing of products before a channel can sell them well: what each channel needs, and
// which products have it.
#pragma once

#include <map>

#include "catalog/catalog.h"
#include "channels/channels.h"

namespace sluis::catalog {

// Title and description are needed in a language, the rest as such. Price, GTIN and cost are needed
// of each variant that is sold; a product without one has none of these.
enum class Thing : std::uint8_t { title, description, picture, category, price, gtin, cost };
BOOST_DESCRIBE_ENUM(Thing, title, description, picture, category, price, gtin, cost)

// Written "title:nl" or "picture".
struct Need {
  Thing thing = Thing::title;
  std::optional<LanguageCode> language;
  auto operator<=>(const Need&) const = default;
};

struct Requirement {
  ChannelId channel;
  std::int64_t version = 0;  // 0: nobody said so, it is what channels of this form usually need
  std::vector<Need> needs;
};
BOOST_DESCRIBE_STRUCT(Requirement, (), (channel, version, needs))

// What of a product there is, as far as anybody needs it.
struct Holding {
  ProductId product;
  Name name;
  bool category = false;
  bool description = false;  // its own, in the company's language
  bool picture = false;
  std::int64_t variants = 0;  // that are sold
  std::int64_t with_gtin = 0;
  std::int64_t with_cost = 0;
  std::int64_t priced = 0;                         // on every channel
  std::map<ChannelId, std::int64_t> priced_there;  // others, on that channel
  std::vector<Wording> texts;                      // of a text only whether it is empty
};

Requirement requirement(store::Snapshot& snapshot, const channels::Head& channel);
// Under the version that was seen; told in the trail and as catalog.requirement_changed.
Result<Requirement> require(store::Tx& tx, const access::Actor& actor, ChannelId channel,
                            std::int64_t version, const std::vector<Need>& needs);

struct Gap {
  Need need;
  std::int64_t products = 0;  // that do not have it
};
BOOST_DESCRIBE_STRUCT(Gap, (), (need, products))

// How far the catalog is for one channel. What has ended does not count.
struct Completeness {
  ChannelId channel;
  std::int64_t version = 0;
  std::vector<Need> needs;
  std::int64_t products = 0;
  std::int64_t complete = 0;  // of these
  std::vector<Gap> gaps;      // of the needs, in their order; those that nothing misses too
};
BOOST_DESCRIBE_STRUCT(Completeness, (), (channel, version, needs, products, complete, gaps))
// Of every channel that has not ended, in the order of their codes.
std::vector<Completeness> completeness(store::Snapshot& snapshot, Instant now);

struct Incomplete {
  ProductId product;
  Name name;
  std::vector<Need> missing;
};
BOOST_DESCRIBE_STRUCT(Incomplete, (), (product, name, missing))
// The products that miss something for a channel, in the order of their ids; with a need: those
// that miss that.
Result<std::vector<Incomplete>> incomplete(store::Snapshot& snapshot, ChannelId channel,
                                           const std::optional<Need>& need, Instant now);
// A page of products as products() has it, of those that miss something for a channel.
Result<ProductList> incomplete_products(store::Snapshot& snapshot, const ProductQuery& query,
                                        ChannelId channel, const std::optional<Need>& need,
                                        Instant now);

}  // namespace sluis::catalog

namespace sluis {

template <>
struct TextForm<catalog::Need> {
  static std::optional<catalog::Need> parse(std::string_view text);
  static std::string print(const catalog::Need& value);
  static Message expected();
  static std::string schema();
};

}  // namespace sluis
