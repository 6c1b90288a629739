// Placing an order: what the buyer saw is held against what holds now, stock is promised, and the
// sale is written down, all in one unit.

#include <fmt/format.h>

#include "company/company.h"
#include "kernel/fold.h"
#include "orders/acts.h"
#include "orders/store.h"
#include "orders/vouchers.h"
#include "platform/zones/zones.h"
#include "segments/segments.h"

namespace sluis::orders {
namespace {

constexpr std::size_t kLinesMost = 100;

// "06BW2-K3Q5-Z8RG": what people read out over the telephone.
Reference reference_of(OrderId id) {
  std::string digits = id_digits(id.number());
  std::ranges::transform(digits, digits.begin(), [](char c) {
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
  });
  return {fmt::format("{}-{}-{}", digits.substr(0, 5), digits.substr(5, 4), digits.substr(9))};
}

class Placing {
 public:
  Placing(const Desk& desk, const Sight& sight, const OrderDraft& draft,
          std::optional<OrderId> exchange_of)
      : desk_(desk),
        sight_(sight),
        draft_(draft),
        company_(company::settings(desk.tx).settings),
        region_(zones::region_of(company_.zone)) {
    order().exchange_of = exchange_of;
  }

  Result<FullOrder> run() {
    TRY_VOID(begin());
    TRY_VOID(recognise());
    TRY_VOID(claim());
    TRY_VOID(add_lines());
    TRY_VOID(add_transport());
    TRY_VOID(honour_voucher());
    work_out();
    store_parts();
    TRY_VOID(hand_out());
    TRY_VOID(take_payment());
    TRY_VOID(carry_out());
    sql::insert(desk_.tx, order());
    whole_.timeline = sql::timeline(desk_.tx, order().id);
    return std::move(whole_);
  }

 private:
  Order& order() { return whole_.order; }

  // Where it is sold, to whom and by whom.
  Result<void> begin() {
    if (draft_.lines.empty() || draft_.lines.size() > kLinesMost) {
      return refuse(OrderRefusal::no_lines, std::to_string(kLinesMost));
    }
    const auto channel = TRY(channels::find(desk_.tx, channels::Sight{}, draft_.channel));
    if (channel.state == channels::State::ended) {
      return refuse(OrderRefusal::channel_closed, channel.name.text);
    }
    terms_ = sql::terms(desk_.tx, draft_.channel);
    order().id = desk_.actor.ids.next<OrderId>();
    order().version = 1;
    order().reference = draft_.reference.value_or(reference_of(order().id));
    order().channel = draft_.channel;
    order().partner = channel.partner;
    order().location = draft_.location ? draft_.location : sight_.location;
    if (order().location) {
      TRY_VOID(stock::location(desk_.tx, {sight_.location}, *order().location));
    }
    order().phase = draft_.phase.value_or(channels::Phase::purchase);
    order().campaign = draft_.campaign.value_or(Line<0, 120>{});
    order().agent = draft_.agent;
    order().country =
        draft_.country.value_or(taxes::Country::parse(region_).value_or(taxes::Country{}));
    order().currency = draft_.currency.value_or(company_.currency);
    const bool later = draft_.receive.method == Method::reserve;
    order().settlement =
        draft_.settlement.value_or(later ? Settlement::at_pickup : Settlement::prepaid);
    order().placed = order().changed = desk_.actor.now;
    return {};
  }

  // The identity that the order carries; who it is over all channels follows from the map of
  // merged identities, at any time.
  Result<void> recognise() {
    if (!draft_.buyer) return {};
    const BuyerDraft& buyer = *draft_.buyer;
    whole_.buyer = {.name = buyer.name.value_or(Line<0, 200>{}),
                    .email = buyer.email.value_or(Line<0, 254>{}),
                    .phone = buyer.phone.value_or(Line<0, 40>{}),
                    .address = buyer.address.value_or(Prose<500>{}),
                    .note = buyer.note.value_or(Prose<1000>{})};
    std::vector<SeenIdentity> seen = buyer.identities.value_or(std::vector<SeenIdentity>{});
    if (!whole_.buyer.email.text.empty()) {
      seen.push_back({identities::Kind::email, {whole_.buyer.email.text}});
    }
    if (!whole_.buyer.phone.text.empty()) {
      seen.push_back({identities::Kind::phone, {whole_.buyer.phone.text}});
    }
    const identities::Pepper pepper = identities::pepper(desk_.tx);
    std::vector<identities::Identity> known;
    for (const SeenIdentity& one : seen) {
      std::string room;
      const auto normal = identities::normal_form({one.kind, one.value.text}, region_, room);
      if (!normal) return refuse(normal.error());
      known.push_back({.id = identities::id_of(pepper, one.kind, *normal),
                       .kind = one.kind,
                       .value = std::string(*normal),
                       .first_seen = desk_.actor.now,
                       .last_seen = desk_.actor.now});
    }
    if (known.empty()) return {};
    order().identity = known.front().id;
    identities::remember(desk_.tx, known);
    return {};
  }

