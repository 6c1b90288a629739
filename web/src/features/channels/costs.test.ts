import { describe, expect, test } from 'vitest';
import { convertedNow, costTotals, isNow } from './costs';
import type { Cost } from './wire';

const line = (amount: string, per: Cost['per'], currency = 'EUR'): Cost => ({
  kind: 'fixed',
  note: '',
  amount,
  currency,
  per,
  from: '2026-01-01',
  to: null,
});

describe('totals', () => {
  test('are exact, and never mix currencies', () => {
    const amounts = Array.from({ length: 10 }, () => ({ amount: '0.10', currency: 'EUR' }));
    expect(costTotals([...amounts, { amount: '5.00', currency: 'USD' }])).toEqual([
      { currency: 'EUR', amount: '1.00' },
      { currency: 'USD', amount: '5.00' },
    ]);
    expect(costTotals([{ amount: '9007199254740993.000001', currency: 'EUR' }])).toEqual([
      { currency: 'EUR', amount: '9007199254740993.000001' },
    ]);
  });
});

describe('conversion', () => {
  const november = '2026-11-22';

  test('a month is twelve times in a year, and its own days long', () => {
    expect(convertedNow([line('3000.00', 'month')], november)).toEqual([
      { currency: 'EUR', day: '100.00', month: '3000.00', year: '36000.00' },
    ]);
  });

  test('a year is a year, leap year or not', () => {
    const leap = '2028-02-10';
    expect(convertedNow([line('366.00', 'year')], leap)).toEqual([
      { currency: 'EUR', day: '1.00', month: '29.00', year: '366.00' },
    ]);
    expect(convertedNow([line('365.00', 'year')], november)[0]?.month).toBe('30.00');
  });

  test('sums are rounded once', () => {
    const thirds = Array.from({ length: 3 }, () => line('10.00', 'month'));
    expect(convertedNow(thirds, november)[0]?.day).toBe('1.00');
  });
});

test('a line counts from its first day until the day before its last', () => {
  const cost = { ...line('1.00', 'day'), from: '2026-11-22', to: '2026-11-23' };
  expect(isNow(cost, '2026-11-21')).toBe(false);
  expect(isNow(cost, '2026-11-22')).toBe(true);
  expect(isNow(cost, '2026-11-23')).toBe(false);
});
