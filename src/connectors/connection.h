// A connection: the registered link between one channel and one system of somebody else. Who it is
// for the other side, what both sides sign with, and how it goes.
#pragma once

#include "channels/channels.h"
#include "stock/stock.h"

namespace sluis::connectors {

struct ConnectionIdTag {
  static constexpr std::string_view prefix = "cnn";
};
using ConnectionId = Id<ConnectionIdTag>;
struct SecretIdTag {
  static constexpr std::string_view prefix = "sec";
};
using SecretId = Id<SecretIdTag>;

enum class System : std::uint8_t { woocommerce, shopify };
BOOST_DESCRIBE_ENUM(System, woocommerce, shopify)

// Paused: nothing comes in or goes out; what would have gone out waits.
enum class State : std::uint8_t { on, paused };
BOOST_DESCRIBE_ENUM(State, on, paused)

using Rate = Whole<1, 60'000>;

struct Connection {
  ConnectionId id;
  std::int64_t version = 0;
  Line<1, 120> name;
  System system = System::woocommerce;
  ChannelId channel;
  std::optional<LocationId> location;  // whose stock their counts are about
  Line<0, 2000> address;               // where they are called; empty: they only call us
  State state = State::on;
  Rate calls_per_minute{60};  // that they take
  bool tells_stock = false;   // they are told what the channel can promise
  bool tells_prices = false;  // and what it costs there
  std::string key;            // what they are called by when they call: no secret
  Instant created;
  Instant changed;
  bool operator==(const Connection&) const = default;
};
BOOST_DESCRIBE_STRUCT(Connection, (),
                      (id, version, name, system, channel, location, address, state,
                       calls_per_minute, tells_stock, tells_prices, key, created, changed))

struct Health {
  std::optional<Instant> received;
  std::optional<Instant> troubled;
  std::string trouble;
};
BOOST_DESCRIBE_STRUCT(Health, (), (received, troubled, trouble))

// What a secret is for: their program asks us (consumer), they sign what they send (webhook), we
// ask them (access).
enum class Purpose : std::uint8_t { consumer, webhook, access };
BOOST_DESCRIBE_ENUM(Purpose, consumer, webhook, access)

struct Secret {
  ConnectionId connection;
  Purpose purpose = Purpose::consumer;
  SecretId id;
  std::string secret;
  Instant created;
  std::optional<Instant> ends;  // of one that was replaced: until then both hold
};
BOOST_DESCRIBE_STRUCT(Secret, (), (connection, purpose, id, secret, created, ends))

using GivenSecret = Line<8, 500>;

struct ConnectionDraft {
  Line<1, 120> name;
  System system = System::woocommerce;
  ChannelId channel;
  std::optional<LocationId> location;
  std::optional<Url> address;
  std::optional<Rate> calls_per_minute;
  std::optional<bool> tells_stock;
  std::optional<bool> tells_prices;
  std::optional<GivenSecret> webhook_secret;  // theirs, where they made one
  std::optional<GivenSecret> access;          // to ask them: a token, or "key:secret"
};
BOOST_DESCRIBE_STRUCT(ConnectionDraft, (),
                      (name, system, channel, location, address, calls_per_minute, tells_stock,
                       tells_prices, webhook_secret, access))

struct ConnectionChange {
  Patch<Line<1, 120>> name;
  Patch<std::optional<LocationId>> location;
  Patch<Line<0, 2000>> address;
  Patch<State> state;
  Patch<Rate> calls_per_minute;
  Patch<bool> tells_stock;
  Patch<bool> tells_prices;
};
BOOST_DESCRIBE_STRUCT(ConnectionChange, (),
                      (name, location, address, state, calls_per_minute, tells_stock, tells_prices))

}  // namespace sluis::connectors