  Result<void> claim() {
    if (sql::claim(desk_.tx, order())) return {};
    return refuse(OrderRefusal::reference_taken, order().reference.text);
  }

  // Those that the channel says, else those of whom it recognised. An address that somebody typed
  // makes nobody its owner.
  std::vector<SegmentId> segments_of_buyer() {
    if (draft_.segments) return *draft_.segments;
    const bool recognised =
        draft_.buyer && draft_.buyer->identities && !draft_.buyer->identities->empty();
    if (!recognised) return {};
    return segments::priced_segments_of(desk_.tx,
                                        identities::customer_of(desk_.tx, *order().identity));
  }

  Result<void> add_lines() {
    const catalog::Buyer buyer{.channel = draft_.channel,
                               .segments = segments_of_buyer(),
                               .currency = order().currency,
                               .at = desk_.actor.now};
    const Date day = company::today(company_, desk_.actor.now);
    for (const LineDraft& wanted : draft_.lines)
      TRY_VOID(add_line(wanted, buyer, day));
    return {};
  }

  Result<void> add_line(const LineDraft& wanted, const catalog::Buyer& buyer, Date day) {
    const auto variant = TRY(catalog::variant_head(desk_.tx, wanted.variant));
    const auto product = TRY(catalog::product(desk_.tx, variant.product));
    if (!variant.active || product.state != catalog::State::on_sale) {
      return refuse(catalog::CatalogRefusal::not_on_sale, variant.sku.text);
    }
    OrderLine line{.order_id = order().id,
                   .number = static_cast<std::int64_t>(whole_.lines.size() + 1),
                   .variant = variant.id,
                   .sku = {variant.sku.text},
                   .name = {product.name.text},
                   .quantity = wanted.quantity.number,
                   .vat_class = product.vat};
    TRY_VOID(price(line, wanted, buyer));
    line.vat_rate = TRY(taxes::rate_at(order().country, product.vat, day));
    if (const auto cost = cost_of_one(variant)) line.goods_cost = times(*cost, line.quantity);
    whole_.lines.push_back(std::move(line));
    return {};
  }

  // Its own, or what the parts of a bundle cost together; unknown in another currency.
  std::optional<Micro> cost_of_one(const catalog::VariantHead& variant) {
    if (variant.cost || !variant.bundle) return cost_in_currency(variant);
    Micro all;
    for (const catalog::Part& part : catalog::parts_of(desk_.tx, variant.id)) {
      const auto of_part = catalog::variant_head(desk_.tx, part.variant);
      const auto one = of_part ? cost_in_currency(*of_part) : std::nullopt;
      const auto cost = one ? times(*one, part.quantity.number) : std::nullopt;
      if (!cost) return std::nullopt;
      all = all + *cost;
    }
    return all;
  }
  std::optional<Micro> cost_in_currency(const catalog::VariantHead& variant) {
    return variant.cost_currency == order().currency ? variant.cost : std::nullopt;
  }

  // What the buyer saw must be what holds now, unless somebody who may sets another price.
  Result<void> price(OrderLine& line, const LineDraft& wanted, const catalog::Buyer& buyer) {
    const bool own = draft_.own_prices.value_or(false) && wanted.price;
    if ((own || wanted.discount) && !sight_.sets_prices) {
      return refuse(OrderRefusal::price_not_yours);
    }
    if (wanted.price && wanted.price->currency != order().currency) {
      return refuse(MoneyRefusal::mixed_currencies, order().currency.code(),
                    wanted.price->currency.code());
    }
    if (own) {
      line.price = wanted.price->amount;
    } else {
      const auto now = TRY(catalog::price(desk_.tx, *line.variant, buyer));
      if (wanted.price && wanted.price->amount != now.amount) {
        return refuse(OrderRefusal::price_changed, line.sku.text, to_string(wanted.price->amount),
                      to_string(now.amount));
      }
      line.price = now.amount;
      line.includes_vat = now.includes_vat;
    }
    line.discount = wanted.discount.value_or(Micro());
    const auto amount = times(line.price, line.quantity);
    const bool fits =
        amount && line.price >= Micro() && line.discount >= Micro() && line.discount <= *amount;
    if (!fits) return refuse(OrderRefusal::amount_too_large, line.sku.text);
    return {};
  }

