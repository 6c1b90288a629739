import { expect, test } from 'vitest';
import { draftOf, newPrice, priceOf, usualPrice } from './prices';
import type { Price } from './wire';

const price = (amount: string, rest: Partial<Price> = {}): Price => ({
  amount,
  currency: 'EUR',
  includes_vat: true,
  ...rest,
});
const now = Date.parse('2026-11-22T10:00:00Z');

test('the usual price is for everybody, holds now, and began last', () => {
  const prices = [
    price('100'),
    price('80', { from: '2026-11-20T00:00:00Z', to: '2026-11-30T00:00:00Z' }),
    price('70', { from: '2026-12-01T00:00:00Z' }),
    price('60', { channel: 'chn_1' }),
    price('50', { to: '2026-11-01T00:00:00Z' }),
  ];
  expect(usualPrice(prices, now)?.amount).toBe('80');
  expect(usualPrice([price('60', { segment: 'seg_1' })], now)).toBeUndefined();
});

test('what is sent has only what was filled in', () => {
  expect(priceOf({ ...newPrice('EUR'), amount: '12.50', channel: '' })).toEqual(price('12.50'));
  expect(priceOf(draftOf(price('9', { segment: 'seg_1' })))).toEqual(price('9', { segment: 'seg_1' }));
});
