// An event in Sluis's own words, as JSON: how our own route takes events, and how the quarantine
// keeps them. Texts of the drafts point into what was read and live as long as it.
#pragma once

#include <memory>
#include <string>

#include "events/events.h"

namespace sluis::events {

inline constexpr std::size_t kEventBytesMost = 64 * 1024;
inline constexpr std::size_t kEventsMost = 10'000;  // in one request
inline constexpr std::size_t kRawBytesMost = 16 * 1024;

enum class NativeRefusal : std::uint8_t { events_unreadable, too_many_events };
BOOST_DESCRIBE_ENUM(NativeRefusal, events_unreadable, too_many_events)
const RefusalKind& kind_of(NativeRefusal refusal);

class NativeEvents {
 public:
  // A JSON list of events, or one event.
  static Result<std::shared_ptr<const NativeEvents>> read(std::string_view json);
  virtual ~NativeEvents() = default;
  virtual std::span<const Draft> drafts() const = 0;
};

std::string native_json(const Draft& draft);

// The text, or as much of it as is allowed; what is no UTF-8 is replaced.
std::string readable(std::string_view text, std::size_t bytes_most);

}  // namespace sluis::events
