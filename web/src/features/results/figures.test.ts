import { expect, test } from 'vitest';
import { amountsOf, changeOf, kpis, noAmounts, together, valueOf } from './figures';

const sums = {
  events: 9,
  orders: 2,
  units: '3',
  gross_revenue: '60.00',
  refunds: '10.00',
  net_revenue: '50.00',
  margin: '20.00',
  cost: '8.00',
};

test('KPIs follow from figures as the server has them', () => {
  const values = Object.fromEntries(kpis.map((kpi) => [kpi, valueOf(kpi, amountsOf(sums))]));
  expect(values).toEqual({
    revenue: 50,
    orders: 2,
    'average-order-value': 25,
    margin: 20,
    cost: 8,
    'cost-per-order': 4,
    'return-on-cost': 1.5,
  });
});

test('a ratio of nothing is nothing, not zero', () => {
  expect(valueOf('average-order-value', noAmounts)).toBeNull();
  expect(valueOf('return-on-cost', noAmounts)).toBeNull();
});

test('a ratio of several figures is that of their sums, not the mean of their ratios', () => {
  const one = { ...noAmounts, orders: 1, net: 100 };
  const three = { ...noAmounts, orders: 3, net: 60 };
  expect(valueOf('average-order-value', together([one, three]))).toBe(40);
});

test('few orders say nothing about a change, whichever period has them', () => {
  const many = { value: 100, orders: 400 };
  const few = { value: 80, orders: 29 };
  expect(changeOf('revenue', many, few)).toEqual({ is: 'few', orders: 29 });
  expect(changeOf('revenue', few, many)).toEqual({ is: 'few', orders: 29 });
  expect(changeOf('revenue', many, { value: 80, orders: 30 })).toEqual({ is: 'share', share: 0.25 });
  expect(changeOf('cost', many, few)).toEqual({ is: 'share', share: 0.25 });
});

test('nothing is compared with nothing', () => {
  expect(changeOf('revenue', { value: 1, orders: 99 }, undefined)).toEqual({ is: 'none' });
  expect(changeOf('revenue', { value: 1, orders: 99 }, { value: 0, orders: 99 })).toEqual({ is: 'none' });
});
