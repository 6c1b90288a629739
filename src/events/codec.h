// How a batch of the log is written: compact, and readable for ever (each form has its number).
// Pure. Texts that come again in a batch are written once; numbers take as few bytes as they need.
#pragma once

#include <memory>
#include <span>

#include "events/event.h"

namespace sluis::events {

struct Records {
  std::vector<Event> events;
  std::vector<Withdrawal> withdrawals;
  bool operator==(const Records&) const = default;
};

std::string encode(std::span<const Event> events, std::span<const Withdrawal> withdrawals);
// The texts of the events point into `bytes`. Nothing when these are no records.
std::optional<Records> decode(std::string_view bytes);

// Several of either kind, each as it was encoded, as one; decoding gives all that is in them. One
// alone stays as it is, none is empty.
std::string join(std::span<const std::string_view> encoded);

// A value that an id of this batch was made from.
struct Named {
  IdentityId id;
  identities::Kind kind = identities::Kind::device;
  std::string_view value;
  bool operator==(const Named&) const = default;
};
std::string encode_names(std::span<const Named> names);
std::optional<std::vector<Named>> decode_names(std::string_view bytes);

}  // namespace sluis::events
