// Figures of the server as lines: every day there, means over seven days, and the smallest channels as
// one. Pure.
import type { Line } from '~/ui/chart/Lines';
import type { Series as Colour } from '~/ui/control/Dot';
import { type Amounts, amountsOf, type KpiCode, noAmounts, type Sums, together, valueOf } from './figures';
import { warmUpDays } from '~/platform/period';

export interface Dated extends Sums {
  starts: string;
}
export interface OfChannel extends Dated {
  channel: string;
}

// One value for each start; with a mean, that of the starts up to it.
export function values(
  kpi: KpiCode,
  starts: readonly string[],
  points: readonly Dated[],
  mean: boolean,
): (number | null)[] {
  const found = new Map(points.map((point) => [point.starts, amountsOf(point)]));
  const amounts = starts.map((start) => found.get(start) ?? noAmounts);
  if (!mean) return amounts.map((amount) => valueOf(kpi, amount));
  return amounts
    .map((_, index) => amounts.slice(Math.max(0, index - warmUpDays), index + 1))
    .map((window) => meanOf(kpi, window));
}

// Of what adds up it is a mean by the day; a ratio is that of the sums.
function meanOf(kpi: KpiCode, window: readonly Amounts[]): number | null {
  const sum = together(window);
  const share = 1 / window.length;
  return valueOf(kpi, {
    orders: sum.orders * share,
    net: sum.net * share,
    margin: sum.margin * share,
    cost: sum.cost * share,
  });
}

export interface Look {
  name: string;
  series: Colour;
}

// Those of one colour are told apart by shades, in the order given.
export function shadesOf(ids: readonly string[], colourOf: (id: string) => Colour): Map<string, number> {
  const used = new Map<Colour, number>();
  return new Map(
    ids.map((id) => {
      const colour = colourOf(id);
      const shade = used.get(colour) ?? 0;
      used.set(colour, shade + 1);
      return [id, shade];
    }),
  );
}

const mostLines = 8;

// A line for each channel in the order given; those beyond the eighth are one line together.
export function channelLines(
  kpi: KpiCode,
  starts: readonly string[],
  points: readonly OfChannel[],
  order: readonly string[],
  mean: boolean,
  lookOf: (channel: string) => Look,
  restName: (count: number) => string,
): Line[] {
  const rest = order.length > mostLines + 1 ? order.slice(mostLines) : [];
  const alone = order.slice(0, order.length - rest.length);
  const shades = shadesOf(alone, (id) => lookOf(id).series);
  const lines = alone.map((id): Line => {
    const own = points.filter(({ channel }) => channel === id);
    return { id, ...lookOf(id), shade: shades.get(id) ?? 0, values: values(kpi, starts, own, mean) };
  });
  if (rest.length === 0) return lines;
  const others = joined(points.filter(({ channel }) => rest.includes(channel)));
  return [
    ...lines,
    {
      id: 'rest',
      name: restName(rest.length),
      series: 'other',
      shade: 3,
      values: values(kpi, starts, others, mean),
    },
  ];
}

// Points of several channels, one for each start.
function joined(points: readonly OfChannel[]): Dated[] {
  const found = new Map<string, OfChannel[]>();
  for (const point of points) found.set(point.starts, [...(found.get(point.starts) ?? []), point]);
  return [...found].map(([starts, some]) => {
    const { orders, net, margin } = together(some.map(amountsOf));
    const [first] = some as [OfChannel];
    return { ...first, starts, orders, net_revenue: String(net), margin: String(margin) };
  });
}
