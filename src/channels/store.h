// The SQL of channels: the worksheet's rows, and the parts of a channel that are lists.
#pragma once

#include <span>

#include "channels/channels.h"

namespace sluis::channels::sql {

std::optional<Head> head(store::Snapshot& snapshot, ChannelId id);
std::vector<Head> heads(store::Snapshot& snapshot, const Sight& sight);
std::vector<Slug> codes(store::Snapshot& snapshot);
bool exists(store::Snapshot& snapshot, ChannelId id);
std::optional<ChannelId> find_code(store::Snapshot& snapshot, const Slug& code);

// A page of the list and one more row if there is a page behind it; without what channels cost.
struct ListedRow : Head {
  Kind kind;
  std::vector<Need> missing;
  std::int64_t kpis;
  std::string sort_key;
};
BOOST_DESCRIBE_STRUCT(ListedRow, (Head), (kind, missing, kpis, sort_key))
std::vector<ListedRow> list(store::Snapshot& snapshot, const Sight& sight, const Query& query,
                            Currency currency, Date today);

std::vector<Cost> costs(store::Snapshot& snapshot, ChannelId id);
std::vector<Link> links(store::Snapshot& snapshot, ChannelId id);
std::vector<Check> checks(store::Snapshot& snapshot, ChannelId id);
// The channels that join with this one.
std::vector<ChannelId> joined_with(store::Snapshot& snapshot, ChannelId id);
std::vector<Joint> all_links(store::Snapshot& snapshot, const Sight& sight);

// The row alone; false when the code is taken.
bool insert(store::Tx& tx, const Channel& channel);
// The row alone; false when `version` is not the present one.
bool update(store::Tx& tx, const Channel& channel, std::int64_t version);
// Costs, links and checks, those of them that differ.
void replace_parts(store::Tx& tx, const Channel& before, const Channel& after);
// Its parts too; no other channel may join with it any more. False when `version` is not the
// present one.
bool remove(store::Tx& tx, ChannelId id, std::int64_t version);

std::span<const store::Statement* const> statements();

}  // namespace sluis::channels::sql
