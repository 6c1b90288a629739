// Conflicts as a table that people read and open elsewhere.
#pragma once

#include "channels/channels.h"
#include "conflicts/conflicts.h"

namespace sluis::conflicts {

struct Columns {
  Kind kind = Kind::price;
  std::string sku;
  std::string name;
  std::string about;
  std::string language;
  std::string channel;  // its code
  std::string value;
  std::string other;  // its code; empty: what Sluis itself knows
  std::string other_value;
  bool reported_only = false;
  std::optional<Micro> stake;
  Currency currency;
  std::optional<NoStake> no_stake;
  Instant since;
  State state = State::open;
  std::string owner;  // their e-mail address
  std::string reason;
  std::optional<Instant> closed;
  ConflictId id;

  static constexpr Text headings[] = {{"Kind", "Soort"},
                                      {"SKU", "SKU"},
                                      {"Product", "Product"},
                                      {"About", "Over"},
                                      {"Language", "Taal"},
                                      {"Channel", "Kanaal"},
                                      {"Says", "Zegt"},
                                      {"Other", "Ander"},
                                      {"Says", "Zegt"},
                                      {"Only told", "Alleen gemeld"},
                                      {"At stake", "Inzet"},
                                      {"Currency", "Valuta"},
                                      {"No amount", "Geen bedrag"},
                                      {"Since", "Sinds"},
                                      {"State", "Stand"},
                                      {"Owner", "Eigenaar"},
                                      {"Reason", "Reden"},
                                      {"Closed", "Gesloten"},
                                      {"Id", "Id"}};
};
BOOST_DESCRIBE_STRUCT(Columns, (),
                      (kind, sku, name, about, language, channel, value, other, other_value,
                       reported_only, stake, currency, no_stake, since, state, owner, reason,
                       closed, id))

// With the codes of channels and the addresses of owners.
std::vector<Columns> table_of(store::Snapshot& snapshot, const std::vector<Conflict>& conflicts);

}  // namespace sluis::conflicts
