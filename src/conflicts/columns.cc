#include "conflicts/columns.h"

#include <map>

namespace sluis::conflicts {
namespace {

class Names {
 public:
  explicit Names(store::Snapshot& snapshot) : snapshot_(snapshot) {
    for (const channels::Channel& one : channels::all(snapshot, channels::kEverything))
      codes_[one.id] = one.code.text;
  }

  std::string code_of(std::optional<ChannelId> channel) const {
    const auto found = channel ? codes_.find(*channel) : codes_.end();
    return found == codes_.end() ? "" : found->second;
  }

  std::string address_of(std::optional<UserId> owner) {
    if (!owner) return "";
    const auto [found, is_new] = addresses_.try_emplace(*owner);
    if (is_new) {
      if (const auto person = access::person(snapshot_, *owner))
        found->second = TextForm<Email>::print(person->email);
    }
    return found->second;
  }

 private:
  store::Snapshot& snapshot_;
  std::map<ChannelId, std::string> codes_;
  std::map<UserId, std::string> addresses_;
};

}  // namespace

std::vector<Columns> table_of(store::Snapshot& snapshot, const std::vector<Conflict>& conflicts) {
  Names names(snapshot);
  std::vector<Columns> rows;
  rows.reserve(conflicts.size());
  for (const Conflict& one : conflicts) {
    rows.push_back({.kind = one.kind,
                    .sku = one.sku,
                    .name = one.name,
                    .about = one.about,
                    .language = one.language,
                    .channel = names.code_of(one.channel),
                    .value = one.value,
                    .other = names.code_of(one.other),
                    .other_value = one.other_value,
                    .reported_only = one.reported_only,
                    .stake = one.stake,
                    .currency = one.currency,
                    .no_stake = one.no_stake,
                    .since = one.since,
                    .state = one.state,
                    .owner = names.address_of(one.owner),
                    .reason = one.reason.text,
                    .closed = one.closed,
                    .id = one.id});
  }
  return rows;
}

}  // namespace sluis::conflicts
