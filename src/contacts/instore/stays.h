// Stays: who is in a store now. Somebody scans a code there and agrees that its people know where
// they stand; that is gone when its time is over, from everything that named the store with it.
// Without agreeing nothing is kept at all.
#pragma once

#include "contacts/chat/chat.h"
#include "contacts/desk/looking.h"
#include "stock/stock.h"

namespace sluis::contacts {

// After the last scan.
inline constexpr std::chrono::minutes kStaysFor{30};

enum class StayRefusal : std::uint8_t { store_unknown, nothing_scanned, stay_over, store_full };
BOOST_DESCRIBE_ENUM(StayRefusal, store_unknown, nothing_scanned, stay_over, store_full)
const RefusalKind& kind_of(StayRefusal refusal);

// Where a code hangs, as its link says.
struct Spot {
  Slug store;  // the code of a location to which customers come
  std::optional<Line<1, 64>> shelf;
  std::optional<catalog::Gtin> gtin;  // what is sold there: by its GTIN or its SKU
  std::optional<catalog::Sku> sku;
};
BOOST_DESCRIBE_STRUCT(Spot, (), (store, shelf, gtin, sku))

struct StayDraft : Spot {
  Line<1, 100> text_version;  // of the words that they agreed to
};
BOOST_DESCRIBE_STRUCT(StayDraft, (Spot), (text_version))

struct Stay {
  StayId id;
  LocationId location;
  Line<0, 64> shelf;
  std::optional<catalog::VariantId> variant;
  Instant since;
  Instant ends;
  std::optional<ContactId> contact_id;  // that they asked for
};
BOOST_DESCRIBE_STRUCT(Stay, (), (id, location, shelf, variant, since, ends, contact_id))

// A location to which customers come, by its code.
Result<stock::Location> store_with(store::Snapshot& snapshot, const Slug& code);
// What is on sale under a GTIN, else a SKU; nothing where neither is named.
Result<std::optional<catalog::VariantId>> scanned_variant(store::Snapshot& snapshot,
                                                          const std::optional<catalog::Gtin>& gtin,
                                                          const std::optional<catalog::Sku>& sku);

// Whoever has the token goes on with the stay: to another shelf, or out of the store.
struct Entered {
  std::string token;
  Instant ends;
};
BOOST_DESCRIBE_STRUCT(Entered, (), (token, ends))
Result<Entered> come_in(const Desk& desk, const StayDraft& draft);
Result<Entered> go_on(const Desk& desk, const std::string& token, const Spot& spot);
Result<void> go_out(const Desk& desk, std::string_view token);

// Asks for somebody: a colleague in the store, else an agent elsewhere.
Result<Visit> ask_from(const Desk& desk, std::string_view token, ContactDraft draft);

struct StayView : Stay {
  std::string sku;
  std::string product;
};
BOOST_DESCRIBE_STRUCT(StayView, (Stay), (sku, product))
// Who is in a store now, the first to leave first; `now`, since time is slow to tidy up.
std::vector<StayView> stays(store::Snapshot& snapshot, const stock::Sight& sight,
                            std::optional<LocationId> location, Instant now);
std::optional<StandsAt> where_stands(store::Snapshot& snapshot, ContactId id);

// False where somebody went on meanwhile, or it was done already.
Result<bool> end_if_over(const Desk& desk, StayId id);

}  // namespace sluis::contacts
