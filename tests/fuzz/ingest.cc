// The parsers of foreign conventions: whatever comes in, texts stay inside what was read, and an
// event that is no fault has a kind and props that are one JSON object.
#include "connectors/ingest/amount.h"
#include "connectors/ingest/conventions.h"
#include "kernel/assert.h"
#include "kernel/json.h"

namespace {

using sluis::connectors::ingest::Read;
using sluis::connectors::ingest::Request;

constexpr Read (*kParsers[])(const Request&) = {
    sluis::connectors::ingest::read_segment,  sluis::connectors::ingest::read_posthog,
    sluis::connectors::ingest::read_snowplow, sluis::connectors::ingest::read_matomo,
    sluis::connectors::ingest::read_umami,    sluis::connectors::ingest::read_plausible};

void look_at(const sluis::events::Draft& draft) {
  if (draft.fault) return;
  SLUIS_ASSERT(!draft.kind.empty());
  for (const auto& seen : draft.identities)
    SLUIS_ASSERT(!seen.value.empty());
  if (!draft.props.empty()) {
    const auto props = sluis::JsonDocument::parse(draft.props);
    SLUIS_ASSERT(!props || props->root().kind() == sluis::JsonView::Kind::object);
  }
}

}  // namespace

// The first byte says which convention.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view body(reinterpret_cast<const char*>(data + 1), size - 1);
  const Request request{.call = "track",
                        .query = body,
                        .body = data[0] % 7 == 6 ? std::string_view() : body,
                        .peer = "192.0.2.1",
                        .device = "fuzz",
                        .received = sluis::Instant(1'795'337'897'000'000)};
  const auto reading = kParsers[data[0] % std::size(kParsers)](request);
  if (reading) std::ranges::for_each(reading->drafts, look_at);
  return 0;
}
