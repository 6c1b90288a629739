// Events in our own words, as strangers send them: read, judged, and written into the quarantine.
#include "events/native.h"
#include "events/rules.h"
#include "kernel/assert.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  namespace events = sluis::events;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto read = events::NativeEvents::read(text);
  if (!read) return 0;
  for (const events::Draft& draft : (*read)->drafts()) {
    std::string room;
    for (const auto& seen : draft.identities) {
      const auto normal = sluis::identities::normal_form(seen, "NL", room);
      SLUIS_ASSERT(!normal || !normal->empty());
    }
    const auto fault = events::fault_in(draft);
    const std::string json = events::native_json(draft);
    const auto again = events::NativeEvents::read(json);
    SLUIS_ASSERT(again && (*again)->drafts().size() == 1);
    // What is right stays right when it is written in our words.
    if (!fault) SLUIS_ASSERT(!events::fault_in((*again)->drafts().front()));
  }
  return 0;
}
