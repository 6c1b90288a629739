// What is asked for when an order is placed.
#pragma once

#include "orders/order.h"

namespace sluis::orders {

struct SeenIdentity {
  identities::Kind kind = identities::Kind::email;
  Line<1, 254> value;
};
BOOST_DESCRIBE_STRUCT(SeenIdentity, (), (kind, value))

// The first identity is who bought; without any it is the e-mail address, else the telephone.
struct BuyerDraft {
  std::optional<std::vector<SeenIdentity>> identities;
  std::optional<Line<0, 200>> name;
  std::optional<Line<0, 254>> email;
  std::optional<Line<0, 40>> phone;
  std::optional<Prose<500>> address;
  std::optional<Prose<1000>> note;
};
BOOST_DESCRIBE_STRUCT(BuyerDraft, (), (identities, name, email, phone, address, note))

struct LineDraft {
  VariantId variant;
  Quantity quantity;
  std::optional<Money> price;     // of one, as the buyer saw it; else what holds now
  std::optional<Micro> discount;  // of the whole line, by who may set prices
};
BOOST_DESCRIBE_STRUCT(LineDraft, (), (variant, quantity, price, discount))

struct Receive {
  Method method = Method::ship;
  std::optional<LocationId> location;  // from where, or where it is collected; else it is chosen
  std::optional<bool> bring;           // what is collected may be brought there from elsewhere
};
BOOST_DESCRIBE_STRUCT(Receive, (), (method, location, bring))

// Already received, or to be asked of a provider, which is told by its name.
struct PaymentDraft {
  Slug method;
  std::optional<Money> amount;  // else all that is owed
  std::optional<Slug> provider;
  std::optional<Line<0, 200>> reference;
};
BOOST_DESCRIBE_STRUCT(PaymentDraft, (), (method, amount, provider, reference))

struct OrderDraft {
  ChannelId channel;
  std::vector<LineDraft> lines;
  Receive receive;
  std::optional<Reference> reference;  // of the channel; else one is made
  std::optional<LocationId> location;  // where it is placed
  std::optional<channels::Phase> phase;
  std::optional<Line<0, 120>> campaign;
  std::optional<UserId> agent;
  std::optional<taxes::Country> country;  // else where the company is
  std::optional<Currency> currency;       // else the company's
  std::optional<Settlement> settlement;   // else at pickup of what is kept ready, else prepaid
  std::optional<std::vector<SegmentId>> segments;  // of the buyer, for prices
  std::optional<Money> transport;                  // what the buyer pays for it, VAT included
  std::optional<Voucher> voucher;
  std::optional<PaymentDraft> payment;
  std::optional<BuyerDraft> buyer;
  std::optional<bool> own_prices;  // the prices given hold, by who may set them
  // By a shop of somebody else that tells it now: never asked for over the API.
  bool sold = false;
};
BOOST_DESCRIBE_STRUCT(OrderDraft, (),
                      (channel, lines, receive, reference, location, phase, campaign, agent,
                       country, currency, settlement, segments, transport, voucher, payment, buyer,
                       own_prices))

}  // namespace sluis::orders
