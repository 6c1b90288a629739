// The KPIs of the strip, of any figures: a channel, a day, a mean of days. The server computes those of
// the whole period in the same way (src/measures/rules.cc). Pure.
import type { Schemas } from '~/api';

export type Figures = Schemas['measures.Figures'];
// A point of a channel has no cost: a channel costs what its worksheet says, whatever happens.
export type Sums = Omit<Figures, 'cost'> & { cost?: string };

export const kpis = [
  'revenue',
  'orders',
  'average-order-value',
  'margin',
  'cost',
  'cost-per-order',
  'return-on-cost',
] as const;
export type KpiCode = (typeof kpis)[number];

export const isKpi = (code: unknown): code is KpiCode => kpis.includes(code as KpiCode);
export const needsCost = (kpi: KpiCode) => kpi.includes('cost');

const ratio = (part: number, whole: number) => (whole > 0 ? part / whole : null);

// The amounts of several figures together.
export interface Amounts {
  orders: number;
  net: number;
  margin: number;
  cost: number;
}

export const amountsOf = ({ orders, net_revenue: net, margin, cost = '0' }: Sums): Amounts => ({
  orders,
  net: Number(net),
  margin: Number(margin),
  cost: Number(cost),
});

export const noAmounts: Amounts = { orders: 0, net: 0, margin: 0, cost: 0 };

export const together = (all: readonly Amounts[]): Amounts =>
  all.reduce(
    (sum, one) => ({
      orders: sum.orders + one.orders,
      net: sum.net + one.net,
      margin: sum.margin + one.margin,
      cost: sum.cost + one.cost,
    }),
    noAmounts,
  );

export function valueOf(kpi: KpiCode, { orders, net, margin, cost }: Amounts): number | null {
  switch (kpi) {
    case 'revenue':
      return net;
    case 'orders':
      return orders;
    case 'average-order-value':
      return ratio(net, orders);
    case 'margin':
      return margin;
    case 'cost':
      return cost;
    case 'cost-per-order':
      return ratio(cost, orders);
    case 'return-on-cost':
      return ratio(margin - cost, cost);
  }
}

// Fewer orders than this say nothing about a change.
export const fewest = 30;

export type Change =
  | { is: 'none' } // nothing to compare with
  | { is: 'few'; orders: number }
  | { is: 'share'; share: number };

// What changed between two periods, and whether that says anything: costs are planned, all else is of orders.
export function changeOf(
  kpi: KpiCode,
  now: { value: number | null; orders: number },
  before: { value: number | null; orders: number } | undefined,
): Change {
  if (!before || now.value === null || before.value === null || before.value <= 0) {
    return { is: 'none' };
  }
  const orders = Math.min(now.orders, before.orders);
  if (kpi !== 'cost' && orders < fewest) return { is: 'few', orders };
  return { is: 'share', share: now.value / before.value - 1 };
}
