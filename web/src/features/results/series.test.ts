import { expect, test } from 'vitest';
import { channelLines, values, type OfChannel } from './series';

const point = (starts: string, channel: string, orders: number, net: number): OfChannel => ({
  starts,
  channel,
  events: orders,
  orders,
  units: '0',
  gross_revenue: String(net),
  refunds: '0',
  net_revenue: String(net),
  margin: '0',
});
const days = Array.from({ length: 10 }, (_, index) => `2026-01-${String(index + 1).padStart(2, '0')}`);
const look = (name: string) => ({ name, series: 1 as const });
const rest = (count: number) => `rest ${count}`;

test('days on which nothing happened are zero, and have no order value', () => {
  const points = [point('2026-01-03', 'a', 2, 50)];
  expect(values('revenue', days.slice(0, 4), points, false)).toEqual([0, 0, 50, 0]);
  expect(values('average-order-value', days.slice(0, 4), points, false)).toEqual([null, null, 25, null]);
});

test('a mean is of the seven days up to it', () => {
  const points = days.map((day) => point(day, 'a', 1, 7));
  expect(values('revenue', days, points, true)).toEqual(days.map(() => 7));
  const once = [point('2026-01-01', 'a', 1, 70)];
  expect(values('revenue', days, once, true).map((value) => Math.round(value ?? -1))).toEqual([
    70, 35, 23, 18, 14, 12, 10, 0, 0, 0,
  ]);
});

test('channels of one colour get shades, and the smallest stand together', () => {
  const order = Array.from({ length: 11 }, (_, index) => `c${index}`);
  const points = order.map((id) => point('2026-01-01', id, 1, 10));
  const lines = channelLines('revenue', ['2026-01-01'], points, order, false, look, rest);
  expect(lines.map(({ name }) => name)).toEqual([...order.slice(0, 8), 'rest 3']);
  expect(lines.at(-1)?.values).toEqual([30]);
  expect(lines.slice(0, 3).map(({ shade }) => shade)).toEqual([0, 1, 2]);
});

test('nine channels are nine lines: one alone is no rest', () => {
  const order = Array.from({ length: 9 }, (_, index) => `c${index}`);
  expect(channelLines('orders', days, [], order, false, look, rest)).toHaveLength(9);
});
