import { expect, test } from 'vitest';
import { differenceOf } from './difference';

test('the buyer pays what is dearer, gets back what is cheaper, and nobody pays for the same', () => {
  expect(differenceOf('100.10', '120.00')).toEqual({ who: 'buyer', amount: '19.90' });
  expect(differenceOf('120.00', '100.10')).toEqual({ who: 'company', amount: '19.90' });
  expect(differenceOf('0.30', String(0.1 + 0.2))).toEqual({ who: 'nobody', amount: '0.00' });
});
