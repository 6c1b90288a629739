// How each kind of shop is called: requests to make and answers to read. Pure.
#pragma once

#include "connectors/outgoing/intent.h"
#include "platform/client/outgoing.h"

namespace sluis::connectors::outgoing {

enum class SendRefusal : std::uint8_t {
  sku_unknown_there,
  refused_there,
  access_refused,
  told_to_wait,
  trouble_there,
  answer_unreadable,
  intent_unknown,
};
BOOST_DESCRIBE_ENUM(SendRefusal, sku_unknown_there, refused_there, access_refused, told_to_wait,
                    trouble_there, answer_unreadable, intent_unknown)
const RefusalKind& kind_of(SendRefusal refusal);

struct LookedUp {
  std::vector<std::pair<std::string, Learnt>> found;  // by SKU; whose it is, is not filled in
  std::string location;
  Duration wait{};  // before the next call
};

// What became of each item of a call, in its order; nothing: it went well.
struct Outcome {
  std::optional<Refusal> refusal;
  bool once_more = false;    // it was not judged: others in the call were in the way
  bool unknown_now = false;  // what we called it by is theirs no more
};
struct Told {
  std::vector<Outcome> items;
  Duration wait{};
};

// Items of one call: those that share `parent` where the shop wants that.
struct Shop {
  std::size_t at_once;
  bool (*together)(Kind kind, const Item& a, const Item& b);
  client::OutgoingRequest (*look_up)(const Place& place, std::span<const Item> items);
  Result<LookedUp> (*looked_up)(const client::OutgoingAnswer& answer);
  client::OutgoingRequest (*tell)(const Place& place, CallId call, Kind kind,
                                  std::span<const Item> items);
  Result<Told> (*told)(const client::OutgoingAnswer& answer, std::span<const Item> items);
};
const Shop& woocommerce_shop();
const Shop& shopify_shop();
inline const Shop& shop_of(System system) {
  return system == System::shopify ? shopify_shop() : woocommerce_shop();
}

// What the status alone says: nothing where the answer is to be read. How long to wait is in the
// refusal (retry_after_s).
Result<void> check_status(const client::OutgoingAnswer& answer);

}  // namespace sluis::connectors::outgoing
