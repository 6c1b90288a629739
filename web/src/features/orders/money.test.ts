import { expect, test } from 'vitest';
import { lapseOf, openOf, stillToPay } from './money';
import type { Line, Order } from './wire';

const order = (owed: string, paid: string, refunded = '0.00') => ({ owed, paid, refunded }) as Order;
const line = (number: number, quantity: number, gross: string) =>
  ({ number, quantity, gross, cancelled: 1, fulfilled: 1 }) as Line;

test('what was given back is to be paid again, and too much is never to be paid', () => {
  expect(stillToPay(order('96.80', '10.10'))).toBe('86.70');
  expect(stillToPay(order('48.40', '96.00'))).toBe('0.00');
  expect(stillToPay(order('48.40', '48.40', '8.40'))).toBe('8.40');
});

test('a part of a line comes to its share, and pieces that went are not open', () => {
  const lines = [line(1, 4, '96.80'), line(2, 3, '10.00')];
  expect(lapseOf(lines, [{ line: 1, quantity: 1 }, { line: 2, quantity: 1 }])).toBe('27.53');
  expect(lapseOf(lines, [{ line: 9, quantity: 1 }])).toBe('0.00');
  expect(lines.map(openOf)).toEqual([2, 1]);
});
