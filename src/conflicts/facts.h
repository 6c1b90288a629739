// What the rules look at: all that is known of what channels say, at one moment. Pure.
#pragma once

#include <map>
#include <set>

#include "conflicts/clash.h"
#include "contacts/contacts.h"
#include "measures/measures.h"
#include "stock/stock.h"

namespace sluis::conflicts {

// What was sold in the four weeks that count.
class Sales {
 public:
  Sales() = default;
  explicit Sales(const std::vector<measures::ProductSales>& sold);

  // Of some products on some channels, net of VAT; a channel that told no sale counts as nothing,
  // unless none of them did: then nothing is known.
  std::optional<Micro> revenue(std::span<const ChannelId> channels,
                               std::span<const catalog::Sku> skus) const;
  // Of all that a channel sold.
  std::optional<Micro> revenue(ChannelId channel) const;
  std::optional<measures::Quantity> pieces(ChannelId channel, const catalog::Sku& sku) const;

 private:
  std::map<ChannelId, std::map<std::string, measures::ProductSales>> by_channel_;
};

struct Facts {
  Instant now;
  Date today;                           // of the company
  Currency currency;                    // of the company: amounts in others are not compared
  taxes::Country country;               // whose VAT is in the prices
  catalog::LanguageCode language;       // of the products' own texts
  std::vector<channels::Channel> live;  // the own ones first, by code
  std::vector<catalog::ChannelPrices> prices;
  std::vector<catalog::ChannelTexts> texts;
  std::vector<stock::Drift> drift;
  std::vector<contacts::Team> teams;
  Sales sales;
};

bool sells(const channels::Channel& channel);
bool is_reseller(const channels::Channel& channel);

// With what is at stake, or why that is not known.
Clash with_stake(Clash clash, std::optional<Micro> stake, Currency currency);

}  // namespace sluis::conflicts
