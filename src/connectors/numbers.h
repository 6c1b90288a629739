// The numbers that programs of others know our things by: they want small integers, and ours have
// 64 bits. A number stays with its thing for ever and means nothing on another connection.
#pragma once

#include "connectors/connection.h"
#include "orders/orders.h"
#include "platform/store/session.h"

namespace sluis::connectors {

enum class Numbered : std::uint8_t { variant, order };
BOOST_DESCRIBE_ENUM(Numbered, variant, order)

// Of one connection. Looking up makes no numbers; what had none is remembered, so that it can be
// given one in a unit and asked for again.
class Numbers {
 public:
  struct Missing {
    Numbered kind;
    std::int64_t thing;
  };

  Numbers(store::Snapshot& snapshot, ConnectionId connection)
      : snapshot_(snapshot), connection_(connection) {}

  // 0 where there is none yet.
  std::int64_t of(catalog::VariantId id) { return of(Numbered::variant, id.number()); }
  std::int64_t of(orders::OrderId id) { return of(Numbered::order, id.number()); }
  std::optional<catalog::VariantId> variant(std::int64_t number) const;
  std::optional<orders::OrderId> order(std::int64_t number) const;
  const std::vector<Missing>& missing() const { return missing_; }

 private:
  std::int64_t of(Numbered kind, std::int64_t thing);

  store::Snapshot& snapshot_;
  const ConnectionId connection_;
  std::vector<Missing> missing_;
};

void give_numbers(store::Tx& tx, ConnectionId connection,
                  const std::vector<Numbers::Missing>& missing);

}  // namespace sluis::connectors
