#include <cstring>
#include <sodium.h>

#include "events/prepared.h"

namespace sluis::events {
namespace {

// Each text with its length before it, so that two texts are never read as two others.
void add(std::string& to, std::string_view text) {
  const auto size = static_cast<std::uint32_t>(text.size());
  to.append(reinterpret_cast<const char*>(&size), sizeof size);
  to += text;
}

template <std::integral T>
void add(std::string& to, T number) {
  to.append(reinterpret_cast<const char*>(&number), sizeof number);
}

void add(std::string& to, const std::optional<Micro>& amount) {
  add(to, amount ? amount->units() : std::numeric_limits<std::int64_t>::min());
}

// All that was sent. The same event that is sent twice without an id is the same event.
void add_content(std::string& to, const Draft& draft, bool faulty) {
  add(to, draft.ts ? draft.ts->micros() : std::numeric_limits<std::int64_t>::min());
  for (const identities::Seen& seen : draft.identities) {
    add(to, static_cast<std::uint32_t>(seen.kind));
    add(to, seen.value);
  }
  for (const std::string_view text :
       {draft.channel, draft.kind, draft.campaign, draft.product, draft.currency, draft.order,
        draft.part, draft.props, faulty ? draft.raw : std::string_view()})
    add(to, text);
  for (const auto& amount : {draft.quantity, draft.revenue, draft.cost})
    add(to, amount);
  add(to, draft.duration_s.value_or(-1));
}

}  // namespace

store::Mark mark_of(const identities::Pepper& pepper, SourceId source, const Draft& draft,
                    bool faulty) {
  static_assert(sizeof(store::Mark) == crypto_shorthash_siphashx24_BYTES);
  std::string content;
  content.reserve(256);
  add(content, source.number());
  add(content, static_cast<std::uint32_t>(faulty));
  add(content, draft.message_id);
  if (faulty || draft.message_id.empty()) add_content(content, draft, faulty);
  store::Mark mark;
  std::array<unsigned char, sizeof mark> hash{};
  crypto_shorthash_siphashx24(hash.data(), reinterpret_cast<const unsigned char*>(content.data()),
                              content.size(), pepper.key.data());
  std::memcpy(&mark, hash.data(), sizeof mark);
  return mark;
}

}  // namespace sluis::events
