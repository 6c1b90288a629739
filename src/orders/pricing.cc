#include "orders/pricing.h"

#include <numeric>

namespace sluis::orders {
namespace {

bool is_product(const OrderLine& line) {
  return line.kind == LineKind::product;
}

Micro in_cents(Micro amount, Currency currency) {
  return exact(payable(amount, currency), currency);
}

// Gives the product lines their part of an amount, by what `weight` says of each.
template <class Weight, class Give>
void lay_on(std::span<OrderLine> lines, Micro amount, Weight weight, Give give) {
  std::vector<Micro> weights;
  for (const OrderLine& line : lines) {
    if (is_product(line)) weights.push_back(weight(line));
  }
  const std::vector<Micro> parts = spread(amount, weights);
  std::size_t next = 0;
  for (OrderLine& line : lines) {
    if (is_product(line)) give(line, parts[next++]);
  }
}

}  // namespace

std::optional<Micro> times(Micro price, std::int64_t quantity) {
  std::int64_t product = 0;
  if (__builtin_mul_overflow(price.units(), quantity, &product)) return std::nullopt;
  if (Micro(product) > kLineMost) return std::nullopt;
  return Micro(product);
}

std::vector<Micro> spread(Micro amount, std::span<const Micro> weights) {
  const Micro all = std::accumulate(weights.begin(), weights.end(), Micro());
  std::vector<Micro> parts(weights.size());
  if (weights.empty()) return parts;
  if (all == Micro()) {
    parts.front() = amount;
    return parts;
  }
  Micro weighed;
  Micro given;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    weighed = weighed + weights[i];
    const Micro until_here = scaled(amount, weighed.units(), all.units());
    parts[i] = until_here - given;
    given = until_here;
  }
  return parts;
}

Micro share(Micro amount, std::int64_t before, std::int64_t after, std::int64_t quantity) {
  return scaled(amount, after, quantity) - scaled(amount, before, quantity);
}

Micro seen(const OrderLine& line) {
  return Micro(line.price.units() * line.quantity) - line.discount;
}

Micro room_above(taxes::BasisPoints floor, std::span<const OrderLine> lines) {
  Micro all;
  Micro net;
  Micro goods;
  for (const OrderLine& line : lines) {
    if (!is_product(line)) continue;
    if (!line.goods_cost) return Micro();
    all = all + seen(line);
    net = net + taxes::taxed(seen(line), line.includes_vat, line.vat_rate).net;
    goods = goods + *line.goods_cost;
  }
  const Micro goods_most = scaled(net, taxes::kWhole - floor, taxes::kWhole);
  if (goods >= goods_most) return Micro();
  return all - scaled(all, goods.units(), goods_most.units());
}

Micro take_off(std::span<OrderLine> lines, Micro amount) {
  Micro all;
  for (const OrderLine& line : lines) {
    if (is_product(line)) all = all + seen(line);
  }
  const Micro off = std::min(amount, all);
  lay_on(lines, off, seen,
         [](OrderLine& line, Micro part) { line.discount = line.discount + part; });
  return off;
}

void tax(std::span<OrderLine> lines) {
  for (OrderLine& line : lines) {
    const taxes::Taxed taxed = taxes::taxed(seen(line), line.includes_vat, line.vat_rate);
    line.net = taxed.net;
    line.vat = taxed.vat;
    line.gross = taxed.gross;
  }
}

void share_costs(std::span<OrderLine> lines, const Terms& terms, Currency currency, Micro payable,
                 bool is_sent) {
  const auto gross = [](const OrderLine& line) { return line.gross; };
  const bool same = terms.currency == currency;
  for (OrderLine& line : lines) {
    if (is_product(line)) {
      line.channel_fee = scaled(line.gross, terms.fee_basis_points.number, taxes::kWhole);
    }
  }
  const Micro fixed = same ? terms.payment_fixed : Micro();
  const Micro fee = scaled(payable, terms.payment_basis_points.number, taxes::kWhole) + fixed;
  lay_on(lines, fee, gross, [](OrderLine& line, Micro part) { line.payment_fee = part; });
  const Micro transport = same && is_sent ? terms.transport_cost : Micro();
  lay_on(lines, transport, gross, [](OrderLine& line, Micro part) { line.transport_cost = part; });
}

std::optional<Micro> cost_of(const OrderLine& line) {
  if (!is_product(line)) return Micro();
  if (!line.goods_cost) return std::nullopt;
  return *line.goods_cost + line.channel_fee + line.payment_fee + line.transport_cost;
}

void total(Order& order, std::span<const OrderLine> lines) {
  std::vector<taxes::Taxed> taxed;
  order.cost = Micro();
  for (const OrderLine& line : lines) {
    taxed.push_back({.net = line.net, .vat = line.vat, .gross = line.gross});
    const auto cost = cost_of(line);
    order.cost = order.cost && cost ? std::optional(*order.cost + *cost) : std::nullopt;
  }
  const taxes::Total total = taxes::total_of(taxed, order.currency);
  order.net = total.lines.net;
  order.vat = total.lines.vat;
  order.gross = total.lines.gross;
  order.rounding = total.rounding;
  order.payable = exact(total.payable, order.currency);
  order.margin =
      order.cost ? std::optional(order.net + order.rounding - *order.cost) : std::nullopt;
}

Micro owed(const Order& order) {
  const Micro left = order.payable - in_cents(order.lapsed, order.currency) - order.waived;
  return std::max(Micro(), left);
}

Micro due_back(const Order& order) {
  return std::max(Micro(), order.paid - order.refunded - owed(order));
}

bool is_payable(Micro amount, Currency currency) {
  return in_cents(amount, currency) == amount;
}

}  // namespace sluis::orders
