import { expect, test } from 'vitest';
import { costsOf } from './costs';

test('costs add up by currency, and what has no price adds nothing', () => {
  const cost = (amount: string, currency = 'EUR') => ({ cost: { amount, currency } });
  expect(costsOf([cost('0.10'), cost('0.20'), { cost: null }, cost('3', 'USD')])).toEqual([
    { currency: 'EUR', amount: '0.30' },
    { currency: 'USD', amount: '3.00' },
  ]);
  expect(costsOf([{ cost: null }])).toEqual([]);
});
