// Many products changed at once: what would change, the change itself in one unit, what was changed
// when by whom, and the way back.
#pragma once

#include "catalog/catalog.h"

namespace sluis::catalog {

struct EditIdTag {
  static constexpr std::string_view prefix = "edt";
};
using EditId = Id<EditIdTag>;

enum class EditRefusal : std::uint8_t { edit_unknown, edit_undone };
BOOST_DESCRIBE_ENUM(EditRefusal, edit_unknown, edit_undone)
const RefusalKind& kind_of(EditRefusal refusal);

// The price for everybody that always holds, on a channel or on all: this amount, or so many
// hundredths of a percent more than it is, rounded to what can be paid. What has no such price is
// left as it is by a percentage.
struct PriceEdit {
  std::optional<ChannelId> channel;
  Currency currency;
  std::optional<Micro> amount;
  std::optional<Whole<-10'000, 100'000>> percent_hundredths;
};
BOOST_DESCRIBE_STRUCT(PriceEdit, (), (channel, currency, amount, percent_hundredths))

struct TextEdit {
  std::optional<ChannelId> channel;
  LanguageCode language;
  Patch<Title> title;
  Patch<Prose<10'000>> description;
};
BOOST_DESCRIBE_STRUCT(TextEdit, (), (channel, language, title, description))

// What is done to each product: absent stays as it is. Cost and price are those of its variants.
struct EditChange {
  Patch<CategoryPath> category;
  Patch<VatClass> vat;
  Patch<State> state;
  Patch<std::optional<Micro>> cost;
  Patch<PriceEdit> price;
  Patch<TextEdit> text;
};
BOOST_DESCRIBE_STRUCT(EditChange, (), (category, vat, state, cost, price, text))

constexpr std::size_t kEditedMost = 500;  // products at once

struct EditDraft {
  std::vector<ProductId> products;
  EditChange change;
};
BOOST_DESCRIBE_STRUCT(EditDraft, (), (products, change))

enum class EditField : std::uint8_t { category, vat, state, cost, price, title, description };
BOOST_DESCRIBE_ENUM(EditField, category, vat, state, cost, price, title, description)

// One value that becomes another one; empty: there is none. Amounts have their currency behind
// them.
struct EditLine {
  ProductId product;
  Name name;
  std::optional<Sku> sku;  // of the variant that it belongs to
  EditField field = EditField::category;
  std::string before;
  std::string after;
};
BOOST_DESCRIBE_STRUCT(EditLine, (), (product, name, sku, field, before, after))

struct EditPreview {
  std::vector<EditLine> lines;  // the first thousand
  std::int64_t changes = 0;     // all of them
  std::int64_t products = 0;    // that change
  std::int64_t unchanged = 0;   // products that have it already
};
BOOST_DESCRIBE_STRUCT(EditPreview, (), (lines, changes, products, unchanged))
// What carry_out() would do now, and its refusal where it would refuse.
Result<EditPreview> preview(store::Snapshot& snapshot, const EditDraft& draft);

struct Edit {
  EditId id;
  std::string actor;
  Instant moment;
  EditChange change;
  std::int64_t products = 0;  // that changed
  std::int64_t changes = 0;
  std::optional<Instant> undone;
};
BOOST_DESCRIBE_STRUCT(Edit, (), (id, actor, moment, change, products, changes, undone))

// All or nothing: each product and variant is changed, and told, as by itself.
Result<Edit> carry_out(store::Tx& tx, const access::Actor& actor, const EditDraft& draft);
// The newest first, before `before`; one more than `limit` when there is a page behind it.
std::vector<Edit> edits(store::Snapshot& snapshot, const std::optional<EditId>& before,
                        std::int64_t limit);

struct Undone {
  std::int64_t restored = 0;
  std::vector<Name> left;  // products that were changed again since, and stay as they are
};
BOOST_DESCRIBE_STRUCT(Undone, (), (restored, left))
// Gives back what the edit took, where nothing was changed since. Once.
Result<Undone> undo(store::Tx& tx, const access::Actor& actor, EditId id);

}  // namespace sluis::catalog
