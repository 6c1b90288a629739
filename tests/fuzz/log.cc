// The log as it is read back: whatever is taken for a batch is written again as the same batch.
#include "events/codec.h"
#include "kernel/assert.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  if (const auto records = sluis::events::decode(bytes)) {
    const std::string written = sluis::events::encode(records->events, records->withdrawals);
    const auto again = sluis::events::decode(written);
    SLUIS_ASSERT(again);
    SLUIS_ASSERT(*again == *records);
  }
  if (const auto names = sluis::events::decode_names(bytes)) {
    const std::string written = sluis::events::encode_names(*names);
    const auto again = sluis::events::decode_names(written);
    SLUIS_ASSERT(again);
    SLUIS_ASSERT(*again == *names);
  }
  return 0;
}
