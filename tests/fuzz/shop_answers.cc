// What shops answer to us: whatever the bytes are, they are refused by name or read into names that
// every home can keep and that fit in the next call, words that fit on a screen, and waits that
// end.
#include "connectors/ingest/tree.h"
#include "connectors/outgoing/answer.h"
#include "connectors/outgoing/shop.h"
#include "kernel/assert.h"
#include "kernel/json.h"

namespace sluis::fuzz {

namespace outgoing = connectors::outgoing;

std::vector<outgoing::Item> items_called(std::string theirs) {
  outgoing::Item one{.intent = {}, .sku = {"A"}, .learnt = {}, .units = 3, .price = Micro(1)};
  one.learnt = outgoing::Learnt{.theirs = std::move(theirs), .parent = "1", .item = "1"};
  outgoing::Item other = one;
  other.learnt->theirs = "2";
  return {one, other};
}

void look_at(const Refusal& refusal) {
  SLUIS_ASSERT(refusal.message().in(Language::en).size() <= 4 * outgoing::kWordsMost + 200);
  SLUIS_ASSERT(refusal.retry_after_s().value_or(1) >= 1);
}

void look_at(Duration wait) {
  SLUIS_ASSERT(wait >= Duration() && wait <= outgoing::kWaitLongest);
}

// A call made of what was learnt is JSON, and goes where such calls go.
void call_with(const outgoing::Shop& shop, const outgoing::Place& place,
               const outgoing::Learnt& learnt) {
  std::vector<outgoing::Item> items = items_called(learnt.theirs);
  items.resize(1);
  items.front().learnt = learnt;
  for (const auto kind : {outgoing::Kind::stock, outgoing::Kind::price}) {
    const auto request = shop.tell(place, outgoing::CallId(1), kind, items);
    SLUIS_ASSERT(JsonDocument::parse(request.body));
    SLUIS_ASSERT(request.address.find_first_of(" ?#\r\n", place.address.size()) ==
                 std::string::npos);
  }
}

void read_all(const outgoing::Shop& shop, const client::OutgoingAnswer& answer) {
  const auto found = shop.looked_up(answer);
  if (!found) look_at(found.error());
  if (found) {
    look_at(found->wait);
    const outgoing::Place place{
        .address = "https://shop.example", .access = "a:b", .location = found->location};
    for (const auto& [sku, learnt] : found->found)
      call_with(shop, place, learnt);
  }
  const std::vector<outgoing::Item> items = items_called("1");
  const auto told = shop.told(answer, items);
  if (!told) return look_at(told.error());
  look_at(told->wait);
  SLUIS_ASSERT(told->items.size() == items.size());
  for (const outgoing::Outcome& one : told->items) {
    if (one.refusal) look_at(*one.refusal);
  }
}

}  // namespace sluis::fuzz

// The first byte says with which status.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  constexpr int statuses[] = {200, 200, 200, 201, 301, 401, 429, 500};
  const std::string body(reinterpret_cast<const char*>(data + 1), size - 1);
  const sluis::client::OutgoingAnswer answer{
      .status = statuses[data[0] % 8], .headers = {{"Retry-After", body}}, .body = body};
  for (const auto* shop : {&sluis::connectors::outgoing::woocommerce_shop(),
                           &sluis::connectors::outgoing::shopify_shop()})
    sluis::fuzz::read_all(*shop, answer);
  return 0;
}
