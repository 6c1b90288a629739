// What recognises a customer: an anonymous device, an e-mail address, a loyalty card … Every value
// has one normal form, and with the store's pepper that gives its id, without a look-up. An
// identity is its own customer until the room customers merges it with others.
#pragma once

#include <array>
#include <functional>
#include <span>

#include "kernel/ids.h"
#include "kernel/result.h"
#include "platform/store/store.h"

namespace sluis {
struct Capability;
}

namespace sluis::identities {

Capability capability();

enum class Kind : std::uint8_t { device, user, email, phone, card, marketplace, session_code };
BOOST_DESCRIBE_ENUM(Kind, device, user, email, phone, card, marketplace, session_code)

// As a sender wrote it, who also owns the text.
struct Seen {
  Kind kind = Kind::device;
  std::string_view value;
};

enum class IdentityRefusal : std::uint8_t {
  identity_empty,
  identity_too_long,
  identity_not_text,
  email_unreadable,
  phone_unreadable,
};
BOOST_DESCRIBE_ENUM(IdentityRefusal, identity_empty, identity_too_long, identity_not_text,
                    email_unreadable, phone_unreadable)
const RefusalKind& kind_of(IdentityRefusal refusal);

// ---- Pure

inline constexpr std::size_t kValueBytesMax = 254;

// The one form in which a value is compared: e-mail addresses in lower case with their domain in
// ASCII (IDNA), telephone numbers as E.164, the others as they are but for the spaces around them.
// A number without its country is one of `region` ("NL"). The view is into what was given, or into
// `room` where the form is another.
std::expected<std::string_view, IdentityRefusal> normal_form(const Seen& seen,
                                                             std::string_view region,
                                                             std::string& room);

// A secret of the store, so that an id tells nothing about the value that it was made from.
struct Pepper {
  std::array<std::uint8_t, 16> key{};
};
// SipHash-2-4 of kind and value: 63 bits, never 0. The same in every process of a store.
IdentityId id_of(const Pepper& pepper, Kind kind, std::string_view normal_value);

// ---- What is stored

// Made when the store has none yet.
Pepper pepper(store::Tx& tx);
// Nothing as long as nobody made it.
std::optional<Pepper> pepper(store::Snapshot& snapshot);

struct Identity {
  IdentityId id;
  Kind kind = Kind::device;
  std::string value;  // in its normal form
  Instant first_seen;
  Instant last_seen;
  bool verified = false;  // somebody showed that it is theirs: a login, a confirmed address
};
BOOST_DESCRIBE_STRUCT(Identity, (), (id, kind, value, first_seen, last_seen, verified))

// Adds those that are new and widens when the others were seen; in any order, any number of times.
void remember(store::Tx& tx, std::span<const Identity> seen);
std::optional<Identity> find(store::Snapshot& snapshot, IdentityId id);
// Whether there is one at all.
bool any(store::Snapshot& snapshot);
// Those of them that are known, in the order of their ids.
std::vector<Identity> find_all(store::Snapshot& snapshot, std::span<const IdentityId> ids);
// Removes the values of these identities for good; their ids mean nothing any more.
void forget(store::Tx& tx, std::span<const IdentityId> ids);
// Removes all there are, some thousands at a time; 0 when none was left. The pepper stays.
std::int64_t clear(store::Tx& tx);

// ---- The map of merged identities, which the room customers writes

// The customer of an identity: its own number unless it was merged.
CustomerId customer_of(store::Snapshot& snapshot, IdentityId id);
// All identities of a customer that came from a merge; of another only the one of its own number.
std::vector<IdentityId> identities_of(store::Snapshot& snapshot, CustomerId customer);
// The identities that are mapped to a customer; none when it did not come from a merge.
std::vector<IdentityId> merged_into(store::Snapshot& snapshot, CustomerId customer);
// All that are mapped to any.
void each_merged(store::Snapshot& snapshot,
                 const std::function<void(IdentityId, CustomerId)>& take);
// False when it is mapped to another customer than `from` now (`from` may be its own number).
bool remap(store::Tx& tx, IdentityId id, CustomerId from, CustomerId to, Instant now);

}  // namespace sluis::identities