  Result<void> add_transport() {
    if (!draft_.transport) return {};
    const Money& asked = *draft_.transport;
    if (asked.currency != order().currency) {
      return refuse(MoneyRefusal::mixed_currencies, order().currency.code(), asked.currency.code());
    }
    if (asked.amount < Micro() || asked.amount > kLineMost) {
      return refuse(OrderRefusal::amount_too_large, "transport");
    }
    if (asked.amount == Micro()) return {};
    const Date day = company::today(company_, desk_.actor.now);
    const auto rate = TRY(taxes::rate_at(order().country, taxes::VatClass::standard, day));
    whole_.lines.push_back({.order_id = order().id,
                            .number = static_cast<std::int64_t>(whole_.lines.size() + 1),
                            .kind = LineKind::transport,
                            .variant = {},
                            .quantity = 1,
                            .price = asked.amount,
                            .vat_rate = rate,
                            .goods_cost = {}});
    return {};
  }

  Result<void> honour_voucher() {
    if (!draft_.voucher || draft_.voucher->text.empty()) return {};
    const VoucherState voucher = TRY(honour(desk_, order(), draft_.voucher->text));
    take_off(whole_.lines, worth(voucher, whole_.lines));
    order().voucher = voucher.code;
    return {};
  }

  void work_out() {
    tax(whole_.lines);
    total(order(), whole_.lines);
    const bool is_sent = draft_.receive.method == Method::ship;
    share_costs(whole_.lines, terms_, order().currency, order().payable, is_sent);
    total(order(), whole_.lines);
  }

  // The order itself comes last, once it is known in which state.
  void store_parts() {
    const bool waits = order().settlement == Settlement::prepaid && order().payable > Micro();
    if (waits) order().pay_by = desk_.actor.now + std::chrono::minutes(terms_.pay_minutes.number);
    for (const OrderLine& line : whole_.lines)
      sql::insert(desk_.tx, line);
    if (whole_.buyer != Buyer{}) sql::insert(desk_.tx, order().id, whole_.buyer);
    for (const std::string& word : words())
      sql::add_word(desk_.tx, order().id, word);
    tell(desk_, order(), {.what = "placed", .pieces = counts_of(whole_.lines).ordered});
  }

  // What it is found by.
  std::vector<std::string> words() const {
    std::vector<std::string> words = {folded(whole_.order.reference.text)};
    const auto add = [&](std::string_view text) {
      for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find(' ', at), text.size());
        if (end > at) words.push_back(folded(text.substr(at, end - at)));
        at = end + 1;
      }
    };
    for (const OrderLine& line : whole_.lines)
      add(line.sku.text);
    add(whole_.buyer.name.text);
    add(whole_.buyer.email.text);
    if (whole_.order.location) words.push_back(to_string(*whole_.order.location));
    return words;
  }

  // Stock for every piece, from as few places as there can be.
  Result<void> hand_out() {
    if (draft_.receive.method == Method::carry_out) return {};
    const Receive& receive = draft_.receive;
    if (receive.method != Method::ship && !receive.location) {
      return refuse(OrderRefusal::location_needed, enum_name(receive.method));
    }
    std::vector<Wanted> wanted;
    for (const OrderLine& line : whole_.lines) {
      if (line.variant) wanted.push_back({line.number, *line.variant, line.quantity});
    }
    return source(desk_, whole_, wanted,
                  {.method = receive.method,
                   .only = receive.location,
                   .not_there = {},
                   .sold = draft_.sold,
                   .bring = receive.bring.value_or(false) && receive.method != Method::ship});
  }

  Result<void> take_payment() {
    if (draft_.payment) return receive_payment(desk_, whole_, *draft_.payment);
    if (!order().pay_by) confirm(desk_, whole_);
    return {};
  }

  // Over the counter: sold, paid and gone.
  Result<void> carry_out() {
    if (draft_.receive.method != Method::carry_out) return {};
    const auto at = draft_.receive.location ? draft_.receive.location : order().location;
    if (!at) return refuse(OrderRefusal::location_needed, enum_name(Method::carry_out));
    if (order().state != State::confirmed) {
      return refuse(OrderRefusal::not_paid, to_string(order().payable - order().paid));
    }
    return take_along(desk_, whole_, *at);
  }

  const Desk& desk_;
  const Sight& sight_;
  const OrderDraft& draft_;
  const company::Settings company_;
  const std::string region_;
  Terms terms_;
  FullOrder whole_;
};

}  // namespace

Result<FullOrder> place_whole(const Desk& desk, const Sight& sight, const OrderDraft& draft,
                              std::optional<OrderId> exchange_of) {
  return Placing(desk, sight, draft, exchange_of).run();
}

Result<Order> place(const Desk& desk, const Sight& sight, const OrderDraft& draft,
                    std::optional<OrderId> exchange_of) {
  return TRY(place_whole(desk, sight, draft, exchange_of)).order;
}

}  // namespace sluis::orders
